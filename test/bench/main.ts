// `npm run bench`: compares this server with hand-written Cypher and with @neo4j/graphql on the same data, and prints
// what it measured as Markdown; `--out docs/benchmarks.md` writes it there as well, `--quick` only tries everything out.
// `npm run bench -- --cascade` measures a generated news cascade instead, in two sizes; `--size small` or `large` is one
// of them, and `--home folder` keeps the databases and figures there and uses what it finds.
// `npm run bench -- --import 100000 --import 1000000` measures imports of so many attributions.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SIZES, type SizeName } from './cascade/size.ts';
import { server } from './machine.ts';
import { printPage, readPage, withPart } from './page.ts';
import type { Part } from './part.ts';
import { install } from './processes.ts';

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    quick: { type: 'boolean', default: false },
    cascade: { type: 'boolean', default: false },
    size: { type: 'string' },
    home: { type: 'string' },
    import: { type: 'string', multiple: true },
  },
});
const { quick, out } = values;
const log = (line: string) => process.stderr.write(`${line}\n`);

async function cascade(): Promise<Part> {
  const { runCascade } = await import('./cascade/run.ts');
  const names = Object.keys(SIZES) as SizeName[];
  const sizes = values.size === undefined ? names : names.filter((name) => name === values.size);
  return runCascade({ sizes, home: values.home ?? null, quick, log });
}

async function reads(): Promise<Part> {
  install();
  const { run } = await import('./run.ts');
  return run(quick, log);
}

async function imports(sizes: readonly string[]): Promise<Part> {
  const { tenths, trial } = await import('./import/run.ts');
  const { partOfImports } = await import('./import/report.ts');
  const trials = [];
  for (const size of sizes) trials.push(await trial(Number(size), log));
  return partOfImports(trials, await tenths(100_000), server('4 GB'));
}

async function measure(): Promise<Part> {
  if (values.import) return imports(values.import);
  return values.cascade ? cascade() : reads();
}

const part = await measure();
process.stdout.write(printPage(withPart(new Map(), part)));
if (out) {
  const before = existsSync(out) ? readFileSync(out, 'utf8') : '';
  writeFileSync(out, printPage(withPart(readPage(before), part)));
}
process.exit();

// `npm run bench`: compares this server with hand-written Cypher and with @neo4j/graphql on the same data, and prints
// what it measured as Markdown; `--out docs/benchmarks.md` writes it there as well, `--quick` only tries everything out.
// `npm run bench -- --cascade` measures a generated news cascade instead, in two sizes; `--size small` or `large` is one
// of them, and `--home folder` keeps the databases and figures there and uses what it finds.
// `npm run bench -- --import 100000 --import 1000000` measures imports of so many attributions.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { HEADING as CASCADE } from './cascade/report.ts';
import { SIZES, type SizeName } from './cascade/size.ts';
import { HEADING as IMPORTS } from './import/report.ts';
import { server } from './machine.ts';
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

/** The sections that are measured apart, in their order on the page. */
const APART = [IMPORTS, CASCADE];

/** A page by what its sections are: the comparison comes first, without a heading of its own. */
function written(file: string): Map<string, string> {
  const sections = new Map<string, string>();
  let rest = existsSync(file) ? readFileSync(file, 'utf8') : '';
  for (const heading of APART.toReversed()) {
    const start = rest.indexOf(`${heading}\n`);
    if (start < 0) continue;
    sections.set(heading, rest.slice(start).trim());
    rest = rest.slice(0, start);
  }
  return sections.set('', rest.trim());
}

async function cascade(): Promise<string> {
  const { runCascade } = await import('./cascade/run.ts');
  const names = Object.keys(SIZES) as SizeName[];
  const sizes = values.size === undefined ? names : names.filter((name) => name === values.size);
  return runCascade({ sizes, home: values.home ?? null, quick, log });
}

async function comparison(): Promise<string> {
  install();
  const { run } = await import('./run.ts');
  return run(quick, log);
}

async function imports(sizes: readonly string[]): Promise<string> {
  const { tenths, trial } = await import('./import/run.ts');
  const { sectionOf } = await import('./import/report.ts');
  const trials = [];
  for (const size of sizes) trials.push(await trial(Number(size), log));
  return sectionOf(trials, await tenths(100_000), server('4 GB'));
}

async function measure(): Promise<string> {
  if (values.import) return imports(values.import);
  return values.cascade ? cascade() : comparison();
}

const measured = await measure();
process.stdout.write(measured);
if (out) {
  const own = values.import ? IMPORTS : values.cascade ? CASCADE : '';
  const sections = written(out).set(own, measured.trim());
  const parts = ['', ...APART].flatMap((heading) => sections.get(heading) || []);
  writeFileSync(out, `${parts.join('\n\n')}\n`);
}
process.exit();

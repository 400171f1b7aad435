// `npm run soak`: runs the server under load, faults and hostile clients, and prints what it held as Markdown;
// `--out docs/reliability.md` writes it there as well. `--engine neo4j` runs it on Neo4j, `--minutes 5` so long.
// `npm run soak -- --fuzz` asks the costliest permitted questions instead; `--seed` repeats a run, `--home` keeps the
// database in a folder, and `--broken` writes each operation that broke a bound into a folder.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { EngineName } from './database.ts';
import { fuzzing } from './fuzzing.ts';
import { printPage, readPage, withPart } from './page.ts';
import { type Part, partOfFuzz, partOfSoak } from './report.ts';
import { soak } from './run.ts';

const { values } = parseArgs({
  options: {
    engine: { type: 'string', default: 'embedded' },
    minutes: { type: 'string', default: '5' },
    attributions: { type: 'string', default: '20000' },
    out: { type: 'string' },
    fuzz: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    home: { type: 'string' },
    broken: { type: 'string' },
  },
});
const log = (line: string) => process.stderr.write(`${line}\n`);
const [minutes, attributions, seed] = [values.minutes, values.attributions, values.seed].map(Number) as [
  number,
  number,
  number,
];

async function fuzzed(): Promise<Part> {
  const folder = values.home ?? mkdtempSync(join(tmpdir(), 'claimgraph-fuzz-'));
  const brokenTo = values.broken ?? null;
  const found = await fuzzing({ folder, attributions, minutes, seed, brokenTo, log });
  if (!values.home) rmSync(folder, { recursive: true });
  return partOfFuzz(found, { attributions, minutes, seed });
}

async function soaked(): Promise<Part> {
  const engine = values.engine as EngineName;
  if (engine !== 'embedded' && engine !== 'neo4j') throw new Error('--engine is embedded or neo4j');
  return partOfSoak(await soak({ engine, minutes, attributions, log }));
}

const part = await (values.fuzz ? fuzzed() : soaked());
process.stdout.write(printPage(withPart(new Map(), part)));
if (values.out) {
  const before = existsSync(values.out) ? readFileSync(values.out, 'utf8') : '';
  writeFileSync(values.out, printPage(withPart(readPage(before), part)));
}
process.exit(part.isHeld ? 0 : 1);

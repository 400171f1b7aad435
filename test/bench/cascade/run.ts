import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openNeo4j } from '../../../src/engine/neo4j.ts';
import { startNeo4j } from '../../neo4j/server.ts';
import { server } from '../machine.ts';
import { fill, isFilled, makeIndexes } from './fill.ts';
import { type Figures, measure } from './measure.ts';
import { sectionOf } from './report.ts';
import { SIZES, type SizeName } from './size.ts';

type Log = (line: string) => void;

/** What a million needs, and no more than a small machine has. */
const MEMORY = { heap: '4g', pageCache: '1500m', transactionMemory: { one: '1g', all: '2g' } };

/** As the server's own limit would, it ends what takes far too long. */
const TIMEOUT = 30_000;

export interface Options {
  readonly sizes: readonly SizeName[];
  /** A folder to keep the databases and figures in and to use those that it holds; a passing one where it is null. */
  readonly home: string | null;
  readonly quick: boolean;
  readonly log: Log;
}

/** Fills, asks and measures one size after the other, and returns the section of the documentation. */
export async function runCascade({ sizes, home, quick, log }: Options): Promise<string> {
  const folder = home ?? (await mkdtemp(join(tmpdir(), 'claimgraph-cascade-')));
  await mkdir(folder, { recursive: true });
  try {
    for (const name of sizes) writeFigures(folder, await runSize(folder, name, quick, log));
    const names = Object.keys(SIZES) as SizeName[];
    const all = names.flatMap((name) => readFigures(folder, name) ?? []);
    return sectionOf(Object.fromEntries(all.map((figures) => [figures.size.name, figures])), server('4 GB'));
  } finally {
    if (!home) await rm(folder, { recursive: true, force: true });
  }
}

async function runSize(folder: string, name: SizeName, quick: boolean, log: Log): Promise<Figures> {
  const size = SIZES[name];
  const neo4j = await startNeo4j({ ...MEMORY, home: join(folder, name), log });
  const engine = openNeo4j({ ...neo4j, database: 'neo4j', timeout: TIMEOUT });
  try {
    let filled = readFigures(folder, name)?.filled ?? null;
    if (!(await isFilled(engine))) {
      const start = performance.now();
      await fill(engine, size, (line) => log(`${name}: ${line}`));
      filled = (performance.now() - start) / 1_000;
    }
    await makeIndexes(engine);
    return { ...(await measure(engine, size, quick, log)), filled };
  } finally {
    await engine.close();
    await neo4j.stop();
  }
}

function readFigures(folder: string, name: SizeName): Figures | null {
  const file = join(folder, `${name}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

function writeFigures(folder: string, figures: Figures): void {
  writeFileSync(join(folder, `${figures.size.name}.json`), JSON.stringify(figures, null, 2));
}

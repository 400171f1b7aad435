import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4jDriver from 'neo4j-driver';
import { openNeo4j } from '../../../src/engine/neo4j.ts';
import { startNeo4j } from '../../neo4j/server.ts';
import { server } from '../machine.ts';
import type { Part } from '../part.ts';
import { fill, isFilled, makeIndexes } from './fill.ts';
import { type Figures, type Filled, measure } from './measure.ts';
import { partOfCascade } from './report.ts';
import { SIZES, type SizeName } from './size.ts';

type Log = (line: string) => void;

/** What a million needs, and no more than a small machine has. */
const MEMORY = { heap: '4g', pageCache: '1500m', transactionMemory: { one: '1g', all: '2g' } };

/** As the server's own limit would, it ends what takes far too long. */
const TIMEOUT = 30_000;

export interface Options {
  readonly sizes: readonly SizeName[];
  /** A folder to keep the databases and figures in and to use those that it holds; a temporary one if null. */
  readonly home: string | null;
  readonly quick: boolean;
  readonly log: Log;
}

/** Fills all sizes, asks and measures them in turns, and returns the part of the page on the cascade. */
export async function runCascade({ sizes, home, quick, log }: Options): Promise<Part> {
  const folder = home ?? (await mkdtemp(join(tmpdir(), 'claimgraph-cascade-')));
  await mkdir(folder, { recursive: true });
  const started: Started[] = [];
  try {
    for (const name of sizes) started.push(await start(folder, name, log));
    const figures = await measure(started, quick, log);
    for (const one of figures) writeFigures(folder, one);
    return partOfCascade(Object.fromEntries(figures.map((one) => [one.size.name, one])), server('4 GB'));
  } finally {
    for (const { stop } of started) await stop();
    if (!home) await rm(folder, { recursive: true, force: true });
  }
}

interface Started extends Filled {
  readonly stop: () => Promise<void>;
}

async function start(folder: string, name: SizeName, log: Log): Promise<Started> {
  const size = SIZES[name];
  const neo4j = await startNeo4j({ ...MEMORY, home: join(folder, name), log });
  const driver = neo4jDriver.driver(neo4j.uri, neo4jDriver.auth.basic(neo4j.user, neo4j.password));
  const engine = openNeo4j({ ...neo4j, database: 'neo4j', timeout: TIMEOUT });
  const stop = async () => {
    await engine.close();
    await driver.close();
    await neo4j.stop();
  };
  try {
    let filled = readFigures(folder, name)?.filled ?? null;
    if (!(await isFilled(engine))) {
      const before = performance.now();
      await fill(engine, size, (line) => log(`${name}: ${line}`));
      filled = (performance.now() - before) / 1_000;
    }
    await makeIndexes(engine);
    return { engine, driver, size, filled, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function readFigures(folder: string, name: SizeName): Figures | null {
  const file = join(folder, `${name}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

function writeFigures(folder: string, figures: Figures): void {
  writeFileSync(join(folder, `${figures.size.name}.json`), JSON.stringify(figures, null, 2));
}

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEmbedded } from '../../../src/engine/embedded.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { openNeo4j } from '../../../src/engine/neo4j.ts';
import { readNdjson } from '../../../src/formats/bundle/read.ts';
import { importInputs } from '../../../src/import/import.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { startNeo4j } from '../../neo4j/server.ts';
import { takeDown, writeBare } from './bare.ts';

type Log = (line: string) => void;

const MEMORY = { heap: '4g', pageCache: '1500m', transactionMemory: { one: '1g', all: '2g' } };
const TIMEOUT = 600_000;

/** One import, beside the bare statements that write the same graph; times in milliseconds. */
export interface Trial {
  readonly attributions: number;
  readonly import: number;
  readonly reading: number;
  readonly checking: number;
  readonly writing: number;
  readonly bare: number;
  readonly nodes: number;
  readonly edges: number;
  /** The most memory that this process took while it imported, in megabytes. */
  readonly memory: number;
}

/** Writes an input of the generated archive, one record a line. */
export async function writeInput(file: string, attributions: number): Promise<void> {
  const child = fork(fileURLToPath(new URL('./input.ts', import.meta.url)), [file, String(attributions)]);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the input was not written: exit code ${code}`);
}

/** Imports a file, and measures each stage. */
async function timedImport(engine: Engine, file: string) {
  const began: Record<string, number> = {};
  let memory = 0;
  const watch = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage().rss);
  }, 200);
  const start = performance.now();
  const source = { name: file, open: () => createReadStream(file) };
  const result = await importInputs(engine, [{ source, reader: readNdjson, format: 'ndjson' }], {
    by: 'benchmark',
    onProblem: 'nothing',
    onProgress: ({ stage }) => {
      began[stage] ??= performance.now();
    },
  });
  const end = performance.now();
  clearInterval(watch);
  if (result.outcome !== 'done') throw new Error(`the import was ${result.outcome}: ${JSON.stringify(result)}`);
  const at = (stage: string) => began[stage] ?? end;
  return {
    import: end - start,
    reading: at('checking') - start,
    checking: at('writing') - at('checking'),
    writing: end - at('writing'),
    memory: memory / 2 ** 20,
  };
}

async function withNeo4j<T>(log: Log, work: (engine: Engine) => Promise<T>): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'claimgraph-import-'));
  const neo4j = await startNeo4j({ ...MEMORY, home, log });
  const engine = openNeo4j({ ...neo4j, database: 'neo4j', timeout: TIMEOUT });
  try {
    await openStore(engine);
    return await work(engine);
  } finally {
    await engine.close();
    await neo4j.stop();
    await rm(home, { recursive: true, force: true });
  }
}

/** Imports into an empty Neo4j, then writes the same graph into another by bare statements. */
export async function trial(attributions: number, log: Log): Promise<Trial> {
  const folder = await mkdtemp(join(tmpdir(), 'claimgraph-import-'));
  const [input, rows] = [join(folder, 'input.ndjson'), join(folder, 'rows.ndjson')];
  try {
    await writeInput(input, attributions);
    log(`${attributions} attributions in ${((await stat(input)).size / 2 ** 20).toFixed(0)} MB`);
    const [imported, size] = await withNeo4j(log, async (engine) => {
      const times = await timedImport(engine, input);
      log(JSON.stringify(times));
      return [times, await takeDown(engine, rows)] as const;
    });
    const bare = await withNeo4j(log, (engine) => writeBare(engine, rows));
    log(`bare: ${bare.toFixed(0)} ms, ratio ${(bare / imported.import).toFixed(2)}`);
    return { attributions, ...imported, bare, ...size };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** How long each tenth of an import into the embedded engine takes, in milliseconds. */
export async function tenths(attributions: number): Promise<number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'claimgraph-import-'));
  const input = join(folder, 'input.ndjson');
  const engine = openEmbedded({ path: join(folder, 'graph'), timeout: TIMEOUT });
  try {
    await writeInput(input, attributions);
    await openStore(engine);
    const marks: number[] = [];
    const source = { name: input, open: () => createReadStream(input) };
    await importInputs(engine, [{ source, reader: readNdjson, format: 'ndjson' }], {
      by: 'benchmark',
      onProblem: 'nothing',
      onProgress: ({ stage, done, total }) => {
        if (stage !== 'writing' || !total) return;
        while (done >= (total * (marks.length + 1)) / 10) marks.push(performance.now());
      },
    });
    return marks.slice(1).map((mark, index) => mark - (marks[index] as number));
  } finally {
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  }
}

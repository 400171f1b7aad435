import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openNeo4j } from '../../src/engine/neo4j.ts';
import { generate, SIZE } from '../bench/generate.ts';
import { fill } from '../bench/load.ts';
import { generatedGraph } from '../hostile/measured-server.ts';
import { type Neo4jServer, startNeo4j } from '../neo4j/server.ts';

export type EngineName = 'embedded' | 'neo4j';

/** A fault of the database, which is over when the promise resolves; `name` as a reader of the page knows it. */
export interface Fault {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/** The database under the server, with a generated graph in it. */
export interface SoakedDatabase {
  /** What the server has to be told to use it. */
  readonly settings: Readonly<Record<string, string>>;
  readonly faults: readonly Fault[];
  stop(): Promise<void>;
}

const TIMEOUT = 600_000;

/** How long a paused database is paused, in milliseconds: longer than the server waits for a statement. */
const PAUSE = 15_000;

export async function openDatabase(engine: EngineName, attributions: number): Promise<SoakedDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'claimgraph-soak-'));
  return engine === 'embedded' ? embedded(folder, attributions) : neo4j(folder, attributions);
}

async function embedded(folder: string, attributions: number): Promise<SoakedDatabase> {
  await generatedGraph(folder, attributions);
  return {
    settings: { CLAIMGRAPH_DATA: folder },
    faults: [],
    stop: () => rm(folder, { recursive: true, force: true }),
  };
}

async function neo4j(home: string, attributions: number): Promise<SoakedDatabase> {
  let server = await startNeo4j({ home, heap: '2g' });
  const { uri, user, password } = server;
  const engine = openNeo4j({ uri, user, password, database: 'neo4j', timeout: TIMEOUT });
  await fill(engine, generate({ ...SIZE, attributions }));
  await engine.close();
  const port = Number(new URL(uri).port);
  const restart = async () => {
    process.kill(server.pid, 'SIGKILL');
    await server.stop();
    server = await startNeo4j({ home, heap: '2g', port });
  };
  return {
    settings: { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password },
    faults: [
      { name: `Neo4j paused for ${PAUSE / 1_000} s`, run: () => paused(server) },
      { name: 'Neo4j killed and started again', run: restart },
    ],
    stop: async () => {
      await server.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function paused({ pid }: Neo4jServer): Promise<void> {
  process.kill(pid, 'SIGSTOP');
  await new Promise((done) => setTimeout(done, PAUSE));
  process.kill(pid, 'SIGCONT');
}

import { inject } from 'vitest';
import { openEmbedded } from '../src/engine/embedded.ts';
import type { Engine } from '../src/engine/engine.ts';
import { openNeo4j } from '../src/engine/neo4j.ts';
import { openStore } from '../src/store/open-store.ts';

/** An engine that every suite runs on; `open` gives it empty and prepared. */
export interface TestedEngine {
  readonly name: 'embedded' | 'neo4j';
  readonly open: () => Promise<Engine>;
  /** Another server's way to the same database: the embedded engine has one process, which shares it. */
  readonly beside: (engine: Engine) => Engine;
}

const TIMEOUT = 20_000;

async function embedded(): Promise<Engine> {
  const engine = openEmbedded({ path: null, timeout: TIMEOUT });
  await openStore(engine);
  return engine;
}

async function neo4j(): Promise<Engine> {
  const engine = anotherNeo4j();
  await engine.write((run) => run({ text: 'MATCH (n) DETACH DELETE n', parameters: {} }));
  await openStore(engine);
  return engine;
}

function anotherNeo4j(): Engine {
  const server = inject('neo4j');
  if (!server) throw new Error('no Neo4j runs');
  return openNeo4j({ ...server, database: 'neo4j', timeout: TIMEOUT });
}

/** The embedded engine, and Neo4j where one runs. */
export const engines: readonly TestedEngine[] = [
  { name: 'embedded', open: embedded, beside: (engine) => ({ ...engine, close: async () => undefined }) },
  ...(inject('neo4j') ? [{ name: 'neo4j' as const, open: neo4j, beside: anotherNeo4j }] : []),
];

/** For what no engine can change: the number of statements, or what documents print of answers that are tested on both. */
export const embeddedOnly = engines.slice(0, 1);

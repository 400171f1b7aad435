import { inject } from 'vitest';
import { openEmbedded } from '../src/engine/embedded.ts';
import type { Engine } from '../src/engine/engine.ts';
import { type Neo4jSettings, openNeo4j } from '../src/engine/neo4j.ts';
import { prepareStore } from '../src/store/clock.ts';
import { openStore } from '../src/store/open-store.ts';

/** An engine that every suite runs on; `open` gives it empty and prepared. */
export interface TestedEngine {
  readonly name: 'embedded' | 'neo4j';
  readonly open: () => Promise<Engine>;
  /** Another server's way to the same database: the embedded engine has one process, which shares it. */
  readonly beside: (engine: Engine) => Engine;
}

const TIMEOUT = 20_000;

/** How to reach the Neo4j of the run. Throws in the lane that has none. */
export function settingsOfNeo4j(): Neo4jSettings {
  const server = inject('neo4j');
  if (!server) throw new Error('no Neo4j runs');
  return { ...server, database: 'neo4j', timeout: TIMEOUT };
}

async function openFresh(): Promise<Engine> {
  const engine = openEmbedded({ path: null, timeout: TIMEOUT });
  await openStore(engine);
  return engine;
}

/** Whether Neo4j has its indexes: they outlast what is deleted, and asking for them takes longer than deleting. */
let isIndexed = false;

async function openEmptied(): Promise<Engine> {
  const engine = anotherNeo4j();
  await engine.write((run) => run({ text: 'MATCH (n) DETACH DELETE n', parameters: {} }));
  await (isIndexed ? prepareStore(engine) : openStore(engine));
  isIndexed = true;
  return engine;
}

function anotherNeo4j(): Engine {
  return openNeo4j(settingsOfNeo4j());
}

const embedded: TestedEngine = {
  name: 'embedded',
  open: openFresh,
  beside: (engine) => ({ ...engine, close: async () => undefined }),
};

const neo4j: TestedEngine = { name: 'neo4j', open: openEmptied, beside: anotherNeo4j };

/** The engine of this lane: a file that goes through them runs in both lanes, once on each engine. */
export const engines: readonly TestedEngine[] = [inject('neo4j') ? neo4j : embedded];

/** For what no engine can change: the number of statements, or what documents print of answers that are tested on both. */
export const embeddedOnly: readonly TestedEngine[] = [embedded];

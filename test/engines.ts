import { inject } from 'vitest';
import { openEmbedded } from '../src/engine/embedded.ts';
import type { Engine } from '../src/engine/engine.ts';
import { type Neo4jSettings, openNeo4j } from '../src/engine/neo4j.ts';
import { loadSeed } from '../src/import/seed.ts';
import { prepareStore } from '../src/store/clock.ts';
import { openStore } from '../src/store/open-store.ts';

/** An engine that every suite runs on. */
export interface TestedEngine {
  readonly name: 'embedded' | 'neo4j';
  /** Opens it empty and prepared. */
  readonly open: () => Promise<Engine>;
  /** Opens it with the seed article in it, only to be read: files that do no more share it. */
  readonly openSeeded: () => Promise<Engine>;
  /** Another server's way to the same database: the embedded engine has one process, which shares it. */
  readonly beside: (engine: Engine) => Engine;
}

const TIMEOUT = 60_000;

/** How to reach the Neo4j of the run. Throws in the lane that has none. */
export function settingsOfNeo4j(): Neo4jSettings {
  const server = inject('neo4j');
  if (!server) throw new Error('no Neo4j runs');
  return { ...server, database: 'neo4j', timeout: TIMEOUT };
}

/** What is shared by those who only read is not written to, nor closed by any of them. */
function readOnly(engine: Engine, close: () => Promise<void>): Engine {
  const write = () => Promise.reject(new Error('the seed is shared by tests that only read it'));
  return { ...engine, write, close };
}

async function openFresh(): Promise<Engine> {
  const engine = openEmbedded({ path: null, timeout: TIMEOUT });
  await openStore(engine);
  return engine;
}

let seeded: Promise<Engine> | null = null;

async function openFreshSeeded(): Promise<Engine> {
  seeded ??= openFresh().then(withSeed);
  return readOnly(await seeded, async () => undefined);
}

async function withSeed(engine: Engine): Promise<Engine> {
  await loadSeed(engine);
  return engine;
}

/** Whether Neo4j has its indexes: they outlast what is deleted, and asking for them takes longer than deleting. */
let isIndexed = false;

/** Whether Neo4j holds the seed and nothing else: whoever opens it otherwise may write to it. */
let isSeeded = false;

async function openEmptied(): Promise<Engine> {
  const engine = anotherNeo4j();
  await engine.write((run) => run({ text: 'MATCH (n) DETACH DELETE n', parameters: {} }));
  await (isIndexed ? prepareStore(engine) : openStore(engine));
  isIndexed = true;
  isSeeded = false;
  return engine;
}

async function openEmptiedSeeded(): Promise<Engine> {
  const engine = isSeeded ? anotherNeo4j() : await withSeed(await openEmptied());
  isSeeded = true;
  return readOnly(engine, engine.close);
}

function anotherNeo4j(): Engine {
  return openNeo4j(settingsOfNeo4j());
}

const embedded: TestedEngine = {
  name: 'embedded',
  open: openFresh,
  openSeeded: openFreshSeeded,
  beside: (engine) => ({ ...engine, close: async () => undefined }),
};

const neo4j: TestedEngine = {
  name: 'neo4j',
  open: openEmptied,
  openSeeded: openEmptiedSeeded,
  beside: anotherNeo4j,
};

/** The engine of this lane: a file that goes through them runs in both lanes, once on each engine. */
export const engines: readonly TestedEngine[] = [inject('neo4j') ? neo4j : embedded];

/** For what no engine can change: the number of statements, or what documents print of answers that are tested on both. */
export const embeddedOnly: readonly TestedEngine[] = [embedded];

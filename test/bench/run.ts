import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bundle } from '../../src/bundle/bundle.ts';
import { openEmbedded } from '../../src/engine/embedded.ts';
import { openNeo4j } from '../../src/engine/neo4j.ts';
import { type Neo4jServer, startNeo4j } from '../neo4j/server.ts';
import { coldRuns } from './cold.ts';
import { type Contender, type Places, point, threeLevels } from './contenders.ts';
import { generate } from './generate.ts';
import { fill } from './load.ts';
import { load, machine } from './machine.ts';
import { compare, interleave, throughput } from './measure.ts';
import type { Part } from './part.ts';
import { serve } from './processes.ts';
import { profiles } from './profile.ts';
import { type Figures, partOfReads } from './reads.ts';
import type { Measured } from './report.ts';
import { openDriver } from './servers/driver.ts';

type Log = (line: string) => void;

const TIMEOUT = 120_000;
const ROUNDS = { warm: 400, counted: 500 };
const CROWD = { clients: 8, turns: 3, milliseconds: 3_000 };

/** What `--quick` makes of it: enough to see that everything works, too little to say anything. */
const QUICK = { rounds: { warm: 2, counted: 5 }, crowd: { clients: 8, turns: 1, milliseconds: 200 } };

/** Sets everything up, measures, and returns the part of the page on reads. */
export async function run(quick: boolean, log: Log): Promise<Part> {
  const folder = await mkdtemp(join(tmpdir(), 'claimgraph-bench-'));
  const neo4j = await startNeo4j({ heap: '2g', log });
  const stops: Array<() => void> = [];
  try {
    const bundle = generate();
    await fillBoth(bundle, neo4j, folder, log);
    const settings = { NEO4J_URI: neo4j.uri, NEO4J_USER: neo4j.user, NEO4J_PASSWORD: neo4j.password };
    const servers = {
      ours: await serve('src/main.ts', settings),
      embedded: await serve('src/main.ts', { CLAIMGRAPH_DATA: folder }),
      plain: await serve('test/bench/servers/plain.ts', settings),
      library: await serve('test/bench/servers/library.ts', settings),
    };
    stops.push(...Object.values(servers).map(({ stop }) => stop));
    const urls = Object.fromEntries(Object.entries(servers).map(([name, { url }]) => [name, url]));
    const driver = openDriver(settings);
    const places = { ...urls, driver } as Places;
    const figures = await measureAll(places, neo4j, subjects(bundle), quick, log);
    await driver.close();
    return partOfReads(figures);
  } finally {
    for (const stop of stops) stop();
    await neo4j.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function fillBoth(bundle: Bundle, neo4j: Neo4jServer, folder: string, log: Log): Promise<void> {
  const engines = [
    openNeo4j({ ...neo4j, database: 'neo4j', timeout: TIMEOUT }),
    openEmbedded({ path: join(folder, 'claimgraph.grafeo'), timeout: TIMEOUT }),
  ];
  for (const engine of engines) {
    const start = performance.now();
    await fill(engine, bundle);
    log(`Loaded into ${engine.description} in ${((performance.now() - start) / 1_000).toFixed(0)} s`);
    await engine.close();
  }
}

/** Whom and what the questions are about: every actor with a full page of claims, and claims from everywhere. */
interface Subjects {
  readonly actors: readonly string[];
  readonly claims: readonly string[];
}

function subjects({ attributions, claims }: Bundle): Subjects {
  const claimsOf = new Map<string, Set<string>>();
  for (const { actor, claim } of attributions) claimsOf.set(actor, (claimsOf.get(actor) ?? new Set()).add(claim));
  const full = [...claimsOf].filter(([, of]) => of.size >= 20).map(([actor]) => actor);
  return { actors: scattered(full), claims: scattered(claims.map(({ id }) => id)).slice(0, 500) };
}

/** In an order that has nothing to do with how much there is of each. */
function scattered(ids: readonly string[]): string[] {
  const step = 7_919;
  return ids.map((_, index) => ids[(index * step) % ids.length] as string);
}

async function measureAll(
  places: Places,
  neo4j: Neo4jServer,
  { actors, claims }: Subjects,
  quick: boolean,
  log: Log,
): Promise<Figures> {
  const before = load();
  log('Three-level read …');
  const three = await measure(threeLevels(places), actors, quick);
  log('Point read …');
  const one = await measure(point(places), claims, quick);
  log('New shapes …');
  const cold = await coldRuns(places, actors);
  const hits = await profiles(neo4j, places.driver, actors.slice(0, 50));
  return { three, one, cold, hits, machine: machine(), load: [before, load()], actors: actors.length };
}

async function measure(contenders: readonly Contender[], ids: readonly string[], quick: boolean): Promise<Measured> {
  await compare(contenders, quick ? ids.slice(0, 10) : ids);
  const times = await interleave(contenders, ids, quick ? QUICK.rounds : ROUNDS);
  const rates = await throughput(contenders, ids, quick ? QUICK.crowd : CROWD);
  return { times, rates };
}

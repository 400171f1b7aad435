import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../src/engine/embedded.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { openNeo4j } from '../../src/engine/neo4j.ts';
import type { Dump } from '../dump.ts';
import { engines, settingsOfNeo4j } from '../engines.ts';
import { manyClaims } from './files.ts';
import { type Ended, type Running, start } from './program.ts';
import { timeless } from './same-graph.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-interrupted-'));
const path = join(folder, 'many.ndjson');
/** An import is to last long enough to be interrupted in its writing, and the embedded engine writes faster. */
const COUNTS = { embedded: 800, neo4j: 500 };
const COMMAND = ['import', path, '--batch', '60', '--json'];

/** A database to import into, anew for each test. */
interface Place {
  readonly environment: Record<string, string>;
  readonly open: () => Engine;
  /** About how many claims are stored, while the import has the database; the embedded one counts from its last opening. */
  readonly stored: () => Promise<number>;
}

let folders = 0;

/** What the log of the embedded database grows by with each claim, in bytes. */
const LOGGED = 1_200;

async function embedded(): Promise<Place> {
  const data = join(folder, `data-${++folders}`);
  const open = () => openEmbedded({ path: join(data, 'claimgraph.grafeo'), timeout: 20_000 });
  const log = join(data, 'claimgraph.grafeo.wal');
  const sizeOf = (segment: string) => statSync(join(log, segment), { throwIfNoEntry: false })?.size ?? 0;
  const segments = () => (existsSync(log) ? readdirSync(log) : []);
  const stored = async () => segments().reduce((sum, segment) => sum + sizeOf(segment), 0) / LOGGED;
  return { environment: { CLAIMGRAPH_DATA: data }, open, stored };
}

async function neo4j(empty: () => Promise<Engine>): Promise<Place> {
  await (await empty()).close();
  const settings = settingsOfNeo4j();
  const { uri, user, password } = settings;
  const open = () => openNeo4j(settings);
  const place = { environment: { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password }, open };
  return { ...place, stored: async () => (await progress(place)).claims };
}

const PLACES = { embedded, neo4j };

async function inside<T>(place: Pick<Place, 'open'>, work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = place.open();
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

/** How far the graph says that the import is, and what it holds of it. */
async function progress(place: Pick<Place, 'open'>) {
  return inside(place, async (engine) => {
    const ask = (text: string) => engine.read({ text, parameters: {} });
    const [checkpoint] = await ask('MATCH (i:Import) RETURN i.position AS position');
    const [claims] = await ask('MATCH (n:Claim) RETURN count(n) AS count');
    const [attributions] = await ask('MATCH (n:Attribution)-[:OF]->(c:Claim) RETURN count(n) AS count');
    const [revisions] = await ask('MATCH (n:Revision) RETURN count(n) AS count');
    return {
      position: (checkpoint?.position as number | undefined) ?? 0,
      claims: claims?.count as number,
      attributions: attributions?.count as number,
      revisions: revisions?.count as number,
    };
  });
}

/** Ends an import by a signal once it has stored so many claims more, or when it is done. */
async function endAfter(claims: number, place: Place, running: Running, signal: NodeJS.Signals): Promise<Ended> {
  const before = await place.stored();
  let isOver = false;
  void running.ended.then(() => (isOver = true));
  while (!isOver && (await place.stored()) < before + claims) await pause(10);
  running.child.kill(signal);
  return running.ended;
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(engines)('an interrupted import on $name', { timeout: 300_000 }, ({ name, open }) => {
  const make = () => PLACES[name](open);
  const count = COUNTS[name];
  let whole: Dump;

  beforeAll(async () => {
    writeFileSync(path, manyClaims(count));
    const place = await make();
    expect((await start(COMMAND, place.environment).ended).exit).toBe(0);
    whole = await inside(place, timeless);
    expect(Object.keys(whole.nodes).filter((id) => id.startsWith('claim:'))).toHaveLength(count);
  }, 120_000);

  it('says where it stopped after Ctrl-C, and goes on there to the same graph', async () => {
    const place = await make();
    const stopped = await endAfter(count / 3, place, start(COMMAND, place.environment), 'SIGINT');
    expect(stopped.exit).toBe(130);
    // Slow imports report their progress before it and after the batch.
    expect(stopped.err.split('\n')).toContain('Stopping after the current batch. Press Ctrl-C again to stop at once.');
    const { outcome, stopped: spot } = JSON.parse(stopped.out);
    expect({ outcome, spot }).toEqual({ outcome: 'stopped', spot: { file: path, line: expect.any(Number) } });
    const half = await progress(place);
    // Pieces are counted from 0, lines from 1.
    expect(half.position).toBe(spot.line - 1);
    expect(half.attributions).toBe(half.claims);
    const rest = await start(COMMAND, place.environment).ended;
    expect(rest.exit).toBe(0);
    expect(JSON.parse(rest.out)).toMatchObject({ outcome: 'done', began: spot, stopped: null });
    expect(await inside(place, timeless)).toEqual(whole);
  });

  it('loses nothing that was stored, and leaves nothing half written, when it is killed again and again', async () => {
    const place = await make();
    let before = { position: 0, claims: 0, attributions: 0, revisions: 0 };
    for (let kills = 0; kills < 5; kills++) {
      const running = start(COMMAND, place.environment);
      // The first time as soon as it writes anything; later runs have less to do.
      const claims = kills === 0 ? 1 : Math.random() * 0.5 * (count - before.claims);
      await endAfter(claims, place, running, 'SIGKILL');
      const now = await progress(place);
      expect(now.position >= before.position || now.claims === count).toBe(true);
      expect(now.revisions).toBeGreaterThanOrEqual(before.revisions);
      expect(now.claims).toBeGreaterThanOrEqual(before.claims);
      expect(now.attributions).toBe(now.claims);
      // Each batch but the last has a few records more than 60, the first one the outlet as well.
      if (now.claims < count) expect(now.claims).toBeGreaterThanOrEqual(now.revisions * 29);
      before = now;
    }
    const last = await start(COMMAND, place.environment).ended;
    expect(last.exit).toBe(0);
    expect(await inside(place, timeless)).toEqual(whole);
  });
});

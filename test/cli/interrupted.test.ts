import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../src/engine/embedded.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { openNeo4j } from '../../src/engine/neo4j.ts';
import type { Dump } from '../dump.ts';
import { engines, settingsOfNeo4j } from '../engines.ts';
import { manyClaims } from './files.ts';
import { start } from './program.ts';
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
  /** Whether an import into it has stored a few batches. */
  readonly hasBatches: () => Promise<boolean>;
}

/** The bytes of a few batches in the embedded engine's log, which is all that another process sees of it. */
const FEW_BATCHES = 300_000;

let folders = 0;

async function embedded(): Promise<Place> {
  const data = join(folder, `data-${++folders}`);
  const open = () => openEmbedded({ path: join(data, 'claimgraph.grafeo'), timeout: 20_000 });
  const sizeOf = (file: string) => statSync(join(data, file), { throwIfNoEntry: false })?.size ?? 0;
  const hasBatches = async () => {
    const files = existsSync(data) ? readdirSync(data, { recursive: true, encoding: 'utf8' }) : [];
    return files.reduce((sum, file) => sum + sizeOf(file), 0) > FEW_BATCHES;
  };
  return { environment: { CLAIMGRAPH_DATA: data }, open, hasBatches };
}

async function neo4j(empty: () => Promise<Engine>): Promise<Place> {
  await (await empty()).close();
  const settings = settingsOfNeo4j();
  const { uri, user, password } = settings;
  const environment = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
  const open = () => openNeo4j(settings);
  return { environment, open, hasBatches: async () => (await progress({ open })).revisions > 3 };
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

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(engines)('an interrupted import on $name', { timeout: 300_000 }, ({ name, open }) => {
  const make = () => PLACES[name](open);
  const count = COUNTS[name];
  let whole: Dump;
  /** How long the whole import takes here, in milliseconds. */
  let duration: number;

  beforeAll(async () => {
    writeFileSync(path, manyClaims(count));
    const place = await make();
    const began = Date.now();
    expect((await start(COMMAND, place.environment).ended).exit).toBe(0);
    duration = Date.now() - began;
    whole = await inside(place, timeless);
    expect(Object.keys(whole.nodes).filter((id) => id.startsWith('claim:'))).toHaveLength(count);
  }, 120_000);

  it('says where it stopped after Ctrl-C, and goes on there to the same graph', async () => {
    const place = await make();
    const running = start(COMMAND, place.environment);
    while (!(await place.hasBatches())) await pause(20);
    running.child.kill('SIGINT');
    const stopped = await running.ended;
    expect(stopped.exit).toBe(130);
    // Slow imports report their progress before.
    expect(stopped.err.split('\n').at(-2)).toBe(
      'Stopping after the batch under way. Press Ctrl-C again to stop at once.',
    );
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
      // Later runs have less to do, so the moments move towards the start.
      await pause(duration * (0.45 + 0.4 * Math.random()));
      running.child.kill('SIGKILL');
      await running.ended;
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

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openEmbedded } from '../../src/engine/embedded.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { openNeo4j } from '../../src/engine/neo4j.ts';
import type { Dump } from '../dump.ts';
import { manyClaims } from './files.ts';
import { type Ended, start } from './program.ts';
import { timeless } from './same-graph.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-interrupted-'));
const path = join(folder, 'many.ndjson');
const CLAIMS = 1_500;
const COMMAND = ['import', path, '--batch', '60', '--json'];

/** A database to import into, anew for each test. */
interface Place {
  readonly environment: Record<string, string>;
  readonly open: () => Engine;
}

let folders = 0;

async function embedded(): Promise<Place> {
  const data = join(folder, `data-${++folders}`);
  const open = () => openEmbedded({ path: join(data, 'claimgraph.grafeo'), timeout: 20_000 });
  return { environment: { CLAIMGRAPH_DATA: data }, open };
}

async function neo4j(): Promise<Place> {
  const { uri, user, password } = inject('neo4j') ?? { uri: '', user: '', password: '' };
  const open = () => openNeo4j({ uri, user, password, database: 'neo4j', timeout: 20_000 });
  const place = { environment: { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password }, open };
  await inside(place, (engine) => engine.write((run) => run({ text: 'MATCH (n) DETACH DELETE n', parameters: {} })));
  return place;
}

const places = [{ name: 'embedded', place: embedded }, ...(inject('neo4j') ? [{ name: 'neo4j', place: neo4j }] : [])];

async function inside<T>(place: Place, work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = place.open();
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

/** How far the graph says that the import is, and what it holds of it. */
async function progress(place: Place) {
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

describe.each(places)('an interrupted import on $name', { timeout: 300_000 }, ({ place: make }) => {
  let whole: Dump;
  /** How long the whole import takes here, in milliseconds. */
  let duration: number;

  beforeAll(async () => {
    writeFileSync(path, manyClaims(CLAIMS));
    const place = await make();
    const began = Date.now();
    expect((await start(COMMAND, place.environment).ended).exit).toBe(0);
    duration = Date.now() - began;
    whole = await inside(place, timeless);
    expect(Object.keys(whole.nodes).filter((id) => id.startsWith('claim:'))).toHaveLength(CLAIMS);
  }, 120_000);

  it('says where it stopped after Ctrl-C, and goes on there to the same graph', async () => {
    let place = await make();
    let stopped: Ended | undefined;
    for (let tries = 1; stopped?.exit !== 130 || JSON.parse(stopped.out).stopped === null; tries++) {
      if (tries > 8) throw new Error(`No interruption fell into the writing: ${stopped?.out}${stopped?.err}`);
      place = await make();
      const began = Date.now();
      const running = start(COMMAND, place.environment);
      await pause(duration * (0.95 - 0.05 * tries));
      running.child.kill('SIGINT');
      stopped = await running.ended;
      // The first import on a Neo4j takes several times as long as the next ones: it plans every statement.
      if (stopped.exit === 0) duration = Math.min(duration, Date.now() - began);
    }
    // Slow imports tell how far they are, before it and after the batch.
    expect(stopped.err.split('\n')).toContain(
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
      expect(now.position >= before.position || now.claims === CLAIMS).toBe(true);
      expect(now.revisions).toBeGreaterThanOrEqual(before.revisions);
      expect(now.claims).toBeGreaterThanOrEqual(before.claims);
      expect(now.attributions).toBe(now.claims);
      // Each batch but the last has a few records more than 60, the first one the outlet as well.
      if (now.claims < CLAIMS) expect(now.claims).toBeGreaterThanOrEqual(now.revisions * 29);
      before = now;
    }
    const last = await start(COMMAND, place.environment).ended;
    expect(last.exit).toBe(0);
    expect(await inside(place, timeless)).toEqual(whole);
  });
});

import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../src/engine/embedded.ts';
import { manyClaims } from './files.ts';
import { run, start } from './program.ts';
import { endServing, serving } from './serving.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-recompute-'));
const environment = { CLAIMGRAPH_DATA: join(folder, 'data') };
const database = join(folder, 'data', 'claimgraph.grafeo');

const NOTICE =
  `The stored marks (standings, roots, date bounds, findings) in the embedded database at ${database} are of version 1; this ` +
  'program counts by version 2. Lists that filter, sort or count by standing may still have the old meaning. Run ' +
  '"claimgraph recompute" to renew them.';

/** Changes the database as no command would. */
async function write(...texts: string[]): Promise<void> {
  const engine = openEmbedded({ path: database, timeout: 20_000 });
  for (const text of texts) await engine.write((statement) => statement({ text, parameters: {} }));
  await engine.close();
}

async function read(text: string) {
  const engine = openEmbedded({ path: database, timeout: 20_000 });
  const rows = await engine.read({ text, parameters: {} });
  await engine.close();
  return rows;
}

const FORGET_VERSION = 'MATCH (c:Clock) REMOVE c.marks';

describe('claimgraph recompute', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    await run(['seed'], environment);
    await write(FORGET_VERSION, "MATCH (c:Node) WHERE c.key = 'claim:call-held' SET c.standing = 'DENIED'");
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('needs a database', async () => {
    const { exit, err } = await run(['recompute'], { CLAIMGRAPH_DATA: join(folder, 'none') });
    expect({ exit, err }).toEqual({ exit: 1, err: expect.stringContaining('There is no database at ') });
  });

  it('is recommended by commands that read and by those that write, beside their result', async () => {
    const reading = await run(['trace', 'claim:amnesty', '--json'], environment);
    expect(reading.err).toBe(`${NOTICE}\n`);
    expect(JSON.parse(reading.out)).toBeTruthy();
    expect((await run(['seed'], environment)).err).toBe(`${NOTICE}\n`);
  });

  it('is recommended once in the log of a server', async () => {
    const server = await serving(environment);
    await expect.poll(() => server.running.err()).toContain('\n');
    const lines = server.running.err().trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([expect.objectContaining({ level: 40, msg: NOTICE })]);
    await endServing(server, 'SIGTERM');
  });

  it('says what it renewed, and is not recommended any more', async () => {
    const done = await run(['recompute', '--by', 'ana'], environment);
    expect(done).toEqual({
      exit: 0,
      err: '',
      out: [
        'dates of claims: looked at 52 records, changed 0.',
        'dates of documents: looked at 10 records, changed 0.',
        'dates of attributions: looked at 105 records, changed 0.',
        'counts: looked at 105 records, changed 0.',
        'date bounds of documents: looked at 10 records, changed 0.',
        'date bounds of attributions: looked at 105 records, changed 0.',
        'standings: looked at 52 records, changed 1.',
        'findings on claims: looked at 52 records, changed 0.',
        'findings in documents: looked at 10 records, changed 0.',
        'Done: all marks are of version 2 (revision:2 to revision:2).\n',
      ].join('\n'),
    });
    expect((await run(['history', 'claim:call-held'], environment)).err).toBe('');
  });

  it('prints one JSON document', async () => {
    const { out } = await run(['recompute', '--json'], environment);
    expect(JSON.parse(out)).toEqual({
      outcome: 'done',
      version: { before: 2, now: 2 },
      began: null,
      steps: expect.arrayContaining([{ name: 'standings', records: 52, changed: 0 }]),
      revisions: null,
    });
  });

  it('stops after Ctrl-C, and continues there', async () => {
    const path = join(folder, 'many.ndjson');
    writeFileSync(path, manyClaims(300));
    await run(['import', path], environment);
    await write(FORGET_VERSION);
    const listeners = process.listenerCount('SIGINT');
    const running = run(['recompute', '--batch', '1', '--json'], environment);
    await expect.poll(() => process.listenerCount('SIGINT'), { interval: 1 }).toBeGreaterThan(listeners);
    setTimeout(() => process.emit('SIGINT'), 300);
    const { exit, err, out } = await running;
    expect({ exit, err }).toEqual({
      exit: 130,
      err: 'Stopping after the current batch. Press Ctrl-C again to stop at once.\n',
    });
    const stopped = JSON.parse(out);
    expect(stopped).toMatchObject({ outcome: 'stopped', version: { before: 1, now: 1 }, began: null });
    const done = stopped.steps.at(-1)?.records ?? 0;
    const again = JSON.parse((await run(['recompute', '--json'], environment)).out);
    expect(again).toMatchObject({ outcome: 'done', version: { before: 1, now: 2 } });
    expect(again.began?.done ?? 0).toBe(done);
    expect(again.steps[0].name).toBe(stopped.steps.at(-1)?.name ?? again.steps[0].name);
    expect(again.steps.at(-3)).toEqual({ name: 'standings', records: 352, changed: 0 });
  });

  it('loses nothing when it is killed, and continues there', async () => {
    await write(FORGET_VERSION, "MATCH (c:Claim) SET c.standing = 'DENIED'");
    const log = `${database}.wal`;
    const logged = () =>
      existsSync(log) ? readdirSync(log).reduce((sum, name) => sum + statSync(join(log, name)).size, 0) : 0;
    const running = start(['recompute', '--batch', '1'], environment);
    await expect.poll(logged, { interval: 5, timeout: 60_000 }).toBeGreaterThan(30_000);
    running.child.kill('SIGKILL');
    await running.ended;
    const again = JSON.parse((await run(['recompute', '--json'], environment)).out);
    expect(again).toMatchObject({ outcome: 'done', version: { before: 1, now: 2 } });
    expect(again.began.done).toBeGreaterThan(0);
    const standings = await read("MATCH (c:Claim) WHERE c.standing = 'DENIED' RETURN c.id AS id");
    expect(standings).toEqual([]);
  });
});

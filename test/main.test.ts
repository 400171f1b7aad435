import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { start } from './cli/program.ts';
import { askOver, COUNTS, COUNTS_OF_SEED, endServing, serving } from './cli/serving.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-main-'));

describe('the program', { timeout: 90_000 }, () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('seeds an empty database, says where it answers, and stops on a signal', async () => {
    const server = await serving({ CLAIMGRAPH_DATA: folder });
    expect(server.greeting).toContain(`the embedded database at ${folder}`);
    expect(server.greeting).toContain(`${server.url}/playground`);
    expect(await askOver(server, COUNTS)).toEqual(COUNTS_OF_SEED);
    expect(await endServing(server, 'SIGTERM')).toBe(0);
  });

  it('leaves a database alone that is not empty, also after it was killed', async () => {
    const recorded = '{ node(id: "attribution:reuters-amnesty") { ... on Attribution { recordedAt } } }';
    const first = await serving({ CLAIMGRAPH_DATA: folder });
    const before = await askOver(first, recorded);
    await endServing(first, 'SIGKILL');
    const second = await serving({ CLAIMGRAPH_DATA: folder });
    expect(await askOver(second, recorded)).toEqual(before);
    expect(await askOver(second, COUNTS)).toEqual(COUNTS_OF_SEED);
    await endServing(second, 'SIGINT');
  });

  it('names every setting that is wrong, and starts nothing', async () => {
    const { exit, out, err } = await start([], { PORT: 'http', NEO4J_URI: 'localhost', CLAIMGRAPH_LOG: 'loud' }).ended;
    expect(exit).toBe(1);
    for (const name of ['PORT', 'NEO4J_URI', 'CLAIMGRAPH_LOG']) expect(`${out}${err}`).toContain(`  ${name}: `);
    expect(`${out}${err}`).not.toContain('    at ');
  });
});

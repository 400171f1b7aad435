import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measuredAnswer } from './measured-answer.ts';
import { CANNOT_MEASURE, generatedGraph, type MeasuredServer, measuredServer } from './measured-server.ts';

const LISTS = Array.from({ length: 99 }, (_, at) => {
  const filter = `filter: { text: "claim ${at}" }`;
  return `l${at}: claims(${filter}, first: 100) { totalCount nodes { id text } }`;
});

/** As many lists as an operation may have: nearly five hundred statements of five clients. */
const GREEDY = { query: `{ ${LISTS.join('\n')} }`, variables: {} };

describe.skipIf(CANNOT_MEASURE)('five clients that ask for as many lists as they may', () => {
  let folder: string;
  let server: MeasuredServer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'claimgraph-greedy-'));
    await generatedGraph(folder, 10_000);
    server = await measuredServer({ CLAIMGRAPH_DATA: folder, CLAIMGRAPH_TIMEOUT: '60000' });
  });

  afterAll(async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('are overtaken by trivial questions, and answered', async () => {
    const started = performance.now();
    const answers = await Promise.all(Array.from({ length: 5 }, () => measuredAnswer(server, GREEDY)));
    const took = performance.now() - started;
    expect(answers.map(({ status, codes }) => [status, codes])).toEqual(answers.map(() => [200, []]));
    const times = answers.flatMap(({ beside }) => beside).toSorted((a, b) => a - b);
    // Without a queue a trivial question took as long as the greedy ones that were there before it.
    expect(times[Math.floor(times.length * 0.9)]).toBeLessThan(took / 4);
    expect(times.length).toBeGreaterThan(50);
  });
});

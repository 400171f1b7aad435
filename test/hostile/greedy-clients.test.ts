import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { machineFactor } from '../fuzz/machine-factor.ts';
import { measuredAnswer } from './measured-answer.ts';
import { CANNOT_MEASURE, generatedGraph, type MeasuredServer, measuredServer } from './measured-server.ts';

const LISTS = Array.from({ length: 99 }, (_, at) => {
  const filter = `filter: { text: "claim ${at}" }`;
  return `l${at}: claims(${filter}, first: 100) { totalCount nodes { id text } }`;
});

/** As many lists as an operation may have: nearly five hundred statements of five clients. */
const GREEDY = { query: `{ ${LISTS.join('\n')} }`, variables: {} };

const TYPES =
  'types { name kind description fields { name description type { name kind } args { name type { name } } } }';

/** The schema about as often as an operation may have it, each time in a text of its own. */
const schemaIn = (text: number) => ({
  query: `{ __schema { ${Array.from({ length: 8 }, (_, at) => `t${text}_${at}: ${TYPES}`).join('\n')} } }`,
  variables: {},
});

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

  it('or for as much of the schema as they may, again and again, hold up nobody and fill no memory', async () => {
    let asked = 0;
    const client = async () => {
      const answers: Awaited<ReturnType<typeof measuredAnswer>>[] = [];
      for (let times = 0; times < 8; times++) answers.push(await measuredAnswer(server, schemaIn(++asked)));
      return answers;
    };
    const answers = (await Promise.all(Array.from({ length: 5 }, client))).flat();
    expect(answers.map(({ status, codes }) => [status, codes])).toEqual(answers.map(() => [200, []]));
    const times = answers.flatMap(({ beside }) => beside).toSorted((a, b) => a - b);
    expect(times[Math.floor(times.length * 0.95)]).toBeLessThan(250 * machineFactor());
    expect(server.memory()).toBeLessThan(500);
  });
});

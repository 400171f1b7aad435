import { setTimeout as pause } from 'node:timers/promises';
import type { GraphQLFormattedError } from 'graphql';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { openNeo4j } from '../../src/engine/neo4j.ts';
import { startServer } from '../../src/server.ts';
import { asking } from '../ask.ts';
import { engines, settingsOfNeo4j, type TestedEngine } from '../engines.ts';
import { failureOf, multiplying } from '../failures.ts';
import { listen } from '../live/listener.ts';
import { faultyLine } from './faulty-line.ts';

const [{ open: openNeo4jEmpty }] = engines as [TestedEngine];

const ENDLESS = multiplying(100_000);

describe('a statement that takes too long', () => {
  it('is ended on Neo4j, also when its client disconnects', async () => {
    const patient = openNeo4j(settingsOfNeo4j());
    // A statement is planned once, however often it is ended; planning itself cannot be ended.
    expect(await failureOf(patient.read(ENDLESS, { signal: AbortSignal.timeout(3_000) }))).toBe('CANCELLED');
    const engine = openNeo4j({ ...settingsOfNeo4j(), timeout: 600 });
    expect(await failureOf(engine.read(ENDLESS))).toBe('TIMEOUT');
    const clientLeft = AbortSignal.timeout(200);
    const started = performance.now();
    expect(await failureOf(patient.read(ENDLESS, { signal: clientLeft }))).toBe('CANCELLED');
    expect(performance.now() - started).toBeLessThan(5_000);
    await engine.close();
    await patient.close();
  });
});

describe.each(engines)('a $name that goes away and comes back', ({ openSeeded }) => {
  it('is SERVICE_UNAVAILABLE meanwhile, and answers again without a restart', async () => {
    const seeded = await openSeeded();
    const line = await faultyLine(settingsOfNeo4j().uri);
    const engine = openNeo4j({ ...settingsOfNeo4j(), uri: line.uri, timeout: 5_000 });
    const reported: unknown[] = [];
    const ask = await asking(engine, { report: (error) => reported.push(error) });
    const query = '{ node(id: "claim:wife") { id } }';
    expect((await ask(query)).data).toEqual({ node: { id: 'claim:wife' } });
    line.fail('cut');
    const { errors, data } = await ask(query);
    expect(errors?.map(({ extensions, message }) => [extensions?.code, message])).toEqual([
      ['SERVICE_UNAVAILABLE', 'The database does not answer at the moment. Please try again.'],
    ]);
    expect(data).toEqual({ node: null });
    expect(reported).toHaveLength(1);
    line.mend();
    expect((await ask(query)).data).toEqual({ node: { id: 'claim:wife' } });
    await engine.close();
    await seeded.close();
    await line.close();
  });

  it('distinguishes wrong credentials from an unreachable database', async () => {
    const engine = openNeo4j({ ...settingsOfNeo4j(), password: 'wrong', timeout: 5_000 });
    expect(await failureOf(engine.read({ text: 'RETURN 1 AS one', parameters: {} }))).toBe('REFUSED');
    await engine.close();
  });
});

const TIMEOUT = 2_500;

/** Beyond the time limit: time for a server to show that it lives, and for a slow machine. */
const SLACK = 2_000;

/** How a call failed, and whether in time. */
async function failureInTime(work: Promise<unknown>): Promise<string> {
  const started = performance.now();
  const failure = await failureOf(work);
  const took = performance.now() - started;
  return took < TIMEOUT + SLACK ? failure : `${failure} after ${Math.round(took)} ms`;
}

const ONE = { text: 'RETURN 1 AS one', parameters: {} };
const CREATE = { text: "MERGE (n:Fault {id: 'fault'}) SET n.times = coalesce(n.times, 0) + 1", parameters: {} };
const TIMES = { text: 'MATCH (n:Fault) RETURN n.times AS times', parameters: {} };
const FORGET = { text: 'MATCH (n:Fault) DETACH DELETE n', parameters: {} };

const dueNow = () => ({ due: performance.now() + TIMEOUT });

describe('a network path that swallows what it is given', () => {
  let direct: Engine;

  beforeAll(async () => {
    direct = openNeo4j(settingsOfNeo4j());
    // What was planned before does not take long.
    await direct.write((run) => run(CREATE));
    await direct.write((run) => run(FORGET));
    await direct.read(TIMES);
  });

  afterAll(() => direct.close());

  it('is UNAVAILABLE within the time limit from the first connection on, and works as soon as it passes on', async () => {
    const line = await faultyLine(settingsOfNeo4j().uri);
    line.fail('silent');
    const engine = openNeo4j({ ...settingsOfNeo4j(), uri: line.uri, timeout: TIMEOUT });
    expect(await failureInTime(engine.prepare([]))).toBe('UNAVAILABLE');
    const many = Array.from({ length: 150 }, () => failureInTime(engine.read(ONE)));
    expect(new Set(await Promise.all(many))).toEqual(new Set(['UNAVAILABLE']));
    expect(line.connections).toBeLessThan(10);
    line.mend();
    await pause(600);
    expect(await engine.read(ONE)).toEqual([{ one: 1 }]);
    await engine.close();
    await line.close();
  });

  it('in the middle of reads and writes keeps neither of them, nor their connections', async () => {
    const line = await faultyLine(settingsOfNeo4j().uri);
    const engine = openNeo4j({ ...settingsOfNeo4j(), uri: line.uri, timeout: TIMEOUT });
    await engine.write((run) => run(FORGET));
    await Promise.all(Array.from({ length: 5 }, () => engine.read(ONE)));
    line.fail('stalled');
    const failures = await Promise.all([
      ...Array.from({ length: 5 }, () => failureInTime(engine.read(ONE))),
      failureInTime(engine.write((run) => run(CREATE), dueNow())),
    ]);
    expect(new Set(failures)).toEqual(new Set(['UNAVAILABLE']));
    await expect.poll(() => line.connections).toBeLessThan(3);
    line.mend();
    await pause(600);
    expect(await engine.read(ONE)).toEqual([{ one: 1 }]);
    expect(await direct.read(TIMES)).toEqual([]);
    await engine.close();
    await line.close();
  });

  it('while a commit is answered does not write twice', async () => {
    const line = await faultyLine(settingsOfNeo4j().uri);
    const engine = openNeo4j({ ...settingsOfNeo4j(), uri: line.uri, timeout: TIMEOUT });
    await direct.write((run) => run(FORGET));
    let runs = 0;
    const written = engine.write(async (run) => {
      runs += 1;
      await run(CREATE);
      line.fail('deaf');
    }, dueNow());
    expect(await failureInTime(written)).toBe('UNAVAILABLE');
    expect(runs).toBe(1);
    await expect.poll(() => direct.read(TIMES), { timeout: 20_000 }).toEqual([{ times: 1 }]);
    line.mend();
    await direct.write((run) => run(FORGET));
    await engine.close();
    await line.close();
  });

  it('and is cut while a commit is answered does not write twice either', async () => {
    const line = await faultyLine(settingsOfNeo4j().uri);
    const engine = openNeo4j({ ...settingsOfNeo4j(), uri: line.uri, timeout: TIMEOUT });
    let runs = 0;
    const written = engine.write(async (run) => {
      runs += 1;
      await run(CREATE);
      line.fail('deaf');
      setTimeout(() => line.fail('cut'), 300);
    }, dueNow());
    expect(await failureInTime(written)).toBe('UNAVAILABLE');
    line.mend();
    await pause(3_000);
    expect(runs).toBe(1);
    expect(await direct.read(TIMES)).toEqual([{ times: 1 }]);
    await direct.write((run) => run(FORGET));
    await engine.close();
    await line.close();
  });
});

describe.skipIf(!inject('neo4j')?.pid)('a Neo4j that is paused', () => {
  it('is UNAVAILABLE within the time limit, and serves again with no connection left over', async () => {
    const engine = openNeo4j({ ...settingsOfNeo4j(), timeout: TIMEOUT });
    await Promise.all(Array.from({ length: 20 }, () => engine.read(ONE)));
    const { pid = 0 } = inject('neo4j') ?? {};
    process.kill(pid, 'SIGSTOP');
    try {
      const failures = [
        ...Array.from({ length: 120 }, () => failureInTime(engine.read(ONE))),
        failureInTime(engine.write((run) => run(CREATE), dueNow())),
      ];
      expect(new Set(await Promise.all(failures))).toEqual(new Set(['UNAVAILABLE']));
      expect(await failureInTime(engine.read(ONE))).toBe('UNAVAILABLE');
      const clientLeft = AbortSignal.timeout(100);
      expect(await failureInTime(engine.read(ONE, { signal: clientLeft }))).toMatch(/^(UNAVAILABLE|CANCELLED)$/);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
    await expect.poll(() => failureOf(engine.read(ONE)), { timeout: 20_000 }).toBe('none');
    expect(await engine.read(TIMES)).toEqual([]);
    await engine.close();
    await expect.poll(connectionsOfOurs, { timeout: 20_000 }).toBeLessThan(3);
  });
});

describe('a server whose Neo4j is silent for a while', () => {
  it('answers questions and changes in time, stores a repeated change once, and goes on with subscriptions', async () => {
    const direct = await openNeo4jEmpty();
    const line = await faultyLine(settingsOfNeo4j().uri);
    const engine = openNeo4j({ ...settingsOfNeo4j(), uri: line.uri, timeout: TIMEOUT });
    const writing = { token: 'a-token-of-many-characters', by: 'test' };
    const server = await startServer({ engine, host: '127.0.0.1', port: 0, questions: [], log: 'silent', writing });
    const post = async (query: string, variables = {}) => {
      const started = performance.now();
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${writing.token}` };
      const body = JSON.stringify({ query, variables });
      const answer = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body });
      const { data, errors = [] } = (await answer.json()) as { data: unknown; errors?: GraphQLFormattedError[] };
      const codes = errors.map(({ extensions }) => extensions?.code);
      return { data, codes, isInTime: performance.now() - started < TIMEOUT + SLACK };
    };
    const record =
      'mutation ($bundle: BundleInput!, $key: String!) { record(bundle: $bundle, idempotencyKey: $key) { replayed } }';
    const changeOf = (key: string) => ({
      bundle: { actors: [{ id: `organization:${key}`, type: 'ORGANIZATION', names: [{ text: key }] }] },
      key,
    });
    const codesOf = async (asked: ReturnType<typeof post>) => (await asked).codes;
    let begun = 0;
    const another = () => codesOf(post(record, changeOf(`silent-${Date.now()}-${++begun}`)));
    await expect.poll(another, { timeout: 60_000 }).toEqual([]);
    let listener = listen(server.url);
    const heardOfAnother = async () => {
      // On a cold server its statements may take longer to plan than the limit allows.
      if (listener.errors.length > 0) listener = listen(server.url);
      await another();
      return listener.heard.length;
    };
    await expect.poll(heardOfAnother, { timeout: 60_000 }).toBeGreaterThan(0);
    const heard = listener.heard.length;
    const change = changeOf(`silent-${Date.now()}`);
    const id = `organization:${change.key}`;
    line.fail('stalled');
    const failed = { codes: ['SERVICE_UNAVAILABLE'], isInTime: true };
    const question = `{ node(id: "${id}") { id } }`;
    const answers = [post(question), post(question), post(record, change)];
    expect(await Promise.all(answers)).toMatchObject([failed, failed, failed]);
    line.mend();
    await expect.poll(() => codesOf(post(record, change)), { timeout: 20_000 }).toEqual([]);
    expect(await post(record, change)).toMatchObject({ data: { record: { replayed: true } } });
    expect(await post(question)).toMatchObject({ data: { node: { id } } });
    await listener.until(heard + 1);
    expect(listener.errors).toEqual([]);
    await listener.leave();
    await server.close();
    await engine.close();
    await direct.close();
    await line.close();
  });
});

/** Connections that the server holds open, as it counts them. */
async function connectionsOfOurs(): Promise<number> {
  const engine = openNeo4j(settingsOfNeo4j());
  const text = "CALL dbms.listConnections() YIELD userAgent WHERE userAgent = 'claimgraph' RETURN count(*) AS open";
  const [row] = await engine.read({ text, parameters: {} });
  await engine.close();
  return row?.open as number;
}

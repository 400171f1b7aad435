import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openEmbedded } from '../src/engine/embedded.ts';
import { type Engine, EngineError } from '../src/engine/engine.ts';
import { openNeo4j } from '../src/engine/neo4j.ts';
import { loadSeed } from '../src/import/seed.ts';
import { asking } from './ask.ts';
import { engines } from './engines.ts';

/** Takes seconds on either engine, and ends by itself. */
/** Takes the longer, the more numbers it multiplies with each other. */
const slow = (numbers: number) => ({
  text: `UNWIND range(1, ${numbers}) AS x UNWIND range(1, ${numbers}) AS y WITH x * y AS z RETURN max(z % 7) AS top`,
  parameters: {},
});

/** The embedded engine cannot be stopped, so it is given no more than it has to have. */
const SLOW = slow(3_000);
const ENDLESS = slow(100_000);

async function failureOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    return error instanceof EngineError ? error.failure : `not an EngineError: ${error}`;
  }
}

describe.each(engines)('the port to $name', ({ name, open }) => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await open();
  });

  afterAll(() => engine.close());

  it('gives plain rows, with whole numbers as numbers', async () => {
    const parameters = { whole: 9_000_000_000_000_000, half: 0.5, list: [1, [2]], none: null, text: 'ñ' };
    const text = 'RETURN $whole AS whole, $half AS half, $list AS list, $none AS none, $text AS text, {a: 1} AS map';
    expect(await engine.read({ text, parameters })).toEqual([{ ...parameters, map: { a: 1 } }]);
  });

  it('stores all of a write or nothing', async () => {
    const create = { text: "CREATE (n:Node {id: 'test:half'})", parameters: {} };
    const broken = engine.write(async (run) => {
      await run(create);
      throw new Error('in the middle');
    });
    await expect(broken).rejects.toThrow('in the middle');
    const count = { text: "MATCH (n:Node) WHERE n.id = 'test:half' RETURN count(n) AS total", parameters: {} };
    expect(await engine.read(count)).toEqual([{ total: 0 }]);
  });

  it('undoes all where one of several statements fails that were sent at once', async () => {
    const create = { text: "UNWIND range(1, 5000) AS i CREATE (n:Many {id: 'test:many'})", parameters: {} };
    const broken = { text: 'RETURN', parameters: {} };
    const written = engine.write((run) => Promise.all([run(create), run(broken), run(create), run(create)]));
    expect(await failureOf(written)).toBe('FAULT');
    const thrown = engine.write(async (run) => {
      void run(create).catch(() => undefined);
      throw new Error('in the middle');
    });
    await expect(thrown).rejects.toThrow('in the middle');
    await engine.write((run) => run({ text: "CREATE (n:Many {id: 'test:one'})", parameters: {} }));
    const count = 'MATCH (n:Many) RETURN count(n) AS total';
    expect(await engine.read({ text: count, parameters: {} })).toEqual([{ total: 1 }]);
  });

  it('lets writers through one after the other', async () => {
    const counter = { text: "MERGE (c:Counter {id: 'c'}) ON CREATE SET c.n = 0 SET c.n = c.n + 1", parameters: {} };
    await engine.write((run) => run(counter));
    await Promise.all(Array.from({ length: 20 }, () => engine.write((run) => run(counter))));
    expect(await engine.read({ text: 'MATCH (c:Counter) RETURN c.n AS n', parameters: {} })).toEqual([{ n: 21 }]);
  });

  it('distinguishes a fault of a statement from all else', async () => {
    expect(await failureOf(engine.read({ text: 'RETURN', parameters: {} }))).toBe('FAULT');
  });

  it.skipIf(name === 'embedded')('refuses to write in a read (which the embedded engine cannot)', async () => {
    expect(await failureOf(engine.read({ text: 'CREATE (n:Counter)', parameters: {} }))).toBe('FAULT');
  });
});

describe('a statement that takes too long', () => {
  it('fails in time on the embedded engine', async () => {
    const engine = openEmbedded({ path: null, timeout: 100 });
    expect(await failureOf(engine.read(SLOW))).toBe('TIMEOUT');
    await engine.close();
  });

  it.skipIf(!inject('neo4j'))('is ended on Neo4j (where one runs), also when its client goes away', async () => {
    const engine = openNeo4j({ ...server(), timeout: 300 });
    expect(await failureOf(engine.read(ENDLESS))).toBe('TIMEOUT');
    const patient = openNeo4j({ ...server(), timeout: 20_000 });
    const gone = AbortSignal.timeout(200);
    const started = performance.now();
    expect(await failureOf(patient.read(ENDLESS, { signal: gone }))).toBe('CANCELLED');
    expect(performance.now() - started).toBeLessThan(5_000);
    await engine.close();
    await patient.close();
  });
});

describe.skipIf(!inject('neo4j'))('a Neo4j (where one runs) that goes away and comes back', () => {
  it('is SERVICE_UNAVAILABLE meanwhile, and answers again without a restart', async () => {
    const prepared = await engines.find(({ name }) => name === 'neo4j')?.open();
    await loadSeed(prepared as Engine);
    const line = await cuttableLine(new URL(server().uri.replace(/^\w+:/, 'http:')));
    const engine = openNeo4j({ ...server(), uri: `bolt://127.0.0.1:${line.port}`, timeout: 5_000 });
    const reported: unknown[] = [];
    const ask = await asking(engine, { report: (error) => reported.push(error) });
    const query = '{ node(id: "claim:wife") { id } }';
    expect((await ask(query)).data).toEqual({ node: { id: 'claim:wife' } });
    line.cut();
    const { errors, data } = await ask(query);
    expect(errors?.map(({ extensions, message }) => [extensions?.code, message])).toEqual([
      ['SERVICE_UNAVAILABLE', 'The database does not answer at the moment. Please try again.'],
    ]);
    expect(data).toEqual({ node: null });
    expect(reported).toHaveLength(1);
    line.mend();
    expect((await ask(query)).data).toEqual({ node: { id: 'claim:wife' } });
    await engine.close();
    await prepared?.close();
    await line.close();
  });

  it('distinguishes wrong credentials from being away', async () => {
    const engine = openNeo4j({ ...server(), password: 'wrong', timeout: 5_000 });
    expect(await failureOf(engine.read({ text: 'RETURN 1 AS one', parameters: {} }))).toBe('REFUSED');
    await engine.close();
  });
});

function server() {
  const provided = inject('neo4j');
  if (!provided) throw new Error('no Neo4j runs');
  return { ...provided, database: 'neo4j' };
}

/** A real network path to a server that can be cut: connections break, and new ones are refused at once. */
async function cuttableLine(target: URL) {
  const open = new Set<Socket>();
  let cut = false;
  const relay: Server = createServer((near) => {
    if (cut) return void near.destroy();
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => undefined).on('close', () => open.delete(socket));
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((done) => relay.listen(0, '127.0.0.1', done));
  const address = relay.address();
  return {
    port: typeof address === 'object' ? address?.port : 0,
    cut: () => {
      cut = true;
      for (const socket of open) socket.destroy();
    },
    mend: () => {
      cut = false;
    },
    close: () => new Promise((done) => relay.close(done)),
  };
}

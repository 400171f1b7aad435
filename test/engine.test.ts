import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from '../src/engine/embedded.ts';
import type { Engine } from '../src/engine/engine.ts';
import { embeddedOnly, engines } from './engines.ts';
import { failureOf, multiplying } from './failures.ts';

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

  it('undoes all statements that were sent together when one fails', async () => {
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

  it('distinguishes a fault of a statement from other errors', async () => {
    expect(await failureOf(engine.read({ text: 'RETURN', parameters: {} }))).toBe('FAULT');
  });

  it.skipIf(name === 'embedded')('refuses to write in a read (which the embedded engine cannot)', async () => {
    expect(await failureOf(engine.read({ text: 'CREATE (n:Counter)', parameters: {} }))).toBe('FAULT');
  });
});

describe.each(embeddedOnly)('a statement that takes too long', () => {
  it('fails in time on the embedded engine', async () => {
    const engine = openEmbedded({ path: null, timeout: 100 });
    expect(await failureOf(engine.read(multiplying(3_000)))).toBe('TIMEOUT');
    await engine.close();
  });
});

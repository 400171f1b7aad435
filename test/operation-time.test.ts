import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { load } from '../src/change/load.ts';
import type { Engine } from '../src/engine/engine.ts';
import { readWithin } from '../src/graphql/operation-time.ts';
import { asking } from './ask.ts';
import { engines } from './engines.ts';
import { small } from './small-bundle.ts';

const ONE = { text: 'RETURN 1 AS one', parameters: {} };

const TRACED = '{ claims(first: 3) { nodes { id roots { id actor { name } } } } }';

describe.each(engines)('the time of an operation on $name', ({ open }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
    const attributions = { a: { claim: 'a', actor: 'person:ana' } };
    await load(engine, small({ people: ['ana'], claims: { a: {} }, attributions }), { by: 'ana' });
  });
  afterAll(() => engine.close());

  it('is that of all its statements together', async () => {
    const slow: Engine['read'] = (statement, options) => pause(400).then(() => engine.read(statement, options));
    const ask = await asking({ ...engine, read: slow, timeout: 600 });
    const { data, errors, statements } = await ask(TRACED);
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['LIMIT_EXCEEDED']);
    expect(data).toBeNull();
    expect(statements.length).toBeLessThan(3);
  });

  it('ends no change before its answer', async () => {
    const slow: Engine['read'] = (statement, options) => pause(20).then(() => engine.read(statement, options));
    const ask = await asking({ ...engine, read: slow, timeout: 1 }, { by: 'ana' });
    const { data, errors } = await ask(
      'mutation { retract(id: "claim:a", reason: "so") { problems { code } revision { operation } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.retract.revision.operation).toBe('RETRACT');
  });

  it('ends with the client: no further statement runs', async () => {
    const client = new AbortController();
    const read = readWithin(engine, { due: performance.now() + 60_000, signal: client.signal });
    expect(await read(ONE)).toEqual([{ one: 1 }]);
    client.abort();
    await expect(read(ONE)).rejects.toMatchObject({ failure: 'CANCELLED' });
  });

  it('ends a long computation at its next turn', async () => {
    const read = readWithin(engine, { due: performance.now() + 50 });
    await pause(60);
    await expect(read.turn()).rejects.toMatchObject({ failure: 'TIMEOUT' });
  });
});

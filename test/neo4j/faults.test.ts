import { connect, createServer, type Server, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { openNeo4j } from '../../src/engine/neo4j.ts';
import { asking } from '../ask.ts';
import { engines, settingsOfNeo4j } from '../engines.ts';
import { failureOf, multiplying } from '../failures.ts';

const ENDLESS = multiplying(100_000);

describe('a statement that takes too long', () => {
  it('is ended on Neo4j, also when its client disconnects', async () => {
    const engine = openNeo4j({ ...settingsOfNeo4j(), timeout: 300 });
    expect(await failureOf(engine.read(ENDLESS))).toBe('TIMEOUT');
    const patient = openNeo4j(settingsOfNeo4j());
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
    const line = await cuttableLine(new URL(settingsOfNeo4j().uri.replace(/^\w+:/, 'http:')));
    const engine = openNeo4j({ ...settingsOfNeo4j(), uri: `bolt://127.0.0.1:${line.port}`, timeout: 5_000 });
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
    await seeded.close();
    await line.close();
  });

  it('distinguishes wrong credentials from an unreachable database', async () => {
    const engine = openNeo4j({ ...settingsOfNeo4j(), password: 'wrong', timeout: 5_000 });
    expect(await failureOf(engine.read({ text: 'RETURN 1 AS one', parameters: {} }))).toBe('REFUSED');
    await engine.close();
  });
});

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

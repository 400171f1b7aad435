import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openEmbedded } from '../../src/engine/embedded.ts';
import { StatementQueue } from '../../src/engine/statement-queue.ts';
import { failureOf, multiplying } from '../failures.ts';

const LANES = [
  { time: 20, values: 10, places: 1 },
  { time: Number.POSITIVE_INFINITY, values: Number.POSITIVE_INFINITY, places: 1 },
];

const { signal } = new AbortController();
const statement = (text: string) => ({ text, parameters: {} });

describe('statements on an engine that cannot cancel them', () => {
  it('overtake long ones where they are short, and are known by what they took before', async () => {
    const queue = new StatementQueue(LANES);
    const order: string[] = [];
    const run = (text: string, time: number, cost: number) =>
      queue.run(statement(text), { cost, signal }, async () => {
        await pause(time);
        order.push(text);
        return { value: text, time };
      });
    await Promise.all([run('long', 120, 1_000), run('longer', 130, 1_000), run('short', 1, 1)]);
    expect(order).toEqual(['short', 'long', 'longer']);
    order.length = 0;
    await run('seems short', 60, 1);
    await Promise.all([run('seems short', 60, 1), run('seems short', 60, 1), run('short', 1, 1_000)]);
    expect(order).toEqual(['seems short', 'short', 'seems short', 'seems short']);
  });

  it('make room for short ones where they take longer than expected, a few at a time', async () => {
    const queue = new StatementQueue(LANES);
    let most = 0;
    const run = (text: string, time: number, address = 'one') =>
      queue.run(statement(text), { cost: 1, signal, client: { address, connection: '1' } }, async () => {
        most = Math.max(most, queue.running);
        await pause(time);
        return { value: text, time };
      });
    const long = Array.from({ length: 8 }, (_, index) => run(`new ${index}`, 150));
    const first = await Promise.race([run('short', 1, 'other'), ...long.slice(3)]);
    expect(first).toBe('short');
    await Promise.all(long);
    expect(most).toBeLessThanOrEqual(3);
    expect(queue.running).toBe(0);
  });

  it('count until they end, though nobody waits for them; who waits behind them fails in time or leaves', async () => {
    const engine = openEmbedded({ path: null, timeout: 400 });
    const abandoned = Array.from({ length: 6 }, () => failureOf(engine.read(multiplying(2_000), { cost: 1e6 })));
    const gone = failureOf(engine.read(multiplying(2_000), { cost: 1e6, signal: AbortSignal.timeout(50) }));
    expect(await engine.read({ text: 'RETURN 1 AS one', parameters: {} }, { cost: 1 })).toEqual([{ one: 1 }]);
    expect(await gone).toBe('CANCELLED');
    expect(new Set(await Promise.all(abandoned))).toEqual(new Set(['TIMEOUT', 'BUSY']));
    expect(await failureOf(engine.read(multiplying(3), { due: performance.now() - 1 }))).toBe('TIMEOUT');
    await expect.poll(() => failureOf(engine.read(multiplying(3), { cost: 1e6 })), { timeout: 60_000 }).toBe('none');
    await engine.close();
  });

  it('are written in time or not at all', async () => {
    const engine = openEmbedded({ path: null, timeout: 60_000 });
    const create = { text: "CREATE (n:Late {id: 'late'})", parameters: {} };
    const slow = engine.write(
      async (run) => {
        await run(create);
        await pause(600);
      },
      { due: performance.now() + 200 },
    );
    const behind = engine.write((run) => run(create), { due: performance.now() + 300 });
    expect(await failureOf(slow)).toBe('TIMEOUT');
    expect(await failureOf(behind)).toBe('BUSY');
    await engine.write((run) => run({ text: "CREATE (n:After {id: 'after'})", parameters: {} }));
    expect(await engine.read({ text: 'MATCH (n:Late) RETURN count(n) AS n', parameters: {} })).toEqual([{ n: 0 }]);
    await engine.close();
  });
});

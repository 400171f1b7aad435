import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FairQueue, type Leave } from '../../src/engine/fair-queue.ts';

const BOUNDS = { capacity: 3, waiting: 1_000, waitingOfAddress: 1_000 };

interface Asked {
  readonly address: string;
  readonly connection: string;
  readonly weight: number;
}

const asked: fc.Arbitrary<Asked> = fc.record({
  address: fc.constantFrom('a', 'b', 'c'),
  connection: fc.constantFrom('1', '2'),
  weight: fc.integer({ min: 1, max: 4 }),
});

/** Lets what was promised happen. */
const settled = () => new Promise((done) => setImmediate(done));

describe('a fair queue', () => {
  it('runs each once, never more than it may at a time, and everything in the end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { maxLength: 40 }), fc.array(fc.nat(39)), async (all, gone) => {
        const queue = new FairQueue(BOUNDS);
        const running = new Map<number, Leave>();
        const entered: number[] = [];
        const leaving = all.map(() => new AbortController());
        const ended = all.map(({ weight, ...client }, index) =>
          queue.enter(weight, client, leaving[index]?.signal).then(
            (leave) => {
              entered.push(index);
              running.set(index, leave);
            },
            () => undefined,
          ),
        );
        await settled();
        const left = new Set(gone.filter((index) => index < all.length && !running.has(index)));
        for (const index of left) leaving[index]?.abort();
        await settled();
        while (running.size > 0) {
          const weight = [...running.keys()].reduce((sum, index) => sum + (all[index]?.weight ?? 0), 0);
          expect(queue.used).toBe(weight);
          expect(running.size === 1 || weight <= BOUNDS.capacity).toBe(true);
          const [first] = running;
          if (!first) break;
          running.delete(first[0]);
          first[1]();
          first[1]();
          await settled();
        }
        await Promise.all(ended);
        expect(entered.toSorted((a, b) => a - b)).toEqual(all.map((_, index) => index).filter((one) => !left.has(one)));
        expect([queue.used, queue.waiting]).toEqual([0, 0]);
      }),
    );
  });

  it('lets nobody wait for more than one of each other address, and of each other connection of theirs', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { minLength: 1, maxLength: 40 }), async (all) => {
        const queue = new FairQueue({ ...BOUNDS, capacity: 1 });
        const leaveFirst = await queue.enter(1);
        const order: Asked[] = [];
        const ended = all.map(async (one) => {
          const leave = await queue.enter(1, one);
          order.push(one);
          leave();
        });
        leaveFirst();
        await Promise.all(ended);
        for (const one of all) {
          const turns = order.flatMap((other, place) => (other.address === one.address ? [place] : []));
          for (const [turn, place] of turns.entries()) {
            const between = order.slice((turns[turn - 1] ?? -1) + 1, place).map(({ address }) => address);
            expect(new Set(between).size).toBe(between.length);
          }
        }
      }),
    );
  });

  it('refuses what is too much, of one address or of all', async () => {
    const queue = new FairQueue({ capacity: 1, waiting: 3, waitingOfAddress: 2 });
    const client = (address: string) => ({ address, connection: '1' });
    await queue.enter(1);
    for (const address of ['a', 'a', 'b']) void queue.enter(1, client(address));
    await expect(queue.enter(1, client('a'))).rejects.toMatchObject({ name: 'QueueFull', isByClient: true });
    await expect(queue.enter(1, client('b'))).rejects.toMatchObject({ name: 'QueueFull', isByClient: false });
  });
});

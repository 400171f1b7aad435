import { isDeepStrictEqual } from 'node:util';
import type { Contender } from './contenders.ts';

/** Times in milliseconds, by contender. */
export type Times = ReadonlyMap<string, readonly number[]>;

/** Throws where a contender answers something else than the first one. */
export async function compare(contenders: readonly Contender[], ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const answers = await Promise.all(contenders.map(async ({ ask, open }) => open(await ask(id))));
    answers.forEach((answer, index) => {
      if (isDeepStrictEqual(plain(answer), plain(answers[0]))) return;
      const [other, first] = [JSON.stringify(answer), JSON.stringify(answers[0])];
      const at = [...other].findIndex((letter, place) => letter !== first[place]);
      const near = (text: string) => text.slice(Math.max(0, at - 100), at + 100);
      throw new Error(`${contenders[index]?.name} answers otherwise for ${id}:\n${near(other)}\n${near(first)}`);
    });
  }
}

/** Without prototypes, which the driver's objects do not share with parsed JSON. */
function plain(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer));
}

/**
 * Asks one at a time, every contender once a round and each round about another id; who begins changes from round to
 * round. The rounds that warm up are not counted.
 */
export async function interleave(
  contenders: readonly Contender[],
  ids: readonly string[],
  rounds: { warm: number; counted: number },
): Promise<Times> {
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds.warm + rounds.counted; round++) {
    const id = ids[round % ids.length] as string;
    for (let turn = 0; turn < contenders.length; turn++) {
      const { name, ask } = contenders[(round + turn) % contenders.length] as Contender;
      const took = await timed(() => ask(id));
      if (round >= rounds.warm) times.get(name)?.push(took);
    }
  }
  return times;
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Answers per second of each contender while so many clients ask at once: the median of several turns. */
export async function throughput(
  contenders: readonly Contender[],
  ids: readonly string[],
  { clients, turns, milliseconds }: { clients: number; turns: number; milliseconds: number },
): Promise<ReadonlyMap<string, number>> {
  const rates = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let turn = 0; turn < turns; turn++) {
    for (const { name, ask } of contenders) {
      let answers = 0;
      const start = performance.now();
      const one = async (first: number) => {
        for (let next = first; performance.now() - start < milliseconds; next += clients) {
          await ask(ids[next % ids.length] as string);
          answers += 1;
        }
      };
      await Promise.all(Array.from({ length: clients }, (_, first) => one(first)));
      rates.get(name)?.push((answers / (performance.now() - start)) * 1_000);
    }
  }
  return new Map([...rates].map(([name, all]) => [name, percentile(all, 50)]));
}

/** The value that so many percent of the values do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] ?? Number.NaN;
}

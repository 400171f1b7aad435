import type { Cold } from './cold.ts';
import { REFERENCE } from './contenders.ts';
import { milliseconds, ratio, table } from './markdown.ts';
import { percentile, type Times } from './measure.ts';
import type { Profile } from './profile.ts';

/** What was measured of one question. */
export interface Measured {
  readonly times: Times;
  readonly rates: ReadonlyMap<string, number>;
}

/** Times and rates of every contender, as a table with ratios to the reference. */
export function comparison({ times, rates }: Measured): string {
  const reference = times.get(REFERENCE) ?? [];
  const rows = [...times].map(([name, all]) => {
    const cells = [50, 95].flatMap((percent) => {
      const value = percentile(all, percent);
      return [milliseconds(value), ratio(value / percentile(reference, percent))];
    });
    return [name, ...cells, (rates.get(name) ?? Number.NaN).toFixed(0)];
  });
  return table(['', 'p50 ms', 'ratio', 'p95 ms', 'ratio', 'answers/s, 8 clients'], rows);
}

/** First and second runs of new shapes. */
export function coldTable(all: readonly Cold[]): string {
  const rows = all.map(({ name, first, second }) => [
    name,
    milliseconds(percentile(first, 50)),
    `${milliseconds(Math.min(...first))} to ${milliseconds(Math.max(...first))}`,
    milliseconds(percentile(second, 50)),
  ]);
  return table(['', 'first run, median ms', 'all', 'second run, median ms'], rows);
}

export function profileTable(all: readonly Profile[]): string {
  const rows = all.map(({ name, hits, letters }) => [name, String(hits), String(letters)]);
  return table(['', 'database hits, median', 'characters of Cypher'], rows);
}

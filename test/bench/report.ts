import type { Cold } from './cold.ts';
import { NAMES, REFERENCE } from './contenders.ts';
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

/** How the aims were met: at most 1.3 times the hand-written statement, at least twice as fast as the library. */
export function verdicts(question: string, { times }: Measured): string[] {
  const ours = percentile(times.get(NAMES.ours) ?? [], 50);
  const against = (name: string) => percentile(times.get(name) ?? [], 50);
  const byHand = ours / against(REFERENCE);
  const libraries = [NAMES.field, NAMES.library].filter((name) => times.has(name));
  return [
    `- ${question}: ${ratio(byHand)} of the hand-written statement + HTTP (aim: at most 1.30): ${met(byHand <= 1.3)}`,
    ...libraries.map((name) => {
      const times = against(name) / ours;
      return `- ${question}: ${ratio(times)} times as fast as ${name} (aim: at least 2): ${met(times >= 2)}`;
    }),
  ];
}

function met(isMet: boolean): string {
  return isMet ? 'met' : 'not met';
}

/** A time with as many places as mean something. */
export function milliseconds(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}

function ratio(value: number): string {
  return value.toFixed(2);
}

/** A table of Markdown: words to the left, numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = `|---|${head
    .slice(1)
    .map(() => '---:|')
    .join('')}`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

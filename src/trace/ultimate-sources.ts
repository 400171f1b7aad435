import { grouped } from '../collections/grouped.ts';
import { isUnnamed, type Origin } from './origin.ts';
import type { SourceCount, Subgraph } from './subgraph.ts';

/** The people behind roots: how many there are at least, and at most (null: no bound is known). */
export interface UltimateSources extends SourceCount {
  /** Each root actor with the number that it stands for. */
  readonly counts: ReadonlyMap<string, SourceCount>;
  /** Whether `min` is the best of all combinations; else there were too many to try. */
  readonly isExact: boolean;
  /** Whether a total is too large for a number of the contract: `min` is cut there, and `max` is null. */
  readonly isCut: boolean;
}

/** The largest Int of GraphQL. */
export const LARGEST = 2_147_483_647;

/** Unnamed sources with a judgement of which all combinations are tried. */
const MOST_TRIED = 20;

/** Counts the distinct actors behind roots. An unnamed source may be any of the others, until somebody judged that not. */
export function countSources(subgraph: Subgraph, origins: readonly Origin[]): UltimateSources {
  const byActor = grouped(origins, ({ actor }) => actor);
  const counts = new Map([...byActor].map(([actor, own]) => [actor, countOf(subgraph, actor, own)]));
  const maxima = [...counts.values()].map(({ max }) => max);
  const max = maxima.includes(null) ? null : (maxima as number[]).reduce((sum, one) => sum + one, 0);
  const { min, isExact } = leastOf(subgraph, counts);
  const isCut = Math.max(min, max ?? 0) > LARGEST;
  return { min: Math.min(min, LARGEST), max: max === null || max > LARGEST ? null : max, isExact, isCut, counts };
}

function countOf(subgraph: Subgraph, actor: string, own: readonly Origin[]): SourceCount {
  const speaker = subgraph.speakers.get(actor);
  if (isUnnamed(speaker)) {
    const stated = own.map(({ attribution }) => attribution.sources ?? speaker?.count ?? { min: 1, max: null });
    const maxima = stated.map(({ max }) => max);
    return {
      min: Math.max(...stated.map(({ min }) => min)),
      max: maxima.includes(null) ? null : Math.max(...(maxima as number[])),
    };
  }
  const isOpen = own.some(({ isOwnVoice, isRead }) => isOwnVoice && !isRead);
  return { min: 1, max: isOpen ? null : 1 };
}

/** The largest total of least numbers over actors who are known to be different from each other. */
function leastOf(subgraph: Subgraph, counts: ReadonlyMap<string, SourceCount>): { min: number; isExact: boolean } {
  const actors = [...counts.keys()].sort();
  const named = actors.filter((actor) => !isUnnamed(subgraph.speakers.get(actor)));
  const unnamed = actors.filter((actor) => isUnnamed(subgraph.speakers.get(actor)));
  const differ = (one: string, other: string) => subgraph.differentFrom.get(one)?.includes(other) === true;
  const least = (actor: string) => counts.get(actor)?.min ?? 0;
  const total = (chosen: readonly string[]) =>
    chosen.reduce((sum, actor) => sum + least(actor), 0) +
    named.filter((actor) => chosen.every((one) => differ(one, actor))).length;
  const judged = unnamed.filter((actor) => subgraph.differentFrom.has(actor));
  // Without a judgement it may be any of the others: it counts alone or not at all.
  const alone = unnamed.filter((actor) => !subgraph.differentFrom.has(actor)).map(least);
  let best = alone.reduce((most, count) => Math.max(most, count), named.length);
  if (judged.length > MOST_TRIED) {
    const single = judged.map((actor) => total([actor]));
    return { min: Math.max(best, ...single, greedy(judged, differ, least, total)), isExact: false };
  }
  const choose = (chosen: readonly string[], rest: readonly string[]): void => {
    best = Math.max(best, total(chosen));
    for (const [index, actor] of rest.entries()) {
      choose(
        [...chosen, actor],
        rest.slice(index + 1).filter((other) => differ(actor, other)),
      );
    }
  };
  choose([], judged);
  return { min: best, isExact: true };
}

/** One good combination where there are too many to try all: the largest first. */
function greedy(
  judged: readonly string[],
  differ: (one: string, other: string) => boolean,
  least: (actor: string) => number,
  total: (chosen: readonly string[]) => number,
): number {
  const chosen: string[] = [];
  for (const actor of [...judged].sort((one, other) => least(other) - least(one))) {
    if (chosen.every((one) => differ(one, actor))) chosen.push(actor);
  }
  return total(chosen);
}

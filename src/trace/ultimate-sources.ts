import { grouped } from '../collections/grouped.ts';
import { citersOf } from './hearsay.ts';
import type { Origin } from './origin.ts';
import { isUnnamed } from './speakers.ts';
import type { SourceCount, Subgraph, TracedAttribution } from './subgraph.ts';

/** Origins that count as one: of the same actor, a circle, or outlets whose pages were taken from the same original. */
export interface SourceGroup {
  readonly actors: readonly string[];
  readonly origins: readonly Origin[];
  readonly count: SourceCount;
}

/** The people behind origins: how many there are at least, and at most (null: no bound is known). */
export interface UltimateSources extends SourceCount {
  readonly groups: readonly SourceGroup[];
  /** Whether `min` is the best of all combinations; else there were too many to try. */
  readonly isExact: boolean;
  /** Whether a total is too large for a number of the contract: `min` is cut there, and `max` is null. */
  readonly isCut: boolean;
}

/** The largest Int of GraphQL. */
export const LARGEST = 2_147_483_647;

/** Groups of which all combinations are tried, besides named actors. */
const MOST_TRIED = 20;

/** Counts the distinct actors behind origins. An unnamed source may be any of the others, until somebody judged that not. */
export function countSources(subgraph: Subgraph, origins: readonly Origin[]): UltimateSources {
  const groups = groupsOf(subgraph, origins);
  const maxima = groups.map(({ count }) => count.max);
  const max = maxima.includes(null) ? null : (maxima as number[]).reduce((sum, one) => sum + one, 0);
  const { min, isExact } = leastOf(subgraph, groups);
  const isCut = Math.max(min, max ?? 0) > LARGEST;
  return { min: Math.min(min, LARGEST), max: max === null || max > LARGEST ? null : max, isExact, isCut, groups };
}

function groupsOf(subgraph: Subgraph, origins: readonly Origin[]): SourceGroup[] {
  const together = [...grouped(origins, ({ actors }) => actors.join(' ')).values()];
  return together
    .map((all) => {
      const { actors } = all[0] as Origin;
      const [actor = ''] = actors;
      return { actors, origins: all, count: actors.length === 1 ? countOf(subgraph, actor, all) : outletsCount(all) };
    })
    .sort((one, other) => (one.actors.join(' ') < other.actors.join(' ') ? -1 : 1));
}

function outletsCount(origins: readonly Origin[]): SourceCount {
  return { min: 1, max: origins.some(({ isRead }) => !isRead) ? null : 1 };
}

function countOf(subgraph: Subgraph, actor: string, origins: readonly Origin[]): SourceCount {
  const speaker = subgraph.speakers.get(actor);
  if (!isUnnamed(speaker)) return outletsCount(origins.filter(({ isOwnVoice }) => isOwnVoice));
  const members = origins.flatMap((origin) => origin.members.filter((one) => one.actor === actor));
  const stated = members.map((one) => statedCount(subgraph, one) ?? speaker?.count ?? { min: 1, max: null });
  return { min: Math.max(...stated.map(({ min }) => min)), max: greatest(stated.map(({ max }) => max)) };
}

/** How many sources an attribution speaks of, or else those that cite it, whenever they did and even if it was retracted. */
function statedCount(subgraph: Subgraph, attribution: TracedAttribution): SourceCount | null {
  if (attribution.sources) return attribution.sources;
  const stated = citersOf(subgraph, attribution).flatMap(({ sources }) => sources ?? []);
  if (stated.length === 0) return null;
  return { min: Math.min(...stated.map(({ min }) => min)), max: greatest(stated.map(({ max }) => max)) };
}

function greatest(maxima: readonly (number | null)[]): number | null {
  return maxima.includes(null) ? null : Math.max(...(maxima as number[]));
}

/** The largest total of least numbers over groups of which any two are known to be different. */
function leastOf(subgraph: Subgraph, groups: readonly SourceGroup[]): { min: number; isExact: boolean } {
  const isNamed = (actor: string) => {
    const speaker = subgraph.speakers.get(actor);
    return speaker !== undefined && !isUnnamed(speaker);
  };
  const differ = (one: string, other: string) =>
    (isNamed(one) && isNamed(other) && one !== other) || subgraph.differentFrom.get(one)?.includes(other) === true;
  const areApart = (one: SourceGroup, other: SourceGroup) =>
    one.actors.every((actor) => other.actors.every((another) => differ(actor, another)));
  const named = groups.filter(({ actors }) => actors.length === 1 && actors.every(isNamed));
  const isOfNamed = new Set(named);
  const others = groups.filter((group) => !isOfNamed.has(group));
  const total = (chosen: readonly SourceGroup[]) =>
    chosen.reduce((sum, { count }) => sum + count.min, 0) +
    named.filter((group) => chosen.every((one) => areApart(one, group))).length;
  // What differs from no other counts alone or not at all.
  const open = others.filter((one) => groups.some((other) => other !== one && areApart(one, other)));
  const alone = others.filter((one) => !open.includes(one)).map(({ count }) => count.min);
  const least = Math.max(named.length, ...alone);
  if (open.length > MOST_TRIED) {
    return {
      min: Math.max(least, ...open.map((one) => total([one])), total(largestFirst(open, areApart))),
      isExact: false,
    };
  }
  return { min: Math.max(least, bestTotal([], open, areApart, total)), isExact: true };
}

type AreApart = (one: SourceGroup, other: SourceGroup) => boolean;

function bestTotal(
  chosen: readonly SourceGroup[],
  rest: readonly SourceGroup[],
  areApart: AreApart,
  total: (chosen: readonly SourceGroup[]) => number,
): number {
  return rest.reduce((best, group, index) => {
    const open = rest.slice(index);
    // Not even all that is left would give more.
    if (total(chosen) + open.reduce((sum, { count }) => sum + count.min, 0) <= best) return best;
    const fitting = open.slice(1).filter((other) => areApart(group, other));
    return Math.max(best, bestTotal([...chosen, group], fitting, areApart, total));
  }, total(chosen));
}

/** One good combination where there are too many to try all. */
function largestFirst(groups: readonly SourceGroup[], areApart: AreApart): SourceGroup[] {
  const chosen: SourceGroup[] = [];
  for (const group of [...groups].sort((one, other) => other.count.min - one.count.min)) {
    if (chosen.every((one) => areApart(one, group))) chosen.push(group);
  }
  return chosen;
}

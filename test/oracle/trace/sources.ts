import type { View } from '../view.ts';
import type { Origin } from './origins.ts';
import { actorIn } from './owners.ts';

export interface Range {
  readonly min: number;
  readonly max: number | null;
}

/** How many people or outlets the roots come from at least and at most. */
export function ultimateSources(view: View, origins: readonly Origin[]): Range {
  const actors = [...new Set(origins.map(({ actor }) => actor))];
  const counts = new Map(actors.map((actor) => [actor, countOf(view, actor, origins)]));
  const count = (actor: string) => counts.get(actor) as Range;
  const known = subsets(actors).filter((some) => areDifferent(some, origins));
  const mins = known.map((some) => some.reduce((total, actor) => total + count(actor).min, 0));
  return { min: Math.max(...mins), max: sum(actors.map((actor) => count(actor).max)) };
}

function sum(numbers: readonly (number | null)[]): number | null {
  return numbers.some((number) => number === null) ? null : numbers.reduce<number>((all, one) => all + (one ?? 0), 0);
}

/** Every subset of the values, the empty one first. */
function subsets<T>(values: readonly T[]): T[][] {
  const [first, ...others] = values;
  if (first === undefined) return [[]];
  return subsets(others).flatMap((some) => [some, [first, ...some]]);
}

/** No two of them can be the same people. An unnamed source may be anybody: nobody has judged any to be different. */
function areDifferent(actors: readonly string[], origins: readonly Origin[]): boolean {
  const unnamed = origins.filter(({ isUnnamed }) => isUnnamed).map(({ actor }) => actor);
  return actors.length < 2 || !actors.some((actor) => unnamed.includes(actor));
}

function countOf(view: View, actor: string, origins: readonly Origin[]): Range {
  const own = origins.filter((origin) => origin.actor === actor);
  const source = actorIn(view, actor)?.actor;
  if (source?.type === 'UNNAMED_SOURCE') {
    return widest(own.map(({ root }) => root.sources ?? source.count ?? { min: 1, max: null }));
  }
  const ownVoices = own.filter(({ isOwnVoice }) => isOwnVoice);
  return { min: 1, max: ownVoices.every(({ document }) => document?.read) ? 1 : null };
}

function widest(ranges: readonly { readonly min: number; readonly max?: number | null | undefined }[]): Range {
  const maxima = ranges.map(({ max }) => max ?? null);
  return {
    min: Math.max(...ranges.map(({ min }) => min)),
    max: maxima.includes(null) ? null : Math.max(...maxima.map((max) => max ?? 0)),
  };
}

import { compare } from '../orders.ts';
import type { View } from '../view.ts';
import { type Attribution, isCounted } from '../world.ts';
import { documentOf } from './documents.ts';
import { groupsOf, mostDisjoint, sharedOriginals } from './newsrooms.ts';
import { actorIn, isOutletsVoice, isUnnamed } from './owners.ts';
import { everRecorded } from './sides.ts';
import type { Origin } from './trail.ts';

export interface Range {
  readonly min: number;
  readonly max: number | null;
}

/** Somebody who stands behind a claim: one actor, or several of whom nobody knows who had it first. */
interface Voice {
  readonly actors: readonly string[];
  readonly count: Range;
}

/** How many people or bodies the origins are, at least and at most. */
export function ultimateSources(view: View, origins: readonly Origin[]): Range {
  const voices = oncePerActors(groupsOf(view, origins).flatMap((group) => voicesOf(view, group)));
  return { min: mostSources(view, voices), max: sum(voices.map(({ count }) => count.max)) };
}

/** Named speakers, apart from outlets in their own voice; a circle adds at most one. */
export function onRecordCount(view: View, origins: readonly Origin[]): number {
  const named = origins.map(
    ({ kind, attributions }) =>
      new Set(kind === 'UNREAD' ? [] : attributions.filter((one) => isOnRecord(view, one)).map(({ actor }) => actor)),
  );
  const single = new Set(named.filter((_, index) => origins[index]?.kind === 'VOICE').flatMap((one) => [...one]));
  const circles = named.filter((_, index) => origins[index]?.kind === 'CIRCLE');
  return mostDisjoint([...[...single].map((one) => new Set([one])), ...circles]);
}

function isOnRecord(view: View, attribution: Attribution): boolean {
  return !isUnnamed(view, attribution.actor) && !isOutletsVoice(view, attribution);
}

function voicesOf(view: View, group: readonly Origin[]): Voice[] {
  const isShared = group.some((origin) => sharedOriginals(view, origin) !== null);
  if (!isShared) return group.map((origin) => voiceOf(view, origin));
  const roots = group.flatMap(({ attributions }) => attributions);
  const outlets = roots.filter((one) => isOutletsVoice(view, one));
  const others = roots.filter((one) => !outlets.includes(one)).map((one) => speaker(view, one));
  return outlets.length > 0 ? [...others, together(view, outlets)] : others;
}

function voiceOf(view: View, { document, attributions }: Origin): Voice {
  if (document) return { actors: [document.publisher], count: { min: 1, max: null } };
  const actors = new Set(attributions.map(({ actor }) => actor));
  if (actors.size > 1) return together(view, attributions);
  const counts = attributions.map((one) => speaker(view, one).count);
  return { actors: [...actors], count: widest(counts) };
}

function speaker(view: View, attribution: Attribution): Voice {
  const { actor } = attribution;
  if (isUnnamed(view, actor)) return { actors: [actor], count: unnamedCount(view, attribution) };
  const isOpen = isOutletsVoice(view, attribution) && !documentOf(view, attribution)?.read;
  return { actors: [actor], count: { min: 1, max: isOpen ? null : 1 } };
}

/** One of several. */
function together(view: View, attributions: readonly Attribution[]): Voice {
  const isRead = attributions.every((one) => documentOf(view, one)?.read);
  const actors = [...new Set(attributions.map(({ actor }) => actor))].sort(compare);
  return { actors, count: { min: 1, max: isRead ? 1 : null } };
}

/** As stated for the words themselves, else by those who cite them, else of the source. */
function unnamedCount(view: View, { id, actor, sources }: Attribution): Range {
  if (sources) return rangeOf(sources);
  const stated = everRecorded(view)
    .filter((one) => isCounted(one) && one.cites.some((cite) => isCounted(cite) && cite.attribution === id))
    .flatMap((one) => (one.sources ? [rangeOf(one.sources)] : []));
  if (stated.length > 0) return { min: Math.min(...stated.map(({ min }) => min)), max: greatest(stated) };
  const source = actorIn(view, actor)?.actor;
  return rangeOf((source?.type === 'UNNAMED_SOURCE' ? source.count : undefined) ?? { min: 1 });
}

function rangeOf({ min, max }: { readonly min: number; readonly max?: number | null | undefined }): Range {
  return { min, max: max ?? null };
}

function widest(ranges: readonly Range[]): Range {
  return { min: Math.max(...ranges.map(({ min }) => min)), max: greatest(ranges) };
}

function greatest(ranges: readonly Range[]): number | null {
  const maxima = ranges.map(({ max }) => max);
  return maxima.includes(null) ? null : Math.max(...maxima.map((max) => max ?? 0));
}

/** Voices of the same actors are one. */
function oncePerActors(voices: readonly Voice[]): Voice[] {
  const name = ({ actors }: Voice) => [...actors].sort(compare).join(' ');
  return [...new Set(voices.map(name))].map((one) => {
    const same = voices.filter((voice) => name(voice) === one);
    return { actors: same[0]?.actors ?? [], count: widest(same.map(({ count }) => count)) };
  });
}

/** The largest sum of least numbers of voices of which no two can be the same people. */
function mostSources(view: View, [first, ...others]: readonly Voice[]): number {
  if (first === undefined) return 0;
  const apart = others.filter((other) => areApart(view, first, other));
  const withFirst = first.count.min + mostSources(view, apart);
  return apart.length === others.length ? withFirst : Math.max(withFirst, mostSources(view, others));
}

function areApart(view: View, one: Voice, other: Voice): boolean {
  return one.actors.every((left) => other.actors.every((right) => areDifferent(view, left, right)));
}

/** Those with names are; an unnamed source may be anybody unless somebody judged otherwise. */
function areDifferent(view: View, left: string, right: string): boolean {
  if (left === right) return false;
  if (!isUnnamed(view, left) && !isUnnamed(view, right)) return true;
  return view.differences.some(({ pair }) => pair.includes(left) && pair.includes(right));
}

function sum(numbers: readonly (number | null)[]): number | null {
  return numbers.some((number) => number === null) ? null : numbers.reduce<number>((all, one) => all + (one ?? 0), 0);
}

import { compare } from '../orders.ts';
import type { View } from '../view.ts';
import type { Attribution } from '../world.ts';
import { documentOf } from './documents.ts';
import { firstPublishers, groupsOf, mostDisjoint, sharedOriginals } from './newsrooms.ts';
import { actorIn, isOutletsVoice, isUnnamed } from './owners.ts';
import { everCiting } from './sides.ts';
import type { Origin } from './trail.ts';

export interface Range {
  readonly min: number;
  readonly max: number | null;
}

/** Somebody who stands behind a claim: one actor, or several of whom nobody knows who had it first. */
interface Voice {
  readonly actors: readonly string[];
  /** Nobody is known to be another than this one. */
  readonly isAnybody?: boolean;
  readonly count: Range;
}

/** How many people or bodies the origins are, at least and at most. */
export function ultimateSources(view: View, origins: readonly Origin[]): Range {
  const voices = oncePerActors(groupsOf(view, origins).flatMap((group) => voicesOf(view, group)));
  return { min: mostSources(view, voices), max: sum(voices.map(({ count }) => count.max)) };
}

/** How many are named, apart from outlets in their own voice. */
export function onRecordCount(view: View, origins: readonly Origin[]): number {
  return mostDisjoint(namedSpeakers(view, origins));
}

/** Named speakers, each by itself; a circle adds at most one of several, unless one of them is named already. */
export function namedSpeakers(view: View, origins: readonly Origin[]): ReadonlySet<string>[] {
  const namedIn = (kind: Origin['kind']) =>
    origins
      .filter((origin) => origin.kind === kind)
      .map(({ attributions }) => attributions.filter((one) => isOnRecord(view, one)).map(({ actor }) => actor));
  const single = new Set(namedIn('VOICE').flat());
  const circles = namedIn('CIRCLE').filter((actors) => !actors.some((actor) => single.has(actor)));
  return [...[...single].map((actor) => [actor]), ...circles].map((actors) => new Set(actors));
}

function isOnRecord(view: View, attribution: Attribution): boolean {
  return !isUnnamed(view, attribution.actor) && !isOutletsVoice(view, attribution);
}

function voicesOf(view: View, group: readonly Origin[]): Voice[] {
  const originals = group[0] ? sharedOriginals(view, group[0]) : null;
  if (originals === null) return group.map((origin) => voiceOf(view, origin));
  const roots = group.flatMap(({ attributions }) => attributions);
  const outlets = roots.filter((one) => isOutletsVoice(view, one));
  const others = roots.filter((one) => !outlets.includes(one)).map((one) => speaker(view, one));
  return outlets.length > 0 ? [...others, whoeverWasFirst(view, outlets, originals)] : others;
}

/** Outlets that have it from the same documents: those who published these, else somebody who may be anybody. */
function whoeverWasFirst(view: View, outlets: readonly Attribution[], originals: string): Voice {
  const publishers = firstPublishers(view, outlets[0] && documentOf(view, outlets[0]));
  const isAnybody = publishers.length === 0;
  return { actors: isAnybody ? [originals] : publishers, isAnybody, count: oneOf(view, outlets) };
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
  const actors = [...new Set(attributions.map(({ actor }) => actor))];
  return { actors, count: oneOf(view, attributions) };
}

function oneOf(view: View, attributions: readonly Attribution[]): Range {
  return { min: 1, max: attributions.every((one) => documentOf(view, one)?.read) ? 1 : null };
}

/** As stated for the words themselves, else by those who cite them, else of the source. */
function unnamedCount(view: View, attribution: Attribution): Range {
  if (attribution.sources) return rangeOf(attribution.sources);
  const stated = everCiting(view, attribution).flatMap(({ sources }) => (sources ? [rangeOf(sources)] : []));
  if (stated.length > 0) return { min: Math.min(...stated.map(({ min }) => min)), max: greatest(stated) };
  const source = actorIn(view, attribution.actor)?.actor;
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
    return { ...(same[0] as Voice), count: widest(same.map(({ count }) => count)) };
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
  if (one.isAnybody || other.isAnybody) return false;
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

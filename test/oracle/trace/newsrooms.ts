import { compare } from '../orders.ts';
import type { View } from '../view.ts';
import type { Attribution, Document } from '../world.ts';
import { meet } from './claims.ts';
import { documentOf, firstDocuments } from './documents.ts';
import { familyOf, isUnnamed, shieldOf } from './owners.ts';
import type { Origin } from './trail.ts';

/** How many newsrooms there are at most behind some origins, so that no family counts twice. */
export function newsroomCount(view: View, origins: readonly Origin[]): number {
  return mostDisjoint(newsroomsOf(view, origins));
}

/** The families of each newsroom. */
export function newsroomsOf(view: View, origins: readonly Origin[]): ReadonlySet<string>[] {
  return groupsOf(view, origins).map((group) => familiesOfGroup(view, group));
}

/** How many of some sets can be chosen at most, none of them empty and no two with something in common. */
export function mostDisjoint(sets: readonly ReadonlySet<string>[]): number {
  const [first, ...others] = sets;
  if (first === undefined) return 0;
  if (first.size === 0) return mostDisjoint(others);
  const apart = others.filter((one) => !meet(one, first));
  const withFirst = 1 + mostDisjoint(apart);
  return apart.length === others.length ? withFirst : Math.max(withFirst, mostDisjoint(others));
}

/** Voices in pages that were taken from the same read originals are one group; every other origin is one by itself. */
export function groupsOf(view: View, origins: readonly Origin[]): (readonly Origin[])[] {
  const groups = new Map<unknown, Origin[]>();
  for (const origin of origins) {
    const key = sharedOriginals(view, origin) ?? origin;
    groups.set(key, [...(groups.get(key) ?? []), origin]);
  }
  return [...groups.values()];
}

/** A name for the first documents of a voice's document; null where it is the only one of them. */
export function sharedOriginals(view: View, { kind, attributions: [voice] }: Origin): string | null {
  const document = kind === 'VOICE' && voice ? documentOf(view, voice) : undefined;
  if (!document) return null;
  const first = firstDocuments(view, document).map(({ id }) => id);
  return first.length === 1 && first[0] === document.id ? null : first.sort(compare).join(' ');
}

function familiesOfGroup(view: View, group: readonly Origin[]): Set<string> {
  return new Set(group.flatMap((origin) => familiesOf(view, origin)));
}

function familiesOf(view: View, { document, attributions }: Origin): string[] {
  return document ? [familyOf(view, document.publisher)] : attributions.flatMap((one) => familiesBehind(view, one));
}

/** The families behind the document of an attribution; where there is none, that of the outlet that shields the speaker. */
function familiesBehind(view: View, attribution: Attribution): string[] {
  const publishers = firstPublishers(view, documentOf(view, attribution));
  if (publishers.length > 0) return publishers.map((one) => familyOf(view, one));
  const shield = isUnnamed(view, attribution.actor) ? shieldOf(view, attribution.actor) : undefined;
  return shield === undefined ? [] : [familyOf(view, shield)];
}

/** The publishers of the documents that a document goes back to; its own, where that is itself. */
export function firstPublishers(view: View, document: Document | undefined): string[] {
  const first = document ? firstDocuments(view, document) : [];
  return [...new Set(first.flatMap(({ publisher }) => publisher ?? []))];
}

import { mostDisjoint } from './disjoint-sets.ts';
import { familiesOf, type Origin } from './origin.ts';
import { isOutlet, isUnnamed } from './speakers.ts';
import type { Subgraph } from './subgraph.ts';

/**
 * The newsrooms behind origins, each as the top owners of which it is one: more than one where a circle, or pages that
 * were taken from the same original, may begin with any of them.
 */
export function newsroomsOf(subgraph: Subgraph, origins: readonly Origin[]): (readonly string[])[] {
  const sets = origins.map((origin) => familiesOf(subgraph, origin));
  return mostDisjoint(sets.filter(({ length }) => length > 0)).toSorted(([one = ''], [other = '']) =>
    one < other ? -1 : 1,
  );
}

/** The named actors behind origins, but for outlets that speak for themselves: each as those of whom it is one. */
export function onRecordOf(subgraph: Subgraph, origins: readonly Origin[]): (readonly string[])[] {
  const sets = origins.map(({ members, isOwnVoice, actors, kind }) =>
    kind === 'CIRCLE' ? namedIn(subgraph, members) : isOwnVoice ? [] : named(subgraph, actors),
  );
  return mostDisjoint(sets.filter(({ length }) => length > 0)).toSorted(([one = ''], [other = '']) =>
    one < other ? -1 : 1,
  );
}

function namedIn(subgraph: Subgraph, members: Origin['members']): string[] {
  const speaking = members.filter((one) => !isOutlet(subgraph, one)).map(({ actor }) => actor);
  return named(subgraph, [...new Set(speaking)].sort());
}

function named({ speakers }: Subgraph, actors: readonly string[]): string[] {
  return actors.filter((actor) => !isUnnamed(speakers.get(actor)));
}

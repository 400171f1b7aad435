import type { Side } from '../rules/stances.ts';
import { componentsOf } from './components.ts';
import { copiedFrom, type Origin, originOf } from './origin.ts';
import type { Sight } from './sight.ts';
import type { Said, Surroundings } from './surroundings.ts';

/** The words on one side of a claim, with what they go back to. */
export interface Cascade {
  readonly claim: string;
  readonly said: ReadonlyMap<string, Said>;
  /** What an attribution goes back to, by citation or because its document is a copy. */
  readonly edges: ReadonlyMap<string, readonly string[]>;
  /** Attributions that cite each other in a circle, each circle by ids. */
  readonly loops: readonly (readonly string[])[];
  /** The ids of attributions that go back to nothing, or only to each other. */
  readonly roots: ReadonlySet<string>;
  readonly origins: readonly Origin[];
}

const followed = new WeakMap<Sight, Map<string, Cascade>>();

/** The words on one side of a claim with their roots; several fields of a claim ask for the same. */
export function cascadeOf(sight: Sight, claim: string, side: Side = 'AFFIRMS'): Cascade {
  const cascades = followed.get(sight) ?? new Map<string, Cascade>();
  followed.set(sight, cascades);
  const key = `${side} ${claim}`;
  const cascade = cascades.get(key) ?? followClaim(sight, claim, side);
  cascades.set(key, cascade);
  return cascade;
}

function followClaim(sight: Sight, claim: string, side: Side): Cascade {
  const near = sight.near(claim);
  const own = [...sight.same(claim)].flatMap((one) => sight.of(one));
  const start = own.filter((said) => sight.sideOf(said) === side);
  return follow(sight, claim, start, (to) => near.has(to.claim) && sight.sideOf(to) === side);
}

/** Follows one attribution back, on whatever side it is. */
export function trailOf(sight: Sight, start: Said): Cascade {
  const [near, side] = [sight.near(start.claim), sight.sideOf(start)];
  return follow(sight, start.claim, [start], (to) => near.has(to.claim) && sight.sideOf(to) === side);
}

function follow(sight: Sight, claim: string, start: readonly Said[], goesOn: (to: Said) => boolean): Cascade {
  const said = new Map(start.map((one) => [one.id, one]));
  const edges = new Map<string, readonly string[]>();
  for (const one of said.values()) {
    const back = [...sight.citedBy(one.id), ...counterparts(sight, one)].filter(goesOn);
    for (const to of back) said.set(to.id, to);
    edges.set(one.id, [...new Set(back.map(({ id }) => id))].sort());
  }
  const to = (id: string) => edges.get(id) ?? [];
  const components = componentsOf(said.keys(), to);
  const ends = components.filter((members) => {
    const inside = new Set(members);
    return members.every((id) => to(id).every((next) => inside.has(next)));
  });
  const roots = new Set(ends.flat().sort());
  return {
    claim,
    said,
    edges,
    loops: components.filter(({ length }) => length > 1).sort(([one = ''], [other = '']) => (one < other ? -1 : 1)),
    roots,
    origins: [...roots].map((id) => originOf(sight.around, said.get(id) as Said)),
  };
}

/**
 * What stands for an attribution in the document that its own was copied from: the same speaker's words there, else,
 * where an outlet speaks in its copy, those of the outlet that was copied.
 */
export function counterparts(sight: Sight, said: Said): Said[] {
  const { around } = sight;
  if (said.document === null) return [];
  const origin = copiedFrom(around, said.document);
  if (origin === said.document) return [];
  const near = sight.near(said.claim);
  const there = (around.inDocument.get(origin) ?? []).filter(
    (other) => sight.sees(other) && near.has(other.claim) && sight.sideOf(other) === sight.sideOf(said),
  );
  const own = there.filter(({ actor }) => actor === said.actor);
  if (own.length > 0 || !isPublisher(around, said.document, said.actor)) return own;
  return there.filter(({ actor }) => isPublisher(around, origin, actor));
}

function isPublisher({ publisher }: Surroundings, document: string, actor: string): boolean {
  return publisher.get(document) === actor;
}

import { reachableFrom } from '../collections/reachable.ts';
import { counterparts } from './cascade.ts';
import { copiedFrom, familyOf, isUnnamed } from './origin.ts';
import type { Sight } from './sight.ts';
import type { Said, Surroundings } from './surroundings.ts';

/** Words that rest on others: what each cites on its own side, and who cites it. Copies count as citing their origin. */
export interface Support {
  readonly cites: ReadonlyMap<string, readonly string[]>;
  readonly citers: ReadonlyMap<string, readonly string[]>;
}

/** Whose withdrawal is tried: an actor, or a document. */
export type Withdrawn = { readonly actor: string } | { readonly document: string };

/** The support of some attributions, with all that decides whether they stand. */
export function supportOf(sight: Sight, start: Iterable<string>): Support {
  const cites = new Map<string, string[]>();
  const citers = new Map<string, string[]>();
  const { said } = sight.around;
  const open = new Set(start);
  for (const id of open) {
    const one = said.get(id) as Said;
    const side = sight.sideOf(one);
    const cited = side === null ? [] : [...sight.citedBy(id), ...counterparts(sight, one)];
    const back = new Set(cited.filter((to) => sight.sideOf(to) === side).map((to) => to.id));
    cites.set(id, [...back]);
    for (const to of back) {
      open.add(to);
      const known = citers.get(to);
      if (known) known.push(id);
      else citers.set(to, [id]);
    }
    if (isUnnamed(sight.around.speakers.get(one.actor))) for (const citer of citersOf(sight, one)) open.add(citer);
  }
  return { cites, citers };
}

function citersOf(sight: Sight, said: Said): string[] {
  const citers = (sight.around.citedBy.get(said.id) ?? []).map((id) => sight.around.said.get(id));
  return citers
    .filter((citer) => citer !== undefined && sight.sees(citer) && sight.sideOf(citer) === sight.sideOf(said))
    .map((citer) => (citer as Said).id);
}

/** What a withdrawal takes away by itself: what somebody said, what stands in their pages, what their sources said. */
export function isTaken(around: Surroundings, said: Said, withdrawn: Withdrawn): boolean {
  const origin = said.document === null ? null : copiedFrom(around, said.document);
  if ('document' in withdrawn) return said.document === withdrawn.document || origin === withdrawn.document;
  const { actor } = withdrawn;
  if (said.actor === actor || around.speakers.get(said.actor)?.shieldedBy === actor) return true;
  const publisher = origin === null ? undefined : around.publisher.get(origin);
  if (publisher === undefined || !around.owner.has(actor)) return false;
  return familyOf(around, publisher) === familyOf(around, actor);
}

/**
 * All that falls with a withdrawal, until nothing changes: words that cited and have no citation left, and an unnamed
 * source's words that were cited and that nobody left cites.
 */
export function fallenWith(sight: Sight, support: Support, withdrawn: Withdrawn): Set<string> {
  const { around } = sight;
  const fallen = new Set<string>();
  for (const id of support.cites.keys()) {
    if (isTaken(around, around.said.get(id) as Said, withdrawn)) fallen.add(id);
  }
  const left = { cites: new Map<string, number>(), citers: new Map<string, number>() };
  const loses = (kind: 'cites' | 'citers', id: string) => {
    const rest = (left[kind].get(id) ?? support[kind].get(id)?.length ?? 0) - 1;
    left[kind].set(id, rest);
    if (rest === 0) fallen.add(id);
  };
  for (const id of fallen) {
    for (const citer of support.citers.get(id) ?? []) loses('cites', citer);
    for (const cited of support.cites.get(id) ?? []) {
      if (isUnnamed(around.speakers.get((around.said.get(cited) as Said).actor))) loses('citers', cited);
    }
  }
  return fallen;
}

/** Whether some claim that this one rests on is too far away for its words to have been fetched. */
export function isCutNear(sight: Sight, claim: string): boolean {
  return [...sight.near(claim)].some((one) => one !== claim && !sight.around.fetched.has(one));
}

/** Whether more decides on these words than was fetched: what they cite further on, or who else cites an unnamed source. */
export function isCutShort({ around }: Sight, { cites }: Support): boolean {
  return [...cites.keys()].some((id) => {
    const { actor } = around.said.get(id) as Said;
    const isOpen = around.farthest.has(id) && isUnnamed(around.speakers.get(actor));
    return isOpen || (around.cites.get(id) ?? []).some(({ to }) => !around.said.has(to));
  });
}

/** Words that are looked at, in all withdrawals that are tried for one claim: about two seconds' worth. */
const MOST_TRIED = 3_000_000;

/** Who brings a claim down, and whether all who could were tried. */
export interface Dependencies {
  readonly actors: readonly string[];
  readonly isWhole: boolean;
}

/** The actors with whose withdrawal every affirming word of a claim falls. */
export function dependenciesOf(sight: Sight, support: Support, affirming: readonly string[]): Dependencies {
  if (affirming.length === 0) return { actors: [], isWhole: true };
  const { around } = sight;
  const falls = (actor: string) => {
    const fallen = fallenWith(sight, support, { actor });
    return affirming.every((id) => fallen.has(id));
  };
  const all = suspects(around, oneTrail(around, support, affirming)).sort();
  const tried = all.slice(0, Math.ceil(MOST_TRIED / support.cites.size));
  return { actors: tried.filter(falls), isWhole: tried.length === all.length };
}

/** One way on which an affirming word stands: whoever is to bring all of them down has to break it. */
function oneTrail(
  { said, speakers }: Surroundings,
  { cites, citers }: Support,
  affirming: readonly string[],
): string[] {
  const needsCiters = (id: string) => isUnnamed(speakers.get((said.get(id) as Said).actor)) && citers.has(id);
  const start = affirming.find((id) => !needsCiters(id)) ?? (affirming[0] as string);
  const trail = reachableFrom([start], (id) => (cites.get(id) ?? []).slice(0, 1));
  return [...trail, ...reachableFrom([start], (id) => (needsCiters(id) ? (citers.get(id) ?? []) : []))];
}

/** All who can take one of these attributions away. */
function suspects(around: Surroundings, ids: readonly string[]): string[] {
  const found = new Set<string>();
  const families = new Set<string>();
  for (const id of ids) {
    const { actor, document } = around.said.get(id) as Said;
    found.add(actor);
    const shield = around.speakers.get(actor)?.shieldedBy;
    if (shield) found.add(shield);
    const publisher = document === null ? undefined : around.publisher.get(copiedFrom(around, document));
    if (publisher !== undefined) families.add(familyOf(around, publisher));
  }
  for (const organization of around.owner.keys()) {
    if (families.has(familyOf(around, organization))) found.add(organization);
  }
  return [...found];
}

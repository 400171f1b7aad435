import { reachableFrom } from '../collections/reachable.ts';
import { counterpartsOf } from './cascade.ts';
import { copiedFrom, isUnnamed, topOwnerOf } from './origin.ts';
import type { Subgraph, TracedAttribution } from './subgraph.ts';
import type { SubgraphView } from './subgraph-view.ts';

/** Attributions that rest on others: what each cites on its own side, and what cites it. Copies count as citing their origin. */
export interface Support {
  readonly cites: ReadonlyMap<string, readonly string[]>;
  readonly citers: ReadonlyMap<string, readonly string[]>;
}

/** Whose withdrawal is tried: an actor, or a document. */
export type Withdrawn = { readonly actor: string } | { readonly document: string };

/** The support of some attributions, with all that decides whether they stand. */
export function supportOf(view: SubgraphView, start: Iterable<string>): Support {
  const cites = new Map<string, string[]>();
  const citers = new Map<string, string[]>();
  const { attributions } = view.subgraph;
  const open = new Set(start);
  for (const id of open) {
    const one = attributions.get(id) as TracedAttribution;
    const side = view.sideOf(one);
    const cited = side === null ? [] : [...view.citedBy(id), ...counterpartsOf(view, one)];
    const back = new Set(cited.filter((to) => view.sideOf(to) === side).map((to) => to.id));
    cites.set(id, [...back]);
    for (const to of back) {
      open.add(to);
      const known = citers.get(to);
      if (known) known.push(id);
      else citers.set(to, [id]);
    }
    if (isUnnamed(view.subgraph.speakers.get(one.actor))) for (const citer of citersOf(view, one)) open.add(citer);
  }
  return { cites, citers };
}

function citersOf(view: SubgraphView, attribution: TracedAttribution): string[] {
  const citers = (view.subgraph.citedBy.get(attribution.id) ?? []).map((id) => view.subgraph.attributions.get(id));
  return citers
    .filter((citer) => citer !== undefined && view.sees(citer) && view.sideOf(citer) === view.sideOf(attribution))
    .map((citer) => (citer as TracedAttribution).id);
}

/** Whether a withdrawal takes an attribution away by itself: one of the actor, in its documents, or of a source that it shields. */
export function isTaken(subgraph: Subgraph, attribution: TracedAttribution, withdrawn: Withdrawn): boolean {
  const origin = attribution.document === null ? null : copiedFrom(subgraph, attribution.document);
  if ('document' in withdrawn) return attribution.document === withdrawn.document || origin === withdrawn.document;
  const { actor } = withdrawn;
  if (attribution.actor === actor || subgraph.speakers.get(attribution.actor)?.shieldedBy === actor) return true;
  const publisher = origin === null ? undefined : subgraph.publisherOf.get(origin);
  if (publisher === undefined || !subgraph.ownerOf.has(actor)) return false;
  return topOwnerOf(subgraph, publisher) === topOwnerOf(subgraph, actor);
}

/**
 * All attributions that fall with a withdrawal, until nothing changes: those that cited and have no citation left, and
 * those of an unnamed source that were cited and that no citing attribution is left of.
 */
export function fallenWith(view: SubgraphView, support: Support, withdrawn: Withdrawn): Set<string> {
  const { subgraph } = view;
  const fallen = new Set<string>();
  for (const id of support.cites.keys()) {
    if (isTaken(subgraph, subgraph.attributions.get(id) as TracedAttribution, withdrawn)) fallen.add(id);
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
      if (isUnnamed(subgraph.speakers.get((subgraph.attributions.get(cited) as TracedAttribution).actor)))
        loses('citers', cited);
    }
  }
  return fallen;
}

/** Whether some claim that this one rests on is too far away for its attributions to have been fetched. */
export function isCutAtClaims(view: SubgraphView, claim: string): boolean {
  return [...view.sameOrNarrower(claim)].some((one) => one !== claim && !view.subgraph.fetched.has(one));
}

/** Whether more decides on these attributions than was fetched: what they cite further on, or who else cites an unnamed source. */
export function isCutAtCitations({ subgraph }: SubgraphView, { cites }: Support): boolean {
  return [...cites.keys()].some((id) => {
    const { actor } = subgraph.attributions.get(id) as TracedAttribution;
    const isOpen = subgraph.farthest.has(id) && isUnnamed(subgraph.speakers.get(actor));
    return isOpen || (subgraph.cites.get(id) ?? []).some(({ to }) => !subgraph.attributions.has(to));
  });
}

/** Attributions that are looked at, in all withdrawals that are tried for one claim: about two seconds' worth. */
const MOST_TRIED = 3_000_000;

/** Who brings a claim down, and whether all who could were tried. */
export interface Dependencies {
  readonly actors: readonly string[];
  readonly isWhole: boolean;
}

/** The actors with whose withdrawal every affirming attribution of a claim falls. */
export function dependenciesOf(view: SubgraphView, support: Support, affirming: readonly string[]): Dependencies {
  if (affirming.length === 0) return { actors: [], isWhole: true };
  const { subgraph } = view;
  const falls = (actor: string) => {
    const fallen = fallenWith(view, support, { actor });
    return affirming.every((id) => fallen.has(id));
  };
  const all = possibleWithdrawals(subgraph, supportTrail(subgraph, support, affirming)).sort();
  const tried = all.slice(0, Math.ceil(MOST_TRIED / support.cites.size));
  return { actors: tried.filter(falls), isWhole: tried.length === all.length };
}

/** One trail of support of an affirming attribution: a withdrawal that brings all of them down has to break it. */
function supportTrail(
  { attributions, speakers }: Subgraph,
  { cites, citers }: Support,
  affirming: readonly string[],
): string[] {
  const needsCiters = (id: string) =>
    isUnnamed(speakers.get((attributions.get(id) as TracedAttribution).actor)) && citers.has(id);
  const start = affirming.find((id) => !needsCiters(id)) ?? (affirming[0] as string);
  const trail = reachableFrom([start], (id) => (cites.get(id) ?? []).slice(0, 1));
  return [...trail, ...reachableFrom([start], (id) => (needsCiters(id) ? (citers.get(id) ?? []) : []))];
}

/** All who can take one of these attributions away. */
function possibleWithdrawals(subgraph: Subgraph, ids: readonly string[]): string[] {
  const found = new Set<string>();
  const topOwners = new Set<string>();
  for (const id of ids) {
    const { actor, document } = subgraph.attributions.get(id) as TracedAttribution;
    found.add(actor);
    const shield = subgraph.speakers.get(actor)?.shieldedBy;
    if (shield) found.add(shield);
    const publisher = document === null ? undefined : subgraph.publisherOf.get(copiedFrom(subgraph, document));
    if (publisher !== undefined) topOwners.add(topOwnerOf(subgraph, publisher));
  }
  for (const organization of subgraph.ownerOf.keys()) {
    if (topOwners.has(topOwnerOf(subgraph, organization))) found.add(organization);
  }
  return [...found];
}

import { reachableFrom } from '../collections/reachable.ts';
import type { Cascade } from './cascade.ts';
import { citersOf, isHearsay } from './hearsay.ts';
import { circleOrigin, type Origin } from './origin.ts';
import { topOwnerOf } from './owners.ts';
import type { Subgraph, TracedAttribution } from './subgraph.ts';
import type { SubgraphView } from './subgraph-view.ts';

/**
 * What attributions rest on: what each goes back to, and what goes back to or cites it, all by id. A document that nobody
 * here has read stands among them where words go back to it.
 */
export interface Support {
  readonly back: ReadonlyMap<string, readonly string[]>;
  readonly from: ReadonlyMap<string, readonly string[]>;
  /** Of words that are known only from those who cite them: who does. */
  readonly citers: ReadonlyMap<string, readonly string[]>;
}

/** Whose withdrawal is tried: an actor, or a document. */
export type Withdrawn = { readonly actor: string } | { readonly document: string };

/** The support of some attributions, with all that decides whether they stand. */
export function supportOf(view: SubgraphView, start: Iterable<TracedAttribution>): Support {
  const back = new Map<string, string[]>();
  const from = new Map<string, string[]>();
  const citers = new Map<string, string[]>();
  const open = new Set(start);
  for (const one of open) {
    const { to, end } = view.wayBack(one);
    for (const next of to) open.add(next);
    const ids = end !== null && typeof end === 'object' ? [end.unread] : to.map(({ id }) => id);
    back.set(one.id, ids);
    for (const id of ids) addTo(from, id, one.id);
    if (!isHearsay(view.subgraph, one)) continue;
    const seen = citersOf(view.subgraph, one).filter((citer) => view.sees(citer));
    if (seen.length > 0) {
      citers.set(
        one.id,
        seen.map(({ id }) => id),
      );
    }
    for (const citer of seen) open.add(citer);
  }
  return { back, from, citers };
}

function addTo(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** Whether a withdrawal takes an attribution, or a document that nobody has read, away by itself. */
function isTaken(
  { attributions, publisherOf, speakers, ownerOf }: Subgraph,
  id: string,
  withdrawn: Withdrawn,
): boolean {
  const attribution = attributions.get(id);
  const document = attribution ? attribution.document : id;
  if ('document' in withdrawn) return document === withdrawn.document;
  const { actor } = withdrawn;
  if (attribution && (attribution.actor === actor || speakers.get(attribution.actor)?.shieldedBy.includes(actor))) {
    return true;
  }
  const publisher = document === null ? undefined : publisherOf.get(document);
  if (publisher === undefined || !ownerOf.has(actor)) return false;
  return topOwnerOf({ ownerOf }, publisher) === topOwnerOf({ ownerOf }, actor);
}

/**
 * All that falls with a withdrawal, until nothing changes: what went back to something and has nothing left to go back
 * to, and words that were known only from those who cited them and that nobody left cites. Ids.
 */
export function fallenWith({ subgraph }: SubgraphView, support: Support, withdrawn: Withdrawn): Set<string> {
  const fallen = new Set<string>();
  for (const id of new Set([...support.back.keys(), ...support.from.keys()])) {
    if (isTaken(subgraph, id, withdrawn)) fallen.add(id);
  }
  const loses = (ids: readonly string[] | undefined, id: string) => {
    if (ids?.every((one) => fallen.has(one))) fallen.add(id);
  };
  const citedBy = new Map<string, string[]>();
  for (const [id, citers] of support.citers) for (const one of citers) addTo(citedBy, one, id);
  for (const id of fallen) {
    for (const one of support.from.get(id) ?? []) loses(support.back.get(one), one);
    for (const one of citedBy.get(id) ?? []) loses(support.citers.get(one), one);
  }
  return fallen;
}

/** The origins that stand when these ids have fallen; of a circle, what is left of it. */
export function originsWithout(
  view: SubgraphView,
  origins: readonly Origin[],
  fallen: ReadonlySet<string>,
): readonly Origin[] {
  const stands = (one: TracedAttribution) => !fallen.has(one.id);
  return origins.flatMap((origin): readonly Origin[] => {
    if (origin.kind === 'UNREAD') return fallen.has(origin.id) ? [] : [origin];
    const [members, own] = [origin.members.filter(stands), origin.attributions.filter(stands)];
    if (own.length === 0 || members.length === origin.members.length) return own.length === 0 ? [] : [origin];
    return [circleOrigin(view, members, own)];
  });
}

/** Whether nothing is left of an origin that speaks of the claim. */
function hasFallen({ kind, id, attributions }: Origin, fallen: ReadonlySet<string>): boolean {
  return kind === 'UNREAD' ? fallen.has(id) : attributions.every((one) => fallen.has(one.id));
}

/** The attributions of origins and, for documents that nobody has read, those who carry their words. */
export function supportOfOrigins(view: SubgraphView, origins: readonly Origin[]): Support {
  return supportOf(
    view,
    origins.flatMap(({ members }) => members),
  );
}

/** Whether some claim that this one rests on is too far away for its attributions to have been fetched. */
export function isCutAtClaims(view: SubgraphView, claim: string): boolean {
  return [...view.sameOrNarrower(claim)].some((one) => one !== claim && !view.subgraph.fetched.has(one));
}

/** Whether an attribution on the way goes back further than was fetched. */
export function isCutAtCitations({ subgraph }: SubgraphView, { attributions }: Cascade): boolean {
  return [...attributions.keys()].some((id) =>
    (subgraph.cites.get(id) ?? []).some(({ to }) => !subgraph.attributions.has(to)),
  );
}

/** Attributions that are looked at, in all withdrawals that are tried for one claim: about two seconds' worth. */
const MOST_TRIED = 3_000_000;

/** Who brings a claim down, and whether all who could were tried. */
export interface Dependencies {
  readonly actors: readonly string[];
  readonly isWhole: boolean;
}

const tried = new WeakMap<readonly Origin[], Dependencies>();

/** The actors with whose withdrawal every origin of a claim falls; several fields of a claim ask for the same. */
export function dependenciesOf(view: SubgraphView, origins: readonly Origin[]): Dependencies {
  const dependencies = tried.get(origins) ?? tryWithdrawals(view, origins);
  tried.set(origins, dependencies);
  return dependencies;
}

function tryWithdrawals(view: SubgraphView, origins: readonly Origin[]): Dependencies {
  const [first] = origins;
  if (!first) return { actors: [], isWhole: true };
  const support = supportOfOrigins(view, origins);
  const falls = (actor: string) => {
    const fallen = fallenWith(view, support, { actor });
    return origins.every((origin) => hasFallen(origin, fallen));
  };
  const all = possibleWithdrawals(view.subgraph, idsBehind(support, first)).sort();
  const some = all.slice(0, Math.ceil(MOST_TRIED / support.back.size));
  return { actors: some.filter(falls), isWhole: some.length === all.length };
}

/** All that decides whether one origin stands: a withdrawal that brings all of them down has to take one of these. */
function idsBehind({ back, citers }: Support, { id, kind, members }: Origin): ReadonlySet<string> {
  const start = kind === 'UNREAD' ? [id] : members.map((one) => one.id);
  return reachableFrom(start, (one) => [...(back.get(one) ?? []), ...(citers.get(one) ?? [])]);
}

/** All who can take one of these away. */
function possibleWithdrawals(subgraph: Subgraph, ids: Iterable<string>): string[] {
  const found = new Set<string>();
  const topOwners = new Set<string>();
  for (const id of ids) {
    const attribution = subgraph.attributions.get(id);
    if (attribution) found.add(attribution.actor);
    for (const shield of subgraph.speakers.get(attribution?.actor ?? '')?.shieldedBy ?? []) found.add(shield);
    const document = attribution ? attribution.document : id;
    const publisher = document === null ? undefined : subgraph.publisherOf.get(document);
    if (publisher !== undefined) topOwners.add(topOwnerOf(subgraph, publisher));
  }
  for (const organization of subgraph.ownerOf.keys()) {
    if (topOwners.has(topOwnerOf(subgraph, organization))) found.add(organization);
  }
  return [...found];
}

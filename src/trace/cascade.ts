import { grouped } from '../collections/grouped.ts';
import type { Side } from '../rules/stances.ts';
import { circleOrigin, type Origin, singleOrigin, unreadOrigin } from './origin.ts';
import { componentsOf } from './strongly-connected.ts';
import type { TracedAttribution } from './subgraph.ts';
import type { SubgraphView } from './subgraph-view.ts';

/** The attributions on one side of a claim, with all that they go back to. Ids in their order. */
export interface Cascade {
  readonly claim: string;
  readonly attributions: ReadonlyMap<string, TracedAttribution>;
  /** What an attribution goes back to. */
  readonly edges: ReadonlyMap<string, readonly string[]>;
  /** Attributions that go back to each other in a circle, each circle by ids. */
  readonly loops: readonly (readonly string[])[];
  /** The origins that are on this side of the claim: only these are counted. */
  readonly origins: readonly Origin[];
  /** The attributions of these origins. */
  readonly roots: ReadonlySet<string>;
  /** The attributions at which a trail is lost. */
  readonly untraced: ReadonlySet<string>;
  /** The attributions of origins that say something else. */
  readonly borrowed: ReadonlySet<string>;
}

const followed = new WeakMap<SubgraphView, Map<string, Cascade>>();

/** What is on one side of a claim with its origins; several fields of a claim ask for the same. */
export function cascadeOf(view: SubgraphView, claim: string, side: Side = 'AFFIRMS'): Cascade {
  const cascades = followed.get(view) ?? new Map<string, Cascade>();
  followed.set(view, cascades);
  const key = `${side} ${claim}`;
  const cascade = cascades.get(key) ?? follow(view, claim, side, onSide(view, claim, side));
  cascades.set(key, cascade);
  return cascade;
}

/** Follows one attribution back. */
export function trailOf(view: SubgraphView, start: TracedAttribution): Cascade {
  return follow(view, start.claim, view.sideOf(start), [start]);
}

/** All that is on one side of a claim or of one that is the same, refines it or entails it. */
function onSide(view: SubgraphView, claim: string, side: Side): TracedAttribution[] {
  const near = [...view.sameOrNarrower(claim)].flatMap((one) => view.attributionsOf(one));
  return near.filter((attribution) => view.sideOf(attribution) === side);
}

function follow(view: SubgraphView, claim: string, side: Side | null, start: readonly TracedAttribution[]): Cascade {
  const attributions = new Map(start.map((one) => [one.id, one]));
  const edges = new Map<string, readonly string[]>();
  for (const one of attributions.values()) {
    const { to } = view.wayBack(one);
    for (const next of to) attributions.set(next.id, next);
    edges.set(
      one.id,
      to.map(({ id }) => id),
    );
  }
  const components = componentsOf(attributions.keys(), (id) => edges.get(id) ?? []);
  const near = view.sameOrNarrower(claim);
  const isOwn = (one: TracedAttribution) => near.has(one.claim) && view.sideOf(one) === side;
  const members = (ids: readonly string[]) => ids.map((id) => attributions.get(id) as TracedAttribution);
  const circles = components.filter(({ length }) => length > 1);
  const singles = components.filter(({ length }) => length === 1).flatMap(members);
  return {
    claim,
    attributions,
    edges,
    loops: circles.sort(([one = ''], [other = '']) => (one < other ? -1 : 1)),
    ...endsOf(view, singles, circles.map(members), isOwn),
  };
}

/** Sorts what the trails end at into origins of the claim, lost trails, and origins of something else. */
function endsOf(
  view: SubgraphView,
  singles: readonly TracedAttribution[],
  circles: readonly (readonly TracedAttribution[])[],
  isOwn: (one: TracedAttribution) => boolean,
): Pick<Cascade, 'origins' | 'roots' | 'untraced' | 'borrowed'> {
  const ends = circles.map((members) => ({ members, end: endOfCircle(view, members) }));
  const own: Origin[] = [
    ...singles.filter((one) => view.wayBack(one).end === 'ORIGIN' && isOwn(one)).map((one) => singleOrigin(view, one)),
    ...ends
      .filter(({ members, end }) => end === 'ORIGIN' && members.some(isOwn))
      .map(({ members }) => circleOrigin(view, members, members.filter(isOwn))),
  ];
  const unread = singles.filter((one) => unreadOf(view, one) !== null);
  for (const [document, all] of grouped(unread.filter(isOwn), (one) => unreadOf(view, one) as string)) {
    own.push(unreadOrigin(view, document, all));
  }
  const others = [
    ...singles.filter((one) => view.wayBack(one).end === 'ORIGIN' && !isOwn(one)),
    ...unread.filter((one) => !isOwn(one)),
    ...ends.flatMap(({ members, end }) => (end === 'ORIGIN' && !members.some(isOwn) ? members : [])),
  ];
  const lost = [
    ...singles.filter((one) => view.wayBack(one).end === 'UNTRACED'),
    ...ends.flatMap(({ members, end }) => (end === 'UNTRACED' ? members : [])),
  ];
  const origins = own.sort((one, other) => (one.id < other.id ? -1 : 1));
  return {
    origins,
    roots: idsOf(origins.flatMap(({ attributions }) => attributions)),
    untraced: idsOf(lost),
    borrowed: idsOf(others),
  };
}

/** What a circle is that goes back to nothing else: an origin where everybody speaks in their own voice. */
export function endOfCircle(view: SubgraphView, members: readonly TracedAttribution[]): 'ORIGIN' | 'UNTRACED' | null {
  const ids = new Set(members.map(({ id }) => id));
  const ways = members.map((one) => view.wayBack(one));
  if (ways.some(({ to }) => to.some(({ id }) => !ids.has(id)))) return null;
  const isWhole = ways.every(({ misses }) => !misses);
  return isWhole && members.every(({ stance }) => stance !== 'REPORTS') ? 'ORIGIN' : 'UNTRACED';
}

/** The document, not read by anybody here, in which the words of an attribution stand; null where they do not. */
function unreadOf(view: SubgraphView, attribution: TracedAttribution): string | null {
  const { end } = view.wayBack(attribution);
  return end !== null && typeof end === 'object' ? end.unread : null;
}

function idsOf(attributions: readonly TracedAttribution[]): Set<string> {
  return new Set(attributions.map(({ id }) => id).sort());
}

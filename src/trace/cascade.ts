import type { Side } from '../rules/stances.ts';
import { copiedFrom, type Origin, originOf } from './origin.ts';
import { componentsOf } from './strongly-connected.ts';
import type { Subgraph, TracedAttribution } from './subgraph.ts';
import type { SubgraphView } from './subgraph-view.ts';

/** The attributions on one side of a claim, with what they go back to. */
export interface Cascade {
  readonly claim: string;
  readonly attributions: ReadonlyMap<string, TracedAttribution>;
  /** What an attribution goes back to, by citation or because its document is a copy. */
  readonly edges: ReadonlyMap<string, readonly string[]>;
  /** Attributions that cite each other in a circle, each circle by ids. */
  readonly loops: readonly (readonly string[])[];
  /** The ids of attributions that go back to nothing, or only to each other. */
  readonly roots: ReadonlySet<string>;
  readonly origins: readonly Origin[];
}

const followed = new WeakMap<SubgraphView, Map<string, Cascade>>();

/** The attributions on one side of a claim with their roots; several fields of a claim ask for the same. */
export function cascadeOf(view: SubgraphView, claim: string, side: Side = 'AFFIRMS'): Cascade {
  const cascades = followed.get(view) ?? new Map<string, Cascade>();
  followed.set(view, cascades);
  const key = `${side} ${claim}`;
  const cascade = cascades.get(key) ?? followClaim(view, claim, side);
  cascades.set(key, cascade);
  return cascade;
}

function followClaim(view: SubgraphView, claim: string, side: Side): Cascade {
  const near = view.sameOrNarrower(claim);
  const own = [...view.sameAs(claim)].flatMap((one) => view.attributionsOf(one));
  const start = own.filter((attribution) => view.sideOf(attribution) === side);
  return follow(view, claim, start, (to) => near.has(to.claim) && view.sideOf(to) === side);
}

/** Follows one attribution back, on its own side. */
export function trailOf(view: SubgraphView, start: TracedAttribution): Cascade {
  const [near, side] = [view.sameOrNarrower(start.claim), view.sideOf(start)];
  return follow(view, start.claim, [start], (to) => near.has(to.claim) && view.sideOf(to) === side);
}

function follow(
  view: SubgraphView,
  claim: string,
  start: readonly TracedAttribution[],
  goesOn: (to: TracedAttribution) => boolean,
): Cascade {
  const attributions = new Map(start.map((one) => [one.id, one]));
  const edges = new Map<string, readonly string[]>();
  for (const one of attributions.values()) {
    const back = [...view.citedBy(one.id), ...counterpartsOf(view, one)].filter(goesOn);
    for (const to of back) attributions.set(to.id, to);
    edges.set(one.id, [...new Set(back.map(({ id }) => id))].sort());
  }
  const to = (id: string) => edges.get(id) ?? [];
  const components = componentsOf(attributions.keys(), to);
  const ends = components.filter((members) => {
    const inside = new Set(members);
    return members.every((id) => to(id).every((next) => inside.has(next)));
  });
  const roots = new Set(ends.flat().sort());
  return {
    claim,
    attributions,
    edges,
    loops: components.filter(({ length }) => length > 1).sort(([one = ''], [other = '']) => (one < other ? -1 : 1)),
    roots,
    origins: [...roots].map((id) => originOf(view.subgraph, attributions.get(id) as TracedAttribution)),
  };
}

/**
 * What stands for an attribution in the document that its own was copied from: those of the same speaker there, else,
 * where an outlet speaks in its copy, those of the outlet that was copied.
 */
export function counterpartsOf(view: SubgraphView, attribution: TracedAttribution): TracedAttribution[] {
  const { subgraph } = view;
  if (attribution.document === null) return [];
  const origin = copiedFrom(subgraph, attribution.document);
  if (origin === attribution.document) return [];
  const near = view.sameOrNarrower(attribution.claim);
  const there = (subgraph.inDocument.get(origin) ?? []).filter(
    (other) => view.sees(other) && near.has(other.claim) && view.sideOf(other) === view.sideOf(attribution),
  );
  const own = there.filter(({ actor }) => actor === attribution.actor);
  if (own.length > 0 || !isPublisher(subgraph, attribution.document, attribution.actor)) return own;
  return there.filter(({ actor }) => isPublisher(subgraph, origin, actor));
}

function isPublisher({ publisherOf }: Subgraph, document: string, actor: string): boolean {
  return publisherOf.get(document) === actor;
}

import type { Arguments } from '../cypher/arguments.ts';
import type { Moment, TracedField } from '../cypher/mapping.ts';
import { NodeRef } from '../cypher/node-ref.ts';
import { LARGEST_PAGE } from '../cypher/page.ts';
import { badInput } from '../errors.ts';
import { cascadeOf, trailOf } from './cascade.ts';
import { chainsFrom } from './chains.ts';
import { lifeOf } from './claim-life.ts';
import { denialsOf } from './denials.ts';
import { independenceOf } from './independence.ts';
import { standingOf } from './standing.ts';
import { standingReasonsOf } from './standing-reasons.ts';
import type { SubgraphView } from './subgraph-view.ts';
import type { Tracing } from './tracer.ts';

/** A traced field of a claim or an attribution, from the view that its times allow. */
function traced(
  compute: (view: SubgraphView, id: string, args: Arguments) => unknown,
  stored: Pick<TracedField, 'stored' | 'missing' | 'isTimeless'> = {},
): TracedField {
  return {
    kind: 'traced',
    ...stored,
    compute: (tracing: unknown, id: string, args: Arguments, { said }: Moment) =>
      compute((tracing as Tracing).viewAt(said), id, args),
  };
}

/** `Claim.roots`. */
export const roots = traced((view, claim) => refs(cascadeOf(view, claim).roots));

/** `Claim.untraced`. */
export const untraced = traced((view, claim) => refs(cascadeOf(view, claim).untraced));

/** `Claim.borrowed`. */
export const borrowed = traced((view, claim) => refs(cascadeOf(view, claim).borrowed));

/** `Claim.independence`. */
export const independence = traced((view, claim) => {
  const found = independenceOf(view, claim);
  return {
    ...found,
    loops: found.loops.map(refs),
    dependsOn: refs(found.dependsOn),
    readIn: refs(found.readIn),
  };
});

/** `Claim.denials`. */
export const denials = traced((view, claim) =>
  denialsOf(view, claim).map(({ attribution, covers, leavesOpen }) => ({
    attribution: new NodeRef(attribution.id),
    covers: refs(covers),
    leavesOpen: refs(leavesOpen),
  })),
);

/** `Claim.standing`, which is stored where any said time counts. */
export const standing = traced(standingOf, { stored: 'standing' });

/** `Claim.standingReasons`. */
export const standingReasons = traced(standingReasonsOf);

/** `Attribution.side`, which is the same at any said time. */
export const side = traced(
  (view, id) => {
    const attribution = view.subgraph.attributions.get(id);
    return (attribution && view.sideOf(attribution)) ?? 'NONE';
  },
  { stored: 'side', missing: 'NONE', isTimeless: true },
);

/** `Claim.life`. */
export const life = traced((view, claim) =>
  lifeOf(view, claim).map(({ change, attribution }) => ({
    change,
    at: attribution.saidAt,
    attribution: new NodeRef(attribution.id),
  })),
);

/** `Attribution.chains`. */
export const chains: TracedField = {
  ...traced((view, id, args) => {
    const { maxHops, first } = chainLimits(args);
    const attribution = view.subgraph.attributions.get(id);
    if (!attribution || !view.isThere(attribution)) return [];
    return chainsFrom(trailOf(view, attribution), id, maxHops, first).map(refs);
  }),
  check: (args, node) => {
    const { maxHops, first } = chainLimits(args);
    if (maxHops < 0 || maxHops > MOST_HOPS) throw badInput('maxHops', `${maxHops} is not from 0 to ${MOST_HOPS}`, node);
    if (first < 0 || first > LARGEST_PAGE) throw badInput('first', `${first} is not from 0 to ${LARGEST_PAGE}`, node);
  },
};

/** Hops of the longest chain that can be asked for. */
const MOST_HOPS = 20;

/** Null is as good as nothing given. */
function chainLimits({ maxHops, first }: Arguments) {
  return { maxHops: (maxHops ?? 8) as number, first: (first ?? 50) as number };
}

function refs(ids: Iterable<string>): NodeRef[] {
  return [...ids].map((id) => new NodeRef(id));
}

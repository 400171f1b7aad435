import type { Arguments } from '../cypher/arguments.ts';
import type { Moment, TracedField } from '../cypher/mapping.ts';
import { LARGEST_PAGE } from '../cypher/page.ts';
import { Ref } from '../cypher/ref.ts';
import { badInput } from '../errors.ts';
import { cascadeOf, trailOf } from './cascade.ts';
import { chainsFrom } from './chains.ts';
import { denialsOf } from './denials.ts';
import { independenceOf } from './independence.ts';
import { lifeOf } from './life.ts';
import type { Sight } from './sight.ts';
import { standingOf } from './standing.ts';
import type { Tracing } from './tracer.ts';

/** A traced field of a claim or an attribution, from the sight that its times allow. */
function traced(compute: (sight: Sight, id: string, args: Arguments) => unknown, stored?: string): TracedField {
  return {
    kind: 'traced',
    ...(stored && { stored }),
    compute: (tracing: unknown, id: string, args: Arguments, { said }: Moment) =>
      compute((tracing as Tracing).sight(said), id, args),
  };
}

/** `Claim.roots`. */
export const roots = traced((sight, claim) => refs(cascadeOf(sight, claim).roots));

/** `Claim.independence`. */
export const independence = traced((sight, claim) => {
  const found = independenceOf(sight, claim);
  return {
    ...found,
    loops: found.loops.map(refs),
    dependsOn: refs(found.dependsOn),
    readIn: refs(found.readIn),
  };
});

/** `Claim.denials`. */
export const denials = traced((sight, claim) =>
  denialsOf(sight, claim).map(({ said, covers, leavesOpen }) => ({
    attribution: new Ref(said.id),
    covers: refs(covers),
    leavesOpen: refs(leavesOpen),
  })),
);

/** `Claim.standing`, which is stored where any said time counts. */
export const standing = traced((sight, claim) => standingOf(sight, cascadeOf(sight, claim)), 'standing');

/** `Claim.life`. */
export const life = traced((sight, claim) =>
  lifeOf(sight, claim).map(({ change, said }) => ({ change, at: said.saidAt, attribution: new Ref(said.id) })),
);

/** `Attribution.chains`. */
export const chains: TracedField = {
  ...traced((sight, id, args) => {
    const { maxHops, first } = chainLimits(args);
    const said = sight.around.said.get(id);
    if (!said || !sight.sees(said)) return [];
    return chainsFrom(trailOf(sight, said), id, maxHops, first).map(refs);
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

function refs(ids: Iterable<string>): Ref[] {
  return [...ids].map((id) => new Ref(id));
}

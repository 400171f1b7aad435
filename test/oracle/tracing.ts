import type { Load } from './world.ts';

const CLAIM = `id standing(asOf: $asOf) roots(asOf: $asOf) { id }
independence(asOf: $asOf) {
  newsrooms ultimateSources { min max } onRecord coverage loops { id } dependsOn { id } readIn { id } reasons
}
denials(asOf: $asOf) { attribution { id } covers { id } leavesOpen { id } }
life(asOf: $asOf) { change at attribution { id } }`;

/** The traced fields of claims. */
export const CLAIMS = `query Claims($ids: [ID!]!, $asOf: AsOf) { nodes(ids: $ids) { ... on Claim { ${CLAIM} } } }`;

/** The chains of attributions. */
export const CHAINS = `query Chains($ids: [ID!]!, $maxHops: Int!, $first: Int!, $asOf: AsOf) {
  nodes(ids: $ids) { ... on Attribution { id chains(maxHops: $maxHops, first: $first, asOf: $asOf) { id } } }
}`;

/** The impact of a withdrawal on claims. */
export const IMPACT = `query Impact($source: ID!, $asOf: AsOf) {
  impactOfWithdrawing(source: $source, asOf: $asOf) {
    source { id } losesEveryRoot { id } losesOnRecord { id } fallsToOneNewsroom { id } truncated
  }
}`;

/** Claims by a filter. */
export const FILTERED = `query Filtered($filter: ClaimFilter, $asOf: AsOf) {
  claims(filter: $filter, asOf: $asOf, first: 200) { totalCount nodes { id standing } }
}`;

/** Attributions that others rest on, or that rest on others. */
export const ROOTS = `query Roots($isRoot: Boolean, $asOf: AsOf) {
  whoReported(filter: { rootsOnly: $isRoot }, asOf: $asOf, first: 200) { totalCount nodes { id } }
}`;

export const STANDINGS = ['UNATTRIBUTED', 'SINGLE_SOURCE', 'CORROBORATED', 'DISPUTED', 'DENIED', 'RETRACTED'];

/** The times that somebody looks back from, as a client writes them. */
export interface Moment {
  readonly said?: string;
  readonly recorded?: string;
  readonly undated?: 'INCLUDE';
}

/** The present; what certainly or possibly had been said by some day; and either as it was known after a load. */
export function lookingBack(loads: readonly Load[], day: string): readonly (Moment | null)[] {
  const recorded = new Date(loads[0]?.at ?? 0).toISOString();
  return [
    null,
    { said: day },
    { said: day, undated: 'INCLUDE' },
    { recorded },
    { recorded, said: day, undated: 'INCLUDE' },
    { recorded, said: day },
  ];
}

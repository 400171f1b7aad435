import type { Load } from './world.ts';

const CLAIM = `id standing(asOf: $asOf) standingReasons(asOf: $asOf)
roots(asOf: $asOf) { id } untraced(asOf: $asOf) { id } borrowed(asOf: $asOf) { id }
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

/** What may not grow. */
export const COUNTS = `query Counts($asOf: AsOf) {
  claims(first: 200, asOf: $asOf) {
    nodes { id independence { newsrooms ultimateSources { min } onRecord dependsOn { id } } }
  }
}`;

/** Claims by a filter. */
export const FILTERED = `query Filtered($filter: ClaimFilter, $asOf: AsOf) {
  claims(filter: $filter, asOf: $asOf, first: 200) { totalCount nodes { id standing } }
}`;

/** Attributions by a filter, with their sides. */
export const REPORTED = `query Reported($filter: AttributionFilter, $asOf: AsOf) {
  whoReported(filter: $filter, asOf: $asOf, first: 200) { totalCount nodes { id side } }
}`;

export const STANDINGS = [
  'UNTRACED',
  'UNATTRIBUTED',
  'SINGLE_SOURCE',
  'CORROBORATED',
  'DISPUTED',
  'DENIED',
  'RETRACTED',
];

/** The times that somebody looks back from, as a client writes them. */
export interface Moment {
  readonly said?: string;
  readonly recorded?: string;
  readonly undated?: 'INCLUDE';
}

/**
 * The present; what certainly or possibly had been said by some day; and either as it was known after the first change.
 * The oracle shows as one what was judged to be so, as of any time, so it does not look back before that.
 */
export function lookingBack(loads: readonly Load[], day: string): readonly (Moment | null)[] {
  const recorded = new Date(loads[0]?.at ?? 0).toISOString();
  const present: readonly (Moment | null)[] = [null, { said: day }, { said: day, undated: 'INCLUDE' }];
  if (loads.some((one) => 'same' in one)) return present;
  return [...present, { recorded }, { recorded, said: day, undated: 'INCLUDE' }, { recorded, said: day }];
}

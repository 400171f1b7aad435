import { isAmong } from '../filters.ts';
import type { View } from '../view.ts';
import type { Attribution, Claim } from '../world.ts';
import { isRootOfItsClaim } from './graph.ts';
import { isUnnamedOnly, restsOnlyOn } from './origins.ts';
import { standingOf } from './standing.ts';

/** The conditions on a claim that ask where it comes from. */
export interface TracedClaimFilter {
  readonly standing?: readonly string[] | null;
  readonly restsOnlyOn?: readonly string[] | null;
  readonly unnamedSourcesOnly?: boolean | null;
}

export interface TracedAttributionFilter {
  readonly rootsOnly?: boolean | null;
}

export function keepsTracedClaim(view: View, { id }: Claim, filter: TracedClaimFilter): boolean {
  const { standing, unnamedSourcesOnly } = filter;
  return (
    (!standing || isAmong(standing, standingOf(view, id))) &&
    (!filter.restsOnlyOn || restsOnlyOn(view, id, filter.restsOnlyOn)) &&
    (typeof unnamedSourcesOnly !== 'boolean' || unnamedSourcesOnly === isUnnamedOnly(view, id))
  );
}

export function keepsTracedAttribution(
  view: View,
  attribution: Attribution,
  { rootsOnly }: TracedAttributionFilter,
): boolean {
  return typeof rootsOnly !== 'boolean' || rootsOnly === isRootOfItsClaim(view, attribution);
}

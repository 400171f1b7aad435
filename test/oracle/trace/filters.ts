import { isAmong } from '../filters.ts';
import type { View } from '../view.ts';
import type { Attribution, Claim } from '../world.ts';
import { isUnnamedOnly, restsOnlyOn } from './rests-on.ts';
import { type Side, sideOf } from './sides.ts';
import { standingOf } from './standing.ts';
import { isRoot } from './trail.ts';
import { walkOf } from './walk.ts';

/** The conditions on a claim that ask where it comes from. */
export interface TracedClaimFilter {
  readonly standing?: readonly string[] | null;
  readonly restsOnlyOn?: readonly string[] | null;
  readonly unnamedSourcesOnly?: boolean | null;
}

/** The conditions on an attribution that ask for its side, or what it rests on; two of them mean the same. */
export interface TracedAttributionFilter {
  readonly rootsOnly?: boolean | null;
  readonly isRoot?: boolean | null;
  readonly side?: readonly Side[] | null;
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
  { rootsOnly, isRoot: wanted, side }: TracedAttributionFilter,
): boolean {
  const fits = (asked: boolean | null | undefined) =>
    typeof asked !== 'boolean' || asked === isRoot(walkOf(view), attribution);
  return fits(rootsOnly) && fits(wanted) && (!side || isAmong(side, sideOf(view, attribution)));
}

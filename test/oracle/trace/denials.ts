import { byId, moment, sorted } from '../orders.ts';
import type { View } from '../view.ts';
import { type Attribution, type Claim, saidAt } from '../world.ts';
import { allParts, meet, recordedClaims, sameAs } from './claims.ts';
import { isOrigin, walked, walkOf } from './walk.ts';

export interface Denial {
  readonly attribution: Attribution;
  readonly covers: readonly Claim[];
  readonly leavesOpen: readonly Claim[];
}

/** What a denial reaches: its claim, those that are the same, and those that it names. */
function reachOf(view: View, denial: Attribution): Set<string> {
  return new Set([...sameAs(view, denial.claim), ...denial.covers]);
}

/** Denials that come from somewhere. */
function denialsReaching(view: View, claims: ReadonlySet<string>): Attribution[] {
  const walk = walkOf(view);
  return view.attributions.filter(
    (one) =>
      one.stance === 'DENIES' &&
      walk.isThere(one) &&
      meet(reachOf(view, one), claims) &&
      [...walked(walk, [one])].some((other) => isOrigin(walk, other)),
  );
}

/** Whether somebody denies the claim itself, and not just a part of it. */
export function isDenied(view: View, claim: string): boolean {
  return denialsReaching(view, sameAs(view, claim)).length > 0;
}

/** The denials of the claim or of a part of it, earliest first. */
export function denialsOf(view: View, claim: string): Denial[] {
  const reached = new Set([...sameAs(view, claim), ...allParts(view, claim)]);
  const denials = sorted(
    denialsReaching(view, reached),
    'ASC',
    (one) => moment(saidAt(view, one)),
    ({ id }) => id,
  );
  return denials.map((attribution) => {
    const covered = reachOf(view, attribution);
    const wholes = recordedClaims(view).flatMap(({ id, partOf }) => (covered.has(id) && partOf ? [partOf] : []));
    const isOpen = ({ id, partOf }: Claim) => partOf !== undefined && wholes.includes(partOf) && !covered.has(id);
    return {
      attribution,
      covers: byId(view.claims.filter(({ id }) => covered.has(id))),
      leavesOpen: byId(view.claims.filter(isOpen)),
    };
  });
}

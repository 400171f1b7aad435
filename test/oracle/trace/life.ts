import { moment, sorted } from '../orders.ts';
import type { View } from '../view.ts';
import { type Attribution, saidAt } from '../world.ts';
import { sameAs } from './claims.ts';
import { sideOf } from './sides.ts';
import { takesBack } from './taken-back.ts';

type LifeChange = 'REPORTED' | 'CONFIRMED' | 'DENIED' | 'CORRECTED' | 'RETRACTED' | 'NOT_COMMENTED';

const CHANGES: Readonly<Record<Attribution['stance'], LifeChange>> = {
  ASSERTS: 'REPORTED',
  REPORTS: 'REPORTED',
  CONFIRMS: 'CONFIRMED',
  DENIES: 'DENIED',
  CORRECTS: 'CORRECTED',
  RETRACTS: 'RETRACTED',
  DECLINES_TO_COMMENT: 'NOT_COMMENTED',
  NO_RESPONSE: 'NOT_COMMENTED',
  EVADES: 'NOT_COMMENTED',
};

export interface LifeEvent {
  readonly change: LifeChange;
  readonly at: string | null;
  readonly attribution: Attribution;
}

/** What happened to a claim since it was first made, in order. */
export function lifeOf(view: View, claim: string): LifeEvent[] {
  const claims = sameAs(view, claim);
  const changes = view.attributions.filter(
    (one) =>
      (claims.has(one.claim) && (one.stance !== 'REPORTS' || sideOf(view, one) === 'AFFIRMS')) ||
      correctsOneOf(view, one, claims),
  );
  return sorted(
    changes,
    'ASC',
    (one) => moment(saidAt(view, one)),
    ({ id }) => id,
  ).map((attribution) => ({ change: CHANGES[attribution.stance], at: saidAt(view, attribution), attribution }));
}

/** Whether a correction of another claim takes back something that was said of one of these. */
function correctsOneOf(view: View, correction: Attribution, claims: ReadonlySet<string>): boolean {
  if (correction.stance !== 'CORRECTS') return false;
  return view.attributions.some((one) => claims.has(one.claim) && takesBack(view, correction, one));
}

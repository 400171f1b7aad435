import { isNoEarlier, moment, sorted } from '../orders.ts';
import type { View } from '../view.ts';
import { type Attribution, saidAt } from '../world.ts';
import { opposed, sameAs } from './claims.ts';
import { denialsOf, isDenied } from './denials.ts';
import { rootsOf } from './graph.ts';
import { remembered } from './once-per-view.ts';
import { namedSpeakers, newsroomsOf, originsOf } from './origins.ts';
import { attributionsOn, sideOf } from './sides.ts';
import { ultimateSources } from './sources.ts';

type Standing = 'RETRACTED' | 'DENIED' | 'DISPUTED' | 'UNATTRIBUTED' | 'CORROBORATED' | 'SINGLE_SOURCE';
type LifeChange = 'REPORTED' | 'CONFIRMED' | 'DENIED' | 'CORRECTED' | 'RETRACTED' | 'NOT_COMMENTED';

/** The standing of a claim: the first that applies. */
export const standingOf = remembered((view: View, claim: string): Standing => {
  if (isRetracted(view, claim)) return 'RETRACTED';
  if (!isAffirmed(view, claim)) return isDenied(view, claim) ? 'DENIED' : 'SINGLE_SOURCE';
  if (denialsOf(view, claim).length > 0 || isContradicted(view, claim)) return 'DISPUTED';
  const origins = originsOf(view, claim);
  const isUnattributed = origins.every(({ isOwnVoice, document }) => isOwnVoice && document?.read);
  if (origins.length > 0 && isUnattributed) return 'UNATTRIBUTED';
  const outletsAndSpeakers = new Set([...newsroomsOf(view, origins), ...namedSpeakers(origins)]);
  return outletsAndSpeakers.size >= 2 && ultimateSources(view, origins).min >= 2 ? 'CORROBORATED' : 'SINGLE_SOURCE';
});

/** The speaker of every root took it back. */
function isRetracted(view: View, claim: string): boolean {
  const roots = rootsOf(view, claim);
  const claims = sameAs(view, claim);
  const isTakenBack = (root: Attribution) =>
    view.attributions.some(
      (one) =>
        one.stance === 'RETRACTS' &&
        one.actor === root.actor &&
        (claims.has(one.claim) || one.claim === root.claim) &&
        isNoEarlier(saidAt(view, one), saidAt(view, root)),
    );
  return roots.length > 0 && roots.every(isTakenBack);
}

function isAffirmed(view: View, claim: string): boolean {
  return attributionsOn(view, sameAs(view, claim), 'AFFIRMS').length > 0;
}

/** Somebody affirms a claim that contradicts it. */
function isContradicted(view: View, claim: string): boolean {
  return [...sameAs(view, claim)].some((one) => opposed(view, one).some((other) => isAffirmed(view, other)));
}

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
    (one) => claims.has(one.claim) && (one.stance !== 'REPORTS' || sideOf(view, one) === 'AFFIRMS'),
  );
  return sorted(
    changes,
    'ASC',
    (one) => moment(saidAt(view, one)),
    ({ id }) => id,
  ).map((attribution) => ({ change: CHANGES[attribution.stance], at: saidAt(view, attribution), attribution }));
}

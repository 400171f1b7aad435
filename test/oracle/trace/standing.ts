import type { View } from '../view.ts';
import { opposed, sameAs } from './claims.ts';
import { denialsOf, isDenied } from './denials.ts';
import { documentOf } from './documents.ts';
import { dependsOn } from './independence.ts';
import { newsroomsOf } from './newsrooms.ts';
import { numbersOf } from './numbers.ts';
import { remembered } from './once-per-view.ts';
import { isOutletsVoice } from './owners.ts';
import { namedSpeakers } from './sources.ts';
import { takenBack, takenBackWithHearsay } from './taken-back.ts';
import { type Origin, trailOf } from './trail.ts';
import { walkBefore, walkOf } from './walk.ts';

export type Standing =
  | 'RETRACTED'
  | 'DENIED'
  | 'DISPUTED'
  | 'UNTRACED'
  | 'UNATTRIBUTED'
  | 'CORROBORATED'
  | 'SINGLE_SOURCE';

/** The standing of a claim: the first that applies. */
export const standingOf = remembered((view: View, claim: string): Standing => {
  if (isRetracted(view, claim)) return 'RETRACTED';
  const { origins } = trailOf(walkOf(view), claim);
  if (origins.length === 0) return isDenied(view, claim) ? 'DENIED' : 'UNTRACED';
  if (denialsOf(view, claim).length > 0 || isContradicted(view, claim)) return 'DISPUTED';
  if (origins.every((origin) => isReadOutletsVoice(view, origin))) return 'UNATTRIBUTED';
  return isCorroborated(view, claim) ? 'CORROBORATED' : 'SINGLE_SOURCE';
});

/** At least two newsrooms and named speakers, at least two sources, and nobody whose withdrawal brings it down. */
function isCorroborated(view: View, claim: string): boolean {
  const { origins } = trailOf(walkOf(view), claim);
  return (
    newsroomsAndSpeakers(view, origins) >= 2 &&
    numbersOf(view, origins).ultimateSources.min >= 2 &&
    dependsOn(view, claim).length === 0
  );
}

/** Newsrooms and named speakers; who is both counts once. */
export function newsroomsAndSpeakers(view: View, origins: readonly Origin[]): number {
  const { newsrooms, onRecord } = numbersOf(view, origins);
  const alone = (sets: readonly ReadonlySet<string>[]) => sets.flatMap((one) => (one.size === 1 ? [...one] : []));
  const named = new Set(alone(namedSpeakers(view, origins)));
  const both = new Set(alone(newsroomsOf(view, origins)).filter((one) => named.has(one)));
  return newsrooms + onRecord - both.size;
}

/** It had origins, and all of them were taken back. */
function isRetracted(view: View, claim: string): boolean {
  const before = trailOf(walkBefore(view), claim).origins;
  const { unread } = takenBack(view);
  const gone = takenBackWithHearsay(view);
  const isTakenBack = ({ attributions, document }: Origin) =>
    attributions.every((one) => gone.has(one) || (document !== null && unread(document, one)));
  return before.length > 0 && before.every(isTakenBack) && trailOf(walkOf(view), claim).origins.length === 0;
}

/** A claim that cannot hold together with it has an origin, too. */
function isContradicted(view: View, claim: string): boolean {
  const others = [...sameAs(view, claim)].flatMap((one) => opposed(view, one));
  return others.some((other) => trailOf(walkOf(view), other).origins.length > 0);
}

/** Whether outlets alone are behind an origin, in their own voice, in documents that were read. */
function isReadOutletsVoice(view: View, { attributions, document }: Origin): boolean {
  return !document && attributions.every((one) => isOutletsVoice(view, one) && documentOf(view, one)?.read);
}

import type { View } from '../view.ts';
import { opposed, sameAs } from './claims.ts';
import { denialsOf, isDenied } from './denials.ts';
import { documentOf } from './documents.ts';
import { dependsOn } from './independence.ts';
import { type Numbers, numbersOf } from './numbers.ts';
import { remembered } from './once-per-view.ts';
import { isOutletsVoice } from './owners.ts';
import { NOTHING, takenBack } from './taken-back.ts';
import { type Origin, trailOf } from './trail.ts';
import { walkOf, walkWithout } from './walk.ts';

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

/** Whether a claim is corroborated as far as nobody is against it. */
export function isCorroborated(view: View, claim: string): boolean {
  return isByTwo(numbersOf(walkOf(view), claim)) && dependsOn(view, claim).length === 0;
}

function isByTwo({ newsrooms, onRecord, ultimateSources }: Numbers): boolean {
  return newsrooms + onRecord >= 2 && ultimateSources.min >= 2;
}

/** It had origins, and all of them were taken back. */
function isRetracted(view: View, claim: string): boolean {
  const before = trailOf(walkWithout(view, NOTHING), claim).origins;
  const removal = takenBack(view);
  const isTakenBack = ({ attributions, document }: Origin) =>
    attributions.every((one) => removal.attributions.has(one) || (document !== null && removal.unread(document, one)));
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

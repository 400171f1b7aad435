import type { View } from '../view.ts';
import { type Attribution, isCounted } from '../world.ts';
import { ofAllTimes, reachable, sameAs } from './claims.ts';
import { remembered } from './once-per-view.ts';

export type Side = 'AFFIRMS' | 'DENIES' | 'NONE';

const OWN_SIDES: Readonly<Record<string, Side>> = {
  ASSERTS: 'AFFIRMS',
  CONFIRMS: 'AFFIRMS',
  CORRECTS: 'AFFIRMS',
  DENIES: 'DENIES',
};

/** All attributions that were ever recorded, whether or not they can be seen: said later, retracted or suggested. */
export function everRecorded(view: View): readonly Attribution[] {
  const { attributions, suggested, retracted } = ofAllTimes(view);
  return [...attributions, ...suggested, ...retracted];
}

/** All that an attribution is said to cite, whether or not it can be seen. */
export function cited(view: View, { cites }: Attribution): Attribution[] {
  const ids = cites.filter(isCounted).map(({ attribution }) => attribution);
  return everRecorded(view).filter(({ id }) => ids.includes(id));
}

/** All that ever cited an attribution and is no suggestion, whether or not it can be seen. */
export function everCiting(view: View, { id }: Attribution): Attribution[] {
  return everRecorded(view).filter(
    (one) => isCounted(one) && one.cites.some((cite) => isCounted(cite) && cite.attribution === id),
  );
}

/** What a relay passes on of its own claim. */
function relayed(view: View, attribution: Attribution): Attribution[] {
  if (attribution.stance !== 'REPORTS') return [];
  const claims = sameAs(view, attribution.claim);
  return cited(view, attribution).filter((one) => isCounted(one) && claims.has(one.claim));
}

/** The side that an attribution is on; a suggestion is on none. Time, retractions and withdrawals do not change it. */
export const sideOf = remembered((view: View, attribution: Attribution): Side => {
  if (!isCounted(attribution)) return 'NONE';
  if (attribution.stance !== 'REPORTS') return OWN_SIDES[attribution.stance] ?? 'NONE';
  const isBehind = (one: Attribution, other: Attribution) => reachable([other], (any) => relayed(view, any)).has(one);
  const circle = [...reachable([attribution], (any) => relayed(view, any))].filter((one) => isBehind(attribution, one));
  const outside = circle.flatMap((one) => relayed(view, one)).filter((one) => !circle.includes(one));
  if (outside.length === 0) return 'AFFIRMS';
  const sides = new Set(outside.map((one) => sideOf(view, one)).filter((side) => side !== 'NONE'));
  return sides.size === 1 ? ([...sides][0] as Side) : 'NONE';
});

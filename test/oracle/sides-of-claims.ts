import { ofAllTimes } from './trace/claims.ts';
import { sideOf } from './trace/sides.ts';
import { takesBack } from './trace/taken-back.ts';
import type { View } from './view.ts';
import type { Attribution } from './world.ts';

/** A side of a claim, and which attributions are on it. */
export interface Side {
  readonly claim: string;
  readonly affirms: boolean;
  readonly has: (view: View, attribution: Attribution) => boolean;
  /** Whether there is enough on the side for a contradiction. */
  readonly isThere: (view: View) => boolean;
}

/** Two sides that do not go together. */
export interface Contradicting {
  readonly id: string;
  readonly kind: 'STANCE' | 'CLAIM' | 'SELF';
  readonly basis: string;
  readonly by: string;
  readonly reason: string;
  readonly recorded: number;
  readonly sides: readonly [Side, Side];
  /** The documents in which both sides stand, if somebody goes against themselves. */
  readonly within?: readonly string[];
}

/** Whether an attribution affirms a claim, or denies it: as its own, or because it covers it. */
export function onSide(view: View, claim: string, affirms: boolean, attribution: Attribution): boolean {
  const covers = attribution.covers.includes(claim) && attribution.stance === 'DENIES';
  const taken = sideOf(view, attribution);
  if (attribution.claim === claim && taken === (affirms ? 'AFFIRMS' : 'DENIES')) return true;
  return !affirms && covers;
}

export function isTakenBack(view: View, attribution: Attribution): boolean {
  return view.attributions.some((later) => takesBack(view, later, attribution));
}

/** The side of those that `belongs` names, less what was taken back; one that `shows` holds of makes it count. */
export function side(
  claim: string,
  affirms: boolean,
  {
    belongs = () => true,
    shows = () => true,
  }: {
    readonly belongs?: (attribution: Attribution) => boolean;
    readonly shows?: (attribution: Attribution) => boolean;
  } = {},
): Side {
  const has = (view: View, attribution: Attribution) =>
    belongs(attribution) && onSide(view, claim, affirms, attribution) && !isTakenBack(view, attribution);
  const isThere = (view: View) => view.attributions.some((one) => shows(one) && has(view, one));
  return { claim, affirms, has, isThere };
}

/** The views of all times at which something was recorded, up to that of the view, the first one first. */
export function timesOf(view: View): View[] {
  const { attributions, suggested, relations, derivations, documents, claims } = ofAllTimes(view);
  const records = [attributions, suggested, relations, derivations, documents, claims].flat();
  const times = [...new Set(records.map(({ recorded }) => recorded))].sort((one, other) => one - other);
  return times.map((recorded) => view.from({ ...view.scope, said: null, recorded }));
}

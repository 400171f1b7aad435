import type { View } from '../view.ts';
import type { Attribution } from '../world.ts';
import { isJudged, reachable, restingOn } from './claims.ts';
import { remembered } from './once-per-view.ts';

export type Side = 'AFFIRMS' | 'DENIES' | 'NONE';

const OWN_SIDES: Readonly<Record<string, Side>> = {
  ASSERTS: 'AFFIRMS',
  CONFIRMS: 'AFFIRMS',
  CORRECTS: 'AFFIRMS',
  DENIES: 'DENIES',
};

/** The view in which the sides of a smaller view were computed; nobody changes sides because others withdraw. */
const sidesFrom = new WeakMap<View, View>();

/** The view without some attributions; the others stay on their sides. */
export function viewOnly(view: View, left: ReadonlySet<string>): View {
  const seen = { ...view, attributions: view.attributions.filter(({ id }) => left.has(id)) };
  sidesFrom.set(seen, sidesFrom.get(view) ?? view);
  return seen;
}

/** The side that an attribution is on. */
export function sideOf(view: View, attribution: Attribution): Side {
  return sideIn(sidesFrom.get(view) ?? view, attribution);
}

/** A relay is on the side of what it relays; where the chain ends, it affirms. */
const sideIn = remembered((view: View, attribution: Attribution): Side => {
  if (attribution.stance !== 'REPORTS') return OWN_SIDES[attribution.stance] ?? 'NONE';
  const from = reachable([attribution], (one) => relayed(view, one));
  const component = [...from].filter((one) => one === attribution || isReached(view, one, attribution));
  const outside = component.flatMap((one) => relayed(view, one)).filter((one) => !component.includes(one));
  if (outside.length === 0) return 'AFFIRMS';
  const sides = new Set(outside.map((one) => sideOf(view, one)));
  sides.delete('NONE');
  return sides.size === 1 ? ([...sides][0] as Side) : 'NONE';
});

function isReached(view: View, start: Attribution, end: Attribution): boolean {
  return reachable([start], (one) => relayed(view, one)).has(end);
}

/** What a relay passes on: what it cites of its own claim, or of a claim from which its own follows. */
function relayed(view: View, attribution: Attribution): Attribution[] {
  if (attribution.stance !== 'REPORTS') return [];
  const claims = restingOn(view, attribution.claim);
  return cited(view, attribution).filter(({ claim }) => claims.has(claim));
}

/** The cited attributions that can be seen. */
export function cited(view: View, { cites }: Attribution): Attribution[] {
  const ids = cites.filter(isJudged).map(({ attribution }) => attribution);
  return view.attributions.filter(({ id }) => ids.includes(id));
}

/** The attributions of any of the claims that are on one side. */
export function attributionsOn(view: View, claims: ReadonlySet<string>, side: Side): Attribution[] {
  return view.attributions.filter((one) => claims.has(one.claim) && sideOf(view, one) === side);
}

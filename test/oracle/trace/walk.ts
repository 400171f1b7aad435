import { byId, compare } from '../orders.ts';
import type { View } from '../view.ts';
import type { Attribution, Document } from '../world.ts';
import { reachable } from './claims.ts';
import { remembered } from './once-per-view.ts';
import { isHearsay } from './owners.ts';
import { everCiting } from './sides.ts';
import { NOTHING, type Removal, takenBack } from './taken-back.ts';
import { whenceOf } from './targets.ts';

/** The attributions that are there, and where each of them has its words from. */
export interface Walk {
  readonly view: View;
  readonly removal: Removal;
  readonly isThere: (attribution: Attribution) => boolean;
  readonly next: (attribution: Attribution) => readonly Attribution[];
}

/** Where a way ends: at a voice or a circle of them, at a document that was not read, or where nobody is shown. */
export type End =
  | { readonly kind: 'VOICE' | 'CIRCLE' | 'UNTRACED' }
  | { readonly kind: 'UNREAD'; readonly document: Document & { readonly publisher: string } };

/** The walk over all that can be seen and was not removed. */
export const walkWithout = remembered((view: View, removal: Removal): Walk => {
  const there = new Set(view.attributions.filter((one) => !removal.attributions.has(one)));
  const isThere = (attribution: Attribution) => there.has(attribution);
  const next = (attribution: Attribution) => {
    const whence = whenceOf(view, attribution);
    return whence.from === 'OTHERS' ? whence.attributions.filter(isThere) : [];
  };
  return { view, removal, isThere, next };
});

/** The walk over what counts. */
export const walkOf = remembered((view: View): Walk => withoutHearsay(walkWithout(view, takenBack(view))));

/** The walk over what would count if nobody had taken anything back. */
export const walkBefore = remembered((view: View): Walk => withoutHearsay(walkWithout(view, NOTHING)));

/** Drops hearsay that was cited once and is not cited any more, until nothing changes. */
function withoutHearsay(walk: Walk): Walk {
  const lost = walk.view.attributions.filter((one) => walk.isThere(one) && isForgotten(walk, one));
  if (lost.length === 0) return walk;
  const attributions = new Set([...walk.removal.attributions, ...lost]);
  return withoutHearsay(walkWithout(walk.view, { ...walk.removal, attributions }));
}

/** Whether it is hearsay that somebody cited once and nobody who is there cites. */
export function isForgotten(walk: Walk, attribution: Attribution): boolean {
  if (!isHearsay(walk.view, attribution)) return false;
  const citers = everCiting(walk.view, attribution);
  return citers.length > 0 && !citers.some(walk.isThere);
}

const behind = remembered(
  ({ next }: Walk, attribution: Attribution): ReadonlySet<Attribution> => reachable([attribution], next),
);

/** The attributions that go back to this one while it goes back to them, itself included, by id. */
export const circleOf = remembered((walk: Walk, attribution: Attribution): readonly Attribution[] =>
  byId([...behind(walk, attribution)].filter((one) => behind(walk, one).has(attribution))),
);

/** The circles that some attributions belong to, by the first of each. */
export function circlesAmong(walk: Walk, attributions: Iterable<Attribution>): (readonly Attribution[])[] {
  const circles = [...attributions].map((one) => circleOf(walk, one)).filter(({ length }) => length > 1);
  const first = ([one]: readonly Attribution[]) => one?.id ?? '';
  const firsts = [...new Set(circles.map(first))].sort(compare);
  return firsts.map((id) => circles.find((circle) => first(circle) === id) as readonly Attribution[]);
}

/** How a way ends in an attribution; null where it goes on. */
export const endOf = remembered((walk: Walk, attribution: Attribution): End | null => {
  const circle = circleOf(walk, attribution);
  if (!circle.every((one) => walk.next(one).every((target) => circle.includes(target)))) return null;
  return circle.length > 1 ? endOfCircle(walk, circle) : endOfOne(walk, attribution);
});

/** All of a circle that goes back to what cannot be seen, or in which somebody only relays, is untraced. */
function endOfCircle({ view }: Walk, circle: readonly Attribution[]): End {
  const goesOut = circle.some((one) => {
    const whence = whenceOf(view, one);
    return whence.from === 'OTHERS' && whence.attributions.some((target) => !circle.includes(target));
  });
  const isRelayed = circle.some(({ stance }) => stance === 'REPORTS');
  return { kind: goesOut || isRelayed ? 'UNTRACED' : 'CIRCLE' };
}

function endOfOne({ view, removal }: Walk, attribution: Attribution): End {
  const whence = whenceOf(view, attribution);
  if (whence.from === 'UNREAD' && !removal.unread(whence.document, attribution)) {
    return { kind: 'UNREAD', document: whence.document };
  }
  return { kind: whence.from === 'ITSELF' && attribution.stance !== 'REPORTS' ? 'VOICE' : 'UNTRACED' };
}

/** Whether a way ends in an attribution, somewhere where words come from. */
export function isOrigin(walk: Walk, attribution: Attribution): boolean {
  const end = endOf(walk, attribution);
  return end !== null && end.kind !== 'UNTRACED';
}

/** All that some attributions go back to, with themselves. */
export function walked({ next }: Walk, starts: Iterable<Attribution>): Set<Attribution> {
  return reachable(starts, next);
}

import type { View } from '../view.ts';
import type { Attribution } from '../world.ts';
import { documentOf } from './documents.ts';
import { remembered } from './once-per-view.ts';
import { actorIn, familyOf, publishingFamily, shieldOf } from './owners.ts';
import type { Removal } from './taken-back.ts';
import { type Origin, trailOf } from './trail.ts';
import { endOf, isForgotten, type Walk, walkOf, walkWithout } from './walk.ts';

/** The walk over what is left when an actor or a document is withdrawn. */
const walkWithdrawing = remembered((view: View, source: string): Walk => {
  const before = walkOf(view).removal;
  const unread: Removal['unread'] = (document, attribution) =>
    before.unread(document, attribution) ||
    (actorIn(view, source) ? publishingFamily(view, document) === familyOf(view, source) : document.id === source);
  const first = view.attributions.filter((one) => isFrom(view, one, source));
  return withoutLost(walkWithout(view, { attributions: new Set([...before.attributions, ...first]), unread }));
});

/** Drops what has lost its ground, until nothing changes. */
function withoutLost(walk: Walk): Walk {
  const { view, removal } = walk;
  const lost = view.attributions.filter(
    (one) => walk.isThere(one) && (hasLostItsGround(walk, one) || isForgotten(walk, one)),
  );
  if (lost.length === 0) return walk;
  return withoutLost(walkWithout(view, { ...removal, attributions: new Set([...removal.attributions, ...lost]) }));
}

/** Whether it is withdrawn directly: said by the actor, in its family's documents, by a source that it shields, or in the document. */
function isFrom(view: View, attribution: Attribution, source: string): boolean {
  if (!actorIn(view, source)) return attribution.document === source;
  return (
    attribution.actor === source ||
    shieldOf(view, attribution.actor) === source ||
    publishingFamily(view, documentOf(view, attribution)) === familyOf(view, source)
  );
}

/** Whether it went back to something, and has nothing left to go back to. */
function hasLostItsGround(walk: Walk, attribution: Attribution): boolean {
  const goesBack = (one: Walk) => one.next(attribution).length > 0 || endOf(one, attribution)?.kind === 'UNREAD';
  return goesBack(walkOf(walk.view)) && !goesBack(walk);
}

/** The origins of a claim's own that are left, with what is left of each: a document stands by itself. */
export function originsWithout(view: View, claim: string, source: string): Origin[] {
  const { origins, roots } = trailOf(walkOf(view), claim);
  const { isThere, removal } = walkWithdrawing(view, source);
  return origins.flatMap((origin): Origin[] => {
    const { document, attributions } = origin;
    if (document) return attributions.every((one) => removal.unread(document, one)) ? [] : [origin];
    const left = attributions.filter(isThere);
    return left.some((one) => roots.includes(one)) ? [{ ...origin, attributions: left }] : [];
  });
}

/** Whether a claim had an origin of its own, and has none left when an actor or a document is withdrawn. */
export function falls(view: View, claim: string, source: string): boolean {
  return trailOf(walkOf(view), claim).origins.length > 0 && originsWithout(view, claim, source).length === 0;
}

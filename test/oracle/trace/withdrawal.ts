import type { View } from '../view.ts';
import { type Attribution, isCounted } from '../world.ts';
import { documentOf } from './documents.ts';
import { remembered } from './once-per-view.ts';
import { actorIn, familyOf, isUnnamed, publishingFamily, shieldOf } from './owners.ts';
import { type Removal, takenBack } from './taken-back.ts';
import { trailOf } from './trail.ts';
import { endOf, type Walk, walkOf, walkWithout } from './walk.ts';

/** What no longer counts when an actor or a document is withdrawn, with what was taken back. */
const withdrawn = remembered((view: View, source: string): Removal => {
  const before = takenBack(view);
  const unread: Removal['unread'] = (document, attribution) =>
    before.unread(document, attribution) ||
    (actorIn(view, source) ? publishingFamily(view, document) === familyOf(view, source) : document.id === source);
  const first = view.attributions.filter((one) => isFrom(view, one, source));
  let removal: Removal = { attributions: new Set([...before.attributions, ...first]), unread };
  for (;;) {
    const walk = walkWithout(view, removal);
    const lost = view.attributions.filter(
      (one) => walk.isThere(one) && (hasLostItsGround(walk, one) || isAbandoned(walk, one)),
    );
    if (lost.length === 0) return removal;
    removal = { attributions: new Set([...removal.attributions, ...lost]), unread };
  }
});

/** The walk over what is left when an actor or a document is withdrawn. */
export function walkWithdrawing(view: View, source: string): Walk {
  return walkWithout(view, withdrawn(view, source));
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

/** Whether words of an unnamed source in nobody's document were cited, and nobody left cites them. */
function isAbandoned(walk: Walk, attribution: Attribution): boolean {
  const { view } = walk;
  if (!isUnnamed(view, attribution.actor) || documentOf(view, attribution)?.publisher !== undefined) return false;
  const citers = view.attributions.filter(({ cites }) =>
    cites.some((cite) => isCounted(cite) && cite.attribution === attribution.id),
  );
  const isCitedIn = ({ isThere }: Walk) => citers.some(isThere);
  return isCitedIn(walkOf(view)) && !isCitedIn(walk);
}

/** Whether a claim had an origin of its own, and has none left when an actor or a document is withdrawn. */
export function falls(view: View, claim: string, source: string): boolean {
  return (
    trailOf(walkOf(view), claim).origins.length > 0 &&
    trailOf(walkWithdrawing(view, source), claim).origins.length === 0
  );
}

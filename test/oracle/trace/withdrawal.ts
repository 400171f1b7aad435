import type { View } from '../view.ts';
import type { Attribution } from '../world.ts';
import { sameAs } from './claims.ts';
import { groundsOf, originDocument } from './copies.ts';
import { remembered } from './once-per-view.ts';
import { actorIn, familyOf, isUnnamed, publishingFamily, shieldOf } from './owners.ts';
import { attributionsOn, viewOnly } from './sides.ts';

/** The ids of the attributions that are still there when an actor or a document is withdrawn. */
export const leftWithout = remembered((view: View, source: string): ReadonlySet<string> => {
  const before = view.attributions;
  let left = before.filter((one) => !isFrom(view, one, source));
  for (let size = before.length; left.length < size; ) {
    size = left.length;
    const remaining = left;
    left = remaining.filter((one) => isSupported(view, one, remaining));
  }
  return new Set(left.map(({ id }) => id));
});

/** Whether it is withdrawn directly: said by the actor, in its family's documents, by a source that it shields, or in the document. */
function isFrom(view: View, attribution: Attribution, source: string): boolean {
  const document = originDocument(view, attribution);
  if (!actorIn(view, source)) return attribution.document === source || document?.id === source;
  const isOrganization = actorIn(view, source)?.type === 'Organization';
  return (
    attribution.actor === source ||
    shieldOf(view, attribution.actor) === source ||
    (isOrganization && publishingFamily(view, document) === familyOf(view, source))
  );
}

/** Something that it cites is left; for an attribution of an unnamed source, something that cites it is left, too. */
function isSupported(view: View, attribution: Attribution, left: readonly Attribution[]): boolean {
  const cited = groundsOf(view, attribution);
  if (cited.length > 0 && !cited.some((one) => left.includes(one))) return false;
  if (!isUnnamed(view, attribution.actor)) return true;
  const citers = view.attributions.filter((one) => groundsOf(view, one).includes(attribution));
  return citers.length === 0 || citers.some((one) => left.includes(one));
}

/** Whether nobody is left to affirm the claim when an actor or a document is withdrawn, though somebody did. */
export function falls(view: View, claim: string, source: string): boolean {
  const affirming = attributionsOn(view, sameAs(view, claim), 'AFFIRMS');
  const left = leftWithout(view, source);
  return affirming.length > 0 && !affirming.some(({ id }) => left.has(id));
}

/** What can be seen once an actor or a document is withdrawn. */
export const viewWithout = remembered((view: View, source: string) => viewOnly(view, leftWithout(view, source)));

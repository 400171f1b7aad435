import { moment } from '../orders.ts';
import type { View } from '../view.ts';
import { type Attribution, type Document, saidAt } from '../world.ts';
import { ofAllTimes, opposed, recordedClaims, sameAs } from './claims.ts';
import { documentOf, olderVersions } from './documents.ts';
import { remembered } from './once-per-view.ts';
import { familyOf, isHearsay, isOutlet, publishingFamily, shieldOf } from './owners.ts';
import { everCiting } from './sides.ts';

/** What does not count. */
export interface Removal {
  readonly attributions: ReadonlySet<Attribution>;
  /** Whether an attribution can no longer come from a document that was not read. */
  readonly unread: (document: Document, attribution: Attribution) => boolean;
}

export const NOTHING: Removal = { attributions: new Set(), unread: () => false };

/** What those who can be heard took back or corrected. */
export const takenBack = remembered((view: View): Removal => {
  const taking = view.attributions.filter(({ stance }) => stance === 'RETRACTS' || stance === 'CORRECTS');
  return {
    attributions: new Set(view.attributions.filter((one) => taking.some((other) => takesBack(view, other, one)))),
    unread: (document, attribution) =>
      view.attributions.some((one) => one.stance === 'RETRACTS' && retractsUnread(view, one, document, attribution)),
  };
});

/** Whether the first attribution takes the second one back. */
export function takesBack(view: View, taking: Attribution, attribution: Attribution): boolean {
  if (attribution.stance === 'RETRACTS') return false;
  if (taking.stance === 'RETRACTS') return retracts(view, taking, attribution);
  return taking.stance === 'CORRECTS' && corrects(view, taking, attribution);
}

function retracts(view: View, retraction: Attribution, attribution: Attribution): boolean {
  if (!sameAs(view, retraction.claim).has(attribution.claim)) return false;
  if (isStatedLater(saidAt(ofAllTimes(view), attribution), retraction, view)) return false;
  if (attribution.actor === retraction.actor) return true;
  if (!isOutlet(view, retraction.actor, documentOf(view, retraction))) return false;
  const family = publishingFamily(view, documentOf(view, attribution));
  return family === familyOf(view, retraction.actor) || shieldOf(view, attribution.actor) === retraction.actor;
}

function retractsUnread(view: View, retraction: Attribution, document: Document, attribution: Attribution): boolean {
  return (
    sameAs(view, retraction.claim).has(attribution.claim) &&
    isOutlet(view, retraction.actor, documentOf(view, retraction)) &&
    publishingFamily(view, document) === familyOf(view, retraction.actor) &&
    !isStatedLater(document.publishedAt ?? null, retraction, view)
  );
}

function isStatedLater(date: string | null, retraction: Attribution, view: View): boolean {
  const [said, takenBackAt] = [moment(date), moment(saidAt(ofAllTimes(view), retraction))];
  return said !== null && takenBackAt !== null && said > takenBackAt;
}

/** A newer version of a document corrects what the older ones say of the same matter. */
function corrects(view: View, correction: Attribution, attribution: Attribution): boolean {
  const [newer, older] = [documentOf(view, correction), documentOf(view, attribution)];
  if (!newer || !older || attribution.id === correction.id || !olderVersions(view, newer).has(older)) return false;
  return (
    sameAs(view, correction.claim).has(attribution.claim) ||
    opposed(view, correction.claim).includes(attribution.claim) ||
    isOfOneMatter(view, correction.claim, attribution.claim)
  );
}

function isOfOneMatter(view: View, one: string, other: string): boolean {
  const [left, right] = [one, other].map((id) => recordedClaims(view).find((claim) => claim.id === id));
  return (
    left?.subject !== undefined &&
    left.predicate !== undefined &&
    left.subject === right?.subject &&
    left.predicate === right.predicate
  );
}

/** What was taken back, and hearsay that nothing cites but what was taken back. */
export function takenBackWithHearsay(view: View): ReadonlySet<Attribution> {
  const gone = new Set(takenBack(view).attributions);
  const isGone = (one: Attribution) => {
    const citers = everCiting(view, one).filter((citer) => view.attributions.includes(citer));
    return isHearsay(view, one) && citers.length > 0 && citers.every((citer) => gone.has(citer));
  };
  for (;;) {
    const more = view.attributions.filter((one) => !gone.has(one) && isGone(one));
    if (more.length === 0) return gone;
    for (const one of more) gone.add(one);
  }
}

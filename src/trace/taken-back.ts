import { reachableFrom } from '../collections/reachable.ts';
import { citersOf } from './hearsay.ts';
import { topOwnerOf } from './owners.ts';
import { isOutlet } from './speakers.ts';
import type { Subgraph, TracedAttribution } from './subgraph.ts';
import type { TakenBack, View } from './view.ts';

/** What is there at some times, before anything was taken back. */
type AtTime = Omit<View, 'takenBack' | 'sees'>;

/** What retractions and the newer versions of documents take back, as far as they are there at the times of a view. */
export function takenBackIn(view: AtTime): TakenBack {
  const by = new Map<string, TracedAttribution[]>();
  const unread = new Map<string, Map<string, TracedAttribution[]>>();
  for (const one of view.subgraph.attributions.values()) {
    if (!view.isThere(one)) continue;
    const taken = one.stance === 'RETRACTS' ? retractedBy(view, one) : correctedBy(view, one);
    for (const { id } of taken) by.set(id, [...(by.get(id) ?? []), one]);
    if (one.stance !== 'RETRACTS') continue;
    for (const document of unreadOf(view.subgraph, one)) {
      const claims = unread.get(document) ?? new Map<string, TracedAttribution[]>();
      for (const claim of view.sameAs(one.claim)) claims.set(claim, [...(claims.get(claim) ?? []), one]);
      unread.set(document, claims);
    }
  }
  return { by, unread };
}

/** The same with hearsay that is gone because all who cited it were taken back. */
export function withHearsay(view: AtTime, takenBack: TakenBack, unheard: ReadonlySet<string>): TakenBack {
  const by = new Map(takenBack.by);
  for (let before = -1; before < by.size; ) {
    before = by.size;
    for (const id of unheard) {
      const hearsay = view.subgraph.attributions.get(id) as TracedAttribution;
      const citers = citersOf(view.subgraph, hearsay).filter((citer) => view.isThere(citer));
      if (by.has(id) || citers.length === 0 || !citers.every((citer) => by.has(citer.id))) continue;
      by.set(id, [...new Set(citers.flatMap((citer) => by.get(citer.id) ?? []))]);
    }
  }
  return { by, unread: takenBack.unread };
}

function retractedBy(view: AtTime, retraction: TracedAttribution): TracedAttribution[] {
  const { subgraph } = view;
  const own = wordsOf(subgraph, retraction);
  return [...view.sameAs(retraction.claim)]
    .flatMap((claim) => subgraph.ofClaim.get(claim) ?? [])
    .filter((said) => said.stance !== 'RETRACTS' && !isLater(said, retraction) && own(said));
}

/** Whether somebody can take an attribution back: a speaker their own words, an outlet all that it published or shields. */
function wordsOf(subgraph: Subgraph, retraction: TracedAttribution): (said: TracedAttribution) => boolean {
  const { actor } = retraction;
  if (!isOutlet(subgraph, retraction)) return (said) => said.actor === actor;
  const owner = topOwnerOf(subgraph, actor);
  return (said) => {
    const publisher = said.document === null ? undefined : subgraph.publisherOf.get(said.document);
    return (
      said.actor === actor ||
      subgraph.speakers.get(said.actor)?.shieldedBy.includes(actor) === true ||
      (publisher !== undefined && topOwnerOf(subgraph, publisher) === owner)
    );
  };
}

/** The unread documents of an outlet's family that were not published later than its retraction. */
function unreadOf(subgraph: Subgraph, retraction: TracedAttribution): string[] {
  if (!isOutlet(subgraph, retraction)) return [];
  const owner = topOwnerOf(subgraph, retraction.actor);
  return [...subgraph.publisherOf].flatMap(([id, publisher]) => {
    const document = subgraph.documents.get(id);
    if (topOwnerOf(subgraph, publisher) !== owner || document?.read !== false) return [];
    return isLater({ saidAt: document.publishedAt, order: document.order }, retraction) ? [] : [id];
  });
}

/** Whether something was stated as said later than a retraction. */
function isLater(said: Pick<TracedAttribution, 'saidAt' | 'order'>, retraction: TracedAttribution): boolean {
  return said.saidAt !== null && retraction.saidAt !== null && said.order > retraction.order;
}

/** What a correction in a newer version of a document takes back of what the older ones say. */
function correctedBy(view: AtTime, correction: TracedAttribution): TracedAttribution[] {
  const { updates, inDocument } = view.subgraph;
  const { id, stance, document } = correction;
  if (stance !== 'CORRECTS' || document === null || !updates.has(document)) return [];
  const older = reachableFrom([document], (one) => updates.get(one) ?? []);
  return [...older].flatMap((version) =>
    version === document
      ? []
      : (inDocument.get(version) ?? []).filter(
          (said) => said.id !== id && said.stance !== 'RETRACTS' && isReplaced(view, said.claim, correction.claim),
        ),
  );
}

/** Whether a corrected account is of the same matter: the same claim, one of the same subject and predicate, or its opposite. */
function isReplaced(view: AtTime, claim: string, corrected: string): boolean {
  const { opposedTo, topicOf } = view.subgraph;
  if (view.sameAs(corrected).has(claim) || opposedTo.get(corrected)?.includes(claim)) return true;
  const [one, other] = [topicOf.get(claim), topicOf.get(corrected)];
  return one !== undefined && one.subject === other?.subject && one.predicate === other?.predicate;
}

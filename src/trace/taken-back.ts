import { reachableFrom } from '../collections/reachable.ts';
import { topOwnerOf } from './origin.ts';
import { isOutlet } from './speakers.ts';
import type { Subgraph, TracedAttribution } from './subgraph.ts';
import type { SubgraphView } from './subgraph-view.ts';

/** What was taken back. */
export interface TakenBack {
  /** For each attribution that was taken back, those that did so, in the order of ids. */
  readonly by: ReadonlyMap<string, readonly TracedAttribution[]>;
  /** For documents that nobody here has read: the claims of which their publisher took the words back. */
  readonly unread: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What retractions and the newer versions of documents take back, as far as they are there at the times of a view. */
export function takenBackIn(view: SubgraphView): TakenBack {
  const by = new Map<string, TracedAttribution[]>();
  const unread = new Map<string, Set<string>>();
  for (const one of view.subgraph.attributions.values()) {
    if (!view.isThere(one)) continue;
    const taken = one.stance === 'RETRACTS' ? retractedBy(view, one) : correctedBy(view, one);
    for (const { id } of taken) by.set(id, [...(by.get(id) ?? []), one]);
    if (one.stance !== 'RETRACTS') continue;
    for (const document of unreadOf(view.subgraph, one)) {
      unread.set(document, new Set([...(unread.get(document) ?? []), ...view.sameAs(one.claim)]));
    }
  }
  return { by, unread };
}

function retractedBy(view: SubgraphView, retraction: TracedAttribution): TracedAttribution[] {
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

/** The unread documents of an outlet's family. */
function unreadOf(subgraph: Subgraph, retraction: TracedAttribution): string[] {
  if (!isOutlet(subgraph, retraction)) return [];
  const owner = topOwnerOf(subgraph, retraction.actor);
  return [...subgraph.publisherOf].flatMap(([document, publisher]) =>
    topOwnerOf(subgraph, publisher) === owner && subgraph.documents.get(document)?.read !== true ? [document] : [],
  );
}

/** Whether something was stated as said later than a retraction. */
function isLater(said: TracedAttribution, retraction: TracedAttribution): boolean {
  return said.saidAt !== null && retraction.saidAt !== null && said.order > retraction.order;
}

/** What a correction in a newer version of a document takes back of what the older ones say. */
function correctedBy(view: SubgraphView, correction: TracedAttribution): TracedAttribution[] {
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
function isReplaced(view: SubgraphView, claim: string, corrected: string): boolean {
  const { opposedTo, topicOf } = view.subgraph;
  if (view.sameAs(corrected).has(claim) || opposedTo.get(corrected)?.includes(claim)) return true;
  const [one, other] = [topicOf.get(claim), topicOf.get(corrected)];
  return one !== undefined && one.subject === other?.subject && one.predicate === other?.predicate;
}

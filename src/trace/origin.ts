import { firstPublishers, originalKey } from './originals.ts';
import { topOwnerOf } from './owners.ts';
import { isOutlet, isUnnamed } from './speakers.ts';
import type { Subgraph, TracedAttribution } from './subgraph.ts';
import type { SubgraphView } from './subgraph-view.ts';

/** Where words begin: an attribution, a circle of them, or a document that nobody here has read. */
export interface Origin {
  readonly id: string;
  readonly kind: 'SINGLE' | 'CIRCLE' | 'UNREAD';
  /** Those of the claim that is traced, by id. Of an unread document: all that carry its words. */
  readonly attributions: readonly TracedAttribution[];
  /** Those in a circle, of whatever claim; else the same. */
  readonly members: readonly TracedAttribution[];
  /**
   * Who is behind it, by id: the publisher of an unread document, each speaker of a circle. Outlets count as one, as the
   * publishers of what their pages were taken from.
   */
  readonly actors: readonly string[];
  /** Whether outlets say it in their own voice. */
  readonly isOwnVoice: boolean;
  /** Whether the documents in which it stands were read. */
  readonly isRead: boolean;
  /** The outlets that published it or, where there is no publisher, shield who said it; it adds one newsroom at most. */
  readonly outlets: readonly string[];
  /** Where it stands in a document that was taken from others without having its words from them: those, as one key. */
  readonly original: string | null;
}

export function singleOrigin(view: SubgraphView, attribution: TracedAttribution): Origin {
  const { subgraph } = view;
  const { id, actor, document } = attribution;
  const publishers = document === null ? [] : firstPublishers(subgraph, document);
  const isOwnVoice = isOutlet(subgraph, attribution);
  const original = document === null ? null : originalKey(subgraph, document);
  return {
    id,
    kind: 'SINGLE',
    attributions: [attribution],
    members: [attribution],
    actors: original !== null && isOwnVoice ? outletsTogether(publishers, original) : [actor],
    isOwnVoice,
    isRead: document !== null && subgraph.documents.get(document)?.read === true,
    outlets: publishers.length > 0 ? publishers : shieldsOf(subgraph, attribution),
    original,
  };
}

/** A document that nobody here has read, by those who carry its words. */
export function unreadOrigin(view: SubgraphView, document: string, attributions: readonly TracedAttribution[]): Origin {
  const publisher = view.subgraph.publisherOf.get(document) as string;
  const outlets = [publisher];
  const shared = { attributions, members: attributions, actors: outlets, outlets };
  return { id: document, kind: 'UNREAD', ...shared, isOwnVoice: true, isRead: false, original: null };
}

/** `own`: the members that speak of the claim. */
export function circleOrigin(
  view: SubgraphView,
  members: readonly TracedAttribution[],
  own: readonly TracedAttribution[],
): Origin {
  const singles = members.map((one) => singleOrigin(view, one));
  return {
    id: singles[0]?.id ?? '',
    kind: 'CIRCLE',
    attributions: own,
    members,
    actors: together(singles.map(({ actors }) => actors)),
    isOwnVoice: singles.every(({ isOwnVoice }) => isOwnVoice),
    isRead: singles.every(({ isRead }) => isRead),
    outlets: together(singles.map(({ outlets }) => outlets)),
    original: null,
  };
}

/**
 * Whom outlets stand for whose pages were taken from the same documents without having their words from them: the
 * publishers of these; where there is none, somebody, who may be anybody else.
 */
function outletsTogether(publishers: readonly string[], original: string): readonly string[] {
  return publishers.length > 0 ? publishers : [original];
}

/** The outlets that shield a speaker, where it is an unnamed source. */
function shieldsOf({ speakers }: Subgraph, { actor }: TracedAttribution): string[] {
  const speaker = speakers.get(actor);
  return isUnnamed(speaker) ? once(speaker?.shieldedBy ?? []) : [];
}

/** All of several lists; those of pages of one original are the same list, of thousands perhaps. */
function together(lists: readonly (readonly string[])[]): string[] {
  return once([...new Set(lists)].flat());
}

/** The publisher families of which an origin adds one. */
export function familiesOf(subgraph: Subgraph, { outlets }: Origin): string[] {
  return once(outlets.map((outlet) => topOwnerOf(subgraph, outlet)));
}

function once(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}

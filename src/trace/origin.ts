import { topOwner } from '../rules/newsrooms.ts';
import type { Speaker, Subgraph, TracedAttribution } from './subgraph.ts';

/** Whom and what a root stands for. */
export interface Origin {
  readonly attribution: TracedAttribution;
  /** Who is behind it: the speaker; the outlet that was copied, where an outlet copies another in its own voice. */
  readonly actor: string;
  readonly isOwnVoice: boolean;
  /** Whether the document that it stands in, or was copied from, was read. */
  readonly isRead: boolean;
  readonly document: string | null;
  /** The publisher of that document, and the outlet that shields the speaker. */
  readonly outlets: readonly string[];
}

const OUTLETS: readonly (string | null)[] = ['OUTLET', 'AGENCY'];

/** The organization that owns another, or owns its owner; itself where none is recorded. */
export function topOwnerOf({ ownerOf }: Subgraph, organization: string): string {
  return topOwner(organization, (id) => ownerOf.get(id));
}

/** The document that an uncredited copy was made from, through all copies between; itself where it is none. */
export function copiedFrom(subgraph: Subgraph, document: string): string {
  const met = new Set<string>();
  let at = document;
  while (!met.has(at)) {
    met.add(at);
    const [from] = subgraph.copiedFrom.get(at) ?? [];
    if (from === undefined) return at;
    at = from;
  }
  return at;
}

export function isUnnamed(speaker: Speaker | undefined): boolean {
  return speaker?.type === 'UnnamedSource';
}

export function originOf(subgraph: Subgraph, attribution: TracedAttribution): Origin {
  const document = attribution.document === null ? null : copiedFrom(subgraph, attribution.document);
  const publisher = document === null ? undefined : subgraph.publisherOf.get(document);
  const speaker = subgraph.speakers.get(attribution.actor);
  const isOwnVoice = speaksForItself(subgraph, attribution, speaker);
  const copies = isOwnVoice && document !== attribution.document && publisher !== undefined;
  const shield = speaker?.shieldedBy ?? null;
  return {
    attribution,
    actor: copies ? publisher : attribution.actor,
    isOwnVoice,
    isRead: document !== null && subgraph.isRead.get(document) === true,
    document,
    outlets: [...(publisher === undefined ? [] : [publisher]), ...(shield === null ? [] : [shield])],
  };
}

/** Whether an outlet says it itself: in a document of its own newsroom, or with no document known. */
function speaksForItself(
  subgraph: Subgraph,
  { actor, document }: TracedAttribution,
  speaker: Speaker | undefined,
): boolean {
  if (speaker?.type !== 'Organization' || !OUTLETS.includes(speaker.kind)) return false;
  if (document === null) return true;
  const publisher = subgraph.publisherOf.get(document);
  return publisher !== undefined && topOwnerOf(subgraph, publisher) === topOwnerOf(subgraph, actor);
}

/** The newsrooms behind roots, each by the id of its top owner. */
export function newsroomsOf(subgraph: Subgraph, origins: readonly Origin[]): string[] {
  const owners = origins.flatMap(({ outlets }) => outlets.map((outlet) => topOwnerOf(subgraph, outlet)));
  return [...new Set(owners)].sort();
}

/** The named actors behind roots, but for outlets that speak for themselves. */
export function onRecordOf(subgraph: Subgraph, origins: readonly Origin[]): string[] {
  const named = origins.filter(({ actor, isOwnVoice }) => !isOwnVoice && !isUnnamed(subgraph.speakers.get(actor)));
  return [...new Set(named.map(({ actor }) => actor))].sort();
}

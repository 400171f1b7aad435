import { topOwner } from '../rules/newsrooms.ts';
import type { Said, Speaker, Surroundings } from './surroundings.ts';

/** Whom and what a root stands for. */
export interface Origin {
  readonly said: Said;
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
export function familyOf({ owner }: Surroundings, organization: string): string {
  return topOwner(organization, (id) => owner.get(id));
}

/** The document that an uncredited copy was made from, through all copies between; itself where it is none. */
export function copiedFrom({ copiedFrom: copies }: Surroundings, document: string): string {
  const met = new Set<string>();
  let at = document;
  while (!met.has(at)) {
    met.add(at);
    const [from] = copies.get(at) ?? [];
    if (from === undefined) return at;
    at = from;
  }
  return at;
}

export function isUnnamed(speaker: Speaker | undefined): boolean {
  return speaker?.type === 'UnnamedSource';
}

export function originOf(around: Surroundings, said: Said): Origin {
  const document = said.document === null ? null : copiedFrom(around, said.document);
  const publisher = document === null ? undefined : around.publisher.get(document);
  const speaker = around.speakers.get(said.actor);
  const isOwnVoice = speaksForItself(around, said, speaker);
  const copies = isOwnVoice && document !== said.document && publisher !== undefined;
  const shield = speaker?.shieldedBy ?? null;
  return {
    said,
    actor: copies ? publisher : said.actor,
    isOwnVoice,
    isRead: document !== null && around.read.get(document) === true,
    document,
    outlets: [...(publisher === undefined ? [] : [publisher]), ...(shield === null ? [] : [shield])],
  };
}

/** Whether an outlet says it itself, in pages of its own family or with no page known. */
function speaksForItself(around: Surroundings, { actor, document }: Said, speaker: Speaker | undefined): boolean {
  if (speaker?.type !== 'Organization' || !OUTLETS.includes(speaker.kind)) return false;
  if (document === null) return true;
  const publisher = around.publisher.get(document);
  return publisher !== undefined && familyOf(around, publisher) === familyOf(around, actor);
}

/** The publisher families behind roots. */
export function newsroomsOf(around: Surroundings, origins: readonly Origin[]): string[] {
  const families = origins.flatMap(({ outlets }) => outlets.map((outlet) => familyOf(around, outlet)));
  return [...new Set(families)].sort();
}

/** The named actors behind roots, but for outlets that speak for themselves. */
export function onRecordOf(around: Surroundings, origins: readonly Origin[]): string[] {
  const named = origins.filter(({ actor, isOwnVoice }) => !isOwnVoice && !isUnnamed(around.speakers.get(actor)));
  return [...new Set(named.map(({ actor }) => actor))].sort();
}

import { NEVER } from '../time/edtf.ts';

/** An attribution, as far as another can take it back. */
export interface Said {
  readonly id: string;
  readonly claim: string;
  readonly speaker: string;
  readonly document: string | null;
  /** The earliest time of its date as a sort key; `NEVER` where it has none. */
  readonly saidAt: number;
  /** The outlets that shield its speaker. */
  readonly shields: readonly string[];
}

export type Retraction = Said & { readonly isOutlet: boolean };

/** A correction, with the older versions of its document. */
export interface Correction extends Said {
  readonly olderVersions: ReadonlySet<string>;
  /** The claims that are the same as its own, and those that its own opposes. */
  readonly near: ReadonlySet<string>;
}

interface FamilyOf {
  readonly publisherOf: (document: string) => string | null;
  readonly ofDocument: (document: string) => string | null;
  readonly ofOrganization: (organization: string) => string;
}

/**
 * What a retraction takes back of the attributions on its claim: the speaker's own words, and where an outlet retracts,
 * what stands in documents of its family and what its sources said. Nothing that was said later.
 */
export function retractedBy(retraction: Retraction, onClaim: readonly Said[], families: FamilyOf): Said[] {
  const { speaker, document, isOutlet } = retraction;
  const family = families.ofOrganization(speaker);
  const publishes = document !== null && families.publisherOf(document) === speaker;
  const isOfOutlet = (said: Said) =>
    (said.document !== null && families.ofDocument(said.document) === family) || said.shields.includes(speaker);
  return onClaim.filter(
    (said) => !isLater(said, retraction) && (said.speaker === speaker || ((isOutlet || publishes) && isOfOutlet(said))),
  );
}

/**
 * What a correction in a newer version of a document takes back of what older versions say: of the same claim, of claims that
 * it opposes, and of those with the same subject and predicate. `kindOf` gives the two as one text.
 */
export function correctedBy(
  { id, claim, olderVersions, near }: Correction,
  said: readonly Said[],
  kindOf: (claim: string) => string | undefined,
): Said[] {
  const kind = kindOf(claim);
  return said.filter(
    (one) =>
      one.id !== id &&
      one.document !== null &&
      olderVersions.has(one.document) &&
      (near.has(one.claim) || (kind !== undefined && kindOf(one.claim) === kind)),
  );
}

/** Whether both have a date and the first is later. */
function isLater({ saidAt: one }: Said, { saidAt: other }: Said): boolean {
  return one < NEVER && other < NEVER && one > other;
}

import { boundsOf } from '../time/edtf.ts';
import { type AttributedValue, type Change, changesBetween } from './changes.ts';
import type { FoundContradiction } from './contradictions.ts';
import { type FoundFlag, flagId } from './flags.ts';

/** A claim that stands in a document, both with their dates. */
export interface Report {
  readonly claim: string;
  readonly when: string;
  readonly document: string;
  readonly publishedAt: string;
}

/** Flags on a claim and a document that came out before the time that the claim speaks of. */
export function reportedBefore({ claim, when, document, publishedAt }: Report): FoundFlag[] {
  if (boundsOf(when).earliest <= boundsOf(publishedAt).latest) return [];
  const message = `${document} came out on ${publishedAt}, before the time that ${claim} speaks of (${when}).`;
  return [claim, document].map((owner) => ({
    id: flagId(owner, 'REPORTED_BEFORE_EVENT', owner === claim ? document : claim),
    kind: 'REPORTED_BEFORE_EVENT',
    message,
    owner,
    grounds: [{ claim, document }],
  }));
}

/** An attribution, the claim that it makes and what it says, as one side of a citation. */
export interface CitationSide extends AttributedValue {
  readonly attribution: string;
  readonly claim: string;
}

/** Flags on a claim of which an attribution cites another claim with another value or date. */
export function valueChanges(citing: CitationSide, cited: CitationSide): FoundFlag[] {
  if (citing.claim === cited.claim) return [];
  const changes = changesBetween(citing, cited).filter(({ slot }) => slot !== 'certainty');
  return changes.map((change) => ({
    id: flagId(citing.claim, 'VALUE_CHANGED', citing.attribution, cited.attribution, change.slot),
    kind: 'VALUE_CHANGED',
    message: inWords(change, citing.attribution, cited.attribution),
    owner: citing.claim,
    grounds: [citing, cited].map(({ claim, attribution }) => ({ claim, among: [attribution] })),
  }));
}

function inWords({ slot, from, to }: Change, citing: string, cited: string): string {
  return slot === 'when'
    ? `${citing} gives the date ${to}, where ${cited}, which it cites, gives ${from}.`
    : `${citing} says "${to}", where ${cited}, which it cites, says "${from}".`;
}

/** Flags on the claims, and on the documents, in which somebody goes against their own words. */
export function selfContradictions({ id, kind, reason, sides, within = [] }: FoundContradiction): FoundFlag[] {
  if (kind !== 'SELF') return [];
  const flag = (owner: string, message: string, grounds: FoundFlag['grounds']): FoundFlag => ({
    id: flagId(owner, 'SELF_CONTRADICTION', id),
    kind: 'SELF_CONTRADICTION',
    message,
    owner,
    grounds,
  });
  const claims = [...new Set(sides.map(({ claim }) => claim))];
  return [
    ...claims.map((claim) => flag(claim, reason, sides)),
    ...within.map((document) =>
      flag(
        document,
        `In ${document}: ${reason}`,
        sides.map((side) => ({ ...side, document })),
      ),
    ),
  ];
}

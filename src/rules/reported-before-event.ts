import { boundsOf } from '../time/edtf.ts';
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

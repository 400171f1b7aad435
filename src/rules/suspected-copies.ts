import type { Ground } from './contradictions.ts';
import { type FoundFlag, flagId } from './flags.ts';

/** A document that states a claim itself: in an attribution of its publisher or its authors. */
export interface ClaimingDocument {
  readonly document: string;
  readonly speakers: readonly string[];
  /** The organization that owns the publisher, at the top; null where there is no publisher. */
  readonly topOwner: string | null;
  /** The documents and attributions that its attributions of the claim, and the document itself, go back to, itself included. */
  readonly origins: ReadonlySet<string>;
  /** The documents that anything in it cites. */
  readonly cites: ReadonlySet<string>;
}

/** A flag on a claim that says that a date in it is wrong. */
export interface DateError {
  readonly id: string;
  readonly kind: FoundFlag['kind'];
  readonly claim: string;
  readonly grounds: readonly Ground[];
}

/** Whether two documents that share an error have nothing that would explain it. */
export function areSuspicious(one: ClaimingDocument, other: ClaimingDocument): boolean {
  if (one.document === other.document || one.topOwner === null || other.topOwner === null) return false;
  if (one.topOwner === other.topOwner || one.cites.has(other.document) || other.cites.has(one.document)) return false;
  return ![...one.origins].some((origin) => other.origins.has(origin));
}

/** Flags on both of two documents of different newsrooms that say the same wrong date as if each knew it by itself. */
export function suspectedCopies(error: DateError, documents: readonly ClaimingDocument[]): FoundFlag[] {
  const sorted = [...documents].sort((one, other) => (one.document < other.document ? -1 : 1));
  return sorted.flatMap((one, index) =>
    sorted
      .slice(index + 1)
      .filter((other) => areSuspicious(one, other))
      .flatMap((other) => flagsOn(error, one, other)),
  );
}

function flagsOn({ id, kind, claim, grounds }: DateError, one: ClaimingDocument, other: ClaimingDocument): FoundFlag[] {
  const own = [one, other].map(({ document, speakers }) => ({ claim, affirms: true, speakers, document }));
  const documents = [one.document, other.document] as const;
  return documents.map((owner, index) => ({
    id: flagId(owner, 'SUSPECTED_COPY', documents[1 - index] as string, id),
    kind: 'SUSPECTED_COPY',
    message: `${documents.join(' and ')} both state ${claim}, which has the flag ${kind}, and nothing shows that one took it from the other or both from a third: one may be a copy.`,
    owner,
    grounds: [...own, ...grounds],
    documents,
  }));
}

import { grouped } from '../collections/grouped.ts';
import type { Ground } from './contradictions.ts';
import { type FoundFlag, flagId } from './flags.ts';

/** A document that states a claim itself: in attributions of its publisher or its authors. */
export interface ClaimingDocument {
  readonly document: string;
  readonly claim: string;
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
  readonly kind: FoundFlag['kind'];
  readonly claim: string;
  /** What tells errors of one kind on a claim apart; two documents share an error where this is the same. */
  readonly fact: string;
  readonly grounds: readonly Ground[];
}

/** A document that states a claim with a wrong date, and the flag that says so of what stands in the document. */
export interface ErringDocument {
  readonly stating: ClaimingDocument;
  readonly error: DateError;
}

/** Flags on both of two documents of different newsrooms that share wrong dates as if each knew them by itself. */
export function suspectedCopies(erring: readonly ErringDocument[]): FoundFlag[] {
  const pairs = [...grouped(erring, ({ error }) => error.fact).values()].flatMap((all) => {
    const sorted = [...all].sort((one, other) => (one.stating.document < other.stating.document ? -1 : 1));
    return sorted.flatMap((one, index) =>
      sorted
        .slice(index + 1)
        .filter((other) => areSuspicious(one.stating, other.stating))
        .map((other) => [one, other] as const),
    );
  });
  const byDocuments = grouped(pairs, ([one, other]) => `${one.stating.document} ${other.stating.document}`);
  return [...byDocuments.values()].flatMap(flagsOn);
}

/** Whether two documents that share an error have nothing that would explain it. */
function areSuspicious(one: ClaimingDocument, other: ClaimingDocument): boolean {
  if (one.document === other.document || one.topOwner === null || other.topOwner === null) return false;
  if (one.topOwner === other.topOwner || one.cites.has(other.document) || other.cites.has(one.document)) return false;
  return ![...one.origins].some((origin) => other.origins.has(origin));
}

type ErringPair = readonly [ErringDocument, ErringDocument];

/** The flags of one pair of documents, with all errors that they share. */
function flagsOn(pairs: readonly ErringPair[]): FoundFlag[] {
  const name = ([{ error }]: ErringPair) => `${error.claim} ${error.kind}`;
  const sorted = [...pairs].sort((one, other) => (name(one) < name(other) ? -1 : 1));
  const [first] = sorted;
  if (!first) return [];
  const documents = [first[0].stating.document, first[1].stating.document] as const;
  const shared = sorted.map(([{ error }]) => `${error.claim}, which has the flag ${error.kind}, and `);
  const message = `${documents.join(' and ')} both state ${[...new Set(shared)].join('')}nothing shows that one took it from the other or both from a third: one may be a copy.`;
  return documents.map((owner, index) => ({
    id: flagId(owner, 'SUSPECTED_COPY', documents[1 - index] as string),
    kind: 'SUSPECTED_COPY',
    message,
    owner,
    grounds: distinct(
      sorted.flatMap((pair) => [...pair.map(ownGround), ...pair.flatMap(({ error }) => error.grounds)]),
    ),
    documents,
  }));
}

function ownGround({ stating: { claim, speakers, document } }: ErringDocument): Ground {
  return { claim, affirms: true, speakers, document, ownVoice: true };
}

function distinct(grounds: readonly Ground[]): Ground[] {
  return [...new Map(grounds.map((ground) => [JSON.stringify(ground), ground])).values()];
}

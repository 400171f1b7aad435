import type { Stance } from '../contract.ts';

/** An attribution, as far as tracing has to know it. Times in milliseconds since 1970. */
export interface TracedAttribution {
  readonly id: string;
  readonly claim: string;
  readonly actor: string;
  readonly stance: Stance;
  readonly earliest: number;
  readonly latest: number;
  readonly saidAt: string | null;
  /** What its date sorts by; what has none comes last. */
  readonly order: number;
  /** How many sources its speaker claims to have. */
  readonly sources: SourceCount | null;
  readonly document: string | null;
  /** Whether somebody stated or read it; a suggestion of a rule or a model counts for nothing. */
  readonly isCounted: boolean;
  /** Whether it is recorded still: not retracted. */
  readonly isRecorded: boolean;
}

/** `max` is null where no upper bound is known. */
export interface SourceCount {
  readonly min: number;
  readonly max: number | null;
}

export interface Speaker {
  readonly id: string;
  readonly type: string;
  readonly kind: string | null;
  readonly name: string;
  /** Of an unnamed source: how many people it stands for. */
  readonly count: SourceCount | null;
  /** The outlets that shield it: more than one where sources were judged to be the same. */
  readonly shieldedBy: readonly string[];
}

export interface Citation {
  readonly to: string;
  readonly joint: boolean;
}

export interface TracedDocument {
  readonly id: string;
  readonly read: boolean;
  readonly title: string | null;
  readonly publishedAt: string | null;
  /** What its date sorts by; what has none comes last. */
  readonly order: number;
}

/** Of whom and what a claim speaks. */
export interface Topic {
  readonly subject: string;
  readonly predicate: string;
}

/**
 * What was recorded around the claims that are traced, in both directions. It also holds attributions that were retracted
 * or only suggested, because who cites them has lost their trail. Lists are of ids; what leads nowhere has no entry.
 */
export interface Subgraph {
  readonly attributions: ReadonlyMap<string, TracedAttribution>;
  readonly ofClaim: ReadonlyMap<string, readonly TracedAttribution[]>;
  readonly inDocument: ReadonlyMap<string, readonly TracedAttribution[]>;
  readonly cites: ReadonlyMap<string, readonly Citation[]>;
  readonly citedBy: ReadonlyMap<string, readonly string[]>;
  readonly speakers: ReadonlyMap<string, Speaker>;
  readonly documents: ReadonlyMap<string, TracedDocument>;
  /** What a document was taken from; documents that share a text, both ways. */
  readonly takenFrom: ReadonlyMap<string, readonly string[]>;
  /** Of what a document is the newer version. */
  readonly updates: ReadonlyMap<string, readonly string[]>;
  readonly publisherOf: ReadonlyMap<string, string>;
  readonly authorsOf: ReadonlyMap<string, readonly string[]>;
  /** The recorded owner of an organization: itself where there is none. */
  readonly ownerOf: ReadonlyMap<string, string>;
  readonly sameAs: ReadonlyMap<string, readonly string[]>;
  /** Claims that refine or entail a claim. */
  readonly narrowerThan: ReadonlyMap<string, readonly string[]>;
  /** Claims that contradict a claim or cannot hold beside it. */
  readonly opposedTo: ReadonlyMap<string, readonly string[]>;
  readonly partsOf: ReadonlyMap<string, readonly string[]>;
  readonly wholeOf: ReadonlyMap<string, string>;
  /** Claims that a denial covers, its own among them. */
  readonly coveredBy: ReadonlyMap<string, readonly string[]>;
  /** Actors who were judged to be different from one. */
  readonly differentFrom: ReadonlyMap<string, readonly string[]>;
  /** The subject and predicate of claims, where corrections have to be compared with them. */
  readonly topicOf: ReadonlyMap<string, Topic>;
  /** The claims of which all that was said was fetched. */
  readonly fetched: ReadonlySet<string>;
}

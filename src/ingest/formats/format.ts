import type { z } from 'zod';
import type { Bundle } from '../bundle.ts';

/** Where bytes come from; may be opened more than once. */
export interface Source {
  readonly name: string;
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** What came of one line, or of one item, of a foreign file. */
export interface Piece {
  /** Line, counted from 1; for a JSON document that is not read by lines, the item's number from 1. */
  readonly line: number;
  /** Records in the form of the published JSON Schema, not yet checked. References may lead to other pieces or into the graph. */
  readonly records: BundleParts;
  /** What was wrong: the line gave no records. */
  readonly problems: readonly string[];
  /** What has no place in the graph, each with why, so that nothing is dropped silently. */
  readonly leftOut: readonly LeftOut[];
}

export interface LeftOut {
  readonly field: string;
  readonly value: string;
  readonly why: string;
}

export type BundleParts = Partial<z.input<typeof Bundle>>;

export type Reader = (source: Source) => AsyncIterable<Piece>;

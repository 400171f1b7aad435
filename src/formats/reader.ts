import type { z } from 'zod';
import type { Bundle } from '../bundle/bundle.ts';

/** Where bytes come from; may be opened more than once. */
export interface Source {
  readonly name: string;
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** Records in the form of the published JSON Schema, not yet checked. */
export type BundleParts = Partial<z.input<typeof Bundle>>;

/** Something that has no place in the graph. */
export interface LeftOut {
  readonly field: string;
  readonly value: string;
  readonly why: string;
}

/** What came of one line, or of one item, of a foreign file; or a part of that, which may be left out by itself. */
export interface Piece {
  /** Line, counted from 1; for a JSON document that is not read by lines, the item's number from 1. */
  readonly line: number;
  /** References may lead to other pieces or into the graph. */
  readonly records: BundleParts;
  /** What was wrong: the line gave no records. */
  readonly problems: readonly string[];
  /** What has no place in the graph, each with why, so that nothing is dropped silently. */
  readonly leftOut: readonly LeftOut[];
}

/** Never throws for what stands in the file, only where the source itself cannot be read. */
export type Reader = (source: Source) => AsyncIterable<Piece>;

/** The longest value that `leftOut` repeats: the file has the rest. */
const SHOWN = 200;

export function unreadable(line: number, ...problems: string[]): Piece {
  return { line, records: {}, problems, leftOut: [] };
}

export function leftOut(field: string, value: unknown, why: string): LeftOut {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { field, value: shortened(text, SHOWN), why };
}

/** At most `length` characters, with "…" where some are missing. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

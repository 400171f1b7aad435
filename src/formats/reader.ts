import type { z } from 'zod';
import type { Bundle } from '../bundle/bundle.ts';

/** A source of bytes. It may be opened more than once. */
export interface Source {
  readonly name: string;
  readonly open: () => AsyncIterable<Uint8Array>;
}

/** Records in the form of the published JSON Schema, not yet checked. */
export type BundleParts = Partial<z.input<typeof Bundle>>;

/** A value of the input that has no place in the graph, and why. */
export interface LeftOut {
  readonly field: string;
  readonly value: string;
  readonly why: string;
}

/** The records of one line or item of an input, or of a part of it that may be left out alone. */
export interface Piece {
  /** The line, from 1; for a JSON document that is not read line by line, the number of the item, from 1. */
  readonly line: number;
  /** References may lead to other pieces or into the graph. */
  readonly records: BundleParts;
  /** What is wrong, if the line gave no records. */
  readonly problems: readonly string[];
  /** The values that have no place in the graph, so that nothing is dropped silently. */
  readonly leftOut: readonly LeftOut[];
}

/** Reads a source into pieces. Throws only if the source itself cannot be read, never because of its content. */
export type Reader = (source: Source) => AsyncIterable<Piece>;

/** The most characters of a value that `leftOut` repeats. */
const SHOWN = 200;

/** A piece for a line that gave no records because of problems. */
export function unreadable(line: number, ...problems: string[]): Piece {
  return { line, records: {}, problems, leftOut: [] };
}

/** A value that is left out, shortened to 200 characters, and why. */
export function leftOut(field: string, value: unknown, why: string): LeftOut {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { field, value: shortened(text, SHOWN), why };
}

/** The text cut to at most `length` characters, with "…" at the end if it was cut. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

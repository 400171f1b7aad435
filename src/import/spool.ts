import { closeSync, readSync, writeFileSync } from 'node:fs';
import type { Bundle } from '../bundle/bundle.ts';
import { Column } from './paged-column.ts';
import type { Paging } from './paging.ts';
import { inTemporaryFile, openTemporary } from './temporary-file.ts';

/** The well-formed records of a piece, with the place that they come from. */
export interface SpooledPiece {
  /** The name of the input, and the line or item in it. */
  readonly file: string;
  readonly line: number;
  readonly records: Partial<Bundle>;
}

/** The number of bytes that are buffered before they are written. */
const BUFFER_SIZE = 1_048_576;

/**
 * The bytes that are read at a time, and how many such windows are kept, because pieces are read in several places at
 * once.
 */
const WINDOW = 65_536;
const MOST_WINDOWS = 64;

/** Keeps the checked pieces of an input in a temporary file, so that they can be read again in any order. */
export class Spool {
  readonly #file = openTemporary();
  readonly #ends: Column;
  readonly #windows = new Map<number, Buffer>();
  #buffered: Buffer[] = [];
  #bufferedBytes = 0;
  #end = 0;

  constructor(paging: Paging) {
    this.#ends = new Column(Float64Array, paging);
  }

  get length(): number {
    return this.#ends.length;
  }

  /** Adds a piece; returns its number, from 0. */
  add(piece: SpooledPiece): number {
    const bytes = Buffer.from(JSON.stringify(piece));
    this.#buffered.push(bytes);
    this.#bufferedBytes += bytes.length;
    this.#end += bytes.length;
    this.#ends.push(this.#end);
    if (this.#bufferedBytes > BUFFER_SIZE) this.#flush();
    return this.length - 1;
  }

  read(piece: number): SpooledPiece {
    this.#flush();
    const start = piece === 0 ? 0 : this.#ends.at(piece - 1);
    const end = this.#ends.at(piece);
    const first = Math.floor(start / WINDOW);
    const isWithin = end <= (first + 1) * WINDOW;
    const text = isWithin
      ? this.#window(first).toString('utf8', start - first * WINDOW, end - first * WINDOW)
      : this.#bytes(start, end - start).toString();
    return JSON.parse(text) as SpooledPiece;
  }

  close(): void {
    closeSync(this.#file);
  }

  #window(number: number): Buffer {
    const kept = this.#windows.get(number);
    if (kept) return kept;
    const bytes = this.#bytes(number * WINDOW, Math.min(WINDOW, this.#end - number * WINDOW));
    // A window at the end is not kept, because it may grow.
    if (bytes.length === WINDOW) this.#windows.set(number, bytes);
    if (this.#windows.size > MOST_WINDOWS) this.#windows.delete(this.#windows.keys().next().value as number);
    return bytes;
  }

  #bytes(start: number, length: number): Buffer {
    const bytes = Buffer.allocUnsafe(length);
    readSync(this.#file, bytes, 0, length, start);
    return bytes;
  }

  #flush(): void {
    if (this.#bufferedBytes > 0) inTemporaryFile(() => writeFileSync(this.#file, Buffer.concat(this.#buffered)));
    this.#buffered = [];
    this.#bufferedBytes = 0;
  }
}

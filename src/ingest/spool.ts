import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bundle } from './bundle.ts';
import { Column } from './column.ts';

/** The records of a piece in good form, with where they come from. */
export interface SpooledPiece {
  /** The input's name, and the line or item in it. */
  readonly file: string;
  readonly line: number;
  readonly records: Partial<Bundle>;
}

/** Bytes that are gathered before they are written. */
const GATHERED = 1_048_576;

/** Keeps the checked pieces of an input in a temporary file, so that they can be read again in any order. */
export class Spool {
  readonly #file = openTemporary();
  readonly #ends = new Column(Float64Array);
  #gathered: Buffer[] = [];
  #waiting = 0;
  #end = 0;

  get length(): number {
    return this.#ends.length;
  }

  /** The number of the piece, counted from 0. */
  add(piece: SpooledPiece): number {
    const bytes = Buffer.from(JSON.stringify(piece));
    this.#gathered.push(bytes);
    this.#waiting += bytes.length;
    this.#end += bytes.length;
    this.#ends.push(this.#end);
    if (this.#waiting > GATHERED) this.#flush();
    return this.length - 1;
  }

  read(piece: number): SpooledPiece {
    this.#flush();
    const start = piece === 0 ? 0 : this.#ends.at(piece - 1);
    const bytes = Buffer.alloc(this.#ends.at(piece) - start);
    readSync(this.#file, bytes, 0, bytes.length, start);
    return JSON.parse(bytes.toString()) as SpooledPiece;
  }

  close(): void {
    closeSync(this.#file);
  }

  #flush(): void {
    if (this.#waiting > 0) writeFileSync(this.#file, Buffer.concat(this.#gathered));
    this.#gathered = [];
    this.#waiting = 0;
  }
}

/** A file without a name any more: nothing is left behind, however the process ends. */
function openTemporary(): number {
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-import-'));
  const file = openSync(join(folder, 'pieces'), 'w+');
  rmSync(folder, { recursive: true, force: true });
  return file;
}

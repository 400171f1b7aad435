import { closeSync, readSync, writeSync } from 'node:fs';
import { openTemporary } from './temporary-file.ts';

/** Bytes of a page. */
export const PAGE = 16_384;

/** Bytes of pages that are held in memory at a time, unless told. */
const HELD = 64 * 1_048_576;

/** Some bytes of a column, which are in memory or in the file. */
export class Page {
  /** The bytes, while they are in memory. */
  bytes: ArrayBuffer | null = null;
  isChanged = false;
  /** Where they stand in the file; less than 0 as long as they never went there. */
  offset = -1;
  /** Its place among the pages in memory. */
  place = -1;
}

/** Holds the pages of columns in memory, up to a limit, and the others in a temporary file: memory stays flat. */
export class Paging {
  readonly #most: number;
  readonly #held: Page[] = [];
  /** Places in the file that pages gave up. */
  readonly #spare: number[] = [];
  #file: number | null = null;
  #end = 0;

  constructor(held = HELD) {
    this.#most = Math.max(2, Math.floor(held / PAGE));
  }

  /** Brings a page into memory; a new one is all zeros. Another may leave for it. */
  loadPage(page: Page): ArrayBuffer {
    const bytes = this.#held.length < this.#most ? new ArrayBuffer(PAGE) : this.#evict();
    if (page.offset < 0) new Uint8Array(bytes).fill(0);
    else whole(readSync(this.#file as number, new Uint8Array(bytes), 0, PAGE, page.offset));
    page.bytes = bytes;
    page.place = this.#held.push(page) - 1;
    return bytes;
  }

  /** Gives a page up, wherever it is. */
  free(page: Page): void {
    if (page.bytes !== null) this.#drop(page);
    if (page.offset >= 0) this.#spare.push(page.offset);
    page.offset = -1;
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }

  /** Any page may leave: keys are spread evenly, so none is needed sooner than another. */
  #evict(): ArrayBuffer {
    const page = this.#held[Math.floor(Math.random() * this.#held.length)] as Page;
    const bytes = page.bytes as ArrayBuffer;
    if (page.isChanged) this.#write(page, bytes);
    this.#drop(page);
    return bytes;
  }

  /** The last page in memory takes the place of the one that goes. */
  #drop(page: Page): void {
    const last = this.#held.pop() as Page;
    this.#held[page.place] = last;
    last.place = page.place;
    if (last === page) this.#held.length = page.place;
    page.bytes = null;
    page.isChanged = false;
  }

  #write(page: Page, bytes: ArrayBuffer): void {
    this.#file ??= openTemporary();
    if (page.offset < 0) page.offset = this.#spare.pop() ?? this.#end;
    this.#end = Math.max(this.#end, page.offset + PAGE);
    whole(writeSync(this.#file, new Uint8Array(bytes), 0, PAGE, page.offset));
  }
}

function whole(bytes: number): void {
  if (bytes !== PAGE)
    throw new Error(`only ${bytes} of ${PAGE} bytes of a temporary file could be moved: is the disk full?`);
}

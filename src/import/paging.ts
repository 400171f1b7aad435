import { closeSync, readSync, writeSync } from 'node:fs';
import { inTemporaryFile, openTemporary } from './temporary-file.ts';

/** The size of a page, in bytes. */
export const PAGE = 16_384;

/** The most bytes of pages in memory, by default. */
const MEMORY_LIMIT = 64 * 1_048_576;

/** A part of a column, in memory or in the temporary file. */
export class Page {
  /** The bytes, while they are in memory. */
  bytes: ArrayBuffer | null = null;
  isChanged = false;
  /** Their offset in the file; -1 if they were never written. */
  offset = -1;
  /** The index of the page among those in memory. */
  place = -1;
}

/** Keeps pages of columns in memory up to a limit, and the others in a temporary file. */
export class Paging {
  readonly #mostLoaded: number;
  readonly #loaded: Page[] = [];
  /** The offsets in the file of freed pages. */
  readonly #freeOffsets: number[] = [];
  #file: number | null = null;
  #end = 0;

  constructor(limit = MEMORY_LIMIT) {
    this.#mostLoaded = Math.max(2, Math.floor(limit / PAGE));
  }

  /** Loads a page into memory, and evicts another one if there is no room. A new page is all zeros. */
  loadPage(page: Page): ArrayBuffer {
    const bytes = this.#loaded.length < this.#mostLoaded ? new ArrayBuffer(PAGE) : this.#evict();
    if (page.offset < 0) new Uint8Array(bytes).fill(0);
    else checkWholePage(readSync(this.#file as number, new Uint8Array(bytes), 0, PAGE, page.offset));
    page.bytes = bytes;
    page.place = this.#loaded.push(page) - 1;
    return bytes;
  }

  /** Frees a page. */
  free(page: Page): void {
    if (page.bytes !== null) this.#drop(page);
    if (page.offset >= 0) this.#freeOffsets.push(page.offset);
    page.offset = -1;
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }

  /** Evicts a random page: keys are spread evenly, so no page is needed sooner than another. */
  #evict(): ArrayBuffer {
    const page = this.#loaded[Math.floor(Math.random() * this.#loaded.length)] as Page;
    const bytes = page.bytes as ArrayBuffer;
    if (page.isChanged) this.#write(page, bytes);
    this.#drop(page);
    return bytes;
  }

  /** Removes a page from memory; the last page takes its index. */
  #drop(page: Page): void {
    const last = this.#loaded.pop() as Page;
    this.#loaded[page.place] = last;
    last.place = page.place;
    if (last === page) this.#loaded.length = page.place;
    page.bytes = null;
    page.isChanged = false;
  }

  #write(page: Page, bytes: ArrayBuffer): void {
    this.#file ??= openTemporary();
    if (page.offset < 0) page.offset = this.#freeOffsets.pop() ?? this.#end;
    this.#end = Math.max(this.#end, page.offset + PAGE);
    const file = this.#file;
    const { offset } = page;
    checkWholePage(inTemporaryFile(() => writeSync(file, new Uint8Array(bytes), 0, PAGE, offset)));
  }
}

function checkWholePage(bytes: number): void {
  if (bytes !== PAGE)
    throw new Error(`only ${bytes} of ${PAGE} bytes of a temporary file were read or written: is the disk full?`);
}

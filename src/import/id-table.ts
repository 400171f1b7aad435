import { Column } from './paged-column.ts';
import type { Paging } from './paging.ts';

/** The entry of a key in an id table. */
export interface Entry {
  readonly piece: number;
  readonly type: number;
  /** Whether it was added with the content that is asked for. */
  readonly isSame: boolean;
}

/** The 32-bit words of an entry: two of its key, two of its content. */
const WORDS = 4;

/** The initial number of slots; there are always at least twice as many slots as keys. */
const SLOTS = 4_096;

/**
 * The pieces of an input by id, in about 40 bytes each. It keeps 64-bit digests of keys and contents: among a hundred
 * million keys, the chance that two are taken for one is about one in four thousand.
 */
export class IdTable {
  readonly #paging: Paging;
  readonly #words: Column;
  readonly #pieces: Column;
  readonly #types: Column;
  /** The numbers of entries, from 1, at the slots of their keys; 0 is a free slot. */
  #slots: Column;
  #size = SLOTS;

  constructor(paging: Paging) {
    this.#paging = paging;
    this.#words = new Column(Uint32Array, paging);
    this.#pieces = new Column(Uint32Array, paging);
    this.#types = new Column(Uint8Array, paging);
    this.#slots = new Column(Uint32Array, paging);
  }

  /** The entry of a key, compared with `content`; null if there is none. */
  find(key: string, content = ''): Entry | null {
    const entry = this.#slots.at(this.#slotOf(digest(key)));
    if (entry === 0) return null;
    const [one, other] = digest(content);
    const at = (entry - 1) * WORDS;
    const isSame = this.#words.at(at + 2) === one && this.#words.at(at + 3) === other;
    return { piece: this.#pieces.at(entry - 1), type: this.#types.at(entry - 1), isSame };
  }

  /** Adds a key, or replaces its entry. */
  put(key: string, content: string, piece: number, type = 0): void {
    const [a, b] = digest(key);
    const [c, d] = digest(content);
    const slot = this.#slotOf([a, b]);
    const entry = this.#slots.at(slot);
    if (entry > 0) {
      this.#words.set((entry - 1) * WORDS + 2, c);
      this.#words.set((entry - 1) * WORDS + 3, d);
      this.#pieces.set(entry - 1, piece);
      this.#types.set(entry - 1, type);
      return;
    }
    this.#words.push(a, b, c, d);
    this.#pieces.push(piece);
    this.#types.push(type);
    this.#slots.set(slot, this.#pieces.length);
    if (this.#pieces.length * 2 > this.#size) this.#grow();
  }

  #slotOf([one, other]: Digest): number {
    const mask = this.#size - 1;
    let slot = one & mask;
    for (;;) {
      const entry = this.#slots.at(slot);
      if (entry === 0) return slot;
      const at = (entry - 1) * WORDS;
      if (this.#words.at(at) === one && this.#words.at(at + 1) === other) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    this.#slots.free();
    this.#slots = new Column(Uint32Array, this.#paging);
    this.#size *= 2;
    for (let entry = 0; entry < this.#pieces.length; entry++) {
      const slot = this.#slotOf([this.#words.at(entry * WORDS), this.#words.at(entry * WORDS + 1)]);
      this.#slots.set(slot, entry + 1);
    }
  }
}

type Digest = readonly [number, number];

/** A 64-bit digest of a text, mixed as in MurmurHash: fast, and even enough for a table. */
function digest(text: string): Digest {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 0x9e3779b1);
    other = Math.imul(other ^ code, 0x5f356495);
    one ^= one >>> 15;
    other = (other << 13) | (other >>> 19);
  }
  one = Math.imul(one ^ (one >>> 16), 0x85ebca6b) ^ Math.imul(other ^ (other >>> 13), 0xc2b2ae35);
  other = Math.imul(other ^ (other >>> 16), 0x85ebca6b) ^ Math.imul(one ^ (one >>> 13), 0xc2b2ae35);
  return [one >>> 0, other >>> 0];
}

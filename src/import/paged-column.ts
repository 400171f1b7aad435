import { PAGE, Page, type Paging } from './paging.ts';

type Numbers = Uint8Array | Uint32Array | Float64Array;

interface Kind {
  readonly BYTES_PER_ELEMENT: number;
  new (bytes: ArrayBuffer): Numbers;
}

/** A page as an array of numbers. */
class NumberPage extends Page {
  /** A view of `bytes`, valid only until the page is evicted. */
  numbers: Numbers | null = null;
}

/** A growing list of numbers in pages, not all of which have to be in memory. Numbers that were never set are 0. */
export class Column {
  readonly #kind: Kind;
  readonly #paging: Paging;
  readonly #perPage: number;
  readonly #pages: NumberPage[] = [];
  #length = 0;

  constructor(kind: Kind, paging: Paging) {
    this.#kind = kind;
    this.#paging = paging;
    this.#perPage = PAGE / kind.BYTES_PER_ELEMENT;
  }

  get length(): number {
    return this.#length;
  }

  push(...values: number[]): void {
    for (const value of values) this.set(this.#length, value);
  }

  at(index: number): number {
    return this.#numbersAt(index)[index % this.#perPage] ?? 0;
  }

  set(index: number, value: number): void {
    this.#numbersAt(index)[index % this.#perPage] = value;
    (this.#pages[Math.floor(index / this.#perPage)] as NumberPage).isChanged = true;
    if (index >= this.#length) this.#length = index + 1;
  }

  /** Frees its pages; afterwards it is empty. */
  free(): void {
    for (const page of this.#pages) this.#paging.free(page);
    this.#pages.length = 0;
    this.#length = 0;
  }

  #numbersAt(index: number): Numbers {
    const number = Math.floor(index / this.#perPage);
    while (this.#pages.length <= number) this.#pages.push(new NumberPage());
    const page = this.#pages[number] as NumberPage;
    if (page.bytes !== null) return page.numbers as Numbers;
    page.numbers = new this.#kind(this.#paging.loadPage(page));
    return page.numbers;
  }
}

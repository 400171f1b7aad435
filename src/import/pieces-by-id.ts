import { IdTable } from './id-table.ts';
import { Column } from './paged-column.ts';
import type { Paging } from './paging.ts';

/** The pieces of an input that say something of a record, by its id, in the order of the input. */
export class PiecesById {
  /** The last link of each id; the links of an id form a ring. */
  readonly #last: IdTable;
  readonly #pieces: Column;
  readonly #next: Column;

  constructor(paging: Paging) {
    this.#last = new IdTable(paging);
    this.#pieces = new Column(Uint32Array, paging);
    this.#next = new Column(Uint32Array, paging);
  }

  add(id: string, piece: number): void {
    const last = this.#last.find(id);
    const link = this.#pieces.length;
    this.#pieces.push(piece);
    this.#next.push(last ? this.#next.at(last.piece) : link);
    if (last) this.#next.set(last.piece, link);
    this.#last.put(id, '', link);
  }

  *of(id: string): Generator<number> {
    const last = this.#last.find(id);
    if (!last) return;
    let link = this.#next.at(last.piece);
    for (;;) {
      yield this.#pieces.at(link);
      if (link === last.piece) return;
      link = this.#next.at(link);
    }
  }
}

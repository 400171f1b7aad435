import { setImmediate } from 'node:timers/promises';
import { type Bundle, COLLECTIONS, type Collection } from '../bundle/bundle.ts';
import { completeBundle } from '../bundle/combine.ts';
import { keyOf } from '../bundle/records.ts';
import { referencesOf } from '../bundle/references.ts';
import { type ImportPosition, START } from '../store/import-checkpoint.ts';
import type { SpooledPiece } from './spool.ts';
import { LEFT_OUT, type Survey } from './survey.ts';

export interface BatchPiece extends SpooledPiece {
  readonly number: number;
}

/** Pieces to be stored together: with all pieces that they lead to, and a piece that makes each of their claims. */
export interface PieceBatch {
  readonly pieces: readonly BatchPiece[];
  /** The pieces from `from` on and before `next`, and all that they lead to, are in this batch or an earlier one. */
  readonly from: number;
  readonly next: number;
  /** Pieces that an earlier run left out, and that are tried once more here. */
  readonly retried: readonly number[];
  /** How many pieces were dealt out up to here. */
  readonly batched: number;
}

const PENDING = 0;
const BATCHED = 1;
const EXCLUDED = 2;

/** A claim comes with everything that is said of it where that is not more than this, in pieces. */
const MOST_ATTRIBUTING_PIECES = 200;

/**
 * Deals the pieces of an input out in batches, in the order of the input as far as references allow. Whatever an input
 * refers to comes in the same batch or in an earlier one, so each batch can be stored by itself. A claim brings what is
 * said of it along: nothing can be added to its trace by a later batch then, and it need not be traced twice.
 */
export class DependencyClosures {
  readonly #survey: Survey;
  readonly #states: Uint8Array;
  readonly #leftOut: number[] = [];
  #retried: readonly number[];
  #from: number;
  #batched = 0;

  /**
   * Starts at a piece; those before it, and what they lead to, count as dealt out, but for those that were left out. Once
   * some were `retried`, pieces did not come in their order, and what came along with claims is not known any more.
   */
  constructor(survey: Survey, { position, leftOut, retried }: ImportPosition = START) {
    this.#survey = survey;
    this.#states = new Uint8Array(survey.spool.length);
    this.#from = Math.min(position, survey.spool.length);
    this.#retried = leftOut;
    for (const piece of leftOut) this.#states[piece] = EXCLUDED;
    for (let piece = 0; piece < this.#from; piece++) {
      if (retried) this.#pull(piece, []);
      else this.#gather(piece, []);
    }
    for (const piece of leftOut) this.#states[piece] = PENDING;
  }

  /** The pieces that were left out so far. */
  get leftOut(): readonly number[] {
    return this.#leftOut;
  }

  /** A batch of so many records or more, fewer only at the end; null when nothing is left. Lets others have their turns. */
  async next(size: number): Promise<PieceBatch | null> {
    const pieces: BatchPiece[] = [];
    let records = 0;
    const from = this.#from;
    const retried = this.#retried;
    this.#retried = [];
    for (const piece of retried) records += this.#gather(piece, pieces);
    while (records < size && this.#from < this.#states.length) {
      await setImmediate();
      records += this.#gather(this.#from++, pieces);
    }
    return pieces.length === 0 ? null : { pieces, from, next: this.#from, retried, batched: this.#batched };
  }

  /** The same batch anew after some of its pieces were left out; it may be empty. */
  again({ pieces, from, next, retried }: PieceBatch): PieceBatch {
    this.#batched -= pieces.length;
    for (const { number } of pieces) if (this.#states[number] === BATCHED) this.#states[number] = PENDING;
    const anew: BatchPiece[] = [];
    for (const piece of retried) this.#gather(piece, anew);
    for (let piece = from; piece < next; piece++) this.#gather(piece, anew);
    return { pieces: anew, from, next, retried, batched: this.#batched };
  }

  leaveOut(piece: number): void {
    if (this.#states[piece] === EXCLUDED) return;
    this.#states[piece] = EXCLUDED;
    this.#leftOut.push(piece);
  }

  /** Takes a piece with all that it leads to, and what else is said of the claims that came with it; counts the records. */
  #gather(start: number, into: BatchPiece[]): number {
    const first = into.length;
    let records = this.#pull(start, into);
    for (const { records: own } of into.slice(first)) {
      for (const { id } of own.claims ?? []) {
        for (const piece of this.#attributingPieces(id)) records += this.#pull(piece, into);
      }
    }
    return records;
  }

  #attributingPieces(claim: string): number[] {
    const pieces: number[] = [];
    for (const piece of this.#survey.claimPieces.of(claim)) {
      if (pieces.length === MOST_ATTRIBUTING_PIECES) return [];
      pieces.push(piece);
    }
    return pieces;
  }

  /** Takes a piece with all that it leads to, and counts the records. */
  #pull(start: number, into: BatchPiece[]): number {
    const stack = [start];
    let records = 0;
    for (let number = stack.pop(); number !== undefined; number = stack.pop()) {
      if (this.#states[number] !== PENDING) continue;
      this.#states[number] = BATCHED;
      this.#batched += 1;
      const needs = new Set<number>();
      const piece = this.#withoutRepeated({ ...this.#survey.spool.read(number), number }, needs);
      into.push(piece);
      for (const collection of COLLECTIONS) records += piece.records[collection]?.length ?? 0;
      this.#addNeeds(piece, needs);
      stack.push(...needs);
    }
    return records;
  }

  /** What an earlier piece has as well is left to that one, which is needed then. */
  #withoutRepeated(piece: BatchPiece, needs: Set<number>): BatchPiece {
    const isOwn = (_collection: Collection) => (record: Bundle[Collection][number]) => {
      const first = this.#survey.table.find(keyOf(record))?.piece ?? LEFT_OUT;
      if (first === LEFT_OUT || first === piece.number || this.#states[first] === EXCLUDED) return true;
      needs.add(first);
      return false;
    };
    const records: Partial<Record<Collection, unknown>> = {};
    for (const [collection, list] of Object.entries(piece.records) as [Collection, Bundle[Collection][number][]][]) {
      records[collection] = list.filter(isOwn(collection));
    }
    return { ...piece, records: records as Partial<Bundle> };
  }

  #addNeeds({ records }: BatchPiece, needs: Set<number>): void {
    const bundle = completeBundle(records);
    for (const { id } of referencesOf(bundle)) {
      const entry = this.#survey.table.find(id);
      if (entry && entry.piece !== LEFT_OUT) needs.add(entry.piece);
    }
    for (const { id } of unattributed(bundle)) {
      const piece = this.#attributingPiece(id);
      if (piece !== undefined) needs.add(piece);
    }
  }

  #attributingPiece(claim: string): number | undefined {
    for (const piece of this.#survey.claimPieces.of(claim)) if (this.#states[piece] !== EXCLUDED) return piece;
    return undefined;
  }
}

function unattributed({ claims, attributions }: Bundle): Bundle['claims'] {
  if (claims.length === 0) return [];
  const made = new Set(attributions.map(({ claim }) => claim));
  return claims.filter(({ id }) => !made.has(id));
}

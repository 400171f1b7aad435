import { setImmediate } from 'node:timers/promises';
import { type Bundle, COLLECTIONS, type Collection } from '../bundle/bundle.ts';
import { completeBundle } from '../bundle/combine.ts';
import { keyOf } from '../bundle/records.ts';
import { referencesOf } from '../bundle/references.ts';
import { type ImportPosition, START } from '../store/import-checkpoint.ts';
import { LEFT_OUT } from './id-conflicts.ts';
import type { SpooledPiece } from './spool.ts';
import type { Survey } from './survey-input.ts';

export interface BatchPiece extends SpooledPiece {
  readonly number: number;
}

/** Pieces to store together: with all pieces that they refer to, and a piece with an attribution for each claim. */
export interface PieceBatch {
  readonly pieces: readonly BatchPiece[];
  /** The pieces from `from` up to `next`, and all that they refer to, are in this batch or an earlier one. */
  readonly from: number;
  readonly next: number;
  /** Pieces that an earlier run left out and that are retried here. */
  readonly retried: readonly number[];
  /** The number of pieces in all batches so far. */
  readonly batched: number;
}

const PENDING = 0;
const BATCHED = 1;
const EXCLUDED = 2;

/** A claim comes with all its attributions, unless they are in more pieces than this. */
const MOST_ATTRIBUTING_PIECES = 200;

/**
 * Splits the pieces of an input into batches, in the order of the input as far as references allow. Every record that a
 * batch refers to is in the same batch or in an earlier one, so each batch can be stored in its own transaction. A
 * claim comes with its attributions, so that no later batch adds to its trace and it need not be traced twice.
 */
export class DependencyClosures {
  readonly #survey: Survey;
  readonly #states: Uint8Array;
  readonly #leftOut: number[] = [];
  #retried: readonly number[];
  #from: number;
  #batched = 0;

  /**
   * Starts at a position. The pieces before it, and those that they refer to, count as stored, except those left out.
   * If pieces were `retried`, they were out of order, so that it is not known which attributions came with their
   * claims.
   */
  constructor(survey: Survey, { position, leftOut, retried }: ImportPosition = START) {
    this.#survey = survey;
    this.#states = new Uint8Array(survey.spool.length);
    this.#from = Math.min(position, survey.spool.length);
    this.#retried = leftOut;
    for (const piece of leftOut) this.#states[piece] = EXCLUDED;
    for (let piece = 0; piece < this.#from; piece++) {
      if (retried) this.#addWithNeeds(piece, []);
      else this.#addWithAttributions(piece, []);
    }
    for (const piece of leftOut) this.#states[piece] = PENDING;
  }

  /** The numbers of the pieces that were left out so far. */
  get leftOut(): readonly number[] {
    return this.#leftOut;
  }

  /**
   * The next batch, of at least `size` records unless it is the last; null if no pieces are left. Yields to other
   * tasks.
   */
  async next(size: number): Promise<PieceBatch | null> {
    const pieces: BatchPiece[] = [];
    let records = 0;
    const from = this.#from;
    const retried = this.#retried;
    this.#retried = [];
    for (const piece of retried) records += this.#addWithAttributions(piece, pieces);
    while (records < size && this.#from < this.#states.length) {
      await setImmediate();
      records += this.#addWithAttributions(this.#from++, pieces);
    }
    return pieces.length === 0 ? null : { pieces, from, next: this.#from, retried, batched: this.#batched };
  }

  /** The same batch again, after some of its pieces were left out; it may be empty. */
  again({ pieces, from, next, retried }: PieceBatch): PieceBatch {
    this.#batched -= pieces.length;
    for (const { number } of pieces) if (this.#states[number] === BATCHED) this.#states[number] = PENDING;
    const remaining: BatchPiece[] = [];
    for (const piece of retried) this.#addWithAttributions(piece, remaining);
    for (let piece = from; piece < next; piece++) this.#addWithAttributions(piece, remaining);
    return { pieces: remaining, from, next, retried, batched: this.#batched };
  }

  /** Leaves a piece out of this and all later batches. */
  leaveOut(piece: number): void {
    if (this.#states[piece] === EXCLUDED) return;
    this.#states[piece] = EXCLUDED;
    this.#leftOut.push(piece);
  }

  /**
   * Adds a piece with all that it refers to, and the attributions of the claims among them. Returns the number of
   * records.
   */
  #addWithAttributions(start: number, into: BatchPiece[]): number {
    const first = into.length;
    let records = this.#addWithNeeds(start, into);
    for (const { records: own } of into.slice(first)) {
      for (const { id } of own.claims ?? []) {
        for (const piece of this.#attributingPieces(id)) records += this.#addWithNeeds(piece, into);
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

  /** Adds a piece with all that it refers to. Returns the number of records. */
  #addWithNeeds(start: number, into: BatchPiece[]): number {
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

  /** A piece without the records that an earlier piece has too; the earlier one is added to `needs`. */
  #withoutRepeated(piece: BatchPiece, needs: Set<number>): BatchPiece {
    const isOwn = (record: Bundle[Collection][number]) => {
      const first = this.#survey.table.find(keyOf(record))?.piece ?? LEFT_OUT;
      if (first === LEFT_OUT || first === piece.number || this.#states[first] === EXCLUDED) return true;
      needs.add(first);
      return false;
    };
    const records: Partial<Record<Collection, unknown>> = {};
    for (const [collection, list] of Object.entries(piece.records) as [Collection, Bundle[Collection][number][]][]) {
      records[collection] = list.filter(isOwn);
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
  const attributed = new Set(attributions.map(({ claim }) => claim));
  return claims.filter(({ id }) => !attributed.has(id));
}

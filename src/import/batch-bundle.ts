import { type Bundle, COLLECTIONS, type Collection } from '../bundle/bundle.ts';
import { completeBundle } from '../bundle/combine.ts';
import { keyOf } from '../bundle/records.ts';
import type { SpooledPiece } from './spool.ts';

/** Pieces as one bundle; `pieceOf` gives the piece that a record comes from. */
export interface PieceBundle<Piece> {
  readonly bundle: Bundle;
  readonly pieceOf: (collection: Collection, index: number) => Piece;
}

/** One bundle of several pieces. A record that several of them have is taken from the first. */
export function bundleOfPieces<Piece extends Pick<SpooledPiece, 'records'>>(
  pieces: readonly Piece[],
): PieceBundle<Piece> {
  const seen = new Set<string>();
  const owners = new Map<Collection, Piece[]>(COLLECTIONS.map((collection) => [collection, []]));
  const bundle = completeBundle({});
  for (const piece of pieces) {
    for (const collection of COLLECTIONS) {
      for (const record of piece.records[collection] ?? []) {
        const key = keyOf(record);
        if (seen.has(key)) continue;
        seen.add(key);
        (bundle[collection] as unknown[]).push(record);
        owners.get(collection)?.push(piece);
      }
    }
  }
  return { bundle, pieceOf: (collection, index) => owners.get(collection)?.[index] as Piece };
}

import { type Bundle, COLLECTIONS, type Collection } from './bundle.ts';
import { nodeRecords } from './records.ts';
import type { SpooledPiece } from './spool.ts';

/** What tells a record from all others: its id, or what a relation or derivation ties together. */
export function keyOf(collection: Collection, record: Bundle[Collection][number]): string {
  if ('id' in record) return record.id;
  return 'document' in record
    ? `${collection} ${record.document} ${record.kind} ${record.from}`
    : `${collection} ${record.from} ${record.kind} ${record.to}`;
}

/** The records of a piece as a bundle: those collections that it does not have are empty. */
export function wholeBundle(records: Partial<Bundle>): Bundle {
  const whole: Partial<Record<Collection, unknown>> = {};
  for (const collection of COLLECTIONS) whole[collection] = records[collection] ?? [];
  return whole as Bundle;
}

/** Pieces as one bundle; `pieceOf` leads from a record back to the piece that it is taken from. */
export interface PieceBundle<Piece> {
  readonly bundle: Bundle;
  readonly pieceOf: (collection: Collection, index: number) => Piece;
}

/** Puts pieces together. What several of them have is taken from the first. */
export function together<Piece extends Pick<SpooledPiece, 'records'>>(pieces: readonly Piece[]): PieceBundle<Piece> {
  const seen = new Set<string>();
  const owners = new Map<Collection, Piece[]>(COLLECTIONS.map((collection) => [collection, []]));
  const bundle = wholeBundle({});
  for (const piece of pieces) {
    for (const collection of COLLECTIONS) {
      for (const record of piece.records[collection] ?? []) {
        const key = keyOf(collection, record);
        if (seen.has(key)) continue;
        seen.add(key);
        (bundle[collection] as unknown[]).push(record);
        owners.get(collection)?.push(piece);
      }
    }
  }
  return { bundle, pieceOf: (collection, index) => owners.get(collection)?.[index] as Piece };
}

/** Contract types by id of the records of a bundle. */
export function typesOf(bundle: Bundle): Map<string, string> {
  return new Map(nodeRecords(bundle).map(({ id, type }) => [id, type]));
}

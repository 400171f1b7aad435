import type { RecordStream } from '../../bundle/record-stream.ts';
import { graphDocument, type JsonObject, reviewNode } from '../json-ld.ts';
import { type RecordsById, readById } from '../records-by-id.ts';

/**
 * Writes ClaimReview (https://schema.org/ClaimReview) as one JSON-LD document: a review for every attribution with a
 * rating, and in it the claim with its speakers and documents. Leaves out everything that nobody rated. Streams the
 * reviews; keeps actors, documents, claims and attributions in memory.
 */
export async function* exportClaimReview(records: RecordStream): AsyncGenerator<string> {
  yield* graphDocument(reviews(records, await readById(records, 'attributions')));
}

async function* reviews(records: RecordStream, byId: RecordsById): AsyncGenerator<JsonObject> {
  for await (const { collection, record } of records()) {
    if (collection !== 'attributions' || record.rating === undefined) continue;
    yield reviewNode(record, byId.claims.get(record.claim), byId);
  }
}

import type { RecordStream } from '../../bundle/record-stream.ts';
import { type Catalogue, catalogueOf } from '../catalogue.ts';
import { graphDocument, type JsonObject, reviewNode } from '../json-ld.ts';

/**
 * ClaimReview (https://schema.org/ClaimReview) as one JSON-LD document: a review for every attribution with a rating, the
 * claim with those who made it, and where. Left out: all that nobody rated. Streams the reviews; actors, documents, claims
 * and attributions are held in memory.
 */
export async function* exportClaimReview(records: RecordStream): AsyncGenerator<string> {
  yield* graphDocument(reviews(records, await catalogueOf(records, 'attributions')));
}

async function* reviews(records: RecordStream, catalogue: Catalogue): AsyncGenerator<JsonObject> {
  for await (const { collection, record } of records()) {
    if (collection !== 'attributions' || record.rating === undefined) continue;
    yield reviewNode(record, catalogue.claims.get(record.claim), catalogue);
  }
}

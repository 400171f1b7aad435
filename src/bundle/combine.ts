import { type Bundle, COLLECTIONS, type Collection } from './bundle.ts';
import type { CollectedRecord } from './record-stream.ts';
import { keyOf } from './records.ts';

type AnyRecord = Bundle[Collection][number];

/** A bundle with these collections; the others are empty. */
export function completeBundle(records: Partial<Bundle>): Bundle {
  const bundle: Partial<Record<Collection, unknown>> = {};
  for (const collection of COLLECTIONS) bundle[collection] = records[collection] ?? [];
  return bundle as Bundle;
}

/** A bundle of records, each given with its collection. */
export function bundleOf(records: readonly Pick<CollectedRecord, 'collection' | 'record'>[]): Bundle {
  const bundle = completeBundle({});
  for (const { collection, record } of records) (bundle[collection] as AnyRecord[]).push(record);
  return bundle;
}

/** One bundle with all records of several, in order. */
export function concatenated(...bundles: readonly Bundle[]): Bundle {
  const records = (collection: Collection) => bundles.flatMap((bundle) => bundle[collection] as AnyRecord[]);
  return eachCollection(records);
}

/** Two bundles as one. If both have a record, the first one's is kept. */
export function union(first: Bundle, second: Bundle): Bundle {
  const firstKeys = new Set(COLLECTIONS.flatMap((collection) => (first[collection] as AnyRecord[]).map(keyOf)));
  return concatenated(
    first,
    eachCollection((collection) =>
      (second[collection] as AnyRecord[]).filter((record) => !firstKeys.has(keyOf(record))),
    ),
  );
}

/** A bundle without some of its records, and without their relations and derivations. */
export function withoutRecords(bundle: Bundle, ids: ReadonlySet<string>): Bundle {
  return eachCollection((collection) =>
    (bundle[collection] as AnyRecord[]).filter((record) => !endIds(record).some((id) => ids.has(id))),
  );
}

/** The id of a record; for a relation or derivation, the two ids that it connects. */
function endIds(record: AnyRecord): string[] {
  if ('id' in record) return [record.id];
  return 'document' in record ? [record.document, record.from] : [record.from, record.to];
}

function eachCollection(records: (collection: Collection) => readonly AnyRecord[]): Bundle {
  return Object.fromEntries(COLLECTIONS.map((collection) => [collection, records(collection)])) as unknown as Bundle;
}

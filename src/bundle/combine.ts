import { type Bundle, COLLECTIONS, type Collection } from './bundle.ts';
import type { CollectedRecord } from './record-stream.ts';
import { keyOf } from './records.ts';

type AnyRecord = Bundle[Collection][number];

/** A bundle of some collections; the others are empty. */
export function completeBundle(records: Partial<Bundle>): Bundle {
  const whole: Partial<Record<Collection, unknown>> = {};
  for (const collection of COLLECTIONS) whole[collection] = records[collection] ?? [];
  return whole as Bundle;
}

/** Records, each with its collection, as a bundle. */
export function bundleOf(records: readonly Pick<CollectedRecord, 'collection' | 'record'>[]): Bundle {
  const bundle = completeBundle({});
  for (const { collection, record } of records) (bundle[collection] as AnyRecord[]).push(record);
  return bundle;
}

/** All records of several bundles, in their order. */
export function concatenated(...bundles: readonly Bundle[]): Bundle {
  const records = (collection: Collection) => bundles.flatMap((bundle) => bundle[collection] as AnyRecord[]);
  return eachCollection(records);
}

/** Two bundles as one; of a record that both have, the one of the first. */
export function union(first: Bundle, second: Bundle): Bundle {
  const known = new Set(COLLECTIONS.flatMap((collection) => (first[collection] as AnyRecord[]).map(keyOf)));
  return concatenated(
    first,
    eachCollection((collection) => (second[collection] as AnyRecord[]).filter((record) => !known.has(keyOf(record)))),
  );
}

/** A bundle without some of its records, and without their relations and derivations. */
export function withoutRecords(bundle: Bundle, ids: ReadonlySet<string>): Bundle {
  return eachCollection((collection) =>
    (bundle[collection] as AnyRecord[]).filter((record) => !ownIds(record).some((id) => ids.has(id))),
  );
}

/** The id of a record; of a relation or derivation the two that it connects. */
function ownIds(record: AnyRecord): string[] {
  if ('id' in record) return [record.id];
  return 'document' in record ? [record.document, record.from] : [record.from, record.to];
}

function eachCollection(records: (collection: Collection) => readonly AnyRecord[]): Bundle {
  return Object.fromEntries(COLLECTIONS.map((collection) => [collection, records(collection)])) as unknown as Bundle;
}

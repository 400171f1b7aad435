import type { Bundle, Collection } from './bundle.ts';

/**
 * One record with its collection, as the schema of the bundle gives it: defaults are filled in. Records come in the
 * order of COLLECTIONS: actors, places, things, events, documents, claims, attributions, relations, derivations,
 * mentions.
 */
export type CollectedRecord = {
  [Name in Collection]: { readonly collection: Name; readonly record: Bundle[Name][number] };
}[Collection];

/** Opens a stream of the records from the first one. Every call gives the same records. */
export type RecordStream = () => AsyncIterable<CollectedRecord>;

export type RecordOf<Name extends Collection> = Bundle[Name][number];
export type ActorRecord = RecordOf<'actors'>;
export type DocumentRecord = RecordOf<'documents'>;
export type ClaimRecord = RecordOf<'claims'>;
export type AttributionRecord = RecordOf<'attributions'>;

/** A record that has names. */
export type EntityRecord = ActorRecord | RecordOf<'places'> | RecordOf<'things'> | RecordOf<'events'>;

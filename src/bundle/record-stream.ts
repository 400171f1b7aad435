import type { Bundle, Collection } from './bundle.ts';

/**
 * One record of the bundle, in its canonical form: what the schema of the bundle gives, defaults filled in. Records come
 * in the order of COLLECTIONS: actors, places, things, events, documents, claims, attributions, relations, derivations,
 * mentions.
 */
export type CollectedRecord = {
  [Name in Collection]: { readonly collection: Name; readonly record: Bundle[Name][number] };
}[Collection];

/** Opens the records anew, from the first. Every time they are the same. */
export type RecordStream = () => AsyncIterable<CollectedRecord>;

export type RecordOf<Name extends Collection> = Bundle[Name][number];
export type ActorRecord = RecordOf<'actors'>;
export type DocumentRecord = RecordOf<'documents'>;
export type ClaimRecord = RecordOf<'claims'>;
export type AttributionRecord = RecordOf<'attributions'>;

/** Whatever has names. */
export type EntityRecord = ActorRecord | RecordOf<'places'> | RecordOf<'things'> | RecordOf<'events'>;

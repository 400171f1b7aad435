import type { Bundle, Collection } from '../ingest/bundle.ts';

/**
 * One record of the bundle, in its canonical form: what the schema of the bundle gives, defaults filled in. Records come
 * in the order of COLLECTIONS: actors, places, things, events, documents, claims, attributions, relations, derivations,
 * mentions.
 */
export type Exported = {
  [Name in Collection]: { readonly collection: Name; readonly record: Bundle[Name][number] };
}[Collection];

/** As of when the records were read. */
export interface ExportContext {
  /** Record time that was read, ISO 8601. */
  readonly recorded: string;
  /** Said time, EDTF, or null. */
  readonly said: string | null;
}

/** Opens the records anew, from the first. Every time they are the same. */
export type Records = () => AsyncIterable<Exported>;

/** Writes records as text, in chunks. Rewindable: formats that need a look-up may open the records more than once. */
export type Exporter = (records: Records, context: ExportContext) => AsyncIterable<string>;

export type RecordOf<Name extends Collection> = Bundle[Name][number];
export type ActorRecord = RecordOf<'actors'>;
export type DocumentRecord = RecordOf<'documents'>;
export type ClaimRecord = RecordOf<'claims'>;
export type AttributionRecord = RecordOf<'attributions'>;

/** Whatever has names. */
export type EntityRecord = ActorRecord | RecordOf<'places'> | RecordOf<'things'> | RecordOf<'events'>;

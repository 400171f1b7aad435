import type {
  ActorRecord,
  AttributionRecord,
  ClaimRecord,
  DocumentRecord,
  EntityRecord,
  RecordStream,
} from '../bundle/record-stream.ts';

/** Records by id, for formats that write a record together with those that it refers to. */
export interface RecordsById {
  readonly actors: ReadonlyMap<string, ActorRecord>;
  /** Actors, places, things and events. */
  readonly entities: ReadonlyMap<string, EntityRecord>;
  readonly documents: ReadonlyMap<string, DocumentRecord>;
  readonly claims: ReadonlyMap<string, ClaimRecord>;
  /** The attributions of each claim, by its id. */
  readonly attributions: ReadonlyMap<string, readonly AttributionRecord[]>;
}

/** Reads the records once and keeps them in memory by id; attributions only if `keep` asks for them. */
export async function readById(records: RecordStream, keep: 'attributions' | 'rest' = 'rest'): Promise<RecordsById> {
  const actors = new Map<string, ActorRecord>();
  const entities = new Map<string, EntityRecord>();
  const documents = new Map<string, DocumentRecord>();
  const claims = new Map<string, ClaimRecord>();
  const attributions = new Map<string, AttributionRecord[]>();
  for await (const { collection, record } of records()) {
    if (collection === 'actors') actors.set(record.id, record);
    if (collection === 'documents') documents.set(record.id, record);
    else if (collection === 'claims') claims.set(record.id, record);
    else if ('names' in record) entities.set(record.id, record);
    else if (collection === 'attributions') {
      if (keep === 'rest') break;
      const others = attributions.get(record.claim);
      if (others) others.push(record);
      else attributions.set(record.claim, [record]);
    }
  }
  return { actors, entities, documents, claims, attributions };
}

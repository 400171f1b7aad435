import { stringify } from 'csv-stringify/sync';
import type { AttributionRecord, RecordStream } from '../../bundle/record-stream.ts';
import { nameOf, textOf, wellFormed } from '../labels.ts';
import { type RecordsById, readById } from '../records-by-id.ts';

type Cell = string | number | boolean | null | undefined;

/** The columns, each with its cell for one attribution. */
const COLUMNS: Readonly<Record<string, (attribution: AttributionRecord, byId: RecordsById) => Cell>> = {
  id: ({ id }) => id,
  claim: ({ claim }) => claim,
  claimText: ({ claim }, { claims }) => mapped(claims.get(claim), textOf),
  predicate: ({ claim }, { claims }) => claims.get(claim)?.predicate,
  subject: ({ claim }, { claims }) => claims.get(claim)?.subject,
  subjectName: ({ claim }, byId) => entityName(byId.claims.get(claim)?.subject, byId),
  object: ({ claim }, { claims }) => claims.get(claim)?.object,
  objectName: ({ claim }, byId) => entityName(byId.claims.get(claim)?.object, byId),
  when: ({ claim }, { claims }) => claims.get(claim)?.when,
  actor: ({ actor }) => actor,
  actorName: ({ actor }, byId) => entityName(actor, byId),
  actorType: ({ actor }, { actors }) => actors.get(actor)?.type,
  stance: ({ stance }) => stance,
  certainty: ({ certainty }) => certainty,
  mode: ({ mode }) => mode,
  onRecord: ({ onRecord }) => String(onRecord),
  saidAt: ({ saidAt }) => saidAt,
  document: ({ document }) => document,
  documentTitle: ({ document }, byId) => documentOf(document, byId)?.title,
  documentUrl: ({ document }, byId) => documentOf(document, byId)?.url,
  documentPublishedAt: ({ document }, byId) => documentOf(document, byId)?.publishedAt,
  publisher: ({ document }, byId) => documentOf(document, byId)?.publisher,
  publisherName: ({ document }, byId) => entityName(documentOf(document, byId)?.publisher, byId),
  quote: ({ quote }) => quote,
  locator: ({ locator }) => locator,
  cites: ({ cites }) => cites.map(({ attribution }) => attribution).join(' '),
  covers: ({ covers }) => covers.join(' '),
  sourcesMin: ({ sources }) => sources?.min,
  sourcesMax: ({ sources }) => sources?.max,
  ratingLabel: ({ rating }) => rating?.label,
  ratingValue: ({ rating }) => rating?.value,
  ratingBest: ({ rating }) => rating?.best,
  ratingWorst: ({ rating }) => rating?.worst,
  basis: ({ basis }) => basis,
};

/**
 * Writes CSV (RFC 4180) in UTF-8: a header and one row for each attribution; ids in a list are separated by spaces. A
 * text that a spreadsheet would run as a formula gets an apostrophe before it. Leaves out records without attributions,
 * and how citations are credited. Streams the attributions; keeps entities, documents and claims in memory.
 */
export async function* exportCsv(records: RecordStream): AsyncGenerator<string> {
  const byId = await readById(records);
  yield row(Object.keys(COLUMNS));
  for await (const { collection, record } of records()) {
    if (collection === 'attributions') yield row(Object.values(COLUMNS).map((cell) => cell(record, byId)));
  }
}

function row(cells: readonly Cell[]): string {
  const texts = cells.map((cell) => (typeof cell === 'string' ? wellFormed(cell) : cell));
  // By default the library quotes a line break only if it is the one between rows.
  return stringify([texts], { escape_formulas: true, quoted_match: /[\r\n]/, record_delimiter: 'windows' });
}

function documentOf(id: string | undefined, { documents }: RecordsById) {
  return id === undefined ? undefined : documents.get(id);
}

function entityName(id: string | undefined, { entities }: RecordsById): Cell {
  return id === undefined ? undefined : mapped(entities.get(id), nameOf);
}

function mapped<Value, Result>(value: Value | undefined, map: (value: Value) => Result): Result | undefined {
  return value === undefined ? undefined : map(value);
}

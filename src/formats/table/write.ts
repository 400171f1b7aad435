import { stringify } from 'csv-stringify/sync';
import type { AttributionRecord, RecordStream } from '../../bundle/record-stream.ts';
import { type Catalogue, catalogueOf } from '../catalogue.ts';
import { nameOf, textOf, wellFormed } from '../labels.ts';

type Cell = string | number | boolean | null | undefined;

/** The columns, and what stands in each of them for one attribution. */
const COLUMNS: Readonly<Record<string, (said: AttributionRecord, catalogue: Catalogue) => Cell>> = {
  id: ({ id }) => id,
  claim: ({ claim }) => claim,
  claimText: ({ claim }, { claims }) => mapped(claims.get(claim), textOf),
  predicate: ({ claim }, { claims }) => claims.get(claim)?.predicate,
  subject: ({ claim }, { claims }) => claims.get(claim)?.subject,
  subjectName: ({ claim }, catalogue) => entityName(catalogue.claims.get(claim)?.subject, catalogue),
  object: ({ claim }, { claims }) => claims.get(claim)?.object,
  objectName: ({ claim }, catalogue) => entityName(catalogue.claims.get(claim)?.object, catalogue),
  when: ({ claim }, { claims }) => claims.get(claim)?.when,
  actor: ({ actor }) => actor,
  actorName: ({ actor }, catalogue) => entityName(actor, catalogue),
  actorType: ({ actor }, { actors }) => actors.get(actor)?.type,
  stance: ({ stance }) => stance,
  certainty: ({ certainty }) => certainty,
  mode: ({ mode }) => mode,
  onRecord: ({ onRecord }) => String(onRecord),
  saidAt: ({ saidAt }) => saidAt,
  document: ({ document }) => document,
  documentTitle: ({ document }, catalogue) => documentOf(document, catalogue)?.title,
  documentUrl: ({ document }, catalogue) => documentOf(document, catalogue)?.url,
  documentPublishedAt: ({ document }, catalogue) => documentOf(document, catalogue)?.publishedAt,
  publisher: ({ document }, catalogue) => documentOf(document, catalogue)?.publisher,
  publisherName: ({ document }, catalogue) => entityName(documentOf(document, catalogue)?.publisher, catalogue),
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
 * CSV (RFC 4180), UTF-8, a header and one row for each attribution; lists of ids are joined by blanks. A text that a
 * spreadsheet would run as a formula gets an apostrophe before it, as the spreadsheet itself would write it. Left out:
 * what nobody said anything about, and how citations are credited. Streams the attributions; entities, documents and
 * claims are held in memory.
 */
export async function* exportCsv(records: RecordStream): AsyncGenerator<string> {
  const catalogue = await catalogueOf(records);
  yield row(Object.keys(COLUMNS));
  for await (const { collection, record } of records()) {
    if (collection === 'attributions') yield row(Object.values(COLUMNS).map((cell) => cell(record, catalogue)));
  }
}

function row(cells: readonly Cell[]): string {
  const texts = cells.map((cell) => (typeof cell === 'string' ? wellFormed(cell) : cell));
  // By itself the library quotes a line break only if it is the one between rows.
  return stringify([texts], { escape_formulas: true, quoted_match: /[\r\n]/, record_delimiter: 'windows' });
}

function documentOf(id: string | undefined, { documents }: Catalogue) {
  return id === undefined ? undefined : documents.get(id);
}

function entityName(id: string | undefined, { entities }: Catalogue): Cell {
  return id === undefined ? undefined : mapped(entities.get(id), nameOf);
}

function mapped<Value, Result>(value: Value | undefined, map: (value: Value) => Result): Result | undefined {
  return value === undefined ? undefined : map(value);
}

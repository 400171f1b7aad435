import { TextDecoder } from 'node:util';
import { CsvError, parse } from 'csv-parse/sync';
import { byteLines, LONGEST, tooLong } from '../lines.ts';
import type { Source } from '../reader.ts';
import type { Mapping } from './mapping.ts';
import type { Row } from './row.ts';

type Csv = Extract<Mapping['rows'], { format: 'csv' }>;

type Fault = Extract<Row, { problem: string }>;

/** The text of one row, which may have several lines, and the first of them. */
interface RowText {
  readonly line: number;
  readonly text: string;
}

/** Rows that are parsed at one go, and the most characters of them. */
const BATCH = { rows: 1_000, size: 1_000_000 };

/**
 * The rows of a CSV file, each with the line on which it begins. A row that is no CSV, or no text in the encoding, is told
 * with its line, and the rest goes on.
 */
export async function* csvRows(source: Source, options: Csv): AsyncGenerator<Row> {
  let columns: readonly string[] | undefined = options.columns;
  for await (const batch of batches(rowTexts(source, options))) {
    for (const row of parsed(batch, options)) {
      if ('problem' in row) yield row;
      else if (columns) yield named(row, columns);
      else columns = row.cells;
    }
  }
}

/** Puts lines together to rows: a row ends at the first line end that is outside of quotes. */
async function* rowTexts({ open }: Source, options: Csv): AsyncGenerator<RowText | Fault> {
  const decode = decoderOf(options.encoding);
  let start = 0;
  let held: string[] = [];
  let size = 0;
  let number = 0;
  for await (const bytes of byteLines(open(), LONGEST)) {
    number++;
    const read = bytes && decode(bytes);
    if (read === null) {
      yield { line: number, problem: bytes ? `is no text in ${options.encoding}` : tooLong(LONGEST) };
      continue;
    }
    const line = number === 1 ? read.replace(/^\uFEFF/, '') : read;
    if (held.length === 0) start = number;
    const isOpen = endsInQuotes(line, held.length > 0, options);
    held.push(line);
    size += line.length;
    if (isOpen && size > LONGEST) break;
    if (isOpen) continue;
    const text = held.join('\n').replace(/\r$/, '');
    if (text.trim() !== '') yield { line: start, text };
    held = [];
    size = 0;
  }
  if (held.length > 0) yield { line: start, problem: 'has a quote that is never closed: nothing after it was read' };
}

/**
 * Whether the end of a line is inside of a quoted cell. The parser would tell, but it does not find back to the rows once
 * one of them is at fault: here a quote that stands where none can leads no further than its line.
 */
function endsInQuotes(line: string, beginsInQuotes: boolean, { delimiter, quote }: Csv): boolean {
  let isQuoted = beginsInQuotes || line.startsWith(quote);
  let at = beginsInQuotes ? 0 : 1;
  for (;;) {
    const end = isQuoted ? line.indexOf(quote, at) : at - 1;
    if (isQuoted && end < 0) return true;
    if (isQuoted && line[end + 1] === quote) {
      at = end + 2;
      continue;
    }
    const next = line.indexOf(delimiter, end + (isQuoted ? 1 : 0));
    if (next < 0) return false;
    isQuoted = line[next + 1] === quote;
    at = next + 2;
  }
}

async function* batches<T extends RowText | Fault>(rows: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = [];
  let size = 0;
  for await (const row of rows) {
    batch.push(row);
    size += 'text' in row ? row.text.length : 0;
    if (batch.length < BATCH.rows && size < BATCH.size) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  yield batch;
}

type Parsed = { readonly line: number; readonly cells: string[] } | Fault;

/** Rows are parsed together, which is fast, and one by one where one of them is at fault. */
function parsed(batch: readonly (RowText | Fault)[], options: Csv): Parsed[] {
  const texts = batch.filter((row): row is RowText => 'text' in row);
  const together = cellsOf(texts.map(({ text }) => text).join('\n'), options);
  const rows = typeof together !== 'string' && together.length === texts.length ? together : null;
  let index = 0;
  return batch.map((row) => {
    if ('problem' in row) return row;
    const cells = rows ? rows[index++] : cellsOf(row.text, options);
    if (typeof cells === 'string') return { line: row.line, problem: cells };
    return { line: row.line, cells: (rows ? cells : cells?.[0]) as string[] };
  });
}

/** The cells of rows, or what is wrong with one of them. */
function cellsOf(text: string, { delimiter, quote }: Csv): string[][] | string {
  try {
    return parse(text, { delimiter, quote, record_delimiter: ['\r\n', '\n'], relax_column_count: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_INVALID_CLOSING_QUOTE') return 'has text behind a closing quote';
    return error.code === 'INVALID_OPENING_QUOTE' ? 'has a quote inside of a cell without quotes' : error.message;
  }
}

/** Null for bytes that are no text in the encoding. */
function decoderOf(encoding: string): (bytes: Uint8Array) => string | null {
  const make = () => new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let decoder = make();
  return (bytes) => {
    try {
      // Given as a stream: Node 20 reads windows-1252 as ISO 8859-1 otherwise.
      return decoder.decode(bytes, { stream: true }) + decoder.decode();
    } catch {
      decoder = make();
      return null;
    }
  };
}

function named({ line, cells }: Exclude<Parsed, Fault>, columns: readonly string[]): Row {
  if (cells.length !== columns.length) {
    return { line, problem: `has ${cells.length} cells, and there are ${columns.length} columns` };
  }
  return { line, values: Object.fromEntries(columns.map((column, index) => [column, cells[index]])) };
}

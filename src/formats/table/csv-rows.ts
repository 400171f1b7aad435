import { TextDecoder } from 'node:util';
import { CsvError, parse } from 'csv-parse/sync';
import { byteLines, LONGEST, tooLong } from '../lines.ts';
import type { Source } from '../reader.ts';
import type { Mapping } from './mapping-file.ts';
import type { Row } from './row.ts';

type Csv = Extract<Mapping['rows'], { format: 'csv' }>;

type Fault = Extract<Row, { problem: string }>;

/** The text of one row, which may have several lines, and the number of its first line. */
interface RowText {
  readonly line: number;
  readonly text: string;
}

/** The most rows, and about the most characters, that are parsed together. */
const BATCH = { rows: 1_000, size: 1_000_000 };

/** The most columns of a table, as many as the keys of a JSON object. */
const MOST_COLUMNS = 10_000;

/**
 * The rows of a CSV file, each with the line on which it begins. A row that is not CSV, or not text in the encoding,
 * gives a problem with its line; the rows after it are still read.
 */
export async function* csvRows(source: Source, options: Csv): AsyncGenerator<Row> {
  let columns: readonly string[] | undefined = options.columns;
  for await (const batch of batches(rowTexts(source, options))) {
    for (const row of parsed(batch, options)) {
      if ('problem' in row) yield row;
      else if (columns) yield withColumns(row, columns);
      else if (row.cells.length <= MOST_COLUMNS) columns = row.cells;
      else {
        yield {
          line: row.line,
          problem: `has more than ${MOST_COLUMNS.toLocaleString('en')} columns: nothing after it was read`,
        };
        return;
      }
    }
  }
}

/** Joins lines into rows: a row ends at the first line end outside quotes. */
async function* rowTexts({ open }: Source, options: Csv): AsyncGenerator<RowText | Fault> {
  const decode = decoderOf(options.encoding);
  let start = 0;
  let lines: string[] = [];
  let size = 0;
  let number = 0;
  for await (const bytes of byteLines(open(), LONGEST)) {
    number++;
    const read = bytes && decode(bytes);
    if (read === null) {
      yield { line: number, problem: bytes ? `is not text in ${options.encoding}` : tooLong(LONGEST) };
      continue;
    }
    const line = number === 1 ? read.replace(/^\uFEFF/, '') : read;
    if (lines.length === 0) start = number;
    const isOpen = endsInQuotes(line, lines.length > 0, options);
    lines.push(line);
    size += line.length;
    if (isOpen && size > LONGEST) break;
    if (isOpen) continue;
    const text = lines.join('\n').replace(/\r$/, '');
    if (text.trim() !== '') yield { line: start, text };
    lines = [];
    size = 0;
  }
  if (lines.length > 0) yield { line: start, problem: 'has a quote that is never closed: nothing after it was read' };
}

/**
 * Whether the end of a line is inside a quoted cell. The parser could say so too, but after a faulty row it does not
 * find the next one; here a quote in a wrong place affects only its own line.
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

/** Parses rows together, which is fast, and one by one if one of them is faulty. */
function parsed(batch: readonly (RowText | Fault)[], options: Csv): Parsed[] {
  const texts = batch.filter((row): row is RowText => 'text' in row);
  const allCells = cellsOf(texts.map(({ text }) => text).join('\n'), options);
  const rows = typeof allCells !== 'string' && allCells.length === texts.length ? allCells : null;
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
    if (error.code === 'CSV_INVALID_CLOSING_QUOTE') return 'has text after a closing quote';
    return error.code === 'INVALID_OPENING_QUOTE' ? 'has a quote inside an unquoted cell' : error.message;
  }
}

/** A decoder that gives null for bytes that are not text in the encoding. */
function decoderOf(encoding: string): (bytes: Uint8Array) => string | null {
  const newDecoder = () => new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let decoder = newDecoder();
  return (bytes) => {
    try {
      // As a stream, because Node 20 otherwise reads windows-1252 as ISO 8859-1.
      return decoder.decode(bytes, { stream: true }) + decoder.decode();
    } catch {
      decoder = newDecoder();
      return null;
    }
  };
}

function withColumns({ line, cells }: Exclude<Parsed, Fault>, columns: readonly string[]): Row {
  if (cells.length !== columns.length) {
    return { line, problem: `has ${cells.length} cells, but there are ${columns.length} columns` };
  }
  return { line, values: Object.fromEntries(columns.map((column, index) => [column, cells[index]])) };
}

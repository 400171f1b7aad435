import { Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { CsvError, parse } from 'csv-parse';
import type { Source } from '../format.ts';
import { isObject } from '../lines.ts';
import { wholeJson } from '../whole.ts';
import type { Mapping } from './schema.ts';

/** A row with its line (CSV) or number (JSON), or what is wrong with it. */
export type Row =
  | { readonly line: number; readonly values: Readonly<Record<string, unknown>> }
  | { readonly line: number; readonly problem: string };

/** The most bytes of one row: a quote that is never closed would swallow the rest of the file. */
const LONGEST = 16 * 1024 * 1024;

export function rowsOf(source: Source, rows: Mapping['rows']): AsyncGenerator<Row> {
  return rows.format === 'csv' ? csvRows(source, rows) : jsonRows(source, rows.path);
}

async function* jsonRows(source: Source, path: readonly string[]): AsyncGenerator<Row> {
  const read = await wholeJson(source);
  if ('problem' in read) {
    yield { line: 1, problem: read.problem };
    return;
  }
  const list = path.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), read.value);
  if (!Array.isArray(list)) {
    yield { line: 1, problem: `has no list of rows at ${path.length > 0 ? path.join('.') : 'its top'}` };
    return;
  }
  for (const [index, values] of list.entries()) {
    yield isObject(values) ? { line: index + 1, values } : { line: index + 1, problem: 'is no object' };
  }
}

type Csv = Extract<Mapping['rows'], { format: 'csv' }>;

interface Parsed {
  readonly record: readonly Buffer[];
  readonly info: { readonly lines: number };
}

/**
 * The rows of a CSV file. Cells are decoded one by one, so that bytes of a wrong encoding are the fault of one row.
 * Encodings must write commas and line ends as ASCII does: UTF-16 is refused by the mapping.
 */
async function* csvRows({ open }: Source, options: Csv): AsyncGenerator<Row> {
  const skipped: Row[] = [];
  const { delimiter, quote } = options;
  const parser = parse({
    delimiter,
    quote,
    encoding: null as unknown as BufferEncoding,
    record_delimiter: ['\r\n', '\n', '\r'],
    bom: true,
    info: true,
    skip_empty_lines: true,
    relax_column_count: true,
    skip_records_with_error: true,
    max_record_size: LONGEST,
    on_skip: (error) => {
      skipped.push({ line: lineOf(error), problem: error?.message ?? 'cannot be read' });
      return undefined;
    },
  });
  const input = Readable.from(open());
  input.on('error', (error) => parser.destroy(error));
  const decoder = new TextDecoder(options.encoding, { fatal: true, ignoreBOM: true });
  let columns: readonly string[] | undefined = options.columns;
  try {
    for await (const { record, info } of input.pipe(parser) as AsyncIterable<Parsed>) {
      yield* skipped.splice(0);
      const cells = decoded(record, decoder);
      const line = info.lines - record.reduce((sum, cell) => sum + lineEnds(cell), 0);
      if (!cells) yield { line, problem: `is no text in ${options.encoding}` };
      else if (columns) yield rowOf(line, columns, cells);
      else columns = cells;
    }
    yield* skipped;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield* skipped;
    yield { line: lineOf(error), problem: error.message };
  }
}

/** Line ends inside of a quoted cell. */
function lineEnds(cell: Buffer): number {
  let ends = 0;
  for (const byte of cell) if (byte === 0x0a) ends++;
  return ends;
}

function lineOf(error: CsvError | undefined): number {
  const { lines } = (error ?? {}) as { lines?: number };
  return lines ?? 1;
}

function decoded(record: readonly Buffer[], decoder: TextDecoder): string[] | null {
  try {
    return record.map((cell) => decoder.decode(cell));
  } catch {
    return null;
  }
}

function rowOf(line: number, columns: readonly string[], cells: readonly string[]): Row {
  if (cells.length !== columns.length)
    return { line, problem: `has ${cells.length} cells, and there are ${columns.length} columns` };
  return { line, values: Object.fromEntries(columns.map((column, index) => [column, cells[index]])) };
}

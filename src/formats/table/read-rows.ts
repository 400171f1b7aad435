import { isObject } from '../lines.ts';
import type { Source } from '../reader.ts';
import { wholeJson } from '../whole-file.ts';
import { csvRows } from './csv-rows.ts';
import type { Mapping } from './mapping-file.ts';
import type { Row } from './row.ts';

/** The rows of a table in CSV or JSON. */
export function rowsOf(source: Source, rows: Mapping['rows']): AsyncGenerator<Row> {
  return rows.format === 'csv' ? csvRows(source, rows) : jsonRows(source, rows.path);
}

/** The list of rows may be at any level. */
const LIMITS = { keys: 10_000, items: Number.POSITIVE_INFINITY };

async function* jsonRows(source: Source, path: readonly string[]): AsyncGenerator<Row> {
  const read = await wholeJson(source, LIMITS);
  if ('problem' in read) {
    yield { line: 1, problem: read.problem };
    return;
  }
  const list = path.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), read.value);
  if (!Array.isArray(list)) {
    yield { line: 1, problem: `has no list of rows at ${path.length > 0 ? path.join('.') : 'the top'}` };
    return;
  }
  for (const [index, values] of list.entries()) {
    yield isObject(values) ? { line: index + 1, values } : { line: index + 1, problem: 'is not an object' };
  }
}

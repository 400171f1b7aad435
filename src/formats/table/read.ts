import { isDeepStrictEqual } from 'node:util';
import type { Collection } from '../../bundle/bundle.ts';
import { hashOf } from '../readable-ids.ts';
import { type BundleParts, type LeftOut, leftOut, type Piece, type Reader, unreadable } from '../reader.ts';
import type { Mapping } from './mapping.ts';
import { rowsOf } from './read-rows.ts';
import type { ValidRow } from './row.ts';
import { columnsOf, type Fill, patternFill, templateFill, templatesIn, withoutBlank } from './template.ts';
import { type FilterContext, FilterError, type Value } from './template-filters.ts';

/**
 * A reader of CSV or JSON tables. Gives one piece for each row; a row with a value that a filter refuses has no
 * records.
 */
export function mappingReader(mapping: Mapping): Reader {
  const fields = Object.entries(mapping.fields).map(([field, template]) => [field, templateFill(template)] as const);
  const recordFills = mapping.records.map(recordFillOf);
  const used = usedColumns(mapping);
  const pieceOf = (row: ValidRow): Piece => {
    const context = contextOf(mapping, fields, row);
    const leftOut = leftOutOf(mapping, used, row.values);
    return { line: row.line, records: recordsOf(recordFills, context), problems: [], leftOut };
  };
  return async function* (source) {
    for await (const row of rowsOf(source, mapping.rows)) {
      yield 'problem' in row ? unreadable(row.line, row.problem) : orUnreadable(row, pieceOf);
    }
  };
}

function orUnreadable(row: ValidRow, pieceOf: (row: ValidRow) => Piece): Piece {
  try {
    return pieceOf(row);
  } catch (error) {
    if (error instanceof FilterError) return unreadable(row.line, error.message);
    throw error;
  }
}

/** The columns that a template or a condition reads. */
function usedColumns({ fields, records }: Mapping): ReadonlySet<string> {
  const conditions = records.flatMap(({ when, unless, where }) => [...when, ...unless, ...Object.keys(where)]);
  const templates = [...Object.values(fields), ...records.flatMap(({ record }) => templatesIn(record))];
  return new Set([...conditions, ...templates.flatMap(columnsOf)]);
}

function contextOf(
  { language, tables }: Mapping,
  fields: readonly (readonly [string, Fill<Value>])[],
  { line, values }: ValidRow,
): FilterContext {
  const knownValues = new Map<string, Value>([
    ['#row', line],
    ['#hash', hashOf([values])],
    ['#language', language],
    ...Object.entries(values).map(([column, value]): [string, Value] => [column, withoutBlank(value)]),
  ]);
  const row: FilterContext = { tables, get: (column) => knownValues.get(column) };
  for (const [field, fill] of fields) knownValues.set(field, fill(row));
  return row;
}

/** Gives the record of a template for a row, or undefined if its conditions are not met. */
interface RecordFill {
  readonly collection: Collection;
  readonly fillRecord: Fill<unknown>;
}

function recordFillOf({ collection, when, unless, where, record }: Mapping['records'][number]): RecordFill {
  const fill = patternFill(record);
  const fillRecord: Fill<unknown> = (row) => {
    const has = (column: string) => row.get(column) !== undefined;
    const hasAllowed = Object.entries(where).every(([column, values]) => values.includes(String(row.get(column))));
    return when.every(has) && !unless.some(has) && hasAllowed ? fill(row) : undefined;
  };
  return { collection: collection as Collection, fillRecord };
}

/** The records of a row; if two templates give equal records, only one. */
function recordsOf(recordFills: readonly RecordFill[], row: FilterContext): BundleParts {
  const records: Partial<Record<Collection, unknown[]>> = {};
  for (const { collection, fillRecord } of recordFills) {
    const record = fillRecord(row);
    const list = records[collection] ?? [];
    if (record === undefined || list.some((other) => isDeepStrictEqual(other, record))) continue;
    records[collection] = [...list, record];
  }
  return records as BundleParts;
}

function leftOutOf(mapping: Mapping, used: ReadonlySet<string>, values: Readonly<Record<string, unknown>>): LeftOut[] {
  return Object.entries(values).flatMap(([column, value]) => {
    const stated = Object.hasOwn(mapping.leftOut, column) ? mapping.leftOut[column] : undefined;
    const why = stated ?? (used.has(column) ? undefined : 'the mapping has no place for it');
    return why === undefined || withoutBlank(value) === undefined ? [] : [leftOut(column, value, why)];
  });
}

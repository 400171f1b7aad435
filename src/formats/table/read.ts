import { isDeepStrictEqual } from 'node:util';
import type { Collection } from '../../bundle/bundle.ts';
import { hashOf } from '../readable-ids.ts';
import { type BundleParts, type LeftOut, leftOut, type Piece, type Reader, unreadable } from '../reader.ts';
import { type FilterContext, FilterError, type Value } from './filters.ts';
import type { Mapping } from './mapping.ts';
import type { GoodRow } from './row.ts';
import { rowsOf } from './rows.ts';
import { blankless, columnsOf, type Fill, patternFill, templateFill, templatesIn } from './template.ts';

/** A reader of CSV or JSON by a mapping: one piece for each row. A row of which a value does not fit gives no records. */
export function mappingReader(mapping: Mapping): Reader {
  const fields = Object.entries(mapping.fields).map(([field, template]) => [field, templateFill(template)] as const);
  const makers = mapping.records.map(makerOf);
  const used = usedColumns(mapping);
  const pieceOf = (row: GoodRow): Piece => {
    const known = surroundings(mapping, fields, row);
    const leftOut = leftOutOf(mapping, used, row.values);
    return { line: row.line, records: recordsOf(makers, known), problems: [], leftOut };
  };
  return async function* (source) {
    for await (const row of rowsOf(source, mapping.rows)) {
      yield 'problem' in row ? unreadable(row.line, row.problem) : orFault(row, pieceOf);
    }
  };
}

function orFault(row: GoodRow, pieceOf: (row: GoodRow) => Piece): Piece {
  try {
    return pieceOf(row);
  } catch (error) {
    if (error instanceof FilterError) return unreadable(row.line, error.message);
    throw error;
  }
}

/** Columns that some template or condition reads. */
function usedColumns({ fields, records }: Mapping): ReadonlySet<string> {
  const conditions = records.flatMap(({ when, unless, where }) => [...when, ...unless, ...Object.keys(where)]);
  const templates = [...Object.values(fields), ...records.flatMap(({ record }) => templatesIn(record))];
  return new Set([...conditions, ...templates.flatMap(columnsOf)]);
}

function surroundings(
  { language, tables }: Mapping,
  fields: readonly (readonly [string, Fill<Value>])[],
  { line, values }: GoodRow,
): FilterContext {
  const known = new Map<string, Value>([
    ['#row', line],
    ['#hash', hashOf([values])],
    ['#language', language],
    ...Object.entries(values).map(([column, value]): [string, Value] => [column, blankless(value)]),
  ]);
  const row: FilterContext = { tables, get: (column) => known.get(column) };
  for (const [field, fill] of fields) known.set(field, fill(row));
  return row;
}

/** Makes the record of a template, or nothing where its conditions do not hold. */
interface Maker {
  readonly collection: Collection;
  readonly make: Fill<unknown>;
}

function makerOf({ collection, when, unless, where, record }: Mapping['records'][number]): Maker {
  const fill = patternFill(record);
  const make: Fill<unknown> = (row) => {
    const has = (column: string) => row.get(column) !== undefined;
    const fits = Object.entries(where).every(([column, values]) => values.includes(String(row.get(column))));
    return when.every(has) && !unless.some(has) && fits ? fill(row) : undefined;
  };
  return { collection: collection as Collection, make };
}

/** The records of a row, those that two templates make alike once. */
function recordsOf(makers: readonly Maker[], row: FilterContext): BundleParts {
  const made: Partial<Record<Collection, unknown[]>> = {};
  for (const { collection, make } of makers) {
    const record = make(row);
    const list = made[collection] ?? [];
    if (record === undefined || list.some((other) => isDeepStrictEqual(other, record))) continue;
    made[collection] = [...list, record];
  }
  return made as BundleParts;
}

function leftOutOf(mapping: Mapping, used: ReadonlySet<string>, values: Readonly<Record<string, unknown>>): LeftOut[] {
  return Object.entries(values).flatMap(([column, value]) => {
    const stated = Object.hasOwn(mapping.leftOut, column) ? mapping.leftOut[column] : undefined;
    const why = stated ?? (used.has(column) ? undefined : 'the mapping has no place for it');
    return why === undefined || blankless(value) === undefined ? [] : [leftOut(column, value, why)];
  });
}

import { isDeepStrictEqual } from 'node:util';
import type { Collection } from '../bundle.ts';
import { type BundleParts, faulty, type LeftOut, leftOut, type Piece, type Reader } from './format.ts';
import { hashOf } from './ids.ts';
import { type Surroundings, Unfit, type Value } from './mapping/filters.ts';
import type { GoodRow } from './mapping/row.ts';
import { rowsOf } from './mapping/rows.ts';
import type { Mapping } from './mapping/schema.ts';
import { blankless, columnsOf, filled, filledIn, templatesIn } from './mapping/template.ts';

/** A reader of CSV or JSON by a mapping: one piece for each row. A row of which a value does not fit gives no records. */
export function mappingReader(mapping: Mapping): Reader {
  const used = usedColumns(mapping);
  return async function* (source) {
    for await (const row of rowsOf(source, mapping.rows)) {
      yield 'problem' in row ? faulty(row.line, row.problem) : pieceOf(mapping, used, row);
    }
  };
}

/** Columns that some template or condition reads. */
function usedColumns({ fields, records }: Mapping): ReadonlySet<string> {
  const conditions = records.flatMap(({ when, unless, where }) => [...when, ...unless, ...Object.keys(where)]);
  const templates = [...Object.values(fields), ...records.flatMap(({ record }) => templatesIn(record))];
  return new Set([...conditions, ...templates.flatMap(columnsOf)]);
}

function pieceOf(mapping: Mapping, used: ReadonlySet<string>, row: GoodRow): Piece {
  try {
    const records = recordsOf(mapping, surroundings(mapping, row));
    return { line: row.line, records, problems: [], leftOut: leftOutOf(mapping, used, row.values) };
  } catch (error) {
    if (error instanceof Unfit) return faulty(row.line, error.message);
    throw error;
  }
}

function surroundings({ fields, language, tables }: Mapping, { line, values }: GoodRow): Surroundings {
  const known = new Map<string, Value>([
    ['#row', line],
    ['#hash', hashOf([values])],
    ['#language', language],
    ...Object.entries(values).map(([column, value]): [string, Value] => [column, blankless(value)]),
  ]);
  const row: Surroundings = { tables, get: (column) => known.get(column) };
  for (const [field, template] of Object.entries(fields)) known.set(field, filled(template, row));
  return row;
}

function recordsOf({ records }: Mapping, row: Surroundings): BundleParts {
  const made: Partial<Record<Collection, unknown[]>> = {};
  for (const { collection, when, unless, where, record } of records) {
    const has = (column: string) => row.get(column) !== undefined;
    const fits = Object.entries(where).every(([column, values]) => values.includes(String(row.get(column))));
    if (!when.every(has) || unless.some(has) || !fits) continue;
    const one = filledIn(record, row);
    const list = made[collection as Collection] ?? [];
    if (!list.some((other) => isDeepStrictEqual(other, one))) made[collection as Collection] = [...list, one];
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

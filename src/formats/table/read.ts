import { type LeftOut, leftOut, type Piece, type Reader, unreadable } from '../reader.ts';
import type { Mapping } from './mapping-file.ts';
import { rowsOf } from './read-rows.ts';
import { recordsOfRow } from './records-of-row.ts';
import type { ValidRow } from './row.ts';
import { columnsOf, templatesIn, withoutBlank } from './template.ts';
import { FilterError } from './template-filters.ts';

/**
 * A reader of CSV or JSON tables. Gives one piece for each row; a row with a value that a filter refuses has no
 * records.
 */
export function mappingReader(mapping: Mapping): Reader {
  const recordsOf = recordsOfRow(mapping);
  const used = usedColumns(mapping);
  const pieceOf = (row: ValidRow): Piece => {
    const leftOut = leftOutOf(mapping, used, row.values);
    return { line: row.line, records: recordsOf(row), problems: [], leftOut };
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

function leftOutOf(mapping: Mapping, used: ReadonlySet<string>, values: Readonly<Record<string, unknown>>): LeftOut[] {
  return Object.entries(values).flatMap(([column, value]) => {
    const stated = Object.hasOwn(mapping.leftOut, column) ? mapping.leftOut[column] : undefined;
    const why = stated ?? (used.has(column) ? undefined : 'the mapping has no place for it');
    return why === undefined || withoutBlank(value) === undefined ? [] : [leftOut(column, value, why)];
  });
}

import { isDeepStrictEqual } from 'node:util';
import type { Collection } from '../../bundle/bundle.ts';
import { hashOf } from '../readable-ids.ts';
import type { BundleParts } from '../reader.ts';
import type { Mapping } from './mapping-file.ts';
import type { ValidRow } from './row.ts';
import { type Fill, patternFill, templateFill, withoutBlank } from './template.ts';
import type { FilterContext, Value } from './template-filters.ts';

/** Prepares a mapping's templates; the result turns a row into records, and throws a FilterError for a bad value. */
export function recordsOfRow(mapping: Mapping): (row: ValidRow) => BundleParts {
  const fields = Object.entries(mapping.fields).map(([field, template]) => [field, templateFill(template)] as const);
  const recordFills = mapping.records.map(recordFillOf);
  return (row) => recordsOf(recordFills, contextOf(mapping, fields, row));
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

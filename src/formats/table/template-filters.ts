import { Language } from '../../bundle/value-schemas.ts';
import { dateBounds } from '../../time/edtf-bounds.ts';
import { hostOf } from '../claim-review/actors.ts';
import { hashOf, slug } from '../readable-ids.ts';
import { shortened } from '../reader.ts';

/** The value of a column; undefined if it is missing or blank. */
export type Value = string | number | boolean | readonly unknown[] | Readonly<Record<string, unknown>> | undefined;

/** What a filter can read besides the value. */
export interface FilterContext {
  readonly get: (column: string) => Value;
  readonly tables: Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>>;
}

/** Thrown when a filter cannot take a value; the message says why. */
export class FilterError extends Error {}

type Filter = (value: Value, argument: string, context: FilterContext) => Value;

/** The filters of templates by name. Most give undefined for undefined; `or` and `default` supply a value. */
export const FILTERS: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  ['trim', ofText((text) => text.trim())],
  ['lower', ofText((text) => text.toLowerCase())],
  ['upper', ofText((text) => text.toUpperCase())],
  ['slug', ofText(slug)],
  ['hash', (value, length) => (value === undefined ? value : hashOf([value], Number(length) || 24))],
  ['number', ofText(numberOf)],
  ['host', ofText((text) => hostOf(text) ?? refuse(text, 'is not a web address'))],
  ['unarchive', ofText(originalAddress)],
  ['date', ofText(edtfDate)],
  ['language', ofText((text) => Language.safeParse(text).data ?? refuse(text, 'is not a language tag'))],
  ['country', ofText(countryName)],
  ['lookup', ofText(tableEntry)],
  ['words', ofText(wordEntry)],
  ['or', (value, column, { get }) => value ?? get(column)],
  ['not', (value, column, { get }) => (value === get(column) ? undefined : value)],
  ['with', (value, column, { get }) => (get(column) === undefined ? undefined : value)],
  ['default', (value, text) => value ?? text],
  ['split', ofText((text, separator) => parts(text, separator || ','))],
  ['shorten', ofText((text, length) => shortened(text, Number(length) || 80))],
]);

/** The filters that need an argument, each with what it names. */
export const ARGUMENTS: ReadonlyMap<string, string> = new Map([
  ['date', 'a form, such as DD-MM-YYYY'],
  ['lookup', 'a table'],
  ['words', 'a table'],
  ['or', 'a column'],
  ['not', 'a column'],
  ['with', 'a column'],
]);

function ofText(change: (text: string, argument: string, context: FilterContext) => Value): Filter {
  return (value, argument, context) => {
    if (value === undefined) return undefined;
    if (typeof value === 'object') throw new FilterError('is not text');
    return change(String(value), argument, context);
  };
}

function refuse(text: string, why: string): never {
  throw new FilterError(`"${shortened(text, 80)}" ${why}`);
}

function numberOf(text: string): number {
  const plain = text.trim();
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : refuse(text, 'is not a number');
}

/** The address of which web.archive.org has a copy; any other address unchanged. */
function originalAddress(text: string): string {
  return text.trim().replace(/^https?:\/\/web\.archive\.org\/web\/\d+(?:[a-z]{2}_)?\/(?=https?:\/\/)/, '');
}

const TOKENS: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{1,2})',
};

/**
 * A date as EDTF. `form` has YYYY, MM and DD in any order; the day, or month and day, and leading zeros may be missing.
 */
function edtfDate(text: string, form: string): string {
  const pattern = form
    .replace(/[^A-Z]+/g, (rest) => rest.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .replace(/YYYY|MM|DD/g, (token) => TOKENS[token] as string);
  const { year, month, day } = new RegExp(`^${pattern}$`).exec(text.trim())?.groups ?? {};
  const date = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-');
  try {
    if (year === undefined) throw new RangeError(text);
    dateBounds(date);
    return date;
  } catch {
    return refuse(text, `is not a date of the form ${form}`);
  }
}

const COUNTRIES = new Intl.DisplayNames(['en'], { type: 'region' });

function countryName(text: string): string {
  const code = text.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(code)) return refuse(text, 'is not a two-letter country code');
  return COUNTRIES.of(code) ?? code;
}

function tableEntry(text: string, table: string, { tables }: FilterContext): Value {
  return (
    entry(tables[table], text.trim()) ?? entry(tables[table], '*') ?? refuse(text, `is not in the table "${table}"`)
  );
}

/** The entry of the first key that is a whole word of the text, in any case. */
function wordEntry(text: string, table: string, { tables }: FilterContext): Value {
  const padded = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const key = Object.keys(tables[table] ?? {}).find((word) => padded.includes(` ${word.toLowerCase()} `));
  return entry(tables[table], key ?? '*') ?? refuse(text, `has no word of the table "${table}"`);
}

function entry(table: FilterContext['tables'][string] | undefined, key: string) {
  return table && Object.hasOwn(table, key) ? table[key] : undefined;
}

function parts(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Filters that read another column. */
export const READ_COLUMNS: ReadonlySet<string> = new Set(['or', 'not', 'with']);

import { Language } from '../../bundle/values.ts';
import { dateBounds } from '../../time/date-bounds.ts';
import { hostOf } from '../claim-review/actors.ts';
import { hashOf, slug } from '../readable-ids.ts';
import { shortened } from '../reader.ts';

/** What stands in a column; undefined where it is missing or blank. */
export type Value = string | number | boolean | readonly unknown[] | Readonly<Record<string, unknown>> | undefined;

/** What a filter may ask for beyond the value. */
export interface FilterContext {
  readonly get: (column: string) => Value;
  readonly tables: Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>>;
}

/** A value that a filter cannot take; the message says so of the value. */
export class FilterError extends Error {}

type Filter = (value: Value, argument: string, surroundings: FilterContext) => Value;

/** Filters of templates by name. They pass nothing (undefined) on, but for those that supply a value. */
export const FILTERS: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  ['trim', ofText((text) => text.trim())],
  ['lower', ofText((text) => text.toLowerCase())],
  ['upper', ofText((text) => text.toUpperCase())],
  ['slug', ofText(slug)],
  ['hash', (value, length) => (value === undefined ? value : hashOf([value], Number(length) || 24))],
  ['number', ofText(numberOf)],
  ['host', ofText((text) => hostOf(text) ?? unfit(text, 'is no web address'))],
  ['unarchive', ofText(unarchived)],
  ['date', ofText(dated)],
  ['language', ofText((text) => Language.safeParse(text).data ?? unfit(text, 'is no language tag'))],
  ['country', ofText(countryName)],
  ['lookup', ofText(lookedUp)],
  ['words', ofText(foundByWord)],
  ['or', (value, column, { get }) => value ?? get(column)],
  ['not', (value, column, { get }) => (value === get(column) ? undefined : value)],
  ['with', (value, column, { get }) => (get(column) === undefined ? undefined : value)],
  ['default', (value, text) => value ?? text],
  ['split', ofText((text, separator) => parts(text, separator || ','))],
  ['shorten', ofText((text, length) => shortened(text, Number(length) || 80))],
]);

/** Filters that need an argument: what it names. */
export const ARGUMENTS: ReadonlyMap<string, string> = new Map([
  ['date', 'a form, such as DD-MM-YYYY'],
  ['lookup', 'a table'],
  ['words', 'a table'],
  ['or', 'a column'],
  ['not', 'a column'],
  ['with', 'a column'],
]);

function ofText(change: (text: string, argument: string, surroundings: FilterContext) => Value): Filter {
  return (value, argument, surroundings) => {
    if (value === undefined) return undefined;
    if (typeof value === 'object') throw new FilterError('is no text');
    return change(String(value), argument, surroundings);
  };
}

function unfit(text: string, why: string): never {
  throw new FilterError(`"${shortened(text, 80)}" ${why}`);
}

function numberOf(text: string): number {
  const plain = text.trim();
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : unfit(text, 'is no number');
}

/** The address that web.archive.org has a copy of; any other address as it is. */
function unarchived(text: string): string {
  return text.trim().replace(/^https?:\/\/web\.archive\.org\/web\/\d+(?:[a-z]{2}_)?\/(?=https?:\/\/)/, '');
}

const TOKENS: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{1,2})',
};

/** A date as EDTF. `form` has YYYY, MM and DD in any order, the last or the last two of which may lack; zeros may too. */
function dated(text: string, form: string): string {
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
    return unfit(text, `is no date of the form ${form}`);
  }
}

const COUNTRIES = new Intl.DisplayNames(['en'], { type: 'region' });

function countryName(text: string): string {
  const code = text.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(code)) return unfit(text, 'is no two-letter country code');
  return COUNTRIES.of(code) ?? code;
}

function lookedUp(text: string, table: string, { tables }: FilterContext): Value {
  return (
    entry(tables[table], text.trim()) ?? entry(tables[table], '*') ?? unfit(text, `is not in the table "${table}"`)
  );
}

/** The entry of the first key that stands in the text as a word of its own, whatever its case. */
function foundByWord(text: string, table: string, { tables }: FilterContext): Value {
  const padded = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const key = Object.keys(tables[table] ?? {}).find((word) => padded.includes(` ${word.toLowerCase()} `));
  return entry(tables[table], key ?? '*') ?? unfit(text, `has no word of the table "${table}"`);
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

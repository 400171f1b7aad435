import { ARGUMENTS, FILTERS, READ_COLUMNS, type Surroundings, Unfit, type Value } from './filters.ts';

/** A place in a template: a column, and what is done with its value. */
interface Slot {
  readonly column: string;
  readonly filters: readonly { readonly name: string; readonly argument: string }[];
}

const SLOT = /\{([^{}]*)\}/g;

/** What is wrong with a template, apart from columns that rows may lack. */
export function syntaxOf(template: string): string[] {
  return slotsOf(template).flatMap(({ column, filters }) => [
    ...(column === '' ? ['has a place without a column: "{}"'] : []),
    ...filters.flatMap(({ name, argument }) => {
      if (!FILTERS.has(name)) return [`"${name}" is no filter: there are ${[...FILTERS.keys()].join(', ')}`];
      const needed = ARGUMENTS.get(name);
      return needed !== undefined && argument === '' ? [`the filter "${name}" needs ${needed}: "${name}:…"`] : [];
    }),
  ]);
}

/** The columns that a template names, those in filters included. */
export function columnsOf(template: string): string[] {
  return slotsOf(template).flatMap(({ column, filters }) => [
    column,
    ...filters.filter(({ name }) => READ_COLUMNS.has(name)).map(({ argument }) => argument),
  ]);
}

/** The tables that a template names. */
export function tablesOf(template: string): string[] {
  return slotsOf(template).flatMap(({ filters }) =>
    filters.filter(({ name }) => name === 'lookup' || name === 'words').map(({ argument }) => argument),
  );
}

function slotsOf(template: string): Slot[] {
  return [...template.matchAll(SLOT)].map(([, inner = '']) => slot(inner));
}

function slot(inner: string): Slot {
  const [column = '', ...filters] = inner.split('|').map((part) => part.trim());
  return {
    column,
    filters: filters.map((filter) => {
      const colon = filter.indexOf(':');
      if (colon < 0) return { name: filter, argument: '' };
      return { name: filter.slice(0, colon), argument: filter.slice(colon + 1) };
    }),
  };
}

/**
 * A template with the values of a row; undefined where one is missing. Throws an Unfit that names the column where a
 * filter cannot take a value.
 */
export function filled(template: string, row: Surroundings): Value {
  const slots = slotsOf(template);
  const [only] = slots;
  if (only && slots.length === 1 && /^\{[^{}]*\}$/.test(template)) return slotValue(only, row);
  let isWhole = true;
  const text = template.replace(SLOT, (_place, inner: string) => {
    const value = slotValue(slot(inner), row);
    if (value === undefined || typeof value === 'object') isWhole = false;
    return String(value);
  });
  return isWhole ? text : undefined;
}

function slotValue({ column, filters }: Slot, row: Surroundings): Value {
  try {
    return filters.reduce<Value>(
      (value, { name, argument }) => blankless(FILTERS.get(name)?.(value, argument, row)),
      row.get(column),
    );
  } catch (error) {
    if (error instanceof Unfit) throw new Unfit(`${column}: ${error.message}`);
    throw error;
  }
}

/** A blank text is no value. */
export function blankless(value: unknown): Value {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value === 'object') return value as Value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

/** A record's pattern with the values of a row: what is missing is left out of objects and lists. */
export function filledIn(pattern: unknown, row: Surroundings): unknown {
  if (typeof pattern === 'string') return filled(pattern, row);
  if (Array.isArray(pattern)) {
    return pattern.flatMap((one) => {
      const value = filledIn(one, row);
      return value === undefined ? [] : [value];
    });
  }
  if (typeof pattern !== 'object' || pattern === null) return pattern;
  const entries = Object.entries(pattern).map(([key, one]) => [key, filledIn(one, row)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** All templates in a record's pattern. */
export function templatesIn(pattern: unknown): string[] {
  if (typeof pattern === 'string') return [pattern];
  return typeof pattern === 'object' && pattern !== null ? Object.values(pattern).flatMap(templatesIn) : [];
}

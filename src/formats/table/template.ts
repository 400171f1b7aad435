import { ARGUMENTS, FILTERS, type FilterContext, FilterError, READ_COLUMNS, type Value } from './template-filters.ts';

/** A place in a template: a column and the filters for its value. */
interface Slot {
  readonly column: string;
  readonly filters: readonly { readonly name: string; readonly argument: string }[];
}

const SLOT = /\{([^{}]*)\}/g;

/** What is wrong with the syntax of a template. Columns are not checked: rows may lack them. */
export function syntaxOf(template: string): string[] {
  return slotsOf(template).flatMap(({ column, filters }) => [
    ...(column === '' ? ['has a place without a column: "{}"'] : []),
    ...filters.flatMap(({ name, argument }) => {
      if (!FILTERS.has(name)) return [`"${name}" is not a filter; the filters are ${[...FILTERS.keys()].join(', ')}`];
      const needed = ARGUMENTS.get(name);
      return needed !== undefined && argument === '' ? [`the filter "${name}" needs ${needed}: "${name}:…"`] : [];
    }),
  ]);
}

/** The columns that a template names, including those in filters. */
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
  return [...template.matchAll(SLOT)].map(([, inner = '']) => slotOf(inner));
}

function slotOf(inner: string): Slot {
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

/** A parsed template or pattern, which gives its value for a row. */
export type Fill<T> = (row: FilterContext) => T;

/**
 * Parses a template. It gives undefined for a row without one of its values, and throws a FilterError that names the
 * column if a filter cannot take a value.
 */
export function templateFill(template: string): Fill<Value> {
  const slots = slotsOf(template);
  const [only] = slots;
  if (!only) return () => template;
  if (slots.length === 1 && /^\{[^{}]*\}$/.test(template)) return (row) => slotValue(only, row);
  const [head = '', ...rests] = template.split(/\{[^{}]*\}/);
  return (row) => {
    let text = head;
    for (const [index, one] of slots.entries()) {
      const value = slotValue(one, row);
      if (value === undefined || typeof value === 'object') return undefined;
      text += `${value}${rests[index]}`;
    }
    return text;
  };
}

function slotValue({ column, filters }: Slot, row: FilterContext): Value {
  try {
    return filters.reduce<Value>(
      (value, { name, argument }) => withoutBlank(FILTERS.get(name)?.(value, argument, row)),
      row.get(column),
    );
  } catch (error) {
    if (error instanceof FilterError) throw new FilterError(`${column}: ${error.message}`);
    throw error;
  }
}

/** A value, or undefined if it is null or blank. */
export function withoutBlank(value: unknown): Value {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value === 'object') return value as Value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

/** Parses the pattern of a record. Missing values are left out of its objects and lists. */
export function patternFill(pattern: unknown): Fill<unknown> {
  if (typeof pattern === 'string') return templateFill(pattern);
  if (Array.isArray(pattern)) {
    const fills = pattern.map(patternFill);
    return (row) => fills.map((fill) => fill(row)).filter((value) => value !== undefined);
  }
  if (typeof pattern !== 'object' || pattern === null) return () => pattern;
  const fills = Object.entries(pattern).map(([key, one]) => [key, patternFill(one)] as const);
  return (row) => {
    const entries = fills.map(([key, fill]) => [key, fill(row)] as const);
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  };
}

/** All templates in the pattern of a record. */
export function templatesIn(pattern: unknown): string[] {
  if (typeof pattern === 'string') return [pattern];
  return typeof pattern === 'object' && pattern !== null ? Object.values(pattern).flatMap(templatesIn) : [];
}

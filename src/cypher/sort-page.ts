import type { Compilation, Writing } from './compilation.ts';
import type { ConnectionField, Order } from './mapping.ts';
import { narrow } from './match-pattern.ts';
import type { Cursor, Page } from './page.ts';
import type { Bindings } from './pattern.ts';
import { foldLines, type OpenRows } from './row-clauses.ts';
import { isPresent, timeVariables } from './scope.ts';

/**
 * Adds the clauses that sort the open rows and cut the page out of them, one row longer than asked to see whether
 * more follow. Returns the variable that holds the key.
 */
export function sortPage(
  compilation: Compilation,
  field: ConnectionField,
  open: OpenRows,
  order: Order,
  page: Page,
): string {
  const { lines, roles, scope } = open;
  const kept = [...Object.values(roles), ...timeVariables(scope)];
  const plain = 'asc' in order.key || (isPresent(scope) && !scope.said);
  const key = plain ? plainKey(order, roles) : foldKey(compilation, order, open, kept);
  const tie = field.tie(roles);
  const indexed = plain && isWholeLabel(field, lines);
  const predicates = [...(indexed ? [`${key} IS NOT NULL`] : []), ...keyset(compilation, order, key, tie, page)];
  narrow(lines, predicates, plain ? kept : [...kept, ...variablesIn(key)]);
  const name = compilation.writer.variable();
  const [up, down] = page.backward ? ['DESC', 'ASC'] : ['ASC', 'DESC'];
  const limit = compilation.writer.parameter(page.size + 1);
  lines.push(`WITH ${[...kept, `${key} AS ${name}`].join(', ')}`);
  lines.push(`ORDER BY ${name} ${order.direction === 'ASC' ? up : down}, ${tie} ${up} LIMIT ${limit}`);
  return name;
}

/** Whether the rows are all nodes of a label, which an index on the key can give in order. */
function isWholeLabel({ source }: ConnectionField, lines: readonly string[]): boolean {
  return source.patterns.every(({ steps }) => steps.length === 0) && lines.length === 1;
}

/** The key where it can be read off the row, so that an index can give the order. */
function plainKey(order: Order, roles: Bindings): string {
  const { key, direction } = order;
  if ('asc' in key) return direction === 'ASC' ? key.asc(roles) : key.desc(roles);
  return missingLast(order, `${roles.self}.${key.stored}`);
}

/** Binds a key that has to be computed: always under a said time, else only where the stored one is newer. */
function foldKey(compilation: Compilation, order: Order, open: OpenRows, kept: readonly string[]): string {
  const { key } = order;
  if ('asc' in key) return plainKey(order, open.roles);
  const { scope, lines } = open;
  const self = open.roles.self as string;
  const computed = compilation.writer.variable();
  const name = compilation.writer.variable();
  const changed = scope.said ? null : `${self}.viewAt > ${scope.now}`;
  const value = `coalesce(${computed}, ${key.missing})`;
  const current = changed ? `CASE WHEN ${changed} THEN ${value} ELSE ${self}.${key.stored} END` : value;
  lines.push(...foldLines(compilation, key, { self }, scope, computed, changed));
  lines.push(`WITH ${[...kept, `${current} AS ${name}`].join(', ')}`);
  return missingLast(order, name);
}

/** A key of time that is turned against its nature still puts what has no time last. */
function missingLast({ key, direction }: Order, expression: string): string {
  if ('asc' in key || !key.isTime || direction === (key.missing > 0 ? 'ASC' : 'DESC')) return expression;
  return `CASE WHEN ${expression} = ${key.missing} THEN ${-key.missing} ELSE ${expression} END`;
}

function variablesIn(key: string): string[] {
  return [...new Set(key.match(/\bv\d+\b/g) ?? [])];
}

/** The predicates of a page's cursors on a key and its tie, written so that an index on the key can be entered. */
export function keyset(
  { writer }: Writing,
  order: Pick<Order, 'direction'>,
  key: string,
  tie: string,
  page: Page,
): string[] {
  const beyond = (cursor: Cursor | null, forward: boolean): string[] => {
    if (!cursor) return [];
    const more = forward === (order.direction === 'ASC') ? '>' : '<';
    const bound = writer.parameter(cursor.key);
    const rest = `${tie} ${forward ? '>' : '<'} ${writer.parameter(cursor.tie)}`;
    return [`${key} ${more}= ${bound}`, `(${key} ${more} ${bound} OR ${rest})`];
  };
  return [...beyond(page.after, true), ...beyond(page.before, false)];
}

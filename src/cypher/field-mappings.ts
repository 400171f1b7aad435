import { type Arguments, isGiven } from './arguments.ts';
import type {
  BoundField,
  Condition,
  ConnectionField,
  Fold,
  FoldField,
  Order,
  OrderKey,
  Predicates,
  RowsField,
  Source,
  ValueField,
} from './mapping.ts';
import { type Bindings, pattern } from './pattern.ts';

/** A property of a role's node or edge; of the node itself where no role is named. */
export function property(name: string, decode?: ValueField['decode'], role = 'self'): ValueField {
  return value((roles) => `${roles[role]}.${name}`, decode);
}

/** Several properties of a node at once, for a value that is made of them. */
export function properties<T extends string>(
  names: readonly T[],
  decode: (values: Readonly<Record<T, unknown>>, args: Arguments) => unknown,
): ValueField {
  const read = ({ self }: Bindings) => `[${names.map((name) => `${self}.${name}`).join(', ')}]`;
  return value(read, (cells, args) => {
    const values = names.map((name, index) => [name, (cells as readonly unknown[])[index] ?? null]);
    return decode(Object.fromEntries(values) as Record<T, unknown>, args);
  });
}

/** A text in the language of the argument, chosen by `decode`; without one, the stored usual text, a fraction of the bytes. */
export function inUsualLanguage(usual: string, all: ValueField): ValueField {
  return {
    kind: 'value',
    read: (roles, args) => (args.language ? all.read(roles, args) : `${roles.self}.${usual}`),
    decode: (stored, args) => (args.language ? all.decode?.(stored, args) : stored),
  };
}

export function value(read: ValueField['read'], decode?: ValueField['decode']): ValueField {
  return { kind: 'value', read, decode };
}

/** A node that the row holds already. */
export function bound(type: string, role: string): BoundField {
  return { kind: 'bound', type, role };
}

/** The only node at the end of a pattern, or null. `end` is its role. */
export function one(
  type: string,
  text: string,
  end: string,
  more: Partial<Source & Pick<RowsField, 'sort'>> = {},
): RowsField {
  const { sort, ...source } = more;
  return { kind: 'one', sort, source: { type, patterns: [pattern(text)], rows: { self: end }, ...source } };
}

/** All nodes at the end of a pattern, by id unless sorted otherwise. */
export function list(
  type: string,
  text: string,
  end: string,
  more: Partial<Source & Pick<RowsField, 'sort'>> = {},
): RowsField {
  const { sort = byId, ...source } = more;
  return { kind: 'list', sort, source: { type, patterns: [pattern(text)], rows: { self: end }, ...source } };
}

/** All rows of a type that is no node, each with the roles that its fields read. */
export function rows(source: Source, sort: RowsField['sort']): RowsField {
  return { kind: 'list', sort, source };
}

export function connection(
  name: string,
  source: Source,
  order: ConnectionField['order'],
  tie: ConnectionField['tie'] = (roles) => `${roles.self}.id`,
): ConnectionField {
  return { kind: 'connection', name, source, order, tie };
}

export function fold(field: Fold & Pick<FoldField, 'decode'>): FoldField {
  return { kind: 'fold', ...field };
}

const byId = (roles: Bindings) => [`${roles.self}.id`];

/** An order by a time that is stored twice, so that what has no time sorts last in both directions. */
export function timeKey(asc: string, desc: string, role = 'self'): OrderKey {
  return { asc: (roles) => `${roles[role]}.${asc}`, desc: (roles) => `${roles[role]}.${desc}` };
}

export function propertyKey(name: string): OrderKey {
  return timeKey(name, name);
}

/** By how many nodes a pattern leads to under a role; `stored` keeps it on the row's node. */
export function countKey(text: string, role: string, stored: string): OrderKey {
  return { pattern: pattern(text), fold: (roles) => `count(${roles[role]})`, stored, missing: 0 };
}

/** The order that `orderBy` names among those of a noun, or the usual one. */
export function orderOf<Name extends string>(
  keys: Readonly<Record<Name, OrderKey>>,
  usual: { by: NoInfer<Name>; direction: Order['direction'] },
): (args: Arguments) => Order {
  return (args) => {
    const { by, direction } = (args.orderBy as typeof usual | null | undefined) ?? usual;
    return { name: by, key: keys[by], direction };
  };
}

/** A condition on the row itself: a property is one of a list. */
export function among(name: string, wanted: readonly unknown[] | null | undefined, role = 'self'): Condition[] {
  return wanted ? [{ where: { [role]: isIn(name, wanted) } }] : [];
}

/** A condition on the row itself: a property has a value. */
export function equals(name: string, wanted: unknown, role = 'self'): Condition[] {
  if (!isGiven(wanted)) return [];
  return [{ where: { [role]: (variable, parameter) => [`${variable}.${name} = ${parameter(wanted)}`] } }];
}

/** A condition on the ids of rows, by which a root field is entered. */
export function amongIds(ids: readonly string[] | null | undefined): Condition[] {
  return ids ? [{ where: { self: isIn('id', ids) }, anchor: { role: 'self', rank: 0 } }] : [];
}

/** A condition that a pattern leads to one of these ids. The lower the rank, the sooner a root field is entered there. */
export function leadsTo(
  text: string | readonly string[],
  role: string,
  ids: readonly string[] | null | undefined,
  rank: number,
): Condition[] {
  if (!ids) return [];
  const texts = typeof text === 'string' ? [text] : text;
  return [{ pattern: pattern(...texts), where: { [role]: isIn('id', ids) }, anchor: { role, rank } }];
}

/** A condition that a pattern leads to every one of these ids. */
export function leadsToEvery(
  text: string,
  role: string,
  ids: readonly string[] | null | undefined,
  rank: number,
): Condition[] {
  const count = new Set(ids).size;
  return leadsTo(text, role, ids, rank).map((condition) => ({ ...condition, every: { role, count } }));
}

export function isIn(name: string, wanted: readonly unknown[]): Predicates {
  return (variable, parameter) => [`${variable}.${name} IN ${parameter(wanted)}`];
}

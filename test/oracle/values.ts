import fc from 'fast-check';
import {
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import type { PoolName, Pools } from './value-pools.ts';

/** How a value comes to its place through a variable. */
export const WAYS = ['given', 'usual', 'instead', 'left out', 'null'] as const;
export type Way = (typeof WAYS)[number];

/** A value as it is drawn, before it is known what is in the graph. */
export type Value =
  | { readonly kind: 'pool'; readonly pool: keyof Pools; readonly number: number }
  | { readonly kind: 'plain'; readonly value: number | boolean | string | null }
  | { readonly kind: 'enum'; readonly name: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, Value>> }
  | { readonly kind: 'variable'; readonly type: string; readonly way: Way; readonly value: Value };

const plain = (value: number | boolean | null): Value => ({ kind: 'plain', value });

export function fromPool(pool: keyof Pools): fc.Arbitrary<Value> {
  return fc.nat(999).map((number) => ({ kind: 'pool', pool, number }));
}

/** What the ids and texts of an argument are drawn from, by its name, or by its owner and its name. */
const POOLS: Readonly<Record<string, PoolName>> = {
  'ClaimFilter.ids': 'claims',
  'ActorFilter.ids': 'actors',
  'EventFilter.ids': 'events',
  'DocumentFilter.ids': 'documents',
  'Query.entity.id': 'entities',
  'Query.paths.from': 'entities',
  'Query.paths.to': 'entities',
  id: 'nodes',
  ids: 'nodes',
  about: 'entities',
  aboutAll: 'entities',
  with: 'entities',
  participant: 'entities',
  by: 'actors',
  restsOnlyOn: 'actors',
  source: 'sources',
  author: 'actors',
  outlet: 'organizations',
  publisher: 'organizations',
  document: 'documents',
  claim: 'claims',
  partOf: 'claims',
  place: 'places',
  predicate: 'predicates',
  role: 'roles',
  kind: 'kinds',
  country: 'countries',
  text: 'texts',
  url: 'urls',
  language: 'languages',
  said: 'dates',
  from: 'dates',
  until: 'dates',
  recorded: 'moments',
};

/** Where the values of an argument are drawn from, if there is a pool for it. */
export function poolOf(owner: string, name: string): PoolName | undefined {
  return POOLS[`${owner}.${name}`] ?? POOLS[name];
}

/** Sizes of pages, small enough to multiply. */
const SIZES = [1, 2, 3, 4, 6, 0];

const known = new Map<string, fc.Arbitrary<Value>>();

/** Values of an input type for an argument or an input field; some of them come through a variable. */
export function valueFor(owner: string, name: string, type: GraphQLInputType): fc.Arbitrary<Value> {
  const key = `${owner}.${name} ${type}`;
  const made = known.get(key) ?? viaVariable(type, inner(owner, name, type));
  known.set(key, made);
  return made;
}

function viaVariable(type: GraphQLInputType, value: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  const ways = isNonNullType(type) ? WAYS.slice(0, 3) : WAYS;
  const variable = fc
    .record({ way: fc.constantFrom(...ways), value })
    .map((drawn): Value => ({ kind: 'variable', type: String(type), ...drawn }));
  const none = isNonNullType(type) ? [] : [{ weight: 1, arbitrary: fc.constant(plain(null)) }];
  return fc.oneof({ weight: 16, arbitrary: value }, { weight: 4, arbitrary: variable }, ...none);
}

function inner(owner: string, name: string, type: GraphQLInputType): fc.Arbitrary<Value> {
  if (isNonNullType(type)) return inner(owner, name, type.ofType);
  if (isListType(type)) {
    const item = isEnumType(getNamedType(type)) ? inner(owner, name, type.ofType) : valueFor(owner, name, type.ofType);
    return fc
      .array(item, { minLength: name === 'aboutAll' ? 0 : 1, maxLength: 3 })
      .map((items) => ({ kind: 'list', items }));
  }
  if (isEnumType(type)) {
    return fc.constantFrom(...type.getValues()).map((member) => ({ kind: 'enum', name: member.name }));
  }
  if (isInputObjectType(type)) {
    if (type.name === 'IdentifierInput') return fromPool('identifiers');
    return objectOf(type.name, Object.values(type.getFields()));
  }
  if (type.name === 'Boolean') return fc.boolean().map(plain);
  if (name === 'maxHops') return fc.constantFrom(1, 2, 3).map(plain);
  if (type.name === 'Int') return fc.constantFrom(...SIZES).map(plain);
  const pool = poolOf(owner, name);
  if (!pool) throw new Error(`${owner}.${name}: no values to draw from`);
  return fromPool(pool);
}

/** An input object: what it needs, and a few of the others, for the more conditions the fewer rows meet them. */
function objectOf(owner: string, fields: readonly GraphQLInputField[]): fc.Arbitrary<Value> {
  const required = fields.filter(isRequiredInputField);
  // What rules flag is not known to the naive resolver.
  const optional = fields.filter((field) => !required.includes(field) && field.name !== 'flag');
  const one = ({ name, type }: GraphQLInputField) =>
    valueFor(owner, name, type).map((value): [string, Value] => [name, value]);
  const few = fc.uniqueArray(fc.oneof(...optional.map(one)), { maxLength: 3, selector: ([name]) => name });
  return fc
    .tuple(fc.tuple(...required.map(one)), optional.length > 0 ? few : fc.constant([]))
    .map((parts) => ({ kind: 'object', fields: Object.fromEntries(parts.flat()) }));
}

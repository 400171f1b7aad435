import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import type { Chance } from '../bench/random.ts';
import { poolOf, type Value } from '../oracle/values.ts';

/** The largest page, the most ids of a list, and the longest way. */
const PAGE = 200;
const MOST_IDS = 200;
const HOPS = 6;

/** A value of an argument or an input field that is to cost much. */
export function greedyValue(owner: string, { name, type }: GraphQLArgument | GraphQLInputField, chance: Chance): Value {
  const value = inner(owner, name, type, chance);
  return value.kind === 'list' && value.items.length > 3
    ? { kind: 'variable', type: String(type), way: 'given', value }
    : value;
}

function inner(owner: string, name: string, type: GraphQLInputType, chance: Chance): Value {
  if (isNonNullType(type)) return inner(owner, name, type.ofType, chance);
  if (isListType(type)) return listOf(owner, name, type.ofType, chance);
  if (isEnumType(type)) return { kind: 'enum', name: chance.of(type.getValues()).name };
  if (isInputObjectType(type)) {
    if (type.name === 'IdentifierInput') return { kind: 'pool', pool: 'identifiers', number: 0 };
    return objectOf(type.name, Object.values(type.getFields()), chance);
  }
  if (type.name === 'Boolean') return { kind: 'plain', value: chance.hit(0.5) };
  if (name === 'maxHops') return { kind: 'plain', value: chance.hit(0.7) ? HOPS : 1 + chance.below(HOPS) };
  if (type.name === 'Int') return { kind: 'plain', value: chance.hit(0.6) ? PAGE : 1 + chance.below(PAGE) };
  const pool = poolOf(owner, name);
  if (!pool) throw new Error(`${owner}.${name}: no values to draw from`);
  return { kind: 'pool', pool, number: chance.hit(0.6) ? chance.below(4) : chance.below(1_000) };
}

function listOf(owner: string, name: string, type: GraphQLInputType, chance: Chance): Value {
  const named = getNamedType(type);
  if (isEnumType(named)) {
    const all = named.getValues();
    const some = chance.hit(0.3) ? all : [chance.of(all)];
    return { kind: 'list', items: some.map((value) => ({ kind: 'enum', name: value.name })) };
  }
  const count = chance.of([1, 1, 3, MOST_IDS]);
  const pool = poolOf(owner, name);
  if (!pool) return { kind: 'list', items: [inner(owner, name, type, chance)] };
  const start = count === 1 ? chance.below(4) : 0;
  const items = Array.from({ length: count }, (_, at): Value => ({ kind: 'pool', pool, number: start + at }));
  return { kind: 'list', items };
}

/** What an object requires, and one or two of the others: the more conditions, the less is left to cost anything. */
function objectOf(owner: string, fields: readonly GraphQLInputField[], chance: Chance): Value {
  const required = fields.filter(isRequiredInputField);
  const optional = fields.filter((field) => !required.includes(field));
  const chosen = new Set(optional.length > 0 ? [chance.of(optional)] : []);
  if (optional.length > 0 && chance.hit(0.4)) chosen.add(chance.of(optional));
  if (owner === 'EdtfRange' && chosen.size > 1) chosen.delete(optional[1] as GraphQLInputField);
  const all = [...required, ...chosen];
  return {
    kind: 'object',
    fields: Object.fromEntries(all.map((field) => [field.name, greedyValue(owner, field, chance)])),
  };
}

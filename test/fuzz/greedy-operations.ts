import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isRequiredArgument,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
} from 'graphql';
import type { Chance } from '../bench/random.ts';
import { type Drawn, type DrawnField, fieldsOf, plainField } from '../oracle/operations.ts';
import type { Value } from '../oracle/values.ts';
import { greedyValue } from './greedy-values.ts';

type Field = GraphQLField<unknown, unknown>;

/** How many fields one drawn part may have, so that it stays below the limit of tokens. */
const MOST_FIELDS = 300;

const PAGING = ['first', 'last', 'after', 'before'];

/** Draws operations that are to cost much: many fields, large pages, deep lists, the whole introspection. */
export class GreedyDrawer {
  readonly #schema: GraphQLSchema;
  readonly #chance: Chance;
  #left = MOST_FIELDS;
  /** The share of the fields that lead to other records, and the sizes of pages below the first. */
  #width = 1;
  #sizes: readonly number[] = [1];

  constructor(schema: GraphQLSchema, chance: Chance) {
    this.#schema = schema;
    this.#chance = chance;
  }

  /** The root fields, introspection included. */
  roots(): readonly Field[] {
    const query = this.#schema.getQueryType() as GraphQLCompositeType;
    return [...Object.values(fieldsOf(query)), SchemaMetaFieldDef, TypeMetaFieldDef];
  }

  /** One root field with all that is drawn below it. */
  root(field: Field = this.#chance.of(this.roots())): DrawnField {
    this.#begin();
    return this.#field('Query', field, 1 + this.#chance.below(field.name.startsWith('__') ? 9 : 4), true);
  }

  /** More fields for a selection on a type. */
  selection(type: string, depth: number): readonly Drawn[] {
    this.#begin();
    const found = this.#schema.getType(type);
    return isCompositeType(found) ? this.#selection(found, depth) : [];
  }

  /** Other arguments for a field. */
  argumentsOf(owner: string, name: string, isFirst: boolean): DrawnField['values'] | null {
    this.#begin();
    const type = this.#schema.getType(owner);
    const field = isCompositeType(type) ? fieldsOf(type)[name] : undefined;
    return field ? this.#values(owner, field, isFirst) : null;
  }

  #begin(): void {
    this.#left = MOST_FIELDS;
    this.#width = this.#chance.of([0.1, 0.25, 0.5, 1]);
    this.#sizes = this.#chance.of([[1], [1, 5], [5, 20], [20, 200], [200]]);
  }

  #field(owner: string, field: Field, depth: number, isFirst = false): DrawnField {
    this.#left -= 1;
    const named = getNamedType(field.type);
    const onTheWay = /Edge$|Connection$|^PageInfo$/.test(named.name) || ['node', 'nodes'].includes(field.name);
    const selection = isCompositeType(named) ? this.#selection(named, onTheWay ? depth : depth - 1) : null;
    const values = this.#values(owner, field, isFirst);
    return { ...plainField(field.name, named.name, selection), values, alias: 'needed' };
  }

  #selection(type: GraphQLCompositeType, depth: number): readonly Drawn[] {
    const chance = this.#chance;
    const fields = Object.values(fieldsOf(type));
    const leaves = fields.filter((field) => !isCompositeType(getNamedType(field.type)));
    const others = fields.filter((field) => isCompositeType(getNamedType(field.type)));
    const isList = /Connection$|Edge$/.test(type.name);
    const drawn: Drawn[] = [plainField('__typename', 'String')];
    const all = chance.hit(0.6);
    for (const leaf of leaves) {
      if (all || chance.hit(0.3)) drawn.push(this.#field(type.name, leaf, 0));
    }
    for (const other of others) {
      const wanted = isList ? ['nodes', 'node'].includes(other.name) || chance.hit(0.2) : chance.hit(this.#width);
      if (wanted && (isList || depth > 0) && this.#left > 0) drawn.push(this.#field(type.name, other, depth));
    }
    if (isAbstractType(type) && depth > 0) {
      for (const possible of this.#schema.getPossibleTypes(type)) {
        if (this.#left > 0 && chance.hit(this.#width)) {
          const selection = this.#selection(possible, depth - 1);
          drawn.push({ kind: chance.of(['inline', 'named']), on: possible.name, directive: null, selection });
        }
      }
    }
    return drawn;
  }

  #values(owner: string, field: Field, isFirst: boolean): DrawnField['values'] {
    const chance = this.#chance;
    const values: Record<string, Value> = {};
    if (field === TypeMetaFieldDef) return { name: { kind: 'plain', value: 'Claim' } };
    for (const argument of field.args) {
      if (PAGING.includes(argument.name) || argument.name === 'includeDeprecated') continue;
      const odds = isFirst ? 0.4 : 0.1;
      if (isRequiredArgument(argument) || chance.hit(odds)) {
        values[argument.name] = greedyValue(`${owner}.${field.name}`, argument, chance);
      }
    }
    if (owner === 'Query' && field.name === 'entity')
      return { id: { kind: 'pool', pool: 'entities', number: chance.below(5) } };
    if (values.until && values.from) delete values.until;
    const end = field.args.some(({ name }) => name === 'last') && chance.hit(0.1) ? 'last' : 'first';
    if (field.args.some(({ name }) => name === end)) {
      const size = isFirst && chance.hit(0.7) ? 200 : chance.of(this.#sizes);
      values[end] = { kind: 'plain', value: size };
    }
    return values;
  }
}

/** One question for each root field by itself, for each of its arguments, and for each part of these that filters. */
export function eachArgument(schema: GraphQLSchema, draw: GreedyDrawer, chance: Chance): DrawnField[] {
  const times: readonly Record<string, Value>[] = [
    {},
    { asOf: { kind: 'object', fields: { said: { kind: 'pool', pool: 'dates', number: 0 } } } },
    { asOf: { kind: 'object', fields: { recorded: { kind: 'pool', pool: 'moments', number: chance.below(3) } } } },
  ];
  return draw.roots().flatMap((root) => {
    const given = new Set(root.args.map(({ name }) => name));
    const whole = draw.root(root);
    const list = /Connection$/.test(whole.type) ? [plainField('totalCount', 'Int')] : null;
    const least = list ?? whole.selection;
    return times
      .filter((time) => !('asOf' in time) || given.has('asOf'))
      .flatMap((time) =>
        conditionsOf(schema, root, chance).flatMap((condition) => [
          { ...whole, values: { ...needed(whole, root), ...condition, ...time }, selection: least },
        ]),
      );
  });
}

function needed(whole: DrawnField, root: Field): DrawnField['values'] {
  const names = new Set(root.args.filter((argument) => isRequiredArgument(argument)).map(({ name }) => name));
  if (root.name === 'entity') return whole.values;
  return Object.fromEntries(Object.entries(whole.values).filter(([name]) => names.has(name)));
}

function conditionsOf(schema: GraphQLSchema, root: Field, chance: Chance): readonly Record<string, Value>[] {
  const others = root.args.filter(({ name }) => !PAGING.includes(name) && name !== 'asOf');
  const owner = `Query.${root.name}`;
  if (root === TypeMetaFieldDef || root.name === 'entity') return [{}];
  const single = others.flatMap((argument) => {
    const type = schema.getType(getNamedType(argument.type).name);
    if (argument.name !== 'filter' || !type || !('getFields' in type)) {
      return [{ [argument.name]: greedyValue(owner, argument, chance) }];
    }
    return Object.values(type.getFields()).map((field) => ({
      [argument.name]: {
        kind: 'object' as const,
        fields: { [field.name]: greedyValue(type.name, field as Parameters<typeof greedyValue>[1], chance) },
      },
    }));
  });
  return [{}, ...single];
}

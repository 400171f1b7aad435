import { existsSync, readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { createSchema, readContract } from '../src/graphql/schema.ts';
import { model } from '../src/model.ts';
import { mutation, query } from '../src/resolvers.ts';

const PROMISED = new URL('../../shared/contract.graphql', import.meta.url);
const schema = createSchema(query, mutation);

/** Every element of a schema by coordinate, with its type or default as text and its description. */
function elements(of: GraphQLSchema): Map<string, { type: string; description: string | null | undefined }> {
  const found = new Map<string, { type: string; description: string | null | undefined }>();
  const own = Object.values(of.getTypeMap()).filter(({ name }) => !name.startsWith('__') && !isBuiltIn(name));
  for (const type of own) addType(found, type);
  return found;
}

function isBuiltIn(name: string): boolean {
  return ['String', 'Int', 'Float', 'Boolean', 'ID'].includes(name);
}

function addType(found: ReturnType<typeof elements>, type: GraphQLNamedType): void {
  found.set(type.name, { type: type.constructor.name, description: type.description });
  if (isEnumType(type)) {
    for (const { name, description } of type.getValues())
      found.set(`${type.name}.${name}`, { type: 'value', description });
  }
  if (isInputObjectType(type)) {
    for (const field of Object.values(type.getFields())) {
      const shown = `${field.type} = ${JSON.stringify(field.defaultValue)}`;
      found.set(`${type.name}.${field.name}`, { type: shown, description: field.description });
    }
  }
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      found.set(`${type.name}.${field.name}`, { type: String(field.type), description: field.description });
      for (const arg of field.args) {
        const shown = `${arg.type} = ${JSON.stringify(arg.defaultValue)}`;
        found.set(`${type.name}.${field.name}(${arg.name})`, { type: shown, description: arg.description });
      }
    }
  }
}

describe('the contract', () => {
  it('describes every type, field, argument and enum value', () => {
    const silent = [...elements(schema)].filter(([, { description }]) => !description?.trim()).map(([name]) => name);
    expect(silent).toEqual([]);
  });

  it('is served with the names that it is written with', () => {
    expect([...elements(schema).keys()].sort()).toEqual([...elements(buildSchema(readContract())).keys()].sort());
  });

  it('has a mapping for every root field', () => {
    expect(Object.keys(model.query).sort()).toEqual(Object.keys(schema.getQueryType()?.getFields() ?? {}).sort());
  });

  it.skipIf(!existsSync(PROMISED))(
    'keeps the promised names, arguments and nullabilities (skipped where the promise is not beside the project)',
    () => {
      const promised = elements(buildSchema(readFileSync(PROMISED, 'utf8')));
      const kept = [...elements(schema)].filter(([name]) => promised.has(name));
      const different = kept.filter(([name, { type }]) => promised.get(name)?.type !== type);
      expect(kept.length).toBeGreaterThan(600);
      expect(different.map(([name, { type }]) => `${name}: ${type}, promised ${promised.get(name)?.type}`)).toEqual([]);
    },
  );
});

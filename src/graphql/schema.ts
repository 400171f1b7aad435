import { readdirSync, readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import type { Mutation, Query } from '../contract.ts';
import type { RootResolvers } from './context.ts';
import { scalars } from './scalars.ts';

const FOLDER = new URL('../../schema/', import.meta.url);

/** The contract as text: every file of `schema/`, in the order of their names. */
export function readContract(): string {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.graphql'));
  return files
    .sort()
    .map((file) => readFileSync(new URL(file, FOLDER), 'utf8'))
    .join('\n');
}

/** The contract with the resolvers of its root fields; below them `readAnswer` reads. */
export function createSchema(query: RootResolvers<Query>, mutation: RootResolvers<Mutation>): GraphQLSchema {
  return makeExecutableSchema({
    typeDefs: readContract(),
    resolvers: { Query: query, Mutation: mutation, ...scalars },
  });
}

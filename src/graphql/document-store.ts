import type { ApolloServerOptions } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { BoundedCache } from '../collections/bounded-cache.ts';
import type { Context } from './context.ts';

type DocumentStore = NonNullable<ApolloServerOptions<Context>['documentStore']>;

/** How much is kept, in characters of text: of all documents, and at most of one. A character may take 25 bytes. */
const KEPT = 2_000_000;
const KEPT_OF_ONE = 100_000;

/**
 * Documents that were parsed and validated, by their text. Apollo's own store counts their trees alone, which hold the text
 * as well: a megabyte of blanks in each would take all memory.
 */
export function documentStore(): DocumentStore {
  const kept = new BoundedCache<DocumentNode>(KEPT, KEPT_OF_ONE);
  return {
    get: async (key) => kept.get(key),
    set: async (key, document) => kept.set(key, document, document.loc?.source.body.length ?? KEPT_OF_ONE),
    delete: async (key) => kept.delete(key),
  };
}

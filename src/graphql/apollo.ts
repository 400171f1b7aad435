import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import { readAnswer } from '../cypher/answer-object.ts';
import type { Limits } from '../cypher/budget.ts';
import { model } from '../model.ts';
import { mutation, query } from '../resolvers.ts';
import type { Context } from './context.ts';
import { type DocumentLimits, documentSizeRule } from './document-size.ts';
import { documentStore } from './document-store.ts';
import { errorFormatter, type Report } from './errors.ts';
import { planning } from './planning-plugin.ts';
import { createSchema } from './schema.ts';
import { stringifyAnswer } from './stringify.ts';

/** What one operation may ask for; `docs/operations.md` explains each. */
export const LIMITS: Limits = {
  rows: 100_000,
  cells: 2_000_000,
  subqueries: 200,
  listedValues: 1_000,
  bytes: 32_000_000,
};

/** How large a document may be. */
const DOCUMENT_LIMITS: DocumentLimits = { fields: 10_000, depth: 30, nesting: 100 };

/** The contract with what answers it. */
export function contractSchema(): GraphQLSchema {
  return createSchema(query, mutation);
}

/**
 * The GraphQL server without a transport. `report` takes the errors that are kept from clients. Servers may share a
 * schema, which takes longer to make than all else.
 */
export function createApollo(report: Report, schema: GraphQLSchema = contractSchema()): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    fieldResolver: readAnswer,
    formatError: errorFormatter(report),
    logger: { debug: ignore, info: ignore, warn: report, error: report },
    stringifyResult: stringifyAnswer,
    plugins: [
      planning(model, LIMITS, report),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
    parseOptions: { maxTokens: 10_000, maxComments: 1_000 },
    documentStore: documentStore(),
    validationOptions: { maxErrors: 20 },
    validationRules: [documentSizeRule(DOCUMENT_LIMITS)],
    includeStacktraceInErrorResponses: false,
    introspection: true,
    // Nothing here is granted by cookies or addresses, so a foreign page could not ask for more than anybody.
    csrfPrevention: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
  });
}

/** What Apollo says of itself is no news. */
function ignore(): void {}

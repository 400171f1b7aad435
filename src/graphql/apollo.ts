import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import { readAnswer } from '../cypher/answer-object.ts';
import { model } from '../model.ts';
import { mutation, query } from '../resolvers.ts';
import type { Context } from './context.ts';
import { errorFormatter, type Report } from './errors.ts';
import type { OperationLimits } from './plan-operation.ts';
import { planning } from './planning-plugin.ts';
import { createSchema } from './schema.ts';
import { stringifyAnswer } from './stringify.ts';

/** What one operation may ask for; `docs/operations.md` explains each. */
export const LIMITS: OperationLimits = { rows: 100_000, cells: 2_000_000, subqueries: 200, depth: 30 };

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
    stringifyResult: stringifyAnswer,
    plugins: [
      planning(model, LIMITS),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
    ],
    parseOptions: { maxTokens: 10_000 },
    validationOptions: { maxErrors: 20 },
    maxRecursiveSelections: true,
    includeStacktraceInErrorResponses: false,
    introspection: true,
    // Nothing here is granted by cookies or addresses, so a foreign page could not ask for more than anybody.
    csrfPrevention: false,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
  });
}

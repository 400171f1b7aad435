import { type ApolloServerPlugin, type GraphQLResponse, HeaderMap } from '@apollo/server';
import { type FormattedExecutionResult, GraphQLError, type OperationDefinitionNode, OperationTypeNode } from 'graphql';
import type { Limits } from '../cypher/budget.ts';
import type { Model } from '../cypher/mapping.ts';
import { ShownIdsCache } from '../cypher/shown-ids.ts';
import { badInput, type ErrorCode } from '../errors.ts';
import { atMost } from '../time/at-most.ts';
import { SMALL } from './admission.ts';
import { checkVariables } from './check-variables.ts';
import type { Context } from './context.ts';
import { errorFormatter, type Report } from './errors.ts';
import { IntrospectionAnswers } from './introspection-answers.ts';
import { readWithin } from './operation-time.ts';
import { type CostedPlan, type Operation, type PlannedOperation, planOperation } from './plan-operation.ts';
import { planSubscription } from './plan-subscription.ts';

/**
 * Compiles and bounds every operation before any of it runs. What comes over a socket is left to it once it is planned;
 * what asks for the schema alone is answered here.
 */
export function planning(model: Model, limits: Limits, report: Report): ApolloServerPlugin<Context> {
  const format = errorFormatter(report);
  const cache = new ShownIdsCache();
  const introspection = new IntrospectionAnswers();
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, operation, request, contextValue, queryHash }) => {
        if (!operation || (!contextValue.socket && introspection.find({ operation, queryHash }))) return;
        const asked = { schema, document, operation, variables: request.variables ?? {} };
        try {
          plan(asked, model, limits, cache, contextValue);
        } catch (error) {
          throw clientError(error);
        }
      },
      responseForOperation: async ({ schema, document, operation, contextValue, queryHash }) => {
        if (contextValue.socket?.planned) return response({ data: null });
        // There is none when the request names no operation of its document: then Apollo says so.
        if (operation?.operation !== OperationTypeNode.QUERY || queryHash === undefined) return null;
        const asked = { schema, document, operation, queryHash };
        const asksSchemaOnly = contextValue.plans.size === 0;
        const kept = asksSchemaOnly && introspection.find(asked);
        if (kept) return response({ data: kept });
        try {
          await contextValue.admit?.();
        } catch (error) {
          return response({ errors: [format({ message: '' }, error)] });
        }
        const data = asksSchemaOnly && introspection.compute(asked);
        return data ? response({ data }) : null;
      },
    }),
  };
}

function response(singleResult: FormattedExecutionResult): GraphQLResponse {
  return { http: { status: undefined, headers: new HeaderMap() }, body: { kind: 'single', singleResult } };
}

function plan(asked: Operation, model: Model, limits: Limits, cache: ShownIdsCache, context: Context): void {
  const { schema, document, operation } = asked;
  const { socket } = context;
  const isSubscription = operation.operation === OperationTypeNode.SUBSCRIPTION;
  if (isSubscription && !socket) {
    throw badInput(
      'operation',
      'a subscription needs a WebSocket to this address, with graphql-transport-ws',
      operation,
    );
  }
  if (!isSubscription && socket) {
    throw badInput(
      'operation',
      `a ${operation.operation} is not answered over a WebSocket: send it by POST`,
      operation,
    );
  }
  // Changes tell it as a problem.
  if (operation.operation !== OperationTypeNode.MUTATION) checkVariables(asked.variables);
  if (socket) socket.planned = { schema, document, ...planSubscription(asked, model, limits, cache, context) };
  else context.plans = ready(planOperation(asked, model, limits, context.viewer, cache), operation, context);
}

/** Root fields of an operation that run at a time: each may hold what it is about to trace. */
const ABREAST = 4;

/**
 * Plans that share the time of their operation, and its turn. What is written is not left without its answer: each of the
 * reads for that has a time of its own.
 */
function ready(planned: PlannedOperation, { operation }: OperationDefinitionNode, context: Context) {
  const { plans, schemaValues } = planned;
  const { engine, signal, client, writer, place, due = performance.now() + engine.timeout } = context;
  const isMutation = operation === OperationTypeNode.MUTATION;
  const reads = { client, signal, due: isMutation ? Number.POSITIVE_INFINITY : due };
  const total = [...plans.values()].reduce((sum, { cost }) => sum + cost, schemaValues);
  context.isLarge = total > SMALL;
  if (place && schemaValues > 0) context.admit = () => place.take(total);
  const abreast = atMost(ABREAST);
  const run = async ({ plan, cost }: CostedPlan) => {
    await place?.take(total);
    return abreast(() => plan.run(readWithin(engine, reads, cost), writer));
  };
  return new Map([...plans].map(([key, costed]) => [key, () => run(costed)] as const));
}

/** graphql-js finds some null variables only when it reads the arguments they stand in, and gives those no code. */
function clientError(error: unknown): unknown {
  if (!(error instanceof GraphQLError) || error.extensions.code) return error;
  const extensions = { code: 'BAD_USER_INPUT' satisfies ErrorCode, http: { status: 400 } };
  return new GraphQLError(error.message, { nodes: error.nodes, extensions });
}

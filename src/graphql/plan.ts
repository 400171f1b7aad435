import type { ApolloServerPlugin } from '@apollo/server';
import { countDepth } from '@graphile/depth-limit';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields } from 'graphql/execution/collectFields.js';
import { mutations } from '../change/mutations.ts';
import { Budget, type Limits } from '../cypher/compilation.ts';
import { compileRoot, type Plan, planRoot } from '../cypher/compile.ts';
import type { Model } from '../cypher/mapping.ts';
import { KnownNames, NO_NAMES } from '../cypher/names.ts';
import type { Viewer } from '../cypher/scope.ts';
import { badInput, type ErrorCode, limitExceeded } from '../errors.ts';
import type { Context } from './context.ts';

/** An operation with the variables as the client sent them. */
export interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface OperationLimits extends Limits {
  /** Selection sets inside each other. */
  readonly depth: number;
}

/** graphql-js finds some null variables only when it reads the arguments they stand in, and gives those no code. */
function clientError(error: unknown): unknown {
  if (!(error instanceof GraphQLError) || error.extensions.code) return error;
  const extensions = { code: 'BAD_USER_INPUT' satisfies ErrorCode, http: { status: 400 } };
  return new GraphQLError(error.message, { nodes: error.nodes, extensions });
}

/** Compiles and bounds every operation before any of it runs. */
export function planning(model: Model, limits: OperationLimits): ApolloServerPlugin<Context> {
  const known = new KnownNames();
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
        if (!operation) return;
        const variables = request.variables ?? {};
        try {
          contextValue.plans = planOperation(
            { schema, document, operation, variables },
            model,
            limits,
            contextValue.viewer,
            known,
          );
        } catch (error) {
          throw clientError(error);
        }
      },
    }),
  };
}

/**
 * The root fields of an operation as plans, by response key. Throws BAD_USER_INPUT and LIMIT_EXCEEDED. Variables that
 * do not fit give no plans: execution reports them.
 */
export function planOperation(
  { schema, document, operation, variables: raw }: Operation,
  model: Model,
  limits: OperationLimits,
  viewer: Viewer,
  known: KnownNames,
): Map<string, Plan> {
  const type = schema.getRootType(operation.operation);
  if (!type) throw badInput('operation', `this service answers queries only, no ${operation.operation}`, operation);
  const fragments = fragmentsOf(document);
  checkDepth(schema, operation, fragments, limits.depth);
  const { coerced: variables } = getVariableValues(schema, operation.variableDefinitions ?? [], raw);
  if (!variables) return new Map();
  const budget = new Budget(limits);
  const isChange = operation.operation === 'mutation';
  const fields = isChange ? mutations : model.query;
  const plans = new Map<string, Plan>();
  for (const [key, nodes] of collectFields(schema, fragments, variables, type, operation.selectionSet)) {
    const [first, ...rest] = nodes as [FieldNode, ...FieldNode[]];
    if (first.name.value.startsWith('__')) continue;
    const root = { schema, model, fragments, variables, nodes: [first, ...rest], viewer, budget } as const;
    // Whoever changes something means the record itself, whatever it is shown as.
    const plan = isChange
      ? compileRoot({ ...root, names: NO_NAMES }, type, fields)
      : planRoot(root, known, type, fields);
    plans.set(key, plan);
  }
  return plans;
}

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
}

function checkDepth(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: Readonly<Record<string, FragmentDefinitionNode>>,
  limit: number,
): void {
  const { depths } = countDepth(schema, operation, Object.values(fragments));
  const depth = Math.max(depths.$$depth ?? 0, depths.$$introspectionDepth ?? 0);
  if (depth > limit) throw limitExceeded(`This operation is ${depth} levels deep; ${limit} are allowed.`, operation);
}

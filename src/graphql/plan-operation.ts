import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields } from 'graphql/execution/collectFields.js';
import { mutations } from '../change/mutations.ts';
import { spendAnswer } from '../cypher/answer-size.ts';
import { Budget, type Limits } from '../cypher/budget.ts';
import type { Model } from '../cypher/mapping.ts';
import { compileRoot, type Plan, planRoot, type RootField } from '../cypher/root-field.ts';
import type { Viewer } from '../cypher/scope.ts';
import { NO_MERGES, type ShownIdsCache } from '../cypher/shown-ids.ts';
import { badInput } from '../errors.ts';
import { spendIntrospection } from './introspection-cost.ts';

/** An operation with the variables as the client sent them. */
export interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A root field that does not know yet which ids are other names of which. */
export type UnresolvedRoot = Omit<RootField, 'shownIds'>;

/** A root field ready to run, and how many values it may read. */
export interface CostedPlan {
  readonly plan: Plan;
  readonly cost: number;
}

/** The root fields of an operation, ready to run by response key, and how many values it asks of the schema itself. */
export interface PlannedOperation {
  readonly plans: ReadonlyMap<string, CostedPlan>;
  readonly schemaValues: number;
}

/** The root fields of an operation as they were asked, by response key, and the type that they belong to. */
export interface Roots {
  readonly type: GraphQLObjectType;
  readonly fields: ReadonlyMap<string, UnresolvedRoot>;
  /** Values that introspection asks for. */
  readonly schemaValues: number;
}

/**
 * The root fields of an operation as plans, by response key. Throws BAD_USER_INPUT and LIMIT_EXCEEDED. Variables that
 * do not fit give no plans: execution reports them.
 */
export function planOperation(
  asked: Operation,
  model: Model,
  limits: Limits,
  viewer: Viewer,
  cache: ShownIdsCache,
): PlannedOperation {
  const roots = rootsOf(asked, model, limits, viewer);
  if (!('type' in roots)) return { plans: new Map(), schemaValues: 0 };
  // A change is meant for the record itself, not for the entity that it is shown as.
  const plan = (root: UnresolvedRoot) =>
    asked.operation.operation === 'mutation'
      ? compileRoot({ ...root, shownIds: NO_MERGES }, roots.type, mutations)
      : planRoot(root, cache, roots.type, model.query);
  const costed = (root: UnresolvedRoot): CostedPlan => {
    const before = root.budget.cells;
    return { plan: bounded(plan(root), root), cost: root.budget.cells - before };
  };
  const plans = new Map([...roots.fields].map(([key, root]) => [key, costed(root)]));
  return { plans, schemaValues: roots.schemaValues };
}

/** A plan whose answer counts towards the bytes of its operation. */
export function bounded(plan: Plan, { budget, nodes }: UnresolvedRoot): Plan {
  return {
    run: async (read, writer) => {
      const answer = await plan.run(read, writer);
      spendAnswer(answer, budget, nodes[0]);
      return answer;
    },
  };
}

/** Problems of variables that are looked for: each takes a while to describe. */
const MOST_ERRORS = 20;

/** The root fields of an operation, within its limits; or what is wrong with its variables. */
export function rootsOf(
  { schema, document, operation, variables: raw }: Operation,
  model: Model,
  limits: Limits,
  viewer: Viewer,
): Roots | readonly GraphQLError[] {
  const type = schema.getRootType(operation.operation);
  if (!type) throw badInput('operation', `this service has no ${operation.operation} operations`, operation);
  const fragments = fragmentsOf(document);
  const { coerced: variables, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], raw, {
    maxErrors: MOST_ERRORS,
  });
  if (!variables) return errors;
  const budget = new Budget(limits);
  const fields = new Map<string, UnresolvedRoot>();
  for (const [key, nodes] of collectFields(schema, fragments, variables, type, operation.selectionSet)) {
    const [first, ...rest] = nodes as [FieldNode, ...FieldNode[]];
    if (first.name.value.startsWith('__'))
      spendIntrospection({ schema, fragments, variables }, [first, ...rest], budget);
    else fields.set(key, { schema, model, fragments, variables, nodes: [first, ...rest], viewer, budget });
  }
  return { type, fields, schemaValues: budget.cells };
}

function fragmentsOf(document: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
}

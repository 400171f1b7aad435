import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isObjectType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import type { Budget } from '../cypher/budget.ts';

type Nodes = readonly [FieldNode, ...FieldNode[]];

/** An operation whose variables have been coerced. */
interface Operation {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Parts of a schema, and how often each stands at one place of the answer. */
type Elements = ReadonlyMap<unknown, number>;

const ROOTS: readonly GraphQLField<unknown, unknown>[] = [SchemaMetaFieldDef, TypeMetaFieldDef];

/**
 * Spends what a `__schema` or `__type` will have in its answer: rows and values exactly, bytes about. Each part of the schema
 * is looked at once for a place in the selection, however often it stands there. Throws LIMIT_EXCEEDED.
 */
export function spendIntrospection(operation: Operation, nodes: Nodes, budget: Budget): void {
  const field = ROOTS.find(({ name }) => name === nodes[0].name.value);
  if (field) spendField(operation, field, nodes, new Map([[undefined, 1]]), budget);
}

function spendField(
  { schema, fragments, variables }: Operation,
  field: GraphQLField<unknown, unknown>,
  nodes: Nodes,
  parents: Elements,
  budget: Budget,
): void {
  const args = getArgumentValues(field, nodes[0], variables);
  const type = getNamedType(field.type);
  const found = new Map<unknown, number>();
  let bytes = 0;
  for (const [parent, count] of parents) {
    const value = field.resolve?.(parent, args, undefined, { schema } as GraphQLResolveInfo);
    for (const item of Array.isArray(value) ? value : [value ?? null]) {
      if (typeof item === 'string') bytes += count * Buffer.byteLength(item);
      else if (item !== null) found.set(item, (found.get(item) ?? 0) + count);
    }
  }
  budget.spendBytes(bytes, nodes[0]);
  if (isObjectType(type)) spendSelection({ schema, fragments, variables }, type, nodes, found, budget);
}

function spendSelection(
  operation: Operation,
  type: GraphQLObjectType,
  nodes: Nodes,
  elements: Elements,
  budget: Budget,
): void {
  const rows = [...elements.values()].reduce((sum, count) => sum + count, 0);
  if (rows === 0) return;
  budget.spendObjects(rows, nodes[0]);
  const { schema, fragments, variables } = operation;
  const selected = collectSubfields(schema, fragments, variables, type, [...nodes]);
  budget.spendCells(rows * selected.size * VALUE_OF_SCHEMA, nodes[0]);
  for (const [key, inner] of selected) {
    budget.spendBytes(rows * (key.length + BYTES_OF_CELL), inner[0]);
    const field = type.getFields()[inner[0]?.name.value ?? ''];
    if (field) spendField(operation, field, inner as unknown as Nodes, elements, budget);
  }
}

/**
 * The schema is answered in one go, during which nobody else is: so a value of it counts as many of the data. The
 * question of all tools has 14,000 of them, and at most 40,000 take about a tenth of a second.
 */
const VALUE_OF_SCHEMA = 50;

/** What JSON puts around a value and its key. */
const BYTES_OF_CELL = 6;

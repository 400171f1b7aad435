import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
} from 'graphql';
import type { Row, Statement } from '../engine/engine.ts';
import type { Budget } from './compilation.ts';
import { compileField } from './field.ts';
import type { Model } from './mapping.ts';
import { CLOCK, type Viewer } from './scope.ts';
import { Writer } from './writer.ts';

/** One root field of an operation whose variables have been coerced. */
export interface RootField {
  readonly schema: GraphQLSchema;
  readonly model: Model;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** All nodes with the field's response key. */
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
  readonly viewer: Viewer;
  readonly budget: Budget;
}

/** A root field as one statement, and its answer in the shape of the selection from that statement's only row. */
export interface Plan {
  readonly statement: Statement;
  readonly decode: (rows: readonly Row[]) => unknown;
}

/**
 * Compiles a root field of any depth to one statement. The text depends on the operation's shape alone; values are
 * parameters by position. Throws BAD_USER_INPUT for arguments that cannot be, LIMIT_EXCEEDED for greed.
 */
export function compileRoot(root: RootField): Plan {
  const { schema, model, fragments, variables, nodes, viewer, budget } = root;
  const type = schema.getQueryType();
  const name = nodes[0].name.value;
  const definition = type?.getFields()[name];
  const field = model.query[name];
  if (!definition || !field) throw new Error(`Query.${name} has no mapping`);
  const writer = new Writer();
  const scope = { viewer, present: CLOCK, now: CLOCK, said: null, rows: 1 };
  const compilation = { schema, model, fragments, variables, writer, budget, compileField };
  const args = getArgumentValues(definition, nodes[0], variables);
  const lines = ["MATCH (clock:Clock) WHERE clock.id = 'record'", `WITH clock.at AS ${CLOCK}`];
  const place = { node: nodes[0], args, parent: {}, scope, guard: null };
  const selected = { type: getNamedType(definition.type), nodes };
  const { expression, decode } = compileField(compilation, field, place, selected, lines);
  const text = [...lines, `RETURN ${expression} AS answer`].join('\n');
  return { statement: { text, parameters: writer.parameters }, decode: (rows) => decode(rows[0]?.answer) };
}

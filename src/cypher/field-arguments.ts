import { type FieldNode, type GraphQLField, getArgumentValues } from 'graphql';
import type { Arguments } from './arguments.ts';
import type { Compilation } from './compilation.ts';
import type { Scope } from './scope.ts';
import { withShownIds } from './shown-ids.ts';

/** What it takes to read the arguments of a field. */
type Reading = Pick<Compilation, 'schema' | 'variables' | 'shownIds' | 'budget'>;

/**
 * The arguments that a field was given, with every id in the place of its other names. The values in their lists count
 * towards the limit, unless they are the records of a mutation, whose number has the limit of a bundle.
 */
export function argumentsOf(
  { schema, variables, shownIds, budget }: Reading,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  times: Scope['times'],
): Arguments {
  const given = getArgumentValues(field, node, variables);
  const isMutation = schema.getMutationType()?.getFields()[field.name] === field;
  if (!isMutation && field.args.length > 0) budget.spendListedValues(listedValues(given), node);
  return withShownIds(field.args, given, shownIds, times);
}

/** The values of all lists in a value that a client sent, at any depth. */
function listedValues(value: unknown): number {
  if (typeof value !== 'object' || value === null || value instanceof Date) return 0;
  const inner = Object.values(value);
  const below = inner.reduce<number>((sum, one) => sum + listedValues(one), 0);
  return Array.isArray(value) ? below + value.length : below;
}

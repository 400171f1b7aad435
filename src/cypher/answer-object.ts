import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import { sliced } from '../time/time-slice.ts';

/** An object of an answer, already in the shape that was asked for: values by response key, aliases included. */
export class AnswerObject {
  readonly __typename: string;
  readonly values: Readonly<Record<string, unknown>>;

  constructor(typename: string, values: Readonly<Record<string, unknown>>) {
    this.__typename = typename;
    this.values = values;
  }
}

/** The values of one field in all the rows of the answer that one row of the graph becomes. */
export class ValuePerRow {
  readonly values: readonly unknown[];

  constructor(values: readonly unknown[]) {
    this.values = values;
  }
}

/** One of the rows that a row of the graph becomes. */
export function answerRow({ __typename, values }: AnswerObject, index: number): AnswerObject {
  const own = Object.entries(values).map(([key, value]) => [
    key,
    value instanceof ValuePerRow ? value.values[index] : value,
  ]);
  return new AnswerObject(__typename, Object.fromEntries(own));
}

/**
 * Reads a field of an `AnswerObject` by its place in the operation, and of a plain value by its name. The lists of a
 * large answer are given out in slices.
 */
export const readAnswer: GraphQLFieldResolver<unknown, { readonly isLarge?: boolean }> = (
  source,
  _args,
  context,
  info,
) => {
  const value = valueAt(source, info);
  return context.isLarge && isListOfObjects(value) ? sliced(value) : value;
};

function isListOfObjects(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value[0] instanceof AnswerObject;
}

function valueAt(source: unknown, { path, fieldName }: GraphQLResolveInfo): unknown {
  if (!(source instanceof AnswerObject)) return (source as Record<string, unknown>)[fieldName];
  const value = source.values[String(path.key)];
  return value instanceof PendingValue ? value.value : value;
}

/** A value that is known only after its statement has run, in the place where it will stand. */
export class PendingValue {
  value: unknown = null;
}

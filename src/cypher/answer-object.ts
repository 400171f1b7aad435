import type { GraphQLFieldResolver } from 'graphql';

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

/** Reads a field of an `AnswerObject` by its place in the operation, and of a plain value by its name. */
export const readAnswer: GraphQLFieldResolver<unknown, unknown> = (source, _args, _context, info) => {
  if (source instanceof AnswerObject) {
    const value = source.values[String(info.path.key)];
    return value instanceof PendingValue ? value.value : value;
  }
  return (source as Record<string, unknown>)[info.fieldName];
};

/** A value that is known only after its statement has run, in the place where it will stand. */
export class PendingValue {
  value: unknown = null;
}

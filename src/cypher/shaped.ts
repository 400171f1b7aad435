import type { GraphQLFieldResolver } from 'graphql';
import { Pending } from './ref.ts';

/** An object of an answer, already in the shape that was asked for: values by response key, aliases included. */
export class Shaped {
  readonly __typename: string;
  readonly values: Readonly<Record<string, unknown>>;

  constructor(typename: string, values: Readonly<Record<string, unknown>>) {
    this.__typename = typename;
    this.values = values;
  }
}

/** The values of one field in all the rows of the answer that one row of the graph becomes. */
export class Each {
  readonly values: readonly unknown[];

  constructor(values: readonly unknown[]) {
    this.values = values;
  }
}

/** One of the rows that a row of the graph becomes. */
export function oneOfEach({ __typename, values }: Shaped, index: number): Shaped {
  const own = Object.entries(values).map(([key, value]) => [key, value instanceof Each ? value.values[index] : value]);
  return new Shaped(__typename, Object.fromEntries(own));
}

/** Reads a field of a `Shaped` by its place in the operation, and of a plain value by its name. */
export const readShaped: GraphQLFieldResolver<unknown, unknown> = (source, _args, _context, info) => {
  if (source instanceof Shaped) {
    const value = source.values[String(info.path.key)];
    return value instanceof Pending ? value.value : value;
  }
  return (source as Record<string, unknown>)[info.fieldName];
};

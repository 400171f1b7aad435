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

/** Reads a field of a `Shaped` by its place in the operation, and of a plain value by its name. */
export const readShaped: GraphQLFieldResolver<unknown, unknown> = (source, _args, _context, info) => {
  if (source instanceof Shaped) {
    const value = source.values[String(info.path.key)];
    return value instanceof Pending ? value.value : value;
  }
  return (source as Record<string, unknown>)[info.fieldName];
};

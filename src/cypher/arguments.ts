import type { ASTNode } from 'graphql';
import { badInput } from '../errors.ts';
import { boundsOf } from '../time/edtf.ts';

/** Arguments of a field after coercion by its schema. */
export type Arguments = Readonly<Record<string, unknown>>;

/** Whether a client gave an optional value: null is as good as none. */
export function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

/** The bounds of a date that a client sent; a BAD_USER_INPUT error names the argument. */
export function inputBounds(argument: string, text: string, node?: ASTNode) {
  try {
    return boundsOf(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw badInput(argument, error.message, node);
  }
}

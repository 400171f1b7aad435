import type { Arguments } from './arguments.ts';

/** A field of an object that was put together in JavaScript, under its response key. */
export interface ShapeField {
  readonly key: string;
  readonly name: string;
  readonly args: Arguments;
  readonly shape: Shape;
}

/** What a selection asks of a computed value: the value itself, a node to be filled in, or fields of an object. */
export type Shape =
  | { readonly kind: 'leaf' }
  | { readonly kind: 'node'; readonly slot: Slot; readonly spread?: boolean }
  | { readonly kind: 'object'; readonly type: string; readonly fields: readonly ShapeField[] };

/** The nodes that stand at one place of a selection, and what was read of them. */
export interface Slot {
  /** The ids with their record times by both, or by the id alone where all are read at the present. */
  readonly wanted: Map<string, readonly [id: string, recorded: number]>;
  readonly found: Map<string, unknown>;
  readonly isPresent: boolean;
  /** The parameter with the nodes to read. */
  readonly parameter: string;
  readonly variable: string;
  readonly decode: (value: unknown) => unknown;
}

/** Whether a selection on a computed object has a field. */
export function asksFor(shape: Shape, name: string): boolean {
  return shape.kind === 'object' && shape.fields.some((field) => field.name === name);
}

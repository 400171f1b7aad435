import {
  type FieldNode,
  type GraphQLObjectType,
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isCompositeType,
} from 'graphql';
import type { Compilation, Selected } from './compilation.ts';
import type { Fill, Slot } from './fill.ts';
import type { Arguments } from './mapping.ts';
import { withNames } from './names.ts';
import type { Scope } from './scope.ts';
import { subfields } from './selection.ts';

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

/** The shape of a selection on a computed value; every node in it gets a slot of the statement that fills nodes in. */
export function shapeOf(compilation: Compilation, fill: Fill, { type, nodes }: Selected, scope: Scope): Shape {
  if (!isCompositeType(type)) return { kind: 'leaf' };
  const possible = isAbstractType(type) ? compilation.schema.getPossibleTypes(type) : [type];
  if (possible.some(({ name }) => 'id' in (compilation.model.types[name] ?? {}))) {
    return { kind: 'node', slot: fill.nodes({ type, nodes }, scope) };
  }
  const [only] = possible as [GraphQLObjectType];
  const fields = [...subfields(compilation, only, nodes)].map(([key, inner]) =>
    fieldOf(compilation, fill, only, key, inner, scope),
  );
  return { kind: 'object', type: only.name, fields };
}

function fieldOf(
  compilation: Compilation,
  fill: Fill,
  type: GraphQLObjectType,
  key: string,
  nodes: readonly [FieldNode, ...FieldNode[]],
  scope: Scope,
): ShapeField {
  const name = nodes[0].name.value;
  const definition = type.getFields()[name];
  if (!definition) throw new Error(`${type.name} has no ${name}`);
  const given = getArgumentValues(definition, nodes[0], compilation.variables);
  const args = withNames(definition.args, given, compilation.names, scope.times);
  const mapped = compilation.model.types[type.name]?.[name];
  const selected = { type: getNamedType(definition.type), nodes };
  const shape: Shape = mapped
    ? { kind: 'node', slot: fill.field(mapped, args, selected, scope), spread: true }
    : shapeOf(compilation, fill, selected, scope);
  return { key, name, args, shape };
}

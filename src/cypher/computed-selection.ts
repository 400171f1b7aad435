import { type FieldNode, type GraphQLObjectType, getNamedType, isAbstractType, isCompositeType } from 'graphql';
import type { Compilation, Selected, Slots } from './compilation.ts';
import { subfields } from './compile-selection.ts';
import type { Shape, ShapeField } from './computed-shape.ts';
import { argumentsOf } from './field-arguments.ts';
import type { Scope } from './scope.ts';

/** The shape of a selection on a computed value; every node in it gets a slot of the statement that fills nodes in. */
export function shapeOf(compilation: Compilation, slots: Slots, { type, nodes }: Selected, scope: Scope): Shape {
  if (!isCompositeType(type)) return { kind: 'leaf' };
  const possible = isAbstractType(type) ? compilation.schema.getPossibleTypes(type) : [type];
  if (possible.some(({ name }) => 'id' in (compilation.model.types[name] ?? {}))) {
    return { kind: 'node', slot: slots.nodes({ type, nodes }, scope) };
  }
  const [only] = possible as [GraphQLObjectType];
  const fields = [...subfields(compilation, only, nodes)].map(([key, inner]) =>
    fieldOf(compilation, slots, only, key, inner, scope),
  );
  return { kind: 'object', type: only.name, fields };
}

function fieldOf(
  compilation: Compilation,
  slots: Slots,
  type: GraphQLObjectType,
  key: string,
  nodes: readonly [FieldNode, ...FieldNode[]],
  scope: Scope,
): ShapeField {
  const name = nodes[0].name.value;
  const definition = type.getFields()[name];
  if (!definition) throw new Error(`${type.name} has no ${name}`);
  const args = argumentsOf(compilation, definition, nodes[0], scope.times);
  const mapped = compilation.model.types[type.name]?.[name];
  const selected = { type: getNamedType(definition.type), nodes };
  const shape: Shape = mapped
    ? { kind: 'node', slot: slots.field(mapped, args, selected, scope), spread: true }
    : shapeOf(compilation, slots, selected, scope);
  return { key, name, args, shape };
}

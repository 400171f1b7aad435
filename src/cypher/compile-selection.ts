import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isAbstractType,
  isNonNullType,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import { AnswerObject } from './answer-object.ts';
import type { Arguments } from './arguments.ts';
import type { Compilation, Compiled, Selected } from './compilation.ts';
import { argumentsOf } from './field-arguments.ts';
import type { Field } from './mapping.ts';
import type { Bindings } from './pattern.ts';
import type { Scope } from './scope.ts';
import { textList } from './text-list.ts';

/** One thing to read for a row; several response keys and types of the row may share it. */
interface SelectedField {
  readonly field: Field;
  readonly nodes: readonly FieldNode[];
  readonly args: Arguments;
  readonly type: GraphQLOutputType;
  readonly types: string[];
}

type Nodes = readonly [FieldNode, ...FieldNode[]];

/** The fields that a selection asks of an object type, by response key; fragments and directives are applied. */
export function subfields(
  { schema, fragments, variables }: Compilation,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
): Map<string, Nodes> {
  const fields = collectSubfields(schema, fragments, variables, type, [...nodes]);
  return new Map([...fields].filter(([, [node]]) => node?.name.value !== '__typename') as Array<[string, Nodes]>);
}

/** The cells of a row as a list: a map would send its keys with every row, which costs a quarter of a nested read. */
export function cellsText(cells: readonly string[]): string {
  return cells.length > 0 ? `[${cells.join(', ')}]` : 'true';
}

/** The cells of a row without repetition, and the place of each: a text that is asked for a thousand times is read once. */
export function distinctCells(compiled: readonly Compiled[]): { cells: string[]; places: readonly number[] } {
  const index = new Map<string, number>();
  const places = compiled.map(({ expression }) => {
    const place = index.get(expression) ?? index.size;
    index.set(expression, place);
    return place;
  });
  return { cells: [...index.keys()], places };
}

/** Compiles what is selected of a row to one list of cells; subqueries are added to `lines`. */
export function compileSelection(
  compilation: Compilation,
  selected: Selected,
  roles: Bindings,
  scope: Scope,
  lines: string[],
): Compiled {
  const { schema } = compilation;
  const abstract = isAbstractType(selected.type);
  const possible = abstract ? schema.getPossibleTypes(selected.type) : [selected.type as GraphQLObjectType];
  const slots: SelectedField[] = [];
  const keys = new Map(possible.map((type) => [type.name, slotKeys(compilation, type, selected.nodes, slots, scope)]));
  compilation.budget.spendCells(
    scope.rows * Math.max(...[...keys.values()].map(({ length }) => length)),
    selected.nodes[0],
  );
  const compiled = slots.map((slot) => {
    const guard = slot.types.length < possible.length ? typeGuard(roles, slot.types) : null;
    const place = { node: slot.nodes[0] as FieldNode, args: slot.args, parent: roles, scope, guard };
    return compilation.compileField(compilation, slot.field, place, selectedOf(slot), lines);
  });
  const { cells, places } = distinctCells(compiled);
  if (abstract) cells.push(`${roles.self}.type`);
  return {
    expression: cellsText(cells),
    decode: (value) => {
      const read = value as readonly unknown[];
      const type = abstract ? (read.at(-1) as string) : selected.type.name;
      const entries = (keys.get(type) ?? []).map(([key, slot]) => [
        key,
        compiled[slot]?.decode(read[places[slot] as number]),
      ]);
      return new AnswerObject(type, Object.fromEntries(entries));
    },
  };
}

/** The response keys of a type with the slots that fill them; adds the slots that are not there yet. */
function slotKeys(
  compilation: Compilation,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  slots: SelectedField[],
  { times }: Scope,
) {
  const keys: Array<readonly [string, number]> = [];
  for (const [key, inner] of subfields(compilation, type, nodes)) {
    const name = inner[0].name.value;
    const field = compilation.model.types[type.name]?.[name];
    const definition = type.getFields()[name];
    if (!field || !definition) throw new Error(`${type.name}.${name} has no mapping`);
    let index = slots.findIndex((slot) => slot.field === field && sameNodes(slot.nodes, inner));
    if (index < 0) {
      const args = argumentsOf(compilation, definition, inner[0], times);
      // A record that is asked for again is read again.
      const isAgain = (slot: SelectedField) => slot.field === field && slot.types.includes(type.name);
      if (field.kind === 'bound' && slots.some(isAgain)) compilation.budget.spendSubquery(inner[0]);
      index = slots.push({ field, nodes: inner, args, type: definition.type, types: [] }) - 1;
    }
    slots[index]?.types.push(type.name);
    keys.push([key, index]);
  }
  return keys;
}

function selectedOf({ type, nodes }: SelectedField): Selected {
  return { type: getNamedType(type), nodes, required: isNonNullType(type) };
}

function sameNodes(left: readonly FieldNode[], right: readonly FieldNode[]): boolean {
  return left.length === right.length && left.every((node, index) => node === right[index]);
}

function typeGuard(roles: Bindings, types: readonly string[]): string {
  return `${roles.self}.type IN ${textList(types)}`;
}

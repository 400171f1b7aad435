import type { Chance } from '../bench/random.ts';
import type { Drawn, DrawnField } from '../oracle/operations.ts';
import type { Value } from '../oracle/values.ts';
import type { GreedyDrawer } from './greedy-operations.ts';

/** What becomes of a field: itself changed, several, or nothing. */
type Change = (field: DrawnField, owner: string) => readonly Drawn[];

/** Another operation near one that cost much: more fields, wider pages, other arguments, aliases, or less of all. */
export function mutated(
  roots: readonly DrawnField[],
  draw: GreedyDrawer,
  chance: Chance,
  others: readonly (readonly DrawnField[])[],
): readonly DrawnField[] {
  const way = chance.below(100);
  if (way < 5 && others.length > 0) return [...roots, ...chance.of(others)].slice(0, 4);
  if (way < 10) return [...roots, draw.root()].slice(0, 4);
  const change = changeOf(way, draw, chance);
  const fields = fieldsWithin(roots, way >= 30);
  if (fields.length === 0) return roots;
  const target = chance.of(fields);
  return rewritten(roots, 'Query', target, change).filter((drawn) => drawn.kind === 'field');
}

function changeOf(way: number, draw: GreedyDrawer, chance: Chance): Change {
  if (way < 30) {
    return (field) => [
      { ...field, selection: [...(field.selection ?? []), ...draw.selection(field.type, 1 + chance.below(3))] },
    ];
  }
  if (way < 55) return (field) => [resized(field, chance.hit(0.7) ? 4 : 0.25)];
  if (way < 70) {
    return (field, owner) => {
      const values = draw.argumentsOf(owner, field.name, owner === 'Query');
      return [values ? { ...field, values } : field];
    };
  }
  if (way < 85) {
    const copies = chance.of([2, 3, 10, 30]);
    return (field) => Array.from({ length: copies }, () => ({ ...field, alias: 'always' as const }));
  }
  if (way < 92) return (field, owner) => [{ kind: 'named', on: owner, directive: null, selection: [field] }];
  return (_field, owner) => (owner === 'Query' ? [_field] : []);
}

/** The page so many times as large, within what is allowed. */
function resized(field: DrawnField, times: number): DrawnField {
  const values = Object.entries(field.values).map(([name, value]): [string, Value] => {
    const isSize = value.kind === 'plain' && typeof value.value === 'number' && (name === 'first' || name === 'last');
    if (!isSize) return [name, value];
    return [name, { kind: 'plain', value: Math.min(200, Math.max(1, Math.round(Number(value.value) * times))) }];
  });
  return { ...field, values: Object.fromEntries(values) };
}

/** All fields of an operation; only those with a selection of their own unless `leaves`. */
function fieldsWithin(drawn: readonly Drawn[], leaves: boolean): DrawnField[] {
  return drawn.flatMap((one) => {
    const inside = fieldsWithin(one.selection ?? [], leaves);
    return one.kind === 'field' && (leaves || one.selection) ? [one, ...inside] : inside;
  });
}

function rewritten(drawn: readonly Drawn[], owner: string, target: DrawnField, change: Change): readonly Drawn[] {
  return drawn.flatMap((one): readonly Drawn[] => {
    if (one === target) return change(target, owner);
    if (!one.selection) return [one];
    const type = one.kind === 'field' ? one.type : one.on;
    const selection = rewritten(one.selection, type, target, change);
    // A selection must not be empty.
    return selection.length > 0 ? [{ ...one, selection }] : [one];
  }) as readonly Drawn[];
}

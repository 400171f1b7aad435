import { type AnswerObject, answerRow } from './answer-object.ts';
import type { Compilation, Compiled, CompileField, FieldPlace, Selected } from './compilation.ts';
import { compileConnection } from './compile-connection.ts';
import { compileSelection } from './compile-selection.ts';
import { shapeOf } from './computed-selection.ts';
import { boundOf } from './gate.ts';
import type { FoldField, RowsField, TracedField } from './mapping.ts';
import { enter, foldLines, openBeside, openRows } from './row-clauses.ts';
import { saidTimeOf, scopeOf, timeVariables } from './scope.ts';

/** Rows that a list without pages is expected to have, for the cost. */
const EXPECTED_ROWS = 5;

export const compileField: CompileField = (compilation, field, place, selected, lines) => {
  switch (field.kind) {
    case 'value':
      return {
        expression: field.read(place.parent, place.args),
        decode: (value) => (field.decode ? field.decode(value ?? null, place.args) : (value ?? null)),
      };
    case 'bound': {
      const self = place.parent[field.role] as string;
      return compileSelection(compilation, selected, { self }, place.scope, lines);
    }
    case 'fold':
      return compileFold(compilation, field, place, lines);
    case 'traced':
      return compileTraced(compilation, field, place, selected);
    case 'connection':
      return compileConnection(compilation, field, place, selected, lines);
    default:
      return compileRows(compilation, field, place, selected, lines);
  }
};

/** A traced field stands in its row as the id and the times to trace from; what is stored for the present is read. */
function compileTraced(compilation: Compilation, field: TracedField, place: FieldPlace, selected: Selected): Compiled {
  field.check?.(place.args, place.node);
  const { scope, recorded } = scopeOf(place.args, place.scope, compilation.writer, place.node);
  if (field.stored && recorded === null && (field.isTimeless || !scope.said)) {
    return {
      expression: boundOf(place.parent.self as string, field.stored, scope),
      decode: (value) => value ?? field.missing,
    };
  }
  const { traces, budget } = compilation;
  const before = budget.rows;
  budget.spendRows(scope.rows * EXPECTED_ROWS, place.node);
  // A time of the field's own is never read as the present.
  const at = recorded === null ? scope : { ...scope, now: 'earlier' };
  const shape = shapeOf(compilation, traces.fill, selected, at);
  const each = (budget.rows - before) / Math.max(1, scope.rows);
  const { self } = place.parent;
  let found = 0;
  return {
    expression: `[${self}.id, ${scope.now}, ${scope.present}]`,
    decode: (value) => {
      found += 1;
      // How many nodes a tracing finds is known only now: what is asked of those beyond the expected ones counts too.
      if (found > scope.rows) budget.spendObjects(each, place.node);
      const [id, now, present] = value as [string, number, number];
      const moment = { recorded: recorded === null ? now : Math.min(recorded, present), said: saidTimeOf(scope) };
      return traces.add({ field, id, args: place.args, moment, shape });
    },
  };
}

function compileFold(compilation: Compilation, field: FoldField, place: FieldPlace, lines: string[]): Compiled {
  compilation.budget.spendRows(place.scope.rows * EXPECTED_ROWS, place.node);
  const entered = enter(compilation, place, null);
  const name = compilation.writer.variable();
  const body = foldLines(compilation, field, place.parent, entered.scope, name, place.guard);
  lines.push(
    ...(entered.lines.length > 0
      ? [`CALL (${entered.imports.join(', ')}) {`, ...entered.lines, ...body, `RETURN ${name}`, '}']
      : body),
  );
  return { expression: name, decode: (value) => (field.decode ? field.decode(value) : value) };
}

function compileRows(
  compilation: Compilation,
  field: RowsField,
  place: FieldPlace,
  selected: Selected,
  lines: string[],
): Compiled {
  const places = field.places?.(place.args);
  const rows = place.scope.rows * (places?.length ?? (field.kind === 'one' ? 1 : EXPECTED_ROWS));
  compilation.budget.spendRows(rows, place.node);
  const alwaysThere = field.kind === 'one' && selected.required;
  const beside = alwaysThere ? openBeside(compilation, field.source, place, lines) : null;
  if (beside) return compileSelection(compilation, selected, beside, { ...place.scope, rows }, lines);
  const open = openRows(compilation, field.source, place, null);
  if (field.sort) {
    const kept = [...Object.values(open.roles), ...timeVariables(open.scope)].join(', ');
    open.lines.push(`WITH ${kept} ORDER BY ${field.sort(open.roles).join(', ')}`);
  }
  const row = compileSelection(compilation, selected, open.roles, { ...open.scope, rows }, open.lines);
  const name = compilation.writer.variable();
  const first = places ? `${open.roles.self}.id` : field.unfold?.read(open.roles);
  const cell = first ? `[${first}, ${row.expression}]` : row.expression;
  lines.push(`CALL (${open.imports.join(', ')}) {`, ...open.lines, `RETURN collect(${cell}) AS ${name}`, '}');
  return {
    expression: name,
    decode: (value) => {
      const found = value as unknown[];
      if (places) return inPlaces(places, found as Array<[string, unknown]>, row.decode);
      if (field.unfold) return unfolded(field.unfold.count, found as Array<[unknown, unknown]>, row.decode);
      if (field.kind === 'one') return found.length > 0 ? row.decode(found[0]) : null;
      return found.map(row.decode);
    },
  };
}

function inPlaces(
  ids: readonly string[],
  found: ReadonlyArray<readonly [string, unknown]>,
  decode: (value: unknown) => unknown,
): unknown[] {
  const byId = new Map(found);
  return ids.map((id) => (byId.has(id) ? decode(byId.get(id)) : null));
}

function unfolded(
  count: (value: unknown) => number,
  found: ReadonlyArray<readonly [unknown, unknown]>,
  decode: (value: unknown) => unknown,
): unknown[] {
  return found.flatMap(([many, value]) => {
    const length = count(many);
    const row = length > 0 ? (decode(value) as AnswerObject) : null;
    return row ? Array.from({ length }, (_, index) => answerRow(row, index)) : [];
  });
}

import type { ASTNode } from 'graphql';
import { limitExceeded } from '../errors.ts';
import type { Arguments } from './arguments.ts';
import type { Compilation, FieldPlace } from './compilation.ts';
import { amongIds } from './field-mappings.ts';
import { boundOf } from './gate.ts';
import type { ConnectionField, Field, Model, Moment, Read } from './mapping.ts';
import { LARGEST_PAGE, pageOf, pinnedBy } from './page.ts';
import type { Pattern } from './pattern.ts';
import { openRows } from './row-clauses.ts';
import { CLOCK, saidTimeOf, scopeOf, timeVariables } from './scope.ts';

/** Rows that a filter may keep by what is stored, or have to be traced for. */
const MOST_CANDIDATES = 10_000;

/** The rows that a filter left, with the tracing that it used, by record time, if it was one for all of them. */
export interface TracedRows {
  readonly field: ConnectionField;
  readonly tracings: ReadonlyMap<number, unknown>;
}

/** Whether some of a root list's conditions cannot be read off its rows, because it asks as of a said time. */
export function isTracedFilter(field: Field, args: Arguments, place: FieldPlace): field is ConnectionField {
  if (field.kind !== 'connection' || !(args.asOf as { said?: unknown } | null | undefined)?.said) return false;
  return field.source.patterns.some((pattern) =>
    field.source.conditions?.(args, place.node, pattern).some(({ traced }) => traced),
  );
}

/** The same list with the conditions that are traced replaced by the ids that meet them. */
export function onlyIds(field: ConnectionField, ids: readonly string[]): ConnectionField {
  const conditions: ConnectionField['source']['conditions'] = (args, node, pattern) => [
    ...(field.source.conditions?.(args, node, pattern) ?? []).filter(({ traced }) => !traced),
    ...amongIds(ids),
  ];
  return { ...field, source: { ...field.source, conditions } };
}

/**
 * Finds the rows that meet the other conditions, and keeps those that meet the traced ones: by what is stored where that
 * holds as of the said time as well, else by tracing them. Two statements, or more where they are traced in parts. Throws
 * LIMIT_EXCEEDED where there are too many.
 */
export async function readTracedRows(
  compilation: Compilation,
  field: ConnectionField,
  place: FieldPlace,
  opening: readonly string[],
  read: Read,
): Promise<TracedRows> {
  const { args, node, scope } = place;
  const pinned = pinnedBy(pageOf(field.name, args, node));
  const { parameters } = compilation.writer;
  const rows = candidates(compilation, field, place, pinned);
  const limit = compilation.writer.parameter(MOST_CANDIDATES + 1);
  const cut = [...rows.lines, `WITH ${rows.self}, ${rows.settled} LIMIT ${limit}`];
  const [row] = await read({
    text: whole(opening, cut, `collect([${rows.self}.id, ${rows.settled}])`),
    parameters,
  });
  const { found, present } = row as { found: Candidate[]; present: number };
  if (found.length > MOST_CANDIDATES) {
    const [all] = await read({ text: whole(opening, rows.lines, 'count(*)'), parameters });
    throw limitExceeded(
      `This filter is traced as of the said time: ${all?.found} rows have to be tried, and ${MOST_CANDIDATES} can be. Narrow it, for example by about or by.`,
      node,
    );
  }
  const asked = scopeOf(args, scope, compilation.writer, node);
  const moment = {
    recorded: Math.min(present, pinned ?? present, asked.recorded ?? present),
    said: saidTimeOf(asked.scope),
  };
  // What is traced of a page can be shown of it as well, and takes no further statement.
  const isTraced = found.length <= LARGEST_PAGE ? () => true : ([, isSettled]: Candidate) => !isSettled;
  const ids = found.filter(isTraced).map(([id]) => id);
  const stored = found.filter((one) => !isTraced(one)).map(([id]) => id);
  const { kept, tracings } = await traceRows(compilation.model, field, place, ids, moment, read);
  return { field: onlyIds(field, [...stored, ...kept]), tracings: stored.length > 0 ? new Map() : tracings };
}

/** The id of a row that may be kept, and whether what is stored of it holds as of the said time. */
type Candidate = readonly [id: string, isSettled: boolean];

function whole(opening: readonly string[], lines: readonly string[], found: string): string {
  return [
    ...opening,
    `CALL (${CLOCK}) {`,
    ...lines,
    `RETURN ${found} AS found`,
    '}',
    `RETURN found, ${CLOCK} AS present`,
  ].join('\n');
}

/** The rows that may be kept: those whose stored marks are to be, and those whose marks have to be traced. */
function candidates(compilation: Compilation, field: ConnectionField, place: FieldPlace, pinned: number | null) {
  const { source } = field;
  const { model, writer } = compilation;
  const conditionsOf = (pattern: Pattern) => source.conditions?.(place.args, place.node, pattern) ?? [];
  const others = {
    ...source,
    conditions: (_args: Arguments, _node: ASTNode, pattern: Pattern) =>
      conditionsOf(pattern).filter(({ traced }) => !traced),
  };
  const { lines, roles, scope } = openRows(compilation, others, place, pinned);
  const self = roles.self as string;
  const marks = model.tracer.settledMarks(writer, self, source.type, scope);
  const stored = source.patterns.flatMap(conditionsOf).flatMap(({ traced, where }) =>
    traced
      ? (where.self?.(
          self,
          (value) => writer.parameter(value),
          roles,
          (property, of = self) => boundOf(of, property, scope),
          () => [],
        ) ?? [])
      : [],
  );
  const kept = [self, marks.settled].join(', ');
  return {
    self,
    settled: marks.settled,
    lines: [
      ...lines,
      ...marks.lines,
      `WITH ${kept}, ${timeVariables(scope).join(', ')} WHERE NOT ${marks.settled} OR (${stored.join(' AND ')})`,
    ],
  };
}

/** Traces rows and keeps those that meet the traced conditions. */
async function traceRows(
  model: Model,
  field: ConnectionField,
  { args, node, scope }: FieldPlace,
  ids: readonly string[],
  moment: Moment,
  read: Read,
): Promise<{ kept: string[]; tracings: Map<number, unknown> }> {
  const { recorded } = moment;
  const conditions = field.source.patterns
    .flatMap((pattern) => field.source.conditions?.(args, node, pattern) ?? [])
    .flatMap(({ traced }) => traced ?? []);
  const kept: string[] = [];
  const tracings = new Map<number, unknown>();
  if (ids.length === 0) return { kept, tracings };
  await model.tracer.trace(read, [{ recorded, ids }], scope.viewer, async (traced) => {
    if (traced.isWhole) tracings.set(recorded, traced.tracing);
    for (const id of traced.ids) {
      if (conditions.every((meets) => meets(traced.tracing, id, moment))) kept.push(id);
      await read.turn();
    }
  });
  return { kept, tracings };
}

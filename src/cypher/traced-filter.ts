import { limitExceeded } from '../errors.ts';
import type { Arguments } from './arguments.ts';
import type { Compilation, FieldPlace } from './compilation.ts';
import { amongIds } from './field-mappings.ts';
import type { ConnectionField, Field, Model, Moment, Read } from './mapping.ts';
import { pageOf, pinnedBy } from './page.ts';
import { openRows } from './row-clauses.ts';
import { CLOCK, saidTimeOf, scopeOf } from './scope.ts';

/** Rows that a filter may have to be traced for. */
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
 * Finds the rows that meet the other conditions, and keeps those that meet the traced ones: two statements, or more
 * where they are traced in parts. Throws LIMIT_EXCEEDED where there are too many to be traced.
 */
export async function readTracedRows(
  compilation: Compilation,
  field: ConnectionField,
  place: FieldPlace,
  opening: readonly string[],
  read: Read,
): Promise<TracedRows> {
  const { args, node, scope } = place;
  const page = pageOf(field.name, args, node);
  const pinned = pinnedBy(page);
  const all: ConnectionField['source']['conditions'] = (given, at, pattern) =>
    (field.source.conditions?.(given, at, pattern) ?? []).filter(({ traced }) => !traced);
  const open = openRows(compilation, { ...field.source, conditions: all }, place, pinned);
  const limit = compilation.writer.parameter(MOST_CANDIDATES + 1);
  const { self } = open.roles;
  const text = [
    ...opening,
    `CALL (${CLOCK}) {`,
    ...open.lines,
    `WITH ${self} LIMIT ${limit} RETURN collect(${self}.id) AS ids`,
    '}',
    `RETURN ids, ${CLOCK} AS present`,
  ].join('\n');
  const [row] = await read({ text, parameters: compilation.writer.parameters });
  const { ids, present } = row as { ids: string[]; present: number };
  if (ids.length > MOST_CANDIDATES) {
    throw limitExceeded(
      `This filter is traced as of the said time, and more than ${MOST_CANDIDATES} rows meet the other conditions. Narrow it, for example by about or by.`,
      node,
    );
  }
  const asked = scopeOf(args, scope, compilation.writer, node);
  const said = saidTimeOf(asked.scope);
  const recorded = Math.min(present, pinned ?? present, asked.recorded ?? present);
  return traceRows(compilation.model, field, place, ids, { recorded, said }, read);
}

async function traceRows(
  model: Model,
  field: ConnectionField,
  { args, node, scope }: FieldPlace,
  ids: readonly string[],
  moment: Moment,
  read: Read,
): Promise<TracedRows> {
  const { recorded } = moment;
  const conditions = field.source.patterns
    .flatMap((pattern) => field.source.conditions?.(args, node, pattern) ?? [])
    .flatMap(({ traced }) => traced ?? []);
  const kept: string[] = [];
  const tracings = new Map<number, unknown>();
  if (ids.length > 0) {
    await model.tracer.trace(read, [{ recorded, ids }], scope.viewer, async (traced) => {
      if (traced.isWhole) tracings.set(recorded, traced.tracing);
      for (const id of traced.ids) {
        if (conditions.every((meets) => meets(traced.tracing, id, moment))) kept.push(id);
        await read.turn();
      }
    });
  }
  return { field: onlyIds(field, kept), tracings };
}

import { type FieldNode, type GraphQLNamedType, type GraphQLObjectType, getNamedType } from 'graphql';
import { EngineError, type Row, type Statement } from '../engine/engine.ts';
import { type Arguments, isGiven } from './arguments.ts';
import { Budget } from './budget.ts';
import type { Compilation, FieldPlace } from './compilation.ts';
import { compileField } from './compile-field.ts';
import { shapeOf } from './computed-selection.ts';
import { argumentsOf } from './field-arguments.ts';
import { Fill } from './fill-nodes.ts';
import type { AuthorizedWriter, ComputedField, Field, Read } from './mapping.ts';
import { readAt } from './page.ts';
import { CLOCK, presentScope, saidTimeOf, scopeOf, type Viewer } from './scope.ts';
import { earliest, OutdatedShownIds, readShownIds, type ShownIds, type ShownIdsCache } from './shown-ids.ts';
import { isTracedFilter, onlyIds, readTracedRows } from './traced-filter.ts';
import { TracedValues } from './traced-values.ts';
import { Writer } from './writer.ts';

/** One root field of an operation whose variables have been coerced. */
export interface RootField
  extends Pick<Compilation, 'schema' | 'model' | 'fragments' | 'variables' | 'budget' | 'shownIds'> {
  /** All nodes with the field's response key. */
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
  readonly viewer: Viewer;
}

/** A root field ready to run, for an answer in the shape of its selection. It runs once. */
export interface Plan {
  readonly run: (read: Read, writer?: AuthorizedWriter | null) => Promise<unknown>;
}

/** How the root fields of an operation are answered, by name. */
export type RootFields = Readonly<Record<string, Field | ComputedField>>;

/** The clauses that every statement begins with: they read the record clock, and find nothing where names are outdated. */
export const READ_CLOCK = [
  "MATCH (clock:Clock) WHERE clock.id = 'record' AND coalesce(clock.merged, 0) = $names",
  `WITH clock.at AS ${CLOCK}`,
];

/**
 * Compiles a root field of any depth to one statement; each level at which traced fields stand takes two more. The text depends on the
 * operation's shape alone; values are parameters by position. Throws BAD_USER_INPUT for arguments that cannot be,
 * LIMIT_EXCEEDED for greed.
 */
export function compileRoot(root: RootField, parent: GraphQLObjectType, fields: RootFields): Plan {
  const { nodes } = root;
  const name = nodes[0].name.value;
  const definition = parent.getFields()[name];
  const field = fields[name];
  if (!definition || !field) throw new Error(`${parent.name}.${name} has no mapping`);
  const args = argumentsOf(root, definition, nodes[0], presentScope(root.viewer).times);
  const type = getNamedType(definition.type);
  return field.kind === 'computed' ? planComputed(root, field, args, type) : planStatement(root, field, args, type);
}

/**
 * The same, with the names that a server knows: where they have changed, they are read, and the field is compiled and
 * asked once more.
 */
export function planRoot(
  root: Omit<RootField, 'shownIds'>,
  cache: ShownIdsCache,
  parent: GraphQLObjectType,
  fields: RootFields,
): Plan {
  const compile = (shownIds: ShownIds, budget: Budget) =>
    compileRoot({ ...root, budget, shownIds: shownIds }, parent, fields);
  const expected = cache.current;
  const first = compile(expected, root.budget);
  return {
    run: (read, writer) =>
      withCurrentShownIds(cache, read, (shownIds, knows) => {
        const plan = shownIds === expected ? first : compile(shownIds, new Budget(root.budget.limits));
        return plan.run(knows, writer);
      }),
  };
}

/** Reads with the names that a server knows; where they have changed, they are read, and it is tried once more. */
export async function withCurrentShownIds<T>(
  cache: ShownIdsCache,
  read: Read,
  work: (shownIds: ShownIds, knowing: Read) => Promise<T>,
): Promise<T> {
  for (let times = 0; ; times++) {
    try {
      return await work(cache.current, checked(read, cache.current));
    } catch (error) {
      if (!(error instanceof OutdatedShownIds) || times > MOST_RENEWALS) throw error;
      cache.current = await readShownIds(read);
    }
  }
}

/** How often names may change while one question is asked. */
const MOST_RENEWALS = 5;

/** Reads with some names: a statement that reads the clock finds it only where they are still those. */
function checked(read: Read, { version }: ShownIds): Read {
  const knowing = async (statement: Statement) => {
    if (!statement.text.startsWith(READ_CLOCK[0] as string)) return read(statement);
    const rows = await read({ ...statement, parameters: { ...statement.parameters, names: version } });
    if (rows.length === 0) throw new OutdatedShownIds();
    return rows;
  };
  return Object.assign(knowing, { turn: read.turn });
}

function planStatement(root: RootField, field: Field, args: Arguments, type: GraphQLNamedType): Plan {
  const place = { node: root.nodes[0], args, parent: {}, scope: presentScope(root.viewer), guard: null };
  if (!isTracedFilter(field, args, place)) {
    const run = compileStatement(root, field, place, type);
    return { run: (read) => run(read) };
  }
  // Compiled for its arguments and its cost; again when it is known which rows are left.
  compileStatement(root, onlyIds(field, []), place, type);
  return {
    run: async (read) => {
      const kept = await readTracedRows(compilationOf(root, new Writer()), field, place, READ_CLOCK, read);
      const again = { ...root, budget: new Budget(root.budget.limits) };
      return compileStatement(again, kept.field, place, type)(read, kept.tracings);
    },
  };
}

function compileStatement(root: RootField, field: Field, place: FieldPlace, type: GraphQLNamedType) {
  const writer = new Writer();
  const compilation = compilationOf(root, writer);
  const lines = [...READ_CLOCK];
  const { expression, decode } = compileField(compilation, field, place, { type, nodes: root.nodes }, lines);
  const text = [...lines, `RETURN ${expression} AS answer, ${CLOCK} AS present`].join('\n');
  return async (read: Read, tracings?: ReadonlyMap<number, unknown>) => {
    const row = onlyRow(await read({ text, parameters: writer.parameters }));
    const answer = decode(row.answer);
    await compilation.traces.settle(root.model.tracer, read, row.present as number, tracings);
    return answer;
  };
}

function planComputed(root: RootField, field: ComputedField, args: Arguments, type: GraphQLNamedType): Plan {
  const { model, viewer, nodes } = root;
  const [node] = nodes;
  field.check?.(args, node);
  const shared = sharedOf(root);
  const traces = new TracedValues(shared, viewer);
  const fill = new Fill(shared, traces);
  const compilation = { ...shared, writer: new Writer(), traces };
  const { scope, recorded } = scopeOf(args, presentScope(viewer), compilation.writer, node);
  // A later page is read at the record time of the first, and so is not of the present either.
  const isEarlier = field.hasTimes || isGiven(recorded) || isGiven(args.after) || isGiven(args.before);
  const pinned = readAt(args);
  const times = { present: pinned, now: earliest(scope.times.now, pinned) };
  const at = { ...scope, times, now: isEarlier ? 'earlier' : scope.now, rows: field.rows(args) };
  const shape = shapeOf(compilation, fill, { type, nodes }, at);
  const said = saidTimeOf(scope);
  return {
    run: async (read, writer = null) => {
      const computed = await field.compute({ args, node, model, viewer, read, writer, shape });
      const moment = { recorded: computed.recorded, said };
      fill.collect(shape, computed.value, moment);
      const present = computed.present ?? computed.recorded;
      await fill.run(read, present);
      await traces.settle(model.tracer, read, present);
      return fill.realize(shape, computed.value, moment);
    },
  };
}

function compilationOf(root: RootField, writer: Writer): Compilation & { readonly traces: TracedValues } {
  const shared = sharedOf(root);
  return { ...shared, writer, traces: new TracedValues(shared, root.viewer) };
}

function sharedOf({ schema, model, fragments, variables, budget, shownIds }: RootField) {
  return { schema, model, fragments, variables, budget, shownIds, compileField };
}

/** The row that every statement of a root field has; without a record clock there is none. */
export function onlyRow(rows: readonly Row[]): Row {
  const [row] = rows;
  if (!row) throw new EngineError('UNAVAILABLE', 'The database is not prepared yet: it has no record clock.');
  return row;
}

import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
} from 'graphql';
import { EngineError } from '../engine/engine.ts';
import { NEVER } from '../time/edtf.ts';
import type { Arguments } from './arguments.ts';
import type { Read } from './mapping.ts';
import { readAt } from './page.ts';
import type { RecordTime, Scope } from './scope.ts';

/** A stretch of record time in which an entity was shown as another one. */
interface Span {
  readonly into: string;
  readonly recorded: number;
  readonly superseded: number;
}

/** Which ids are other names of entities, and when; `version` is the record time of the last change of that. */
export interface Names {
  readonly version: number;
  readonly spans: ReadonlyMap<string, readonly Span[]>;
}

/** Those of a graph in which nothing was ever shown as something else. */
export const NO_NAMES: Names = { version: 0, spans: new Map() };

/** Says that names have changed since they were read. */
export class OutdatedNames extends Error {}

/** The names that one server knows; they are read again when a statement finds them outdated. */
export class KnownNames {
  current: Names = NO_NAMES;
}

/** Later than all that has ended. */
const PRESENT = NEVER - 1;

/** Names are few, and change seldom: they are read as a whole. The version comes first, so that it is never too new. */
const READ_NAMES = `MATCH (clock:Clock) WHERE clock.id = 'record'
WITH coalesce(clock.merged, 0) AS version
CALL (version) {
  MATCH (m:Merged) RETURN collect([m.id, m.into, m.recorded, m.superseded]) AS spans
}
RETURN version, spans`;

export async function readNames(read: Read): Promise<Names> {
  const [row] = await read({ text: READ_NAMES, parameters: {} });
  if (!row) throw new EngineError('UNAVAILABLE', 'The database is not prepared yet: it has no record clock.');
  const spans = new Map<string, Span[]>();
  for (const [id, into, recorded, superseded] of row.spans as [string, string, number, number][]) {
    spans.set(id, [...(spans.get(id) ?? []), { into, recorded, superseded }]);
  }
  return { version: row.version as number, spans };
}

/** Arguments with every id in the place of its other names, as of the record time that the field is read at. */
export function withNames(
  definitions: readonly GraphQLArgument[],
  args: Arguments,
  { spans }: Names,
  times: Scope['times'],
): Arguments {
  if (spans.size === 0) return args;
  const asOf = args.asOf as { readonly recorded?: Date | null } | null | undefined;
  const asked = asOf ? earliest(asOf.recorded?.getTime() ?? null, times.present) : times.now;
  const at = earliest(asked, readAt(args)) ?? PRESENT;
  const shown = (id: string) =>
    spans.get(id)?.find(({ recorded, superseded }) => recorded <= at && superseded > at)?.into ?? id;
  return renamed(definitions, args, shown);
}

/** The earlier of two record times, of which null is the present. */
export function earliest(one: RecordTime, other: RecordTime): RecordTime {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}

type Definitions = readonly (GraphQLArgument | GraphQLInputField)[];

function renamed(definitions: Definitions, values: Arguments, shown: (id: string) => string): Arguments {
  const entries = definitions.flatMap(({ name, type }) =>
    name in values ? [[name, inType(type, values[name], shown)] as const] : [],
  );
  return { ...values, ...Object.fromEntries(entries) };
}

function inType(type: GraphQLInputType, value: unknown, shown: (id: string) => string): unknown {
  const named = getNamedType(type);
  if (value === null || value === undefined) return value;
  if (Array.isArray(value)) return value.map((item) => inType(type, item, shown));
  if (named.name === 'ID') return shown(value as string);
  return isInputObjectType(named) ? renamed(Object.values(named.getFields()), value as Arguments, shown) : value;
}

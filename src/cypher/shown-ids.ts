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
interface ShownSpan {
  readonly into: string;
  readonly recorded: number;
  readonly superseded: number;
}

/** Which ids are other names of entities, and when; `version` is the record time of the last change of that. */
export interface ShownIds {
  readonly version: number;
  readonly spans: ReadonlyMap<string, readonly ShownSpan[]>;
}

/** Those of a graph in which nothing was ever shown as something else. */
export const NO_MERGES: ShownIds = { version: 0, spans: new Map() };

/** Says that names have changed since they were read. */
export class OutdatedShownIds extends Error {}

/** The names that one server knows; they are read again when a statement finds them outdated. */
export class ShownIdsCache {
  current: ShownIds = NO_MERGES;
}

/** Later than all that has ended. */
const PRESENT = NEVER - 1;

/** Names are few, and change seldom: they are read as a whole. The version comes first, so that it is never too new. */
const READ_MERGES = `MATCH (clock:Clock) WHERE clock.id = 'record'
WITH coalesce(clock.merged, 0) AS version
CALL (version) {
  MATCH (m:Merged) RETURN collect([m.id, m.into, m.recorded, m.superseded]) AS spans
}
RETURN version, spans`;

export async function readShownIds(read: Read): Promise<ShownIds> {
  const [row] = await read({ text: READ_MERGES, parameters: {} });
  if (!row) throw new EngineError('UNAVAILABLE', 'The database is not prepared yet: it has no record clock.');
  const spans = new Map<string, ShownSpan[]>();
  for (const [id, into, recorded, superseded] of row.spans as [string, string, number, number][]) {
    spans.set(id, [...(spans.get(id) ?? []), { into, recorded, superseded }]);
  }
  return { version: row.version as number, spans };
}

/** Arguments with every id in the place of its other names, as of the record time that the field is read at. */
export function withShownIds(
  definitions: readonly GraphQLArgument[],
  args: Arguments,
  { spans }: ShownIds,
  times: Scope['times'],
): Arguments {
  if (spans.size === 0) return args;
  const asOf = args.asOf as { readonly recorded?: Date | null } | null | undefined;
  const asked = asOf ? earliest(asOf.recorded?.getTime() ?? null, times.present) : times.now;
  const at = earliest(asked, readAt(args)) ?? PRESENT;
  const shown = (id: string) =>
    spans.get(id)?.find(({ recorded, superseded }) => recorded <= at && superseded > at)?.into ?? id;
  return replaced(definitions, args, shown);
}

/** The earlier of two record times, of which null is the present. */
export function earliest(one: RecordTime, other: RecordTime): RecordTime {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}

type Definitions = readonly (GraphQLArgument | GraphQLInputField)[];

function replaced(definitions: Definitions, values: Arguments, shown: (id: string) => string): Arguments {
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
  return isInputObjectType(named) ? replaced(Object.values(named.getFields()), value as Arguments, shown) : value;
}

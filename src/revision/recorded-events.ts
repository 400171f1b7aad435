import type { FieldNode } from 'graphql';
import type { Arguments } from '../cypher/arguments.ts';
import { gate } from '../cypher/gate.ts';
import type { Asked, ComputedField } from '../cypher/mapping.ts';
import { NodeRef } from '../cypher/node-ref.ts';
import { type Cursor, encodeCursor, pageOf } from '../cypher/page.ts';
import { timeVariables } from '../cypher/scope.ts';
import { openStatement } from '../cypher/statement-head.ts';
import type { Row, Statement } from '../engine/engine.ts';
import { badInput } from '../errors.ts';
import { eventBranches } from './revision-events.ts';

const NAME = 'Subscription.recorded';

/** A position in the record: after one of the events of a revision, or before all of them where `tie` is null. */
export interface RecordPosition {
  readonly sequence: number;
  readonly tie: string | null;
}

/** Something that was recorded, as `Recorded` has it. */
export interface RecordedEvent {
  readonly cursor: string;
  readonly revision: NodeRef;
  /** As it was once the revision had been made; where it was taken back, as it was before. */
  readonly attribution: NodeRef | null;
}

/** What a part of the record holds. */
export interface FoundEvents {
  readonly events: readonly RecordedEvent[];
  /** Where to look next. */
  readonly next: RecordPosition;
  /** How many revisions were looked at. */
  readonly revisions: number;
  /** The record time of the search, in milliseconds. */
  readonly present: number;
}

/** How far to look at once: up to and with a number of the record sequence, so many revisions, so many events. */
export interface SearchReach {
  readonly until: number;
  readonly revisions: number;
  readonly events: number;
}

type FollowedField = Pick<Asked, 'args' | 'node' | 'model' | 'viewer' | 'read'>;

/** Refuses arguments that cannot be; what only the graph shows is found by `findStart`. */
export function checkRecorded({ after }: Arguments, node: FieldNode): void {
  cursorOf(after, node);
}

function cursorOf(after: unknown, node: FieldNode): Cursor | null {
  return pageOf(NAME, { after }, node).after;
}

const PRESENT = "MATCH (clock:Clock) WHERE clock.id = 'record' RETURN clock.sequence AS sequence";

/** How far the record sequence has come; 0 where there is none yet. */
export async function readPresent(read: (statement: Statement) => Promise<readonly Row[]>): Promise<number> {
  const [row] = await read({ text: PRESENT, parameters: {} });
  return (row?.sequence ?? 0) as number;
}

const TIME = 'MATCH (r:Revision) WHERE r.sequence = $sequence RETURN r.at AS at';

/** Where to begin: after the cursor, or now. Throws BAD_USER_INPUT for a cursor of another graph's record. */
export async function findStart({
  args,
  node,
  read,
}: Pick<FollowedField, 'args' | 'node' | 'read'>): Promise<RecordPosition> {
  const cursor = cursorOf(args.after, node);
  if (!cursor) return { sequence: (await readPresent(read)) + 1, tie: null };
  const sequence = cursor.key as number;
  const [row] = await read({ text: TIME, parameters: { sequence } });
  if (row?.at !== cursor.at) throw badInput('after', 'this cursor is not of the record of this service', node);
  return { sequence, tie: cursor.tie };
}

/** Finds the next events from a position on, with one statement. */
export async function findEvents(
  asked: FollowedField,
  position: RecordPosition,
  reach: SearchReach,
): Promise<FoundEvents> {
  const { compilation, scope, lines } = openStatement(asked);
  const { model, writer } = compilation;
  const [from, until] = [writer.parameter(position.sequence), writer.parameter(reach.until)];
  const seen = gate(model, 'Revision', 'r', scope).join(' AND ');
  const times = timeVariables(scope).join(', ');
  const text = [
    ...lines,
    `CALL (${times}) {`,
    `MATCH (r:Revision) WHERE r.sequence >= ${from} AND r.sequence <= ${until} AND ${seen}`,
    `WITH r ORDER BY r.sequence LIMIT ${writer.parameter(reach.revisions)}`,
    'RETURN collect(r) AS looked',
    '}',
    `CALL (${times}, looked) {`,
    `UNWIND looked AS r`,
    `WITH ${times}, r, r.subjectAt AS moment, CASE WHEN r.sequence = ${from} THEN ${writer.parameter(position.tie ?? '')} ELSE '' END AS beyond`,
    `CALL (${times}, r, moment, beyond) {`,
    ...eventBranches(compilation, asked, scope, writer.parameter(position.sequence + (position.tie === null ? 0 : 1))),
    '}',
    `WITH r, moment, id ORDER BY r.sequence, id LIMIT ${writer.parameter(reach.events)}`,
    'RETURN collect([r.sequence, r.id, r.at, id, moment]) AS rows',
    '}',
    `RETURN rows, [x IN looked | x.sequence] AS looked, ${scope.present} AS present`,
  ].join('\n');
  const [row] = await asked.read({ text, parameters: writer.parameters });
  const looked = (row?.looked ?? []) as readonly number[];
  const rows = (row?.rows ?? []) as readonly EventRow[];
  const next = nextPosition(position, looked, rows, reach);
  return { events: rows.map(eventOf), next, revisions: looked.length, present: (row?.present ?? 0) as number };
}

/** Number, id and time of the revision; id of the attribution, or nothing; the time to see it at. */
type EventRow = readonly [sequence: number, revision: string, at: number, id: string, then: number];

function nextPosition(
  position: RecordPosition,
  looked: readonly number[],
  rows: readonly EventRow[],
  { events }: SearchReach,
): RecordPosition {
  const last = rows.at(-1);
  if (last && rows.length === events) return { sequence: last[0], tie: last[3] };
  const reached = looked.at(-1);
  return reached === undefined ? position : { sequence: reached + 1, tie: null };
}

function eventOf([sequence, revision, at, id, then]: EventRow): RecordedEvent {
  return {
    cursor: encodeCursor(NAME, { at, key: sequence, tie: id, of: null }),
    revision: new NodeRef(revision, at),
    attribution: id === '' ? null : new NodeRef(id, then),
  };
}

/** Events that were found, to be answered as they are selected: no more than `rows`, at the record time `present`. */
export function recordedEvents(events: readonly RecordedEvent[], rows: number, present: number): ComputedField {
  return {
    kind: 'computed',
    rows: () => rows,
    hasTimes: true,
    compute: async () => ({ value: events, recorded: present }),
  };
}

import type { RevisionOperation } from '../contract.ts';
import type { Engine, Run } from '../engine/engine.ts';
import { NEVER } from '../time/edtf.ts';
import { MARKS_VERSION } from './marks-version.ts';

/** The number of a revision in the record sequence, and its record time in milliseconds since 1970. */
export interface RevisionTime {
  readonly sequence: number;
  readonly at: number;
}

/** The record clock: the last revision, and whether entities were ever merged. */
export interface Clock extends RevisionTime {
  /** Whether any entity was ever shown as another one. */
  readonly hasMerged: boolean;
}

/** What a revision says about a change: who made it, why, and to what. */
export interface RevisionEntry {
  readonly operation: RevisionOperation;
  readonly by: string;
  readonly reason?: string | undefined;
  /** The ids of the changed records, with the main one first. */
  readonly subjects: readonly string[];
  /** The record time at which to show the subjects, in milliseconds; by default that of the change. */
  readonly subjectAt?: number;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** The name that the client gave the request, and a digest of what it sent. */
  readonly idempotencyKey?: string | undefined;
  readonly digest?: string | undefined;
}

/** A change that is stored. */
export interface Revision {
  readonly id: string;
  readonly sequence: number;
  readonly at: number;
}

const CLOCK = 'record';

const CREATE_CLOCK = `MERGE (c:Clock {id: $id}) ON CREATE SET c.at = 0, c.sequence = 0
WITH c WHERE c.sequence = 0 SET c.marks = $marks`;

/** Setting a property locks the node: other writers wait here until this transaction ends. */
const LOCK_CLOCK = 'MATCH (c:Clock) WHERE c.id = $id SET c.id = $id';

const READ_CLOCK =
  'MATCH (c:Clock) WHERE c.id = $id RETURN c.at AS at, c.sequence AS sequence, c.merged AS merged, c.marks AS marks';

const ADVANCE = `MATCH (c:Clock) WHERE c.id = $id SET c.at = $at, c.sequence = $sequence
CREATE (r:Node:Revision) SET r = $revision`;

/** A retracted subject is linked as of the time before. */
const CHANGED = `UNWIND $subjects AS row
MATCH (n:Node) WHERE n.id = row[0] AND n.recorded <= $subjectAt AND n.superseded > $subjectAt
MATCH (r:Node) WHERE r.key = $id
CREATE (r)-[:CHANGED {position: row[1]}]->(n)`;

/** Creates the record clock, if there is none yet. Before anything is recorded, it states the version of the marks. */
export async function prepareStore(engine: Engine): Promise<void> {
  // A write makes the embedded database note that its file needs its log: whoever changes nothing spares it that.
  const [clock] = await engine.read({ text: READ_CLOCK, parameters: { id: CLOCK } });
  if (clock && (clock.sequence !== 0 || clock.marks === MARKS_VERSION)) return;
  await engine.write((run) => run({ text: CREATE_CLOCK, parameters: { id: CLOCK, marks: MARKS_VERSION } }));
}

/** Locks the record clock until the transaction ends, and reads it. */
export async function lockClock(run: Run): Promise<Clock> {
  await run({ text: LOCK_CLOCK, parameters: { id: CLOCK } });
  return readClock(run);
}

/** Reads the record clock. Unless this transaction has locked it, others may advance it. */
export async function readClock(run: Run): Promise<Clock> {
  const [clock] = await run({ text: READ_CLOCK, parameters: { id: CLOCK } });
  if (!clock) throw new Error('The database has no record clock: prepare it with openStore first.');
  const { at, sequence, merged } = clock;
  return { at: at as number, sequence: sequence as number, hasMerged: (merged ?? null) !== null };
}

/** The revision after this one. Record time never runs backwards, even if `now` (in milliseconds) is earlier. */
export function nextRevision({ sequence, at }: RevisionTime, now: number = Date.now()): RevisionTime {
  return { sequence: sequence + 1, at: Math.max(now, at + 1) };
}

/** Records a change and advances the clock. Call it after everything that belongs to the change is written. */
export async function writeRevision(run: Run, { sequence, at }: RevisionTime, entry: RevisionEntry): Promise<Revision> {
  const id = `revision:${sequence}`;
  const { subjects, subjectAt = at, ...rest } = entry;
  const stated = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const revision = {
    id,
    key: id,
    type: 'Revision',
    recorded: at,
    superseded: NEVER,
    sequence,
    at,
    subjectAt,
    ...stated,
  };
  await run({ text: ADVANCE, parameters: { id: CLOCK, at, sequence, revision } });
  const rows = subjects.map((subject, position) => [subject, position]);
  await run({ text: CHANGED, parameters: { id, subjectAt, subjects: rows } });
  return { id, sequence, at };
}

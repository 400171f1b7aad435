import type { RevisionOperation } from '../contract.ts';
import type { Engine, Run } from '../engine/engine.ts';
import { NEVER } from '../time/edtf.ts';

/** A change that is about to be written: its number in the record sequence, and its record time in milliseconds. */
export interface RevisionTime {
  readonly sequence: number;
  readonly at: number;
}

/** Where the record stands. */
export interface Clock extends RevisionTime {
  /** Whether entities were ever shown as others. */
  readonly hasMerged: boolean;
}

/** What the record says of a change: who made it, why, and to what. */
export interface RevisionEntry {
  readonly operation: RevisionOperation;
  readonly by: string;
  readonly reason?: string | undefined;
  /** Ids of what was changed, what the change was about first. */
  readonly subjects: readonly string[];
  /** The record time to see the subjects at: that of the change unless told. */
  readonly subjectAt?: number;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** The client's own name for the change, and a digest of what was sent under it. */
  readonly idempotencyKey?: string | undefined;
  readonly digest?: string | undefined;
}

/** A change as the record has it. */
export interface Revision {
  readonly id: string;
  readonly sequence: number;
  readonly at: number;
}

const CLOCK = 'record';

const CREATE_CLOCK = 'MERGE (c:Clock {id: $id}) ON CREATE SET c.at = 0, c.sequence = 0';

/** Setting a property locks the node: other writers wait here until this transaction ends. */
const TAKE_CLOCK = 'MATCH (c:Clock) WHERE c.id = $id SET c.id = $id';

const READ_CLOCK = 'MATCH (c:Clock) WHERE c.id = $id RETURN c.at AS at, c.sequence AS sequence, c.merged AS merged';

const ADVANCE = `MATCH (c:Clock) WHERE c.id = $id SET c.at = $at, c.sequence = $sequence
CREATE (r:Node:Revision) SET r = $revision`;

/** A subject that was taken away is seen at the time before. */
const CHANGED = `UNWIND $subjects AS row
MATCH (n:Node) WHERE n.id = row[0] AND n.recorded <= $subjectAt AND n.superseded > $subjectAt
MATCH (r:Node) WHERE r.key = $id
CREATE (r)-[:CHANGED {position: row[1]}]->(n)`;

/** Makes the record clock, where there is none yet. */
export async function prepareStore(engine: Engine): Promise<void> {
  await engine.write((run) => run({ text: CREATE_CLOCK, parameters: { id: CLOCK } }));
}

/** The clock of the record, held until the transaction ends. */
export async function lockClock(run: Run): Promise<Clock> {
  await run({ text: TAKE_CLOCK, parameters: { id: CLOCK } });
  return readClock(run);
}

/** The clock as it stands: outside of a transaction that holds it, others may move it on. */
export async function readClock(run: Run): Promise<Clock> {
  const [clock] = await run({ text: READ_CLOCK, parameters: { id: CLOCK } });
  if (!clock) throw new Error('The database has no record clock: prepare it with openStore first.');
  const { at, sequence, merged } = clock;
  return { at: at as number, sequence: sequence as number, hasMerged: (merged ?? null) !== null };
}

/** The turn after one; record time never runs backwards, whatever `now`, in milliseconds, says. */
export function nextRevision({ sequence, at }: RevisionTime, now: number = Date.now()): RevisionTime {
  return { sequence: sequence + 1, at: Math.max(now, at + 1) };
}

/** Writes a change down, after all that belongs to it has been written, and moves the clock on. */
export async function writeRevision(run: Run, { sequence, at }: RevisionTime, entry: RevisionEntry): Promise<Revision> {
  const id = `revision:${sequence}`;
  const { subjects, subjectAt = at, ...rest } = entry;
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const revision = { id, key: id, type: 'Revision', recorded: at, superseded: NEVER, sequence, at, subjectAt, ...said };
  await run({ text: ADVANCE, parameters: { id: CLOCK, at, sequence, revision } });
  const rows = subjects.map((subject, position) => [subject, position]);
  await run({ text: CHANGED, parameters: { id, subjectAt, subjects: rows } });
  return { id, sequence, at };
}

import { COLLECTIONS, type Collection } from '../bundle/bundle.ts';
import type { CollectedRecord, RecordStream } from '../bundle/record-stream.ts';
import type { Basis } from '../contract.ts';
import type { Engine, Run } from '../engine/engine.ts';
import { type NodeCollection, readDerivations, readIds, readRecordsAt, readRelations } from './read-records.ts';

/** The most records that are read at once: enough to make round trips cheap, few enough for memory. */
const CHUNK = 2_000;

/** The most ids that are read at once: each statement scans all ids that are left. */
const IDS = 50_000;

const READ_CLOCK = "MATCH (clock:Clock) WHERE clock.id = 'record' RETURN clock.at AS at";

const ON_OTHER_BASES = `MATCH (n:Attribution)
WHERE n.recorded <= $at AND n.superseded > $at AND NOT n.basis IN $bases
RETURN n.id AS id`;

/** The last record time of the graph, in milliseconds. Reading as of it always gives the same records. */
export async function currentRecordTime(engine: Engine): Promise<number> {
  const [clock] = await engine.read({ text: READ_CLOCK, parameters: {} });
  if (!clock) throw new Error('The database is empty: "claimgraph import" or "claimgraph seed" fills it.');
  return clock.at as number;
}

/**
 * All records of the graph as of a record time (in milliseconds), in the order of the collections, and by id in each.
 * The order does not depend on how the records were stored. With `bases`, attributions on others are left out, as if
 * nobody cited them; a claim stays without them.
 */
export function recordsAt(engine: Engine, at: number, bases: readonly Basis[] | null = null): RecordStream {
  const run: Run = (statement) => engine.read(statement);
  return async function* records() {
    const others = bases ? await run({ text: ON_OTHER_BASES, parameters: { at, bases } }) : [];
    const left = new Set(others.map(({ id }) => id as string));
    for (const collection of COLLECTIONS) yield* without(left, collected(run, collection, at));
  };
}

/** The records without these attributions and the citations of them. */
async function* without(left: ReadonlySet<string>, records: AsyncIterable<CollectedRecord>) {
  for await (const one of records) {
    if (left.size === 0 || one.collection !== 'attributions') yield one;
    else if (!left.has(one.record.id)) {
      const cites = one.record.cites.filter(({ attribution }) => !left.has(attribution));
      yield { ...one, record: { ...one.record, cites } };
    }
  }
}

async function* collected(run: Run, collection: Collection, at: number): AsyncIterable<CollectedRecord> {
  if (collection === 'relations') {
    for await (const ids of idChunks(run, 'claims', at)) {
      for (const record of await readRelations(run, ids, at)) yield { collection, record };
    }
  } else if (collection === 'derivations') {
    for await (const ids of idChunks(run, 'documents', at)) {
      for (const record of await readDerivations(run, ids, at)) yield { collection, record };
    }
  } else {
    for await (const ids of idChunks(run, collection, at))
      yield* (await readRecordsAt(run, ids, at)) as CollectedRecord[];
  }
}

async function* idChunks(run: Run, collection: NodeCollection, at: number): AsyncIterable<readonly string[]> {
  let last: string | undefined = '';
  while (last !== undefined) {
    const ids: string[] = await readIds(run, collection, at, last, IDS);
    for (let start = 0; start < ids.length; start += CHUNK) yield ids.slice(start, start + CHUNK);
    last = ids.length < IDS ? undefined : ids.at(-1);
  }
}

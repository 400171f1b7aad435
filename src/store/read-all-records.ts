import { COLLECTIONS, type Collection } from '../bundle/bundle.ts';
import type { CollectedRecord, RecordStream } from '../bundle/record-stream.ts';
import type { Engine, Run } from '../engine/engine.ts';
import { type NodeCollection, readDerivations, readIds, readRecordsAt, readRelations } from './read-records.ts';

/** Records that are read at once: enough to make round trips cheap, few enough to be held. */
const PAGE = 2_000;

/** Ids that are read at once: each time all that are left are looked through. */
const IDS = 50_000;

const READ_CLOCK = "MATCH (clock:Clock) WHERE clock.id = 'record' RETURN clock.at AS at";

/** The record time that the graph has come to, in milliseconds; what is read as of it stays the same. */
export async function currentRecordTime(engine: Engine): Promise<number> {
  const [clock] = await engine.read({ text: READ_CLOCK, parameters: {} });
  if (!clock) throw new Error('The database holds nothing yet: "claimgraph import" or "claimgraph seed" fills it.');
  return clock.at as number;
}

/**
 * All records of the graph as of a record time, in the order of the collections, and in each in the order of ids: the
 * same records come in the same order, however they were recorded.
 */
export function recordsAt(engine: Engine, at: number): RecordStream {
  const run: Run = (statement) => engine.read(statement);
  return async function* records() {
    for (const collection of COLLECTIONS) yield* collected(run, collection, at);
  };
}

async function* collected(run: Run, collection: Collection, at: number): AsyncIterable<CollectedRecord> {
  if (collection === 'relations') {
    for await (const ids of idPages(run, 'claims', at)) {
      for (const record of await readRelations(run, ids, at)) yield { collection, record };
    }
  } else if (collection === 'derivations') {
    for await (const ids of idPages(run, 'documents', at)) {
      for (const record of await readDerivations(run, ids, at)) yield { collection, record };
    }
  } else {
    for await (const ids of idPages(run, collection, at))
      yield* (await readRecordsAt(run, ids, at)) as CollectedRecord[];
  }
}

async function* idPages(run: Run, collection: NodeCollection, at: number): AsyncIterable<readonly string[]> {
  let last: string | undefined = '';
  while (last !== undefined) {
    const ids: string[] = await readIds(run, collection, at, last, IDS);
    for (let start = 0; start < ids.length; start += PAGE) yield ids.slice(start, start + PAGE);
    last = ids.length < IDS ? undefined : ids.at(-1);
  }
}

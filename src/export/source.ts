import type { Engine, Run } from '../engine/engine.ts';
import { COLLECTIONS, type Collection } from '../ingest/bundle.ts';
import { type NodeCollection, readDerivations, readPage, readRelations } from '../ingest/stored.ts';
import type { StoredRecord } from '../ingest/stored-records.ts';
import type { Exported, Records } from './format.ts';

/** Records that are read at once: enough to make round trips cheap, few enough to be held. */
const PAGE = 2_000;

const READ_CLOCK = "MATCH (clock:Clock) WHERE clock.id = 'record' RETURN clock.at AS at";

/** The record time that the graph has come to, in milliseconds; what is read as of it stays the same. */
export async function presentOf(engine: Engine): Promise<number> {
  const [clock] = await engine.read({ text: READ_CLOCK, parameters: {} });
  if (!clock) throw new Error('The database is not prepared yet: it has no record clock.');
  return clock.at as number;
}

/**
 * All records of the graph as of a record time, page by page, in the order of the collections and in each by when they
 * were recorded, so that what a record names comes before it wherever that can be.
 */
export function recordsOf(engine: Engine, at: number): Records {
  const run: Run = (statement) => engine.read(statement);
  return async function* records() {
    for (const collection of COLLECTIONS) yield* collected(run, collection, at);
  };
}

async function* collected(run: Run, collection: Collection, at: number): AsyncIterable<Exported> {
  if (collection === 'relations') {
    for await (const page of pages(run, 'claims', at)) {
      for (const record of await readRelations(run, idsOf(page), at)) yield { collection, record };
    }
  } else if (collection === 'derivations') {
    for await (const page of pages(run, 'documents', at)) {
      for (const record of await readDerivations(run, idsOf(page), at)) yield { collection, record };
    }
  } else {
    for await (const page of pages(run, collection, at)) for (const record of page) yield record as Exported;
  }
}

async function* pages(run: Run, collection: NodeCollection, at: number): AsyncIterable<readonly StoredRecord[]> {
  let after: { recorded: number; id: string } | null = null;
  for (;;) {
    const page: Awaited<ReturnType<typeof readPage>> = await readPage(run, collection, at, after, PAGE);
    if (page.records.length > 0) yield page.records;
    if (page.records.length < PAGE) return;
    after = page.last;
  }
}

function idsOf(page: readonly StoredRecord[]): string[] {
  return page.map(({ record }) => record.id);
}

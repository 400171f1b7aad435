import type { Bundle, Collection, FileOf } from '../bundle/bundle.ts';
import { BundleIndex } from '../bundle/bundle-index.ts';
import { datesIn } from '../bundle/dates.ts';
import { BundleError } from '../bundle/problem.ts';
import { validate } from '../bundle/validate.ts';
import { storeFindings } from '../derive/findings.ts';
import { addToCounters, countersOf } from '../derive/increment-counters.ts';
import { renewTraceMarks } from '../derive/renew-trace-marks.ts';
import { standaloneClaims } from '../derive/standalone-claims.ts';
import { traceStandalone } from '../derive/trace-standalone-claims.ts';
import type { Engine, Run, Statement } from '../engine/engine.ts';
import { lockClock, nextRevision, type Revision, type RevisionEntry, writeRevision } from '../store/clock.ts';
import { type ExistingRecords, newRecords, readExisting } from '../store/existing-records.ts';
import { withShownIds } from '../store/merged-ids.ts';
import { RecordCache } from '../store/record-cache.ts';
import type { Stamp } from '../store/rows.ts';
import { writeRecords } from '../store/write-records.ts';

export interface LoadOptions {
  /** Who writes, for the revision. */
  readonly by: string;
  readonly reason?: string | undefined;
  /** The time of the write, in milliseconds since 1970; by default now. Record time never runs backwards. */
  readonly now?: number | undefined;
  /** Gives the file of a record, to name it in problems. */
  readonly fileOf?: FileOf | undefined;
  /** The name that the client gave the request, and a digest of what it sent. */
  readonly idempotencyKey?: string | undefined;
  readonly digest?: string | undefined;
  /** What the revision says, if it is not just RECORD. */
  readonly entry?: Pick<RevisionEntry, 'operation' | 'subjects' | 'after'> | undefined;
  /** Statements to run at the end of the same transaction, also if nothing was new. */
  readonly also?: readonly Statement[] | undefined;
  /** What earlier loads of the same writer know about the graph; this load adds to it. */
  readonly cache?: RecordCache | undefined;
}

/** The result of a load. If nothing was new, `written` is false and `revision` null. */
export interface Loaded {
  readonly written: boolean;
  readonly revision: Revision | null;
  /** The number of new records in each collection. */
  readonly counts: Readonly<Record<Collection, number>>;
  /** The ids of the new records that have one. */
  readonly ids: readonly string[];
}

/**
 * Validates a bundle against the graph and stores its new records in one transaction: all of them, or none. A record
 * that is in the graph with the same content stays as it is. Throws a BundleError with all problems, or an EngineError.
 */
export async function load(engine: Engine, bundle: Bundle, options: LoadOptions): Promise<Loaded> {
  const loaded = await engine.write(async (run) => {
    const done = await loadWithin(run, new BundleIndex(bundle), options);
    for (const statement of options.also ?? []) await run(statement);
    return done;
  });
  options.cache?.commit();
  return loaded;
}

/** The same within an open transaction. */
export async function loadWithin(run: Run, bundle: BundleIndex, options: LoadOptions): Promise<Loaded> {
  const { cache = new RecordCache(), by, reason, idempotencyKey, digest, entry } = options;
  const clock = await lockClock(run);
  const revisionTime = nextRevision(clock, options.now);
  cache.validateAt(clock);
  const existing = await readExisting(run, bundle, { clock, cache });
  const problems = validate(bundle, existing, options.fileOf);
  if (problems.length > 0) throw new BundleError(problems);
  const added = newRecords(bundle, existing);
  const result = { counts: added.counts, ids: added.ids };
  if (added.isEmpty) return { written: false, revision: null, ...result };
  await write(run, added, existing, { at: revisionTime.at, by }, cache);
  cache.write(added, revisionTime.sequence);
  const subjects = added.mainId === undefined ? [] : [added.mainId];
  const revisionEntry = {
    operation: 'RECORD',
    by,
    reason,
    subjects,
    idempotencyKey,
    digest,
    ...entry,
  } as const;
  return { written: true, revision: await writeRevision(run, revisionTime, revisionEntry), ...result };
}

/** Derives what new records need, writes them, and updates what is derived from existing records. */
async function write(
  run: Run,
  added: BundleIndex,
  existing: ExistingRecords,
  stamp: Stamp,
  cache: RecordCache,
): Promise<void> {
  const { merged } = existing;
  const dates = datesIn(added.bundle, existing.publishedAt);
  const shown = withShownIds(added, merged);
  const counters = countersOf(shown, dates);
  const { traceable, checkable } = standaloneClaims(shown, shownTypes(existing), dates);
  const traced = await traceStandalone(run, shown, traceable, cache);
  await writeRecords(run, added, { dates, stamp, merged, derived: [counters.ofNew, traced.marks] });
  await addToCounters(run, shown, counters.added, dates, stamp);
  const renewed = await renewTraceMarks(run, shown.without(traced.claims), stamp.at);
  await storeFindings(run, { added: shown, checkable, renewed }, stamp);
}

/** The types of existing records by id, and by shown id. */
function shownTypes({ types, merged }: ExistingRecords): ReadonlyMap<string, string> {
  if (merged.size === 0) return types;
  return new Map([...types, ...[...merged].map(([id, into]) => [into, types.get(id) ?? ''] as const)]);
}

import { type Bundle, COLLECTIONS, type Collection, type FileOf } from '../bundle/bundle.ts';
import { BundleError } from '../bundle/problem.ts';
import { nodeRecords, recordIds } from '../bundle/records.ts';
import { check } from '../bundle/validate.ts';
import { additionsOf, addToViews, newViews } from '../derive/added-counters.ts';
import { applyRules } from '../derive/findings.ts';
import { claimsApart, withoutClaims } from '../derive/standalone-claims.ts';
import { traceClosed } from '../derive/standalone-marks.ts';
import { renewMarks } from '../derive/trace-marks.ts';
import type { Engine, Run, Statement } from '../engine/engine.ts';
import { type Entry, nextTurn, type Revision, takeClock, writeDown } from '../store/clock.ts';
import { newPart, readStored, type Stored } from '../store/existing-records.ts';
import { asShown } from '../store/merged-entities.ts';
import { Memory } from '../store/record-cache.ts';
import type { Properties, Stamp } from '../store/rows.ts';
import { writeRecords } from '../store/write-records.ts';

export interface LoadOptions {
  /** Who writes, for the record. */
  readonly by: string;
  readonly reason?: string | undefined;
  /** The time of the write, in milliseconds since 1970; the present unless told. Record time never runs backwards. */
  readonly now?: number | undefined;
  /** Where records come from, for problems to say so. */
  readonly fileOf?: FileOf | undefined;
  /** The client's own name for this load, and a digest of what it sent. */
  readonly idempotencyKey?: string | undefined;
  readonly digest?: string | undefined;
  /** What the record says of it, where that is not that records came in. */
  readonly entry?: Pick<Entry, 'operation' | 'subjects' | 'after'> | undefined;
  /** Statements that run at the end of the same transaction, also where the graph held everything already. */
  readonly also?: readonly Statement[] | undefined;
  /** What earlier loads of the same writer know of the graph; it is added to. */
  readonly memory?: Memory | undefined;
}

/** What a load did; `written` is false, and `revision` null, where the graph held all of it already. */
export interface Loaded {
  readonly written: boolean;
  readonly revision: Revision | null;
  /** How many records of each collection are new. */
  readonly counts: Readonly<Record<Collection, number>>;
  /** The ids of the new records that have one. */
  readonly ids: readonly string[];
}

/**
 * Checks a bundle against the graph and stores what is new of it, in one transaction: all, or nothing. A record that
 * is there already with the same content is left as it is there. Throws a BundleError with all problems, or an
 * EngineError.
 */
export async function load(engine: Engine, bundle: Bundle, options: LoadOptions): Promise<Loaded> {
  const loaded = await engine.write(async (run) => {
    const done = await loadWithin(run, bundle, options);
    for (const statement of options.also ?? []) await run(statement);
    return done;
  });
  options.memory?.commit();
  return loaded;
}

/** The same within a transaction that is open already. */
export async function loadWithin(run: Run, bundle: Bundle, options: LoadOptions): Promise<Loaded> {
  const { memory = new Memory() } = options;
  const clock = await takeClock(run);
  const turn = nextTurn(clock, options.now);
  memory.recall(clock);
  const stored = await readStored(run, bundle, { clock, memory });
  const problems = check(bundle, stored, options.fileOf);
  if (problems.length > 0) throw new BundleError(problems);
  const added = newPart(bundle, stored);
  const what = { counts: countsOf(added), ids: recordIds(added) };
  if (Object.values(what.counts).every((count) => count === 0)) return { written: false, revision: null, ...what };
  const { by, reason, idempotencyKey, digest, entry } = options;
  await add(run, added, stored, { at: turn.at, by }, memory);
  memory.write(added, turn.sequence);
  const subjects = [subjectOf(added)].filter((id) => id !== undefined);
  const told = { operation: 'RECORD', by, reason, subjects, idempotencyKey, digest, ...entry } as const;
  return { written: true, revision: await writeDown(run, turn, told), ...what };
}

/** Writes records that the graph does not hold, and renews all that follows from them. */
async function add(run: Run, added: Bundle, stored: Stored, stamp: Stamp, memory: Memory): Promise<void> {
  const publishedAt = dates(added, stored);
  const shown = asShown(added, stored.merged);
  const additions = additionsOf(shown, publishedAt);
  const { contained, quiet } = claimsApart(shown, { types: shownTypes(stored), publishedAt });
  const closed = await traceClosed(run, shown, contained, memory);
  const derived = together(newViews(shown, additions), closed.marks);
  await writeRecords(run, added, publishedAt, stamp, stored.merged, derived);
  await addToViews(run, shown, additions, publishedAt, stamp.at);
  await applyRules(run, shown, stamp, quiet);
  await renewMarks(run, withoutClaims(shown, closed.claims), stamp.at);
}

/** Types by the ids that are named, and by those that they are shown under. */
function shownTypes({ types, merged }: Stored): ReadonlyMap<string, string> {
  if (merged.size === 0) return types;
  return new Map([...types, ...[...merged].map(([id, into]) => [into, types.get(id) ?? ''] as const)]);
}

/** What is derived of new records, from several sides. */
function together(one: ReadonlyMap<string, Properties>, other: ReadonlyMap<string, Properties>) {
  const ids = new Set([...one.keys(), ...other.keys()]);
  return new Map([...ids].map((id) => [id, { ...one.get(id), ...other.get(id) }]));
}

/** Dates of documents: of those in the graph as they are there, of the others as the bundle has them. */
export function dates({ documents }: Bundle, { publishedAt }: Pick<Stored, 'publishedAt'>) {
  const own = new Map(documents.map((document) => [document.id, document.publishedAt]));
  return (id: string) => (own.has(id) ? own.get(id) : publishedAt.get(id));
}

/** What a write was about, for its revision: a document where one is new, else a claim, else whatever came first. */
function subjectOf(bundle: Bundle): string | undefined {
  const { documents, claims, relations, derivations } = bundle;
  const first = documents[0] ?? claims[0] ?? nodeRecords(bundle)[0];
  return first?.id ?? relations[0]?.from ?? derivations[0]?.document;
}

function countsOf(bundle: Bundle): Record<Collection, number> {
  const counts = COLLECTIONS.map((collection) => [collection, bundle[collection].length]);
  return Object.fromEntries(counts) as Record<Collection, number>;
}

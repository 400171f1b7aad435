import { setImmediate } from 'node:timers/promises';
import type { Collection } from '../bundle/bundle.ts';
import { BundleIndex } from '../bundle/bundle-index.ts';
import { digestOf } from '../bundle/digest.ts';
import { BundleError } from '../bundle/problem.ts';
import { load } from '../change/load.ts';
import type { Engine, Statement } from '../engine/engine.ts';
import { deleteCheckpoint, readCheckpoint, START, saveCheckpoint } from '../store/import-checkpoint.ts';
import { RecordCache } from '../store/record-cache.ts';
import { bundleOfPieces } from './batch-bundle.ts';
import { audit, warnOf } from './check-batches.ts';
import { DependencyClosures, type PieceBatch } from './dependency-closure.ts';
import { ImportCounts, type ImportResult } from './import-counts.ts';
import {
  type Input,
  type PlacedLeftOut,
  type PlacedProblem,
  type PlacedWarning,
  type Survey,
  survey,
} from './survey-input.ts';

/** About how many records are stored in one transaction, by default. */
export const BATCH = 4_000;

/** How far a stage has come: in bytes while reading, in pieces (lines, or items of a document) afterwards. */
export interface Progress {
  readonly stage: 'reading' | 'checking' | 'writing';
  readonly done: number;
  /** Null if it is not known. */
  readonly total: number | null;
}

export interface ImportOptions {
  /** Who writes, and why, for the revisions. */
  readonly by: string;
  readonly reason?: string | undefined;
  /**
   * `nothing`: the whole input is checked first, and nothing is written if anything is wrong. `skip`: pieces with
   * problems, and those that depend on them, are left out.
   */
  readonly onProblem: 'nothing' | 'skip';
  readonly batch?: number | undefined;
  /**
   * Starts at the beginning, even if an earlier run was interrupted. Records that are already stored stay as they are.
   */
  readonly restart?: boolean | undefined;
  /** Stops the import after the current batch. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly onFound?: ((problem: PlacedProblem) => void) | undefined;
  /** Called with what was stored and is probably not meant. */
  readonly onWarning?: ((warning: PlacedWarning) => void) | undefined;
  readonly onLeftOut?: ((leftOut: PlacedLeftOut) => void) | undefined;
}

/**
 * Reads inputs and stores their records, one batch in each transaction; a batch refers only to itself and to earlier
 * ones. An interrupted import continues where it stopped, if the inputs are the same. Throws an EngineError, and any
 * error of a source.
 */
export async function importInputs(
  engine: Engine,
  inputs: readonly Input[],
  options: ImportOptions,
): Promise<ImportResult> {
  const counts = new ImportCounts(options);
  const onBytes = (done: number) => options.onProgress?.({ stage: 'reading', done, total: null });
  const read = await survey(inputs, { ...counts.listener, onBytes }, options.signal);
  try {
    if (options.signal?.aborted) return counts.result('stopped', read);
    const cache = new RecordCache();
    if (options.onProblem === 'nothing') {
      const sequence = await auditAll(engine, read, counts, options);
      if (options.signal?.aborted) return counts.result('stopped', read);
      if (counts.problems > 0) return counts.result('refused', read);
      if (sequence !== null) cache.startFrom(sequence);
    }
    const files = inputs.map(({ source }) => source.name);
    return await writeAll({ engine, read, counts, cache, options }, files);
  } finally {
    read.close();
  }
}

function auditAll(engine: Engine, read: Survey, counts: ImportCounts, options: ImportOptions): Promise<number | null> {
  return audit(read, {
    read: (statement) => engine.read(statement),
    batch: options.batch ?? BATCH,
    signal: options.signal,
    onProblem: counts.listener.onProblem,
    hasEnough: counts.listener.hasEnough,
    onPieces: (done) => options.onProgress?.({ stage: 'checking', done, total: read.spool.length }),
  });
}

/** What the functions of the writing stage share. */
interface Writing {
  readonly engine: Engine;
  readonly read: Survey;
  readonly counts: ImportCounts;
  readonly cache: RecordCache;
  readonly options: ImportOptions;
}

async function writeAll(writing: Writing, files: readonly string[]): Promise<ImportResult> {
  const { engine, read, counts, options } = writing;
  const id = `import:${read.fingerprint}`;
  const found = options.restart ? START : await readCheckpoint(engine, id);
  const began = found.position;
  const total = read.spool.length;
  const closures = new DependencyClosures(read, found);
  const retried = found.retried || found.leftOut.length > 0;
  let position = began;
  let isOpen = found.leftOut.length > 0;
  for await (const batch of batches(closures, options)) {
    // An input of a single batch needs no checkpoint: it is stored as a whole or not at all.
    const isOnlyBatch = batch.from === 0 && batch.next === total;
    const reached = () => ({ id, position: batch.next, leftOut: closures.leftOut, retried });
    const also = () => (isOnlyBatch ? [] : [saveCheckpoint(reached(), files)]);
    if (!(await store(writing, closures, batch, also))) {
      return counts.result(position === 0 ? 'refused' : 'stopped', read, began, position);
    }
    position = batch.next;
    isOpen = false;
    options.onProgress?.({ stage: 'writing', done: batch.batched, total });
  }
  if (options.signal?.aborted && (isOpen || position < total)) return counts.result('stopped', read, began, position);
  await deleteCheckpoint(engine, id);
  return counts.result('done', read, began);
}

/**
 * The batches of an input. The next batch is prepared while one is written, unless pieces may be left out, because the
 * next one then depends on the result.
 */
async function* batches(closures: DependencyClosures, { batch: size = BATCH, onProblem, signal }: ImportOptions) {
  const isAhead = onProblem === 'nothing';
  const prepare = () => {
    const batch = prepared(closures, size);
    // The batch is awaited later, and an error is thrown there.
    batch.catch(() => undefined);
    return batch;
  };
  let next = prepare();
  try {
    for (let batch = await next; batch && !signal?.aborted; batch = await next) {
      if (isAhead) next = prepare();
      yield batch;
      if (!isAhead) next = prepare();
    }
  } finally {
    await next.catch(() => undefined);
  }
}

/** The next batch, with the digests of its records already computed while the database is busy. */
async function prepared(closures: DependencyClosures, size: number): Promise<PieceBatch | null> {
  const batch = await closures.next(size);
  for (const { records } of batch?.pieces ?? []) {
    await setImmediate();
    for (const list of Object.values(records)) for (const record of list) digestOf(record);
  }
  return batch;
}

/**
 * Stores a batch without the pieces that have problems; returns false if there are problems and nothing may be left
 * out.
 */
async function store(
  { engine, read, counts, cache, options }: Writing,
  closures: DependencyClosures,
  batch: PieceBatch,
  also: () => Statement[],
): Promise<boolean> {
  const { by, reason, onProblem, onWarning } = options;
  for (let current = batch; ; current = closures.again(current)) {
    const { bundle, pieceOf } = bundleOfPieces(current.pieces);
    const fileOf = (collection: Collection, index: number) => String(pieceOf(collection, index).number);
    try {
      counts.addStored(await load(engine, bundle, { by, reason, fileOf, also: also(), cache }), bundle);
      if (onWarning) await warnOf(new BundleIndex(bundle), pieceOf, read, (one) => engine.read(one), onWarning);
      return true;
    } catch (error) {
      if (!(error instanceof BundleError)) throw error;
      counts.addProblems(error.problems, read);
      if (onProblem === 'nothing') return false;
      for (const { file } of error.problems) closures.leaveOut(Number(file));
    }
  }
}

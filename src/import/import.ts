import { setImmediate } from 'node:timers/promises';
import type { Collection } from '../bundle/bundle.ts';
import { digestOf } from '../bundle/digest.ts';
import { BundleError } from '../bundle/problem.ts';
import { load } from '../change/load.ts';
import type { Engine, Statement } from '../engine/engine.ts';
import { BEGINNING, forget, readCheckpoint, saving } from '../store/import-checkpoint.ts';
import { RecordCache } from '../store/record-cache.ts';
import { audit } from './audit.ts';
import { together } from './batch-bundle.ts';
import { Closures, type PieceBatch } from './dependency-closure.ts';
import { type Imported, Tally } from './import-counts.ts';
import { type Input, type PlacedLeftOut, type PlacedProblem, type Survey, survey } from './survey.ts';

/** Records of one transaction, unless told otherwise. */
export const BATCH = 4_000;

/** How far a stage is: bytes while reading, pieces (lines, or items of a document) afterwards. */
export interface Progress {
  readonly stage: 'reading' | 'checking' | 'writing';
  readonly done: number;
  /** Null where it is not known. */
  readonly total: number | null;
}

export interface ImportOptions {
  /** Who writes, and why, for the record. */
  readonly by: string;
  readonly reason?: string | undefined;
  /**
   * `nothing`: the whole input is checked first, and nothing is written if anything is wrong. `skip`: pieces with
   * problems, and those that depend on them, are left out.
   */
  readonly onProblem: 'nothing' | 'skip';
  readonly batch?: number | undefined;
  /** Starts at the beginning, also where an earlier run was interrupted. What is stored already does no harm. */
  readonly restart?: boolean | undefined;
  /** Ends the import after the batch under way. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly onFound?: ((problem: PlacedProblem) => void) | undefined;
  readonly onLeftOut?: ((leftOut: PlacedLeftOut) => void) | undefined;
}

/**
 * Reads inputs and stores what they hold, a batch in each transaction, in an order in which every batch can stand by
 * itself. An import that was interrupted goes on at the same input where it stopped. Throws an EngineError, and
 * whatever a source throws.
 */
export async function importInputs(
  engine: Engine,
  inputs: readonly Input[],
  options: ImportOptions,
): Promise<Imported> {
  const tally = new Tally(options);
  const onBytes = (done: number) => options.onProgress?.({ stage: 'reading', done, total: null });
  const read = await survey(inputs, { ...tally.listener, onBytes }, options.signal);
  try {
    if (options.signal?.aborted) return tally.result('stopped', read);
    const cache = new RecordCache();
    if (options.onProblem === 'nothing') {
      const sequence = await auditAll(engine, read, tally, options);
      if (options.signal?.aborted) return tally.result('stopped', read);
      if (tally.problems > 0) return tally.result('refused', read);
      if (sequence !== null) cache.startFrom(sequence);
    }
    const files = inputs.map(({ source }) => source.name);
    return await writeAll({ engine, read, tally, cache, options }, files);
  } finally {
    read.close();
  }
}

function auditAll(engine: Engine, read: Survey, tally: Tally, options: ImportOptions): Promise<number | null> {
  return audit(read, {
    read: (statement) => engine.read(statement),
    batch: options.batch ?? BATCH,
    signal: options.signal,
    onProblem: tally.listener.onProblem,
    onPieces: (done) => options.onProgress?.({ stage: 'checking', done, total: read.spool.length }),
  });
}

/** What one run of the writing stage shares. */
interface Writing {
  readonly engine: Engine;
  readonly read: Survey;
  readonly tally: Tally;
  readonly cache: RecordCache;
  readonly options: ImportOptions;
}

async function writeAll(writing: Writing, files: readonly string[]): Promise<Imported> {
  const { engine, read, tally, options } = writing;
  const id = `import:${read.fingerprint}`;
  const found = options.restart ? BEGINNING : await readCheckpoint(engine, id);
  const began = found.position;
  const total = read.spool.length;
  const closures = new Closures(read, found);
  const retried = found.retried || found.leftOut.length > 0;
  let position = began;
  let isOpen = found.leftOut.length > 0;
  for await (const batch of dealt(closures, options)) {
    // An input of one batch is stored or not, and leaves nothing to go on with.
    const isWhole = batch.from === 0 && batch.next === total;
    const spot = () => ({ id, position: batch.next, leftOut: closures.leftOut, retried });
    const also = () => (isWhole ? [] : [saving(spot(), files)]);
    if (!(await store(writing, closures, batch, also))) {
      return tally.result(position === 0 ? 'refused' : 'stopped', read, began, position);
    }
    position = batch.next;
    isOpen = false;
    options.onProgress?.({ stage: 'writing', done: batch.dealt, total });
  }
  if (options.signal?.aborted && (isOpen || position < total)) return tally.result('stopped', read, began, position);
  await forget(engine, id);
  return tally.result('done', read, began);
}

/**
 * The batches of an input. The next one is put together while one is written, unless what is in it can depend on what of
 * that one is left out.
 */
async function* dealt(closures: Closures, { batch: size = BATCH, onProblem, signal }: ImportOptions) {
  const isAhead = onProblem === 'nothing';
  const prepare = () => {
    const batch = prepared(closures, size);
    // It is awaited later; what goes wrong until then is told there.
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

/** A batch whose digests are reckoned already, while the database is at work. */
async function prepared(closures: Closures, size: number): Promise<PieceBatch | null> {
  const batch = await closures.next(size);
  for (const { records } of batch?.pieces ?? []) {
    await setImmediate();
    for (const list of Object.values(records)) for (const record of list) digestOf(record);
  }
  return batch;
}

/** Stores a batch, without what turns out to have problems; false where nothing may be left out. */
async function store(
  { engine, read, tally, cache, options }: Writing,
  closures: Closures,
  batch: PieceBatch,
  also: () => Statement[],
): Promise<boolean> {
  const { by, reason, onProblem } = options;
  for (let current = batch; ; current = closures.again(current)) {
    const { bundle, pieceOf } = together(current.pieces);
    const fileOf = (collection: Collection, index: number) => String(pieceOf(collection, index).number);
    try {
      tally.addStored(await load(engine, bundle, { by, reason, fileOf, also: also(), cache }), bundle);
      return true;
    } catch (error) {
      if (!(error instanceof BundleError)) throw error;
      tally.addMisfits(error.problems, read);
      if (onProblem === 'nothing') return false;
      for (const { file } of error.problems) closures.leaveOut(Number(file));
    }
  }
}

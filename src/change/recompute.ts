import type { Engine } from '../engine/engine.ts';
import { lockClock, nextRevision, type Revision, writeRevision } from '../store/clock.ts';
import { MARKS_VERSION, readMarksVersion, storeMarksVersion } from '../store/marks-version.ts';
import { currentRecordTime } from '../store/read-all-records.ts';
import { countCurrent, readIds } from '../store/read-records.ts';
import {
  deleteRecomputeCheckpoint,
  type RecomputeCheckpoint,
  readRecomputeCheckpoint,
  saveRecomputeCheckpoint,
} from '../store/recompute-checkpoint.ts';
import { RECOMPUTE_STEPS, type RecomputeStep } from './recompute-steps.ts';

/** How many records are renewed in one transaction, by default. */
export const RECOMPUTED_TOGETHER = 1_000;

/** The most ids that are read at once: each statement sorts all that are left. */
const IDS = 50_000;

export interface RecomputeOptions {
  /** Who recomputes, for the history. */
  readonly by: string;
  readonly batch?: number | undefined;
  /** Starts at the beginning, even if an earlier run was interrupted. */
  readonly restart?: boolean | undefined;
  /** Stops after the current batch. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((step: string, done: number, total: number) => void) | undefined;
}

/** What one run has done in a step. */
export interface RecomputedStep {
  readonly name: string;
  readonly records: number;
  /** For how many of them something else follows now. */
  readonly changed: number;
}

export interface Recomputed {
  readonly outcome: 'done' | 'stopped';
  /** The version of the marks before, and the current one. */
  readonly version: { readonly before: number; readonly now: number };
  /** Where an earlier run had stopped; null if this one began at the beginning. */
  readonly began: RecomputeCheckpoint | null;
  readonly steps: readonly RecomputedStep[];
  readonly revisions: { readonly first: string; readonly last: string } | null;
}

/**
 * Renews in place what is stored with records because it follows from them, and notes the version at the end. Each batch
 * is one transaction that holds the record clock, like every write, and moves a checkpoint: a run that was interrupted
 * continues where it stopped. A batch that changes something is a revision, so answers as of earlier record times stay
 * the same. Other writers may write between batches. Throws an EngineError.
 */
export async function recompute(engine: Engine, options: RecomputeOptions): Promise<Recomputed> {
  const before = (await readMarksVersion(engine)) ?? MARKS_VERSION;
  const began = options.restart ? null : await readRecomputeCheckpoint(engine);
  const run = new Recomputation(engine, options);
  const first = Math.max(
    0,
    RECOMPUTE_STEPS.findIndex(({ name }) => name === began?.step),
  );
  for (const step of RECOMPUTE_STEPS.slice(first)) await run.through(step, step.name === began?.step ? began : null);
  const isDone = !options.signal?.aborted;
  if (isDone) await finish(engine);
  const version = { before, now: isDone ? MARKS_VERSION : before };
  return { outcome: isDone ? 'done' : 'stopped', version, began, steps: run.steps, revisions: run.revisions };
}

async function finish(engine: Engine): Promise<void> {
  await engine.write(async (run) => {
    await lockClock(run);
    await run(deleteRecomputeCheckpoint());
    await run(storeMarksVersion());
  });
}

/** One run: goes through steps, and counts what it does. */
class Recomputation {
  readonly steps: RecomputedStep[] = [];
  revisions: Recomputed['revisions'] = null;
  readonly #engine: Engine;
  readonly #options: RecomputeOptions;

  constructor(engine: Engine, options: RecomputeOptions) {
    this.#engine = engine;
    this.#options = options;
  }

  /** Renews all records of a step that come after the checkpoint. */
  async through(step: RecomputeStep, began: RecomputeCheckpoint | null): Promise<void> {
    const { signal, onProgress } = this.#options;
    if (signal?.aborted) return;
    const { name, collection } = step;
    let { after, done } = began ?? { after: '', done: 0 };
    const total = done + (await countCurrent(this.#engine, collection, after));
    const counts = { name, records: 0, changed: 0 };
    for await (const ids of this.#batches(step, after)) {
      after = ids.at(-1) as string;
      done += ids.length;
      counts.changed += await this.#renew(step, ids, { step: name, after, done });
      counts.records += ids.length;
      onProgress?.(name, done, total);
      if (signal?.aborted) break;
    }
    this.steps.push(counts);
  }

  async *#batches({ collection }: RecomputeStep, start: string): AsyncGenerator<readonly string[]> {
    const { batch = RECOMPUTED_TOGETHER } = this.#options;
    for (let after: string | undefined = start; after !== undefined; ) {
      const at = await currentRecordTime(this.#engine);
      const ids: string[] = await readIds((statement) => this.#engine.read(statement), collection, at, after, IDS);
      for (let first = 0; first < ids.length; first += batch) yield ids.slice(first, first + batch);
      after = ids.length < IDS ? undefined : ids.at(-1);
    }
  }

  /** Renews a batch in one transaction; returns for how many records something has changed. */
  async #renew(step: RecomputeStep, ids: readonly string[], reached: RecomputeCheckpoint): Promise<number> {
    const { by } = this.#options;
    const { changed, revision } = await this.#engine.write(async (run) => {
      const time = nextRevision(await lockClock(run));
      const subjects = [...new Set(await step.renew(run, ids, { at: time.at, by }))];
      await run(saveRecomputeCheckpoint(reached));
      const entry = { operation: 'RECOMPUTE', by, reason: step.reason, subjects } as const;
      return {
        changed: subjects.length,
        revision: subjects.length === 0 ? null : await writeRevision(run, time, entry),
      };
    });
    if (revision) this.#note(revision);
    return changed;
  }

  #note({ id }: Revision): void {
    this.revisions = { first: this.revisions?.first ?? id, last: id };
  }
}

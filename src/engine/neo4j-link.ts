import { setTimeout as pause } from 'node:timers/promises';
import type { Driver } from 'neo4j-driver';
import { EngineError } from './engine.ts';

/** How long a server may take to answer that it has stopped a statement, before it counts as hung; in milliseconds. */
const GRACE = 800;

/** How long a server may take to hear that its connections are closed, in milliseconds. */
const GOODBYE = 2_000;

/** How long a server may take to answer a first question, before it counts as hung, and when it is asked again. */
const PROBE = { limit: 3_000, again: 500 };

/** A driver, and the calls that go through it. */
interface Generation {
  readonly driver: Driver;
  calls: number;
  isReplaced: boolean;
  /** Fulfilled once the server has answered through this driver. */
  answers: Promise<void> | null;
}

/** Limits of one call: when it has to be over, as `performance.now()` counts, and what ends it before. */
export interface CallLimits {
  readonly due: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The way to a server that may hang: one that neither answers nor closes its connections. The driver would wait for it
 * without an end, and keep its connections. Here every step has a limit. A driver whose server hangs is replaced by a new
 * one, and closed with its connections as soon as no other call uses it. Until the server has answered through the new
 * one, calls wait for one question that is asked for all of them, instead of filling the pool.
 */
export class Neo4jLink {
  readonly #open: () => Driver;
  readonly #limit: number;
  #current: Generation;
  #failed: { readonly at: number; readonly error: unknown } | null = null;
  #isClosed = false;

  /** `limit` is the longest that a server may take to answer a first question, in milliseconds. */
  constructor(open: () => Driver, limit: number) {
    this.#open = open;
    this.#limit = Math.min(limit, PROBE.limit);
    this.#current = this.#next();
  }

  /**
   * Works through the driver. Throws what the work throws; TIMEOUT or CANCELLED where it ends before, and UNAVAILABLE
   * where the server does not even answer that it has stopped.
   */
  async call<T>(limits: CallLimits, work: (driver: Driver, steps: Steps) => Promise<T>): Promise<T> {
    if (this.#isClosed) throw new EngineError('UNAVAILABLE', 'The connection to the database is closed');
    const generation = this.#current;
    const steps = new Steps(limits);
    generation.calls += 1;
    try {
      await steps.take(this.#answering(generation), Number.POSITIVE_INFINITY, 'UNAVAILABLE');
      const working = work(generation.driver, steps);
      return await Promise.race([working, steps.ended]).catch((error) =>
        steps.left.aborted ? this.#afterEnd(generation, working, steps) : Promise.reject(error),
      );
    } finally {
      steps.close();
      generation.calls -= 1;
      this.#closeUnused(generation);
    }
  }

  /** Ends all calls; later ones throw UNAVAILABLE. A server that hangs is not waited for, though its connections stay open. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.race([this.#current.driver.close(), pause(GOODBYE, undefined, { ref: false })]);
  }

  /** What is done in spite of all is done; else the reason, unless the server hangs. */
  async #afterEnd<T>(generation: Generation, working: Promise<T>, steps: Steps): Promise<T> {
    const reason: EngineError = steps.left.reason;
    const isCancelled = reason.failure === 'CANCELLED';
    // A connection may be given back although its server has not said that it has stopped: the next question finds that out.
    const stopped = steps.stop().catch(() => undefined);
    const answers = stopped.then(() => isCancelled || generation.driver.verifyConnectivity().then(() => true));
    if (await Promise.race([answers.catch(() => false), pause(GRACE, false)])) {
      return Promise.race([working, steps.ended]).catch(() => Promise.reject(reason));
    }
    this.#replace(generation);
    throw isCancelled ? reason : noAnswer(reason);
  }

  #answering(generation: Generation): Promise<void> {
    if (this.#failed && performance.now() < this.#failed.at + PROBE.again) return Promise.reject(this.#failed.error);
    generation.answers ??= this.#probe(generation);
    return generation.answers;
  }

  async #probe(generation: Generation): Promise<void> {
    const asked = generation.driver.verifyConnectivity().then(() => null);
    const outcome = await Promise.race([
      asked.catch((error: unknown) => ({ error })),
      pause(this.#limit, { error: noAnswer() }),
    ]);
    if (!outcome) {
      this.#failed = null;
      return;
    }
    this.#failed = { at: performance.now(), error: outcome.error };
    this.#replace(generation);
    throw outcome.error;
  }

  #replace(generation: Generation): void {
    if (generation.isReplaced || this.#isClosed) return;
    generation.isReplaced = true;
    this.#current = this.#next();
  }

  #closeUnused(generation: Generation): void {
    if (generation.isReplaced && generation.calls === 0) void generation.driver.close().catch(() => undefined);
  }

  #next(): Generation {
    return { driver: this.#open(), calls: 0, isReplaced: false, answers: null };
  }
}

function noAnswer(cause?: unknown): EngineError {
  return new EngineError('UNAVAILABLE', 'The database accepts connections, but does not answer', cause);
}

/** The steps of a call: each has a limit, and all end with the call. */
export class Steps {
  readonly #left = new AbortController();
  readonly #limits: CallLimits;
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #gone = () => this.#left.abort(new EngineError('CANCELLED', 'The client went away'));
  /** Rejects with the reason when the call is to end. */
  readonly ended: Promise<never>;

  constructor(limits: CallLimits) {
    this.#limits = limits;
    this.ended = new Promise((_, reject) => {
      this.left.addEventListener('abort', () => reject(this.left.reason));
    });
    this.ended.catch(() => undefined);
    if (limits.signal?.aborted) this.#gone();
    else limits.signal?.addEventListener('abort', this.#gone);
  }

  /** Aborted when nobody waits for the work any more. */
  get left(): AbortSignal {
    return this.#left.signal;
  }

  /** How to stop what the server does; fulfilled when it has stopped. Where nothing was set, nothing tells that. */
  stop: () => Promise<unknown> = () => new Promise(() => undefined);

  /** Time that is left, in milliseconds. */
  get remaining(): number {
    return Math.max(0, this.#limits.due - performance.now());
  }

  /** Waits for a step, for `limit` milliseconds and no longer than the call may take. Throws the reason of an end. */
  async take<T>(step: Promise<T>, limit = Number.POSITIVE_INFINITY, failure: 'TIMEOUT' | 'UNAVAILABLE' = 'TIMEOUT') {
    const time = Math.min(limit, this.remaining);
    const late = () => this.#left.abort(new EngineError(failure, `No answer within ${Math.round(time)} ms`));
    const timer = Number.isFinite(time) ? setTimeout(late, time) : undefined;
    if (timer) this.#timers.add(timer);
    try {
      return await Promise.race([step, this.ended]);
    } finally {
      clearTimeout(timer);
      if (timer) this.#timers.delete(timer);
    }
  }

  /** Ends the limits; the work is over. */
  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#limits.signal?.removeEventListener('abort', this.#gone);
  }
}

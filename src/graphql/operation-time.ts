import { performance } from 'node:perf_hooks';
import { setImmediate as others } from 'node:timers/promises';
import type { Read } from '../cypher/mapping.ts';
import { type Engine, EngineError, type Statement } from '../engine/engine.ts';

/** How long an operation computes until others get a turn, in milliseconds. */
const TURN = 20;

/**
 * The way of an operation to the database, for `time` milliseconds from now on, or until its client goes away. Then every
 * statement ends, and every turn, with a TIMEOUT or CANCELLED.
 */
export function readWithin(engine: Engine, time: number, client?: AbortSignal): Read {
  const end = performance.now() + time;
  let since = performance.now();
  const ended = () =>
    client?.aborted
      ? new EngineError('CANCELLED', 'The client went away')
      : new EngineError('TIMEOUT', `The operation took more than ${time} ms`);
  const check = () => {
    if (client?.aborted || performance.now() >= end) throw ended();
  };
  const read = async (statement: Statement) => {
    check();
    const limit = endingAt(end, client);
    try {
      return await engine.read(statement, { signal: limit.signal });
    } catch (error) {
      throw limit.signal.aborted ? ended() : error;
    } finally {
      limit.release();
      since = performance.now();
    }
  };
  const turn = async () => {
    if (performance.now() - since < TURN) return;
    await others();
    since = performance.now();
    check();
  };
  return Object.assign(read, { turn });
}

/** Runs so many pieces of work at a time; the others wait for their turn, in order. */
export function atMost(most: number) {
  const waiting: Array<() => void> = [];
  let running = 0;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running < most) running++;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}

/** A signal that is given at a time, or when another one is; `release` ends the waiting for both. */
function endingAt(end: number, client: AbortSignal | undefined) {
  const over = new AbortController();
  const abort = () => over.abort();
  const timer = Number.isFinite(end) ? setTimeout(abort, end - performance.now()) : undefined;
  client?.addEventListener('abort', abort);
  const release = () => {
    clearTimeout(timer);
    client?.removeEventListener('abort', abort);
  };
  return { signal: over.signal, release };
}

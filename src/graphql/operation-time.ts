import { performance } from 'node:perf_hooks';
import type { Read } from '../cypher/mapping.ts';
import { type Engine, EngineError, type ReadOptions, type Statement } from '../engine/engine.ts';
import { nextTurn } from '../time/time-slice.ts';
import { SMALL } from './admission.ts';

/** How long an operation computes until others get a turn, in milliseconds. */
const TURN = 20;

/** What the reads of one operation have in common. */
export interface OperationReads extends Pick<ReadOptions, 'client' | 'signal'> {
  /** When all is due, as `performance.now()` counts. */
  readonly due: number;
  /** Whether a statement of the operation has been answered. */
  hasRead?: boolean;
}

/**
 * The way of an operation to the database until it is due, or its client goes away. Then every statement ends, and every
 * turn, with an error that says so. `cost` is how many values a statement may read, if that is known.
 */
export function readWithin(engine: Engine, reads: OperationReads, cost?: number): Read {
  const { client, signal, due } = reads;
  let since = performance.now();
  const check = () => {
    if (signal?.aborted) throw new EngineError('CANCELLED', 'The client went away');
    if (performance.now() >= due) throw new EngineError('TIMEOUT', 'The operation took too long');
  };
  const read = async (statement: Statement) => {
    check();
    try {
      const rows = await engine.read(statement, { client, signal, due, cost });
      reads.hasRead = true;
      if ((cost ?? 0) > SMALL) await nextTurn();
      return rows;
    } catch (error) {
      // What had its turn, and then ran out of time while more of it waited, was too much.
      const isBusy = error instanceof EngineError && error.failure === 'BUSY';
      throw isBusy && reads.hasRead ? new EngineError('TIMEOUT', error.message, error) : error;
    } finally {
      since = performance.now();
    }
  };
  const turn = async () => {
    if (performance.now() - since < TURN) return;
    await nextTurn();
    since = performance.now();
    check();
  };
  return Object.assign(read, { turn });
}

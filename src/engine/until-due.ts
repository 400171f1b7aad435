import { EngineError, type EngineFailure } from './engine.ts';
import { QueueFull } from './fair-queue.ts';

/**
 * Ends the wait for work when it is due (as `performance.now()` counts) or its client is gone. `left` tells the work that
 * nobody waits for it any more; the work calls `started` when its turn has come. Throws TIMEOUT, or BUSY where its turn
 * had not come; CANCELLED; and TOO_MANY or BUSY where too much waits already.
 */
export async function untilDue<T>(
  due: number,
  signal: AbortSignal | undefined,
  work: (left: AbortSignal, started: () => void) => Promise<T>,
): Promise<T> {
  const left = new AbortController();
  const end = (failure: EngineFailure, why: string) => left.abort(new EngineError(failure, why));
  const gone = () => end('CANCELLED', 'The client went away');
  let hasStarted = false;
  const late = () => (hasStarted ? end('TIMEOUT', 'No answer in time') : end('BUSY', 'Not its turn in time'));
  if (signal?.aborted) gone();
  else if (due <= performance.now()) end('TIMEOUT', 'No time is left');
  left.signal.throwIfAborted();
  const timer = Number.isFinite(due) ? setTimeout(late, due - performance.now()) : undefined;
  signal?.addEventListener('abort', gone);
  const ended = new Promise<never>((_, reject) => {
    left.signal.addEventListener('abort', () => reject(left.signal.reason));
  });
  try {
    return await Promise.race([
      ended,
      work(left.signal, () => {
        hasStarted = true;
      }),
    ]);
  } catch (error) {
    if (!(error instanceof QueueFull)) throw error;
    throw new EngineError(error.isByClient ? 'TOO_MANY' : 'BUSY', error.message, error);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', gone);
  }
}

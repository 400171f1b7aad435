import { EXIT } from './failure.ts';
import { note } from './terminal.ts';

/**
 * Gives a signal that the first Ctrl-C aborts, so that work can end in order. A second Ctrl-C ends the program at once.
 */
export function onInterrupt(announcement: string): { readonly signal: AbortSignal; readonly release: () => void } {
  const stopping = new AbortController();
  const stop = () => {
    if (stopping.signal.aborted) process.exit(EXIT.interrupted);
    stopping.abort();
    note(announcement);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  const release = () => {
    process.off('SIGINT', stop);
    process.off('SIGTERM', stop);
  };
  return { signal: stopping.signal, release };
}

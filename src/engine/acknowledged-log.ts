import { closeSync, constants, existsSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { endOfLog, logOf } from './database-files.ts';

/**
 * A note inside of the log says how long the log was at the last change that was acknowledged, because Grafeo takes a log
 * whose end was cut off for one whose last change was never complete. The note goes with the log when the database is
 * closed, and is copied with it.
 */
const NOTE = 'acknowledged';

/** The file by which an operator accepts the loss of what a log lacks. It counts once. */
const ACCEPT_LOSS = 'accept-loss';

/** Where an operator accepts the loss of the latest changes. */
export function acceptLossAt(path: string): string {
  return join(logOf(path), ACCEPT_LOSS);
}

export function isLossAccepted(path: string): boolean {
  return existsSync(acceptLossAt(path));
}

/** Ends the acceptance, and forgets what the log had before: to be called when the database is open. */
export function settleLoss(path: string): void {
  rmSync(join(logOf(path), NOTE), { force: true });
  rmSync(acceptLossAt(path), { force: true });
}

/** Whether a log is shorter than it was at the last acknowledged change. */
export function isCut(path: string): boolean {
  const note = join(logOf(path), NOTE);
  if (!existsSync(note)) return false;
  // An empty note is one whose writing was interrupted: 0.
  return endOfLog(path) < Number(readFileSync(note, 'utf8'));
}

/** Notes acknowledged changes of an open database. */
export class AcknowledgedLog {
  readonly #path: string;
  #file: number | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  /**
   * Notes that everything in the log up to now is acknowledged. Always of the same size, in one write: a process that is
   * killed leaves the old note or the new one. A note that cannot be written, on a full disk, stays as it was.
   */
  note(): void {
    try {
      this.#file ??= openSync(join(logOf(this.#path), NOTE), constants.O_WRONLY | constants.O_CREAT, 0o644);
      writeSync(this.#file, String(endOfLog(this.#path)).padStart(20, '0'), 0);
    } catch {
      // The change is stored all the same.
    }
  }

  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }
}

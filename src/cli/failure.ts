import { CommanderError } from 'commander';
import { EngineError } from '../engine/engine.ts';
import { storageFailure } from '../engine/storage-failure.ts';

/** The exit codes: done; a problem with the input or the database; wrong arguments; interrupted. */
export const EXIT = { done: 0, fault: 1, usage: 2, interrupted: 130 } as const;

/** An error that a user can fix; the message says in a sentence what is wrong, and where. */
export class Failure extends Error {
  readonly exit: number;
  readonly lines: readonly string[];

  /** `details` are lines below the message. */
  constructor(message: string, exit: number = EXIT.fault, details: readonly string[] = []) {
    super([message, ...details].join('\n'));
    this.lines = [message, ...details];
    this.name = 'Failure';
    this.exit = exit;
  }
}

/** A Failure because of wrong arguments. */
export function usage(message: string): Failure {
  return new Failure(message, EXIT.usage);
}

/** The exit code for a thrown value. Help and version count as done. */
export function exitOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  return error instanceof Failure ? error.exit : EXIT.fault;
}

/** The lines to show for an error: those of a Failure as they are, whatever names and values hold. */
export function linesOf(error: unknown): readonly string[] {
  return error instanceof Failure ? error.lines : messageOf(error).split('\n');
}

/** The message to show for an error, without a stack. */
export function messageOf(error: unknown): string {
  if (error instanceof EngineError && error.failure === 'UNAVAILABLE' && error.cause !== undefined) {
    return error.message.startsWith('The embedded') ? error.message : `The database does not answer: ${error.message}`;
  }
  if (!(error instanceof Error)) return String(error);
  const { path, syscall } = error as NodeJS.ErrnoException;
  if (syscall === 'listen') return listenFailure(error);
  const why = syscall === undefined ? null : storageFailure(error);
  return why === null ? error.message : `${path ?? 'A file'} cannot be used: ${why}.`;
}

/** Why a server cannot listen at its address, by the code of the system's error. */
const NO_LISTENING: Readonly<Record<string, string>> = {
  EADDRINUSE: 'it is in use by another process',
  EACCES: 'permission is denied, as for most ports below 1024',
  EADDRNOTAVAIL: 'it is no address of this machine',
};

function listenFailure(error: Error): string {
  const { code = '', address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  const why = NO_LISTENING[code] ?? error.message;
  const at = address?.includes(':') ? `[${address}]` : address;
  return `The server cannot listen at ${at}:${port}: ${why}. Choose another with --host and --port.`;
}

/** A Failure for a file that could not be opened, read or written. */
export function fileFailure(path: string, cannot: string, error: unknown): Failure {
  return new Failure(`${path} cannot be ${cannot}: ${storageFailure(error) ?? (error as Error).message}.`);
}

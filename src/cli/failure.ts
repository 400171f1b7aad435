import { CommanderError } from 'commander';
import { EngineError } from '../engine/engine.ts';

/** How the program ends: all done; the input or the database was at fault; it was called wrongly; it was interrupted. */
export const EXIT = { done: 0, fault: 1, usage: 2, interrupted: 130 } as const;

/** Something that a user can mend; the message says in a sentence what is wrong, and where. */
export class Failure extends Error {
  readonly exit: number;

  constructor(message: string, exit: number = EXIT.fault) {
    super(message);
    this.name = 'Failure';
    this.exit = exit;
  }
}

export function usage(message: string): Failure {
  return new Failure(message, EXIT.usage);
}

/** The exit code of whatever was thrown. Help and versions that were asked for count as done. */
export function exitOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  return error instanceof Failure ? error.exit : EXIT.fault;
}

/** What to tell a user of an error: never a stack. */
export function messageOf(error: unknown): string {
  if (error instanceof EngineError && error.failure === 'UNAVAILABLE' && error.cause !== undefined) {
    return error.message.startsWith('The embedded') ? error.message : `The database does not answer: ${error.message}`;
  }
  return error instanceof Error ? error.message : String(error);
}

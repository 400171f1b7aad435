import { CommanderError } from 'commander';
import { EngineError } from '../engine/engine.ts';

/** The exit codes: done; a problem with the input or the database; wrong arguments; interrupted. */
export const EXIT = { done: 0, fault: 1, usage: 2, interrupted: 130 } as const;

/** An error that a user can fix; the message says in a sentence what is wrong, and where. */
export class Failure extends Error {
  readonly exit: number;

  constructor(message: string, exit: number = EXIT.fault) {
    super(message);
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

/** The message to show for an error, without a stack. */
export function messageOf(error: unknown): string {
  if (error instanceof EngineError && error.failure === 'UNAVAILABLE' && error.cause !== undefined) {
    return error.message.startsWith('The embedded') ? error.message : `The database does not answer: ${error.message}`;
  }
  return error instanceof Error ? error.message : String(error);
}

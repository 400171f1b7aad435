import type { Client } from './fair-queue.ts';

/** One Cypher text with its parameters. The text never holds a value; whole numbers travel as integers. */
export interface Statement {
  readonly text: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** A row as plain JavaScript: null, boolean, number, string, arrays and maps of these. */
export type Row = Readonly<Record<string, unknown>>;

export interface ReadOptions {
  /** Ends the work when the client goes away. */
  readonly signal?: AbortSignal | undefined;
  /** When the answer has to be there, if that is before the engine's own time limit; as `performance.now()` counts. */
  readonly due?: number | undefined;
  /** Who asks, where an engine has to choose whom to serve next; the server itself by default. */
  readonly client?: Client | undefined;
  /** Values that the statement may read, if that is known. */
  readonly cost?: number | undefined;
}

/** When a write has to be done, if it is limited as a whole; as `performance.now()` counts. */
export type WriteOptions = Pick<ReadOptions, 'due'>;

/** Runs statements inside one transaction, in the order in which they are given; nobody has to wait for one to give the next. */
export type Run = (statement: Statement) => Promise<Row[]>;

/** A lookup to make fast: the properties of a label in the order in which they are compared. */
export interface Index {
  readonly label: string;
  readonly properties: readonly string[];
  readonly kind: 'unique' | 'range' | 'text';
}

/**
 * The port to a database. Everything outside `src/engine/` is written against this and Cypher alone.
 * All methods throw `EngineError`s and nothing else, but for what the work of a write throws itself.
 */
export interface Engine {
  /** What answers, in words for a person: "Neo4j 5.26.30 at neo4j://…". */
  readonly description: string;
  /** The longest that one statement may take, with the time that it waits, in milliseconds. */
  readonly timeout: number;
  /** Runs one reading statement within the time limit. */
  read(statement: Statement, options?: ReadOptions): Promise<Row[]>;
  /**
   * Runs `work` in one transaction, one writer at a time: all of it is stored, or nothing. Where it fails as UNAVAILABLE,
   * nobody knows which of the two. `work` may be run again if nothing was stored.
   */
  write<T>(work: (run: Run) => Promise<T>, options?: WriteOptions): Promise<T>;
  /** Creates the indexes and constraints that are not there yet. */
  prepare(indexes: readonly Index[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * REFUSED: the credentials or the name of the database are wrong. UNAVAILABLE: nobody answers. BUSY: too much waits, and
 * it was not its turn in time. TIMEOUT, TOO_LARGE: the statement was too much. TOO_MANY: its client has too much waiting.
 * FULL: its
 * disk has no space left, or does not let it write. CANCELLED: its client went away. FAULT: the statement or the database is wrong.
 */
export type EngineFailure =
  | 'UNAVAILABLE'
  | 'REFUSED'
  | 'BUSY'
  | 'TIMEOUT'
  | 'TOO_LARGE'
  | 'TOO_MANY'
  | 'FULL'
  | 'CANCELLED'
  | 'FAULT';

/** What went wrong in a database, distinguished by what a caller can do about it; `cause` is the driver's own error. */
export class EngineError extends Error {
  readonly failure: EngineFailure;

  constructor(failure: EngineFailure, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'EngineError';
    this.failure = failure;
  }
}

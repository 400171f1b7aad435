import { availableParallelism } from 'node:os';
import type grafeo from '@grafeo-db/js';
import { atMost } from '../time/at-most.ts';
import { openDatabase } from './embedded-database.ts';
import { type Engine, EngineError, type EngineFailure, type Index, type Row, type Statement } from './engine.ts';
import { type Measured, StatementQueue } from './statement-queue.ts';
import { storageFailure, thrownMessage } from './storage-failure.ts';
import { untilDue } from './until-due.ts';

export interface EmbeddedSettings {
  /** The database file; in memory where it is null. */
  readonly path: string | null;
  /** The longest a statement may take, in milliseconds. */
  readonly timeout: number;
}

const PROCESSORS = availableParallelism();

/** Statements take a thread each, and share the processors with our own. */
const LANES = [
  { time: 10, values: 500, places: PROCESSORS },
  { time: 100, values: 20_000, places: Math.max(1, PROCESSORS - 1) },
  { time: Number.POSITIVE_INFINITY, values: Number.POSITIVE_INFINITY, places: Math.max(1, PROCESSORS - 1) },
];

type Runner = Pick<grafeo.GrafeoDB, 'executeCypher'>;

/** Opens, and creates where it is missing, an embedded Grafeo database: no server, one process at a time. */
export function openEmbedded(settings: EmbeddedSettings): Engine {
  const { grafeo: database, beforeWrite, afterWrite, close } = openDatabase(settings.path);
  const description = settings.path ? `the embedded database at ${settings.path}` : 'an embedded database in memory';
  // Writers that meet on a node would fail with a conflict.
  const lane = atMost(1);
  const queue = new StatementQueue(LANES);
  return {
    timeout: settings.timeout,
    description,
    read: (statement, { due = Number.POSITIVE_INFINITY, signal, ...ticket } = {}) =>
      untilDue(Math.min(due, performance.now() + settings.timeout), signal, (left, started) =>
        queue.run(statement, { ...ticket, signal: left }, () => {
          started();
          return measured(database, statement, description, left);
        }),
      ),
    write: (work, { due = Number.POSITIVE_INFINITY } = {}) =>
      untilDue(due, undefined, (left, started) =>
        lane(async () => {
          left.throwIfAborted();
          started();
          await asEngineErrors(description, beforeWrite);
          const result = await transact(database, left, work, description);
          afterWrite();
          return result;
        }),
      ),
    prepare: async (indexes) => {
      const kept = indexes.filter(({ kind }) => kind !== 'text');
      for (const index of kept) await execute(database, { text: createIndex(index), parameters: {} }, description);
    },
    close,
  };
}

async function transact<T>(
  database: grafeo.GrafeoDB,
  left: AbortSignal,
  work: (run: (statement: Statement) => Promise<Row[]>) => Promise<T>,
  description: string,
) {
  const transaction = database.beginTransaction();
  const lane = atMost(1);
  let failed: { readonly error: unknown } | null = null;
  const run = (statement: Statement) =>
    lane(async () => {
      if (failed) throw failed.error;
      left.throwIfAborted();
      return await execute(transaction, statement, description);
    });
  try {
    const result = await work((statement) =>
      run(statement).catch((error: unknown) => {
        failed ??= { error };
        throw error;
      }),
    );
    left.throwIfAborted();
    await asEngineErrors(description, () => transaction.commit());
    return result;
  } catch (error) {
    failed ??= { error };
    // A statement that is under way would hinder the end of the transaction; those behind it do not run any more.
    await lane(async () => undefined);
    endQuietly(transaction);
    throw error;
  }
}

async function execute(runner: Runner, statement: Statement, description: string): Promise<Row[]> {
  return rowsOf(await resultOf(runner, statement, description));
}

/** What nobody waits for any more is not turned into rows. */
async function measured(
  runner: Runner,
  statement: Statement,
  description: string,
  left: AbortSignal,
): Promise<Measured<Row[]>> {
  const result = await resultOf(runner, statement, description);
  return { value: left.aborted ? [] : rowsOf(result), time: result.executionTimeMs ?? 0 };
}

function resultOf(runner: Runner, { text, parameters }: Statement, description: string): Promise<grafeo.QueryResult> {
  return asEngineErrors(description, () => runner.executeCypher(text, { ...parameters }));
}

async function asEngineErrors<T>(description: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const why = storageFailure(error);
    if (why !== null)
      throw new EngineError(
        'FULL',
        `${sentence(description)} could not be written: ${why}. ${thrownMessage(error)}`,
        error,
      );
    throw new EngineError(failureOf(thrownMessage(error)), thrownMessage(error), error);
  }
}

/** A statement of some hundred subqueries is more than the engine plans, though not wrong. */
function failureOf(problem: string): EngineFailure {
  return problem.includes('plan depth limit') ? 'TOO_LARGE' : 'FAULT';
}

function rowsOf(result: grafeo.QueryResult): Row[] {
  return result.toArray() as Row[];
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Rolls a transaction back; one whose commit failed has ended by itself, though it says that it is active. */
function endQuietly(transaction: grafeo.Transaction): void {
  try {
    if (transaction.isActive) transaction.rollback();
  } catch {
    // What made it fail is thrown, and tells more.
  }
}

/** Uniqueness is kept by the one writer; an index on the key makes its check quick. Text is scanned. */
function createIndex({ label, properties, kind }: Index): string {
  const name = [label, ...properties, kind].join('_').toLowerCase();
  return `CREATE INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (${properties.map((p) => `n.${p}`).join(', ')})`;
}

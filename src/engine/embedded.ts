import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import grafeo from '@grafeo-db/js';
import { holderOf } from './database-holder.ts';
import { type Engine, EngineError, type EngineFailure, type Index, type Row, type Statement } from './engine.ts';
import { type Measured, StatementQueue } from './statement-queue.ts';
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
  const database = open(settings.path);
  const lane = singleFile();
  const queue = new StatementQueue(LANES);
  return {
    timeout: settings.timeout,
    description: settings.path ? `the embedded database at ${settings.path}` : 'an embedded database in memory',
    read: (statement, { due = Number.POSITIVE_INFINITY, signal, ...ticket } = {}) =>
      untilDue(Math.min(due, performance.now() + settings.timeout), signal, (left, started) =>
        queue.run(statement, { ...ticket, signal: left }, () => {
          started();
          return measured(database, statement, left);
        }),
      ),
    write: (work, { due = Number.POSITIVE_INFINITY } = {}) =>
      untilDue(due, undefined, (left, started) =>
        lane(() => {
          left.throwIfAborted();
          started();
          return transact(database, left, work);
        }),
      ),
    prepare: async (indexes) => {
      const kept = indexes.filter(({ kind }) => kind !== 'text');
      for (const index of kept) await execute(database, { text: createIndex(index), parameters: {} });
    },
    close: async () => database.close(),
  };
}

function open(path: string | null): grafeo.GrafeoDB {
  try {
    if (path === null) return grafeo.GrafeoDB.create();
    mkdirSync(dirname(path), { recursive: true });
    return grafeo.GrafeoDB.create(path);
  } catch (error) {
    const why = /cannot be locked/.test(message(error)) ? taken(path) : `cannot be opened: ${message(error)}`;
    throw new EngineError('UNAVAILABLE', `The embedded database at ${path} ${why}`, error);
  }
}

function taken(path: string | null): string {
  const holder = path === null ? null : holderOf(path);
  return holder
    ? `is in use by a running server (process ${holder.pid}): stop the server, or ask it at ${holder.url}`
    : 'is in use by another process, and only one at a time can have it: wait until that one ends, or stop it';
}

async function transact<T>(
  database: grafeo.GrafeoDB,
  left: AbortSignal,
  work: (run: (statement: Statement) => Promise<Row[]>) => Promise<T>,
) {
  const transaction = database.beginTransaction();
  const lane = singleFile();
  let failed: { readonly error: unknown } | null = null;
  const run = (statement: Statement) =>
    lane(async () => {
      if (failed) throw failed.error;
      left.throwIfAborted();
      return await execute(transaction, statement);
    });
  try {
    const result = await work((statement) =>
      run(statement).catch((error: unknown) => {
        failed ??= { error };
        throw error;
      }),
    );
    left.throwIfAborted();
    transaction.commit();
    return result;
  } catch (error) {
    failed ??= { error };
    // A statement that is under way would hinder the end of the transaction; those behind it do not run any more.
    await lane(async () => undefined);
    if (transaction.isActive) transaction.rollback();
    throw error;
  }
}

async function execute(runner: Runner, statement: Statement): Promise<Row[]> {
  return rowsOf(await resultOf(runner, statement));
}

/** What nobody waits for any more is not turned into rows. */
async function measured(runner: Runner, statement: Statement, left: AbortSignal): Promise<Measured<Row[]>> {
  const result = await resultOf(runner, statement);
  return { value: left.aborted ? [] : rowsOf(result), time: result.executionTimeMs ?? 0 };
}

async function resultOf(runner: Runner, { text, parameters }: Statement): Promise<grafeo.QueryResult> {
  try {
    return await runner.executeCypher(text, { ...parameters });
  } catch (error) {
    throw new EngineError(failureOf(message(error)), message(error), error);
  }
}

/** A statement of some hundred subqueries is more than the engine plans, though not wrong. */
function failureOf(problem: string): EngineFailure {
  return problem.includes('plan depth limit') ? 'TOO_LARGE' : 'FAULT';
}

function rowsOf(result: grafeo.QueryResult): Row[] {
  return result.toArray() as Row[];
}

/** Lets one writer at a time through: writers that meet on a node would fail with a conflict. */
function singleFile() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}

/** Uniqueness is kept by the one writer; an index on the key makes its check quick. Text is scanned. */
function createIndex({ label, properties, kind }: Index): string {
  const name = [label, ...properties, kind].join('_').toLowerCase();
  return `CREATE INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (${properties.map((p) => `n.${p}`).join(', ')})`;
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

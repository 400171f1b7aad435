import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import grafeo from '@grafeo-db/js';
import { holderOf } from './database-holder.ts';
import { type Engine, EngineError, type EngineFailure, type Index, type Row, type Statement } from './engine.ts';

export interface EmbeddedSettings {
  /** The database file; in memory where it is null. */
  readonly path: string | null;
  /** The longest a statement may take, in milliseconds. */
  readonly timeout: number;
}

type Runner = Pick<grafeo.GrafeoDB, 'executeCypher'>;

/** Opens, and creates where it is missing, an embedded Grafeo database: no server, one process at a time. */
export function openEmbedded(settings: EmbeddedSettings): Engine {
  const database = open(settings.path);
  const lane = singleFile();
  return {
    description: settings.path ? `the embedded database at ${settings.path}` : 'an embedded database in memory',
    timeout: settings.timeout,
    read: (statement, options) => within(settings.timeout, options?.signal, () => execute(database, statement)),
    write: (work) => lane(() => transact(database, work)),
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
  work: (run: (statement: Statement) => Promise<Row[]>) => Promise<T>,
) {
  const transaction = database.beginTransaction();
  const lane = singleFile();
  let failed: { readonly error: unknown } | null = null;
  const run = (statement: Statement) =>
    lane(async () => {
      if (failed) throw failed.error;
      return await execute(transaction, statement);
    });
  try {
    const result = await work((statement) =>
      run(statement).catch((error: unknown) => {
        failed ??= { error };
        throw error;
      }),
    );
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

async function execute(runner: Runner, { text, parameters }: Statement): Promise<Row[]> {
  try {
    return (await runner.executeCypher(text, { ...parameters })).toArray() as Row[];
  } catch (error) {
    throw new EngineError(failureOf(message(error)), message(error), error);
  }
}

/** A statement of some hundred subqueries is more than the engine plans, though not wrong. */
function failureOf(problem: string): EngineFailure {
  return problem.includes('plan depth limit') ? 'TOO_LARGE' : 'FAULT';
}

/** The engine cannot cancel a running statement: its caller gets an answer in time, the statement ends by itself. */
async function within<T>(limit: number, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  const over = new AbortController();
  const ended = new Promise<never>((_, reject) => {
    const fail = (failure: EngineFailure, why: string) => reject(new EngineError(failure, why));
    const timer = setTimeout(() => fail('TIMEOUT', `No answer within ${limit} ms`), limit);
    over.signal.addEventListener('abort', () => clearTimeout(timer));
    signal?.addEventListener('abort', () => fail('CANCELLED', 'The client went away'), { signal: over.signal });
    if (signal?.aborted) fail('CANCELLED', 'The client went away');
  });
  try {
    return await Promise.race([work(), ended]);
  } finally {
    over.abort();
  }
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

import { setTimeout as pause } from 'node:timers/promises';
import neo4j, { type Driver, type Neo4jError, type Session, type Transaction } from 'neo4j-driver';
import {
  type Engine,
  EngineError,
  type EngineFailure,
  type Index,
  type Row,
  type Run,
  type Statement,
} from './engine.ts';
import { Neo4jLink, type Steps } from './neo4j-link.ts';

export interface Neo4jSettings {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** The longest a statement may take, in milliseconds. */
  readonly timeout: number;
}

/** How long a step and a transaction may take of a write without a limit as a whole, and creating an index; in milliseconds. */
const PATIENCE = { step: 60_000, transaction: 600_000, index: 120_000 };

/** How long what failed for a passing reason is tried again, and the first pause before that; in milliseconds. */
const RETRY = { most: 3_000, pause: 200 };

/** Opens a Neo4j 5.26 or newer. Does not wait for it: a database that is away or hangs fails each call until it is back. */
export function openNeo4j(settings: Neo4jSettings): Engine {
  const { database, timeout } = settings;
  const link = new Neo4jLink(() => openDriver(settings), timeout);
  return {
    timeout,
    description: `Neo4j at ${settings.uri}`,
    read: (statement, { due = Number.POSITIVE_INFINITY, signal } = {}) => {
      const limits = { due: Math.min(due, performance.now() + timeout), signal };
      const reading = () => link.call(limits, (driver, steps) => read(driver, steps, database, statement));
      return guarded(() => again(limits.due, reading, isPassing), signal);
    },
    write: (work, { due } = {}) => guarded(() => write({ link, database, timeout, due }, work)),
    prepare: (indexes) =>
      guarded(() =>
        link.call({ due: Number.POSITIVE_INFINITY }, (driver, steps) => prepare(driver, steps, database, indexes)),
      ),
    close: () => link.close(),
  };
}

function openDriver({ uri, user, password, timeout }: Neo4jSettings): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
    connectionAcquisitionTimeout: timeout,
    connectionTimeout: Math.min(timeout, 5_000),
    maxTransactionRetryTime: 3_000,
    userAgent: 'claimgraph',
  });
}

async function read(driver: Driver, steps: Steps, database: string, statement: Statement): Promise<Row[]> {
  const session = driver.session({ database, defaultAccessMode: neo4j.session.READ });
  steps.stop = () => session.close();
  try {
    return await steps.take(rowsOf(session, statement, transactionConfig(steps.remaining)));
  } finally {
    await steps.take(session.close()).catch(() => undefined);
  }
}

async function rowsOf(
  runner: Pick<Session | Transaction, 'run'>,
  { text, parameters }: Statement,
  config?: ReturnType<typeof transactionConfig>,
): Promise<Row[]> {
  const { records } = await runner.run(text, integers(parameters), config);
  return records.map((record) => record.toObject() as Row);
}

/** Does something again, after growing pauses, as long as its errors pass and there is time. */
async function again<T>(due: number, work: () => Promise<T>, passes: (error: unknown) => boolean): Promise<T> {
  const last = Math.min(due, performance.now() + RETRY.most);
  for (let wait = RETRY.pause; ; wait *= 2) {
    try {
      return await work();
    } catch (error) {
      if (!passes(error) || performance.now() + wait > last) throw error;
    }
    await pause(wait);
  }
}

/** Whether an error of the driver may be gone a little later: a lock, a change of the leader, a lost connection. */
function isPassing(error: unknown): boolean {
  return error instanceof neo4j.Neo4jError && error.retryable;
}

/** The server ends what takes longer, also where it has lost sight of us. */
function transactionConfig(limit: number) {
  return { timeout: Math.max(1, Math.ceil(limit)), metadata: { app: 'claimgraph' } };
}

interface Writing {
  readonly link: Neo4jLink;
  readonly database: string;
  readonly timeout: number;
  readonly due: number | undefined;
}

/** Runs a transaction, and again where it was undone. Nobody knows what became of a commit that was not answered. */
function write<T>(writing: Writing, work: (run: Run) => Promise<T>): Promise<T> {
  const { link, due = Number.POSITIVE_INFINITY } = writing;
  const state = { isCommitting: false };
  const transaction = () => link.call({ due }, (driver, steps) => transact(driver, steps, writing, state, work));
  const isUndone = (error: unknown) =>
    isPassing(error) && (!state.isCommitting || (error as Neo4jError).code.startsWith('Neo.TransientError'));
  return again(due, transaction, isUndone);
}

async function transact<T>(
  driver: Driver,
  steps: Steps,
  { database, timeout, due }: Writing,
  state: { isCommitting: boolean },
  work: (run: Run) => Promise<T>,
): Promise<T> {
  const limit = due === undefined ? Math.max(timeout, PATIENCE.step) : timeout;
  const session = driver.session({ database });
  state.isCommitting = false;
  steps.stop = () => session.close();
  try {
    const config = transactionConfig(due === undefined ? PATIENCE.transaction : steps.remaining);
    const transaction = await steps.take(session.beginTransaction(config), limit);
    const result = await work((statement) => steps.take(rowsOf(transaction, statement), limit));
    steps.left.throwIfAborted();
    state.isCommitting = true;
    const commit = transaction.commit();
    // It is not stopped: only its answer tells what became of it.
    steps.stop = () => commit;
    await steps.take(commit, limit, 'UNAVAILABLE');
    return result;
  } finally {
    await steps.take(session.close(), limit).catch(() => undefined);
  }
}

async function prepare(driver: Driver, steps: Steps, database: string, indexes: readonly Index[]): Promise<void> {
  const run = (text: string) => steps.take(driver.executeQuery(text, {}, { database }), PATIENCE.index);
  for (const index of indexes) await run(createIndex(index));
  await run('CALL db.awaitIndexes(60)');
}

function createIndex({ label, properties, kind }: Index): string {
  const name = [label, ...properties, kind].join('_').toLowerCase();
  const keys = properties.map((property) => `n.${property}`).join(', ');
  if (kind === 'unique') {
    return `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE (${keys}) IS UNIQUE`;
  }
  return `CREATE ${kind === 'text' ? 'TEXT' : 'RANGE'} INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (${keys})`;
}

/** A JavaScript number arrives as a float, which LIMIT refuses: whole numbers become integers, at any depth. */
function integers(value: unknown): Record<string, unknown> {
  return convert(value) as Record<string, unknown>;
}

function convert(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(convert);
  if (value === null || typeof value !== 'object') return value;
  const converted: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) converted[key] = convert(inner);
  return converted;
}

async function guarded<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const failure = signal?.aborted ? 'CANCELLED' : failureOf(error);
    if (!failure) throw error;
    throw new EngineError(failure, (error as Error).message, error);
  }
}

/** The kind of a driver's error by its code; null for an error that is not the driver's. */
function failureOf(error: unknown): EngineFailure | null {
  if (!(error instanceof neo4j.Neo4jError)) return null;
  const { code } = error;
  if (/no space left on device|disk is full/i.test(error.message)) return 'FULL';
  if (code.includes('TransactionTimedOut') || code.includes('Transaction.Terminated')) return 'TIMEOUT';
  if (code.includes('OutOfMemory')) return 'TOO_LARGE';
  if (code.includes('.Security.') || code.includes('DatabaseNotFound')) return 'REFUSED';
  const away = ['ServiceUnavailable', 'SessionExpired', 'DatabaseUnavailable'];
  return away.some((part) => code.includes(part)) || /acquisition timed out/i.test(error.message)
    ? 'UNAVAILABLE'
    : 'FAULT';
}

import neo4j, { type Driver, type ManagedTransaction } from 'neo4j-driver';
import { type Engine, EngineError, type EngineFailure, type Index, type Row, type Statement } from './engine.ts';

export interface Neo4jSettings {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** The longest a statement may take, in milliseconds. */
  readonly timeout: number;
}

/** Opens a Neo4j 5.26 or newer. Does not wait for it: a database that is away fails each call until it is back. */
export function openNeo4j(settings: Neo4jSettings): Engine {
  const driver = neo4j.driver(settings.uri, neo4j.auth.basic(settings.user, settings.password), {
    disableLosslessIntegers: true,
    connectionAcquisitionTimeout: settings.timeout,
    connectionTimeout: Math.min(settings.timeout, 5_000),
    maxTransactionRetryTime: 3_000,
    userAgent: 'claimgraph',
  });
  const { database } = settings;
  const transactionConfig = { timeout: settings.timeout, metadata: { app: 'claimgraph' } };
  return {
    description: `Neo4j at ${settings.uri}`,
    timeout: settings.timeout,
    read: (statement, options) =>
      guarded(async () => {
        const { records } = await driver.executeQuery(statement.text, integers(statement.parameters), {
          database,
          routing: 'READ',
          bookmarkManager: null,
          transactionConfig,
          ...(options?.signal && { signal: options.signal }),
        });
        return records.map((record) => record.toObject() as Row);
      }, options?.signal),
    write: (work) =>
      guarded(async () => {
        const session = driver.session({ database });
        try {
          return await session.executeWrite((transaction) => work((statement) => run(transaction, statement)));
        } finally {
          await session.close();
        }
      }),
    prepare: (indexes) => guarded(() => prepare(driver, database, indexes)),
    close: () => driver.close(),
  };
}

async function run(transaction: ManagedTransaction, statement: Statement): Promise<Row[]> {
  const { records } = await transaction.run(statement.text, integers(statement.parameters));
  return records.map((record) => record.toObject() as Row);
}

async function prepare(driver: Driver, database: string, indexes: readonly Index[]): Promise<void> {
  for (const index of indexes) await driver.executeQuery(createIndex(index), {}, { database });
  await driver.executeQuery('CALL db.awaitIndexes(60)', {}, { database });
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
  if (code.includes('TransactionTimedOut') || code.includes('Transaction.Terminated')) return 'TIMEOUT';
  if (code.includes('OutOfMemory')) return 'TOO_LARGE';
  if (code.includes('.Security.') || code.includes('DatabaseNotFound')) return 'REFUSED';
  const away = ['ServiceUnavailable', 'SessionExpired', 'DatabaseUnavailable'];
  return away.some((part) => code.includes(part)) || /acquisition timed out/i.test(error.message)
    ? 'UNAVAILABLE'
    : 'FAULT';
}

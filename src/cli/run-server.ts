import { type Config, readConfig } from '../config.ts';
import { noteHolder } from '../engine/database-holder.ts';
import { type Engine, EngineError } from '../engine/engine.ts';
import { openEngine } from '../engine/open.ts';
import { LIMITS } from '../graphql/apollo.ts';
import { warm } from '../graphql/warm-up.ts';
import { seedWhenEmpty } from '../import/seed.ts';
import { type RunningServer, startServer } from '../server.ts';
import { readQuestions } from '../web/saved-questions.ts';
import { exitOf, linesOf } from './failure.ts';
import { oldMarksNotice } from './old-marks-notice.ts';
import { type Log, logProcess } from './process-log.ts';
import { noteError, print, printJson } from './terminal.ts';

const QUESTIONS = new URL('../../seed/queries/', import.meta.url);

/** How long to wait before trying an unavailable database again, in milliseconds. */
const RETRY = 2_000;

const FIRST_QUERY = '{ claims(first: 3) { nodes { text attributions { nodes { stance actor { name } } } } } }';

export interface ServeOptions {
  readonly host?: string;
  readonly port?: string;
  readonly json?: boolean;
}

/** Starts the server, which runs until a signal. Returns when the server runs and the database is ready. */
export async function serve(options: ServeOptions): Promise<void> {
  const { host, port } = options;
  const config = readConfig({ ...process.env, ...(host && { HOST: host }), ...(port && { PORT: port }) });
  const log = logProcess(config.log);
  const engine = await openEngine(config);
  try {
    await serveFrom(engine, config, options, log);
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/** Prepares the database before starting the server, or else as soon as the database answers. */
async function serveFrom(engine: Engine, config: Config, { json }: ServeOptions, log: Log): Promise<void> {
  const questions = readQuestions(QUESTIONS);
  const ready = await tryToPrepare(engine, log);
  const { database } = config;
  const server = await startServer({ ...config, engine, questions });
  const stopped = stopOnSignal(server, engine);
  const address = { url: `${server.url}/graphql`, playground: `${server.url}/playground` };
  if (database.kind === 'embedded') noteHolder(database.path, address.url);
  if (json) printJson({ ...address, database: engine.description, ready });
  else print(...greeting(engine, server, ready));
  try {
    if (!ready) await prepareWhenThere(engine, stopped, json === true, log);
    if (database.kind === 'neo4j' && !stopped.aborted) await warm(engine, questions, LIMITS, stopped);
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** Prepares the database, and warns in the log if it has old marks; false if it is unavailable. Throws errors that waiting does not solve. */
async function tryToPrepare(engine: Engine, log: Log): Promise<boolean> {
  try {
    await seedWhenEmpty(engine);
    const notice = await oldMarksNotice(engine);
    if (notice !== null) log('warn', notice);
    return true;
  } catch (error) {
    if (error instanceof EngineError && error.failure === 'UNAVAILABLE') return false;
    throw error;
  }
}

async function prepareWhenThere(engine: Engine, stopped: AbortSignal, isQuiet: boolean, log: Log): Promise<void> {
  while (!stopped.aborted && !(await tryToPrepare(engine, log))) await new Promise((done) => setTimeout(done, RETRY));
  if (!stopped.aborted && !isQuiet) print('The database answers now.');
}

function greeting(engine: Engine, { url }: RunningServer, ready: boolean): string[] {
  return [
    `claimgraph answers at ${url}/graphql from ${engine.description}${ready ? '' : ', which does not answer yet'}.`,
    `Playground: ${url}/playground`,
    'A first query:',
    `  curl -s ${url}/graphql -H 'content-type: application/json' -d '${JSON.stringify({ query: FIRST_QUERY })}'`,
  ];
}

function stopOnSignal(server: RunningServer, engine: Engine): AbortSignal {
  const stopping = new AbortController();
  const stop = async () => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    await server.close();
    await engine.close().catch((error: unknown) => {
      process.exitCode = exitOf(error);
      noteError(linesOf(error));
    });
    // A database that hangs may keep its connections, and those the process.
    process.exit();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return stopping.signal;
}

import { type Config, readConfig } from '../config.ts';
import { databaseIsThere, inTheWayOf } from '../engine/database-files.ts';
import type { Engine } from '../engine/engine.ts';
import { openEngine } from '../engine/open.ts';
import { openStore } from '../store/open-store.ts';
import { Failure } from './failure.ts';
import { oldMarksNotice } from './old-marks-notice.ts';
import { note } from './terminal.ts';

/** Opens and prepares the configured database for a command that writes, and closes it at the end. */
export function withStore<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
  return withEngine(readConfig(process.env), async (engine) => {
    await openStore(engine);
    await noteOldMarks(engine);
    return work(engine);
  });
}

/**
 * Opens the configured database for a command that only reads, and closes it at the end. Throws a Failure if there is
 * none.
 */
export function withDatabase<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
  return withEngine(configOfExisting(), async (engine) => {
    await noteOldMarks(engine);
    return work(engine);
  });
}

/** Opens and prepares the configured database to renew it. Throws a Failure if there is none. */
export function withExistingStore<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
  return withEngine(configOfExisting(), async (engine) => {
    await openStore(engine);
    return work(engine);
  });
}

function configOfExisting(): Config {
  const config = readConfig(process.env);
  const { database } = config;
  if (database.kind === 'embedded' && isMissing(database.path)) {
    throw new Failure(
      `There is no database at ${database.path} yet: "claimgraph import" or "claimgraph seed" creates one.`,
    );
  }
  return config;
}

async function noteOldMarks(engine: Engine): Promise<void> {
  const notice = await oldMarksNotice(engine);
  if (notice !== null) note(notice);
}

/** Whether nothing is where a database would be. What is in its way is told by its opening. */
function isMissing(path: string): boolean {
  return !databaseIsThere(path) && inTheWayOf(path) === null;
}

async function withEngine<T>(config: Config, work: (engine: Engine) => Promise<T>): Promise<T> {
  const engine = await openEngine(config);
  let result: T;
  try {
    result = await work(engine);
  } catch (error) {
    // What made the work fail often keeps the database from being closed, and tells more.
    await engine.close().catch(() => undefined);
    throw error;
  }
  await engine.close();
  return result;
}

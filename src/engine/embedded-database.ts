import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import grafeo from '@grafeo-db/js';
import { AcknowledgedLog, acceptLossAt, isCut, isLossAccepted, settleLoss } from './acknowledged-log.ts';
import { databaseIsThere, hasLog, inTheWayOf, logOf } from './database-files.ts';
import { holderOf } from './database-holder.ts';
import { EngineError } from './engine.ts';
import { storageFailure, thrownMessage } from './storage-failure.ts';

/** An open Grafeo, which knows by its file alone whether the file is whole without the log beside it. */
export interface EmbeddedDatabase {
  readonly grafeo: grafeo.GrafeoDB;
  /** To be called before anything is written. */
  readonly beforeWrite: () => Promise<void>;
  /** To be called when a change is stored, before anybody is told. */
  readonly afterWrite: () => void;
  readonly close: () => Promise<void>;
}

/**
 * A graph of this name, in which nothing is, marks a file that lacks what its log has. Grafeo itself opens such a file
 * in an old state if the log is lost. Named graphs are outside of what statements see.
 */
const MARK = 'needs_log';

/** Opens a database, and creates it where it is missing; in memory where the path is null. Throws an EngineError. */
export function openDatabase(path: string | null): EmbeddedDatabase {
  if (path === null) {
    const database = grafeo.GrafeoDB.create();
    return {
      grafeo: database,
      beforeWrite: async () => undefined,
      afterWrite: () => undefined,
      close: async () => database.close(),
    };
  }
  const { database, isMarked } = openFile(path);
  const acknowledged = new AcknowledgedLog(path);
  let needsLog = isMarked;
  return {
    grafeo: database,
    beforeWrite: async () => {
      if (needsLog) return;
      await database.execute(`CREATE GRAPH IF NOT EXISTS ${MARK}`);
      database.walCheckpoint();
      needsLog = true;
    },
    afterWrite: () => acknowledged.note(),
    close: async () => {
      try {
        acknowledged.close();
        if (needsLog) await database.execute(`DROP GRAPH IF EXISTS ${MARK}`);
        database.close();
      } catch (error) {
        const why = storageFailure(error);
        const kept = `What was stored is in its log, ${logOf(path)}, and is not lost`;
        const told = `The embedded database at ${path} could not be closed: ${why ?? thrownMessage(error)}. ${kept}`;
        throw new EngineError(why === null ? 'FAULT' : 'FULL', told, error);
      }
    },
  };
}

function openFile(path: string): { readonly database: grafeo.GrafeoDB; readonly isMarked: boolean } {
  const fail = (why: string, error?: unknown) =>
    new EngineError('UNAVAILABLE', `The embedded database at ${path} ${why}`, error);
  const log = logOf(path);
  const inTheWay = inTheWayOf(path);
  if (inTheWay !== null) throw fail(`cannot be opened: ${inTheWay}`, new Error(inTheWay));
  try {
    const isNew = !databaseIsThere(path);
    if (isNew) mkdirSync(dirname(path), { recursive: true });
    const accepted = isLossAccepted(path);
    if (accepted || !isCut(path)) {
      const isLogged = hasLog(path);
      const database = grafeo.GrafeoDB.create(path);
      const isMarked = !isNew && hasMark(database);
      if (accepted) settleLoss(path);
      if (accepted || isLogged || !isMarked) return { database, isMarked };
      database.close();
    }
  } catch (error) {
    throw fail(whyNot(path, error), error);
  }
  const lost = hasLog(path) ? `its log, ${log}, was cut and lacks` : `its log, ${log}, is missing, which has`;
  const told = `is not whole: ${lost} the latest changes. ${RESTORE}, or accept their loss by a file ${acceptLossAt(path)}`;
  throw fail(told, new Error(lost));
}

const RESTORE = 'Restore both from the same copy, made while nothing had the database open';

function hasMark(database: grafeo.GrafeoDB): boolean {
  try {
    database.graph(MARK);
    return true;
  } catch {
    return false;
  }
}

function whyNot(path: string, error: unknown): string {
  const text = thrownMessage(error);
  if (/cannot be locked/.test(text)) return taken(path);
  if (/sidecar WAL .* of another database/.test(text)) {
    return `is not whole: its log, ${logOf(path)}, belongs to another file. Restore both from the same copy`;
  }
  return `cannot be opened: ${storageFailure(error) ?? text}`;
}

function taken(path: string): string {
  const holder = holderOf(path);
  return holder
    ? `is in use by a running server (process ${holder.pid}): stop the server, or ask it at ${holder.url}`
    : 'is in use by another process, and only one at a time can have it: wait until that one ends, or stop it';
}

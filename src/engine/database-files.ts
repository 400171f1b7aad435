import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The folder in which an embedded database logs what is not in its file yet. It is gone when the database was closed. */
export function logOf(path: string): string {
  return `${path}.wal`;
}

/** Whether there is an embedded database, or a part of one. */
export function databaseIsThere(path: string): boolean {
  return existsSync(path) || existsSync(logOf(path));
}

/** Whether a database has a log. An empty file is none: even a log without entries has a beginning. */
export function hasLog(path: string): boolean {
  const log = logOf(path);
  return existsSync(log) && readdirSync(log).some((segment) => statSync(join(log, segment)).size > 0);
}

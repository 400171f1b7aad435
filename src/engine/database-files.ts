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

/** Whether a database has a log: a segment that is not empty, since even a log without entries has a beginning. */
export function hasLog(path: string): boolean {
  return segmentsOf(path).some(({ size }) => size > 0);
}

/** The name of a segment is the position in the log at which it begins, in bytes since the database was created. */
const SEGMENT = /^wal_(\d{20})\.log$/;

/** What each segment has before its entries, in bytes. */
const SEGMENT_HEADER = 128;

/** The position in the log at which it ends, in bytes. It only grows, since a checkpoint starts a segment at the end. */
export function endOfLog(path: string): number {
  return Math.max(0, ...segmentsOf(path).map(({ start, size }) => start + size - SEGMENT_HEADER));
}

function segmentsOf(path: string): { readonly start: number; readonly size: number }[] {
  const log = logOf(path);
  if (!existsSync(log)) return [];
  return readdirSync(log).flatMap((name) => {
    const start = SEGMENT.exec(name)?.[1];
    return start === undefined ? [] : [{ start: Number(start), size: statSync(join(log, name)).size }];
  });
}

import { existsSync, readdirSync, type Stats, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder in which an embedded database logs what is not in its file yet. It is gone when the database was closed. */
export function logOf(path: string): string {
  return `${path}.wal`;
}

/** Whether there is an embedded database, a part of one, or what is in its way. */
export function databaseIsThere(path: string): boolean {
  return existsSync(path) || existsSync(logOf(path)) || inTheWayOf(path) !== null;
}

/** What is in the way of an embedded database, in words: a file in place of a folder, or the reverse; null if nothing is. */
export function inTheWayOf(path: string): string | null {
  const log = logOf(path);
  const folder = lowestThere(dirname(path));
  if (!statSync(folder).isDirectory()) return `${folder} is a file, not a folder`;
  if (found(path)?.isDirectory()) return 'it is a folder, not a file';
  if (found(path)?.size === 0 && !hasLog(path)) return 'it is an empty file: restore it from a copy, or delete it';
  return (found(log)?.isDirectory() ?? true) ? null : `its log, ${log}, is a file, not a folder`;
}

/** The lowest part of a path that exists. */
function lowestThere(path: string): string {
  return found(path) || path === dirname(path) ? path : lowestThere(dirname(path));
}

function found(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw error;
  }
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
  if (!found(log)?.isDirectory()) return [];
  return readdirSync(log).flatMap((name) => {
    const start = SEGMENT.exec(name)?.[1];
    return start === undefined ? [] : [{ start: Number(start), size: statSync(join(log, name)).size }];
  });
}

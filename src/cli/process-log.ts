import { hostname } from 'node:os';
import { format } from 'node:util';
import type { Config } from '../config.ts';
import { writeLog } from './terminal.ts';

/** Levels by the numbers that the server's log has for them. */
const LEVELS: Readonly<Record<Config['log'], number>> = { debug: 20, info: 30, warn: 40, error: 50, fatal: 60 };

/** Writes a line of the server's log, unless its level is below the least one. */
export type Log = (level: string, message: string, err?: object) => void;

/**
 * Writes what Node.js and libraries say of the process as lines of the server's log, where they would write text: warnings,
 * what goes to the console as an error, and the error that ends the process. Returns what writes further lines.
 */
export function logProcess(least: Config['log']): Log {
  const write: Log = (level, message, err) => {
    const number = LEVELS[level] ?? 0;
    if (number < (LEVELS[least] ?? Number.POSITIVE_INFINITY)) return;
    const at = { level: number, time: Date.now(), pid: process.pid, hostname: hostname() };
    writeLog(JSON.stringify({ ...at, ...(err && { err }), msg: message }));
  };
  const writeError = (level: string, error: unknown) => {
    const { name: type, message, stack } = error instanceof Error ? error : new Error(String(error));
    write(level, message, { type, message, stack });
  };
  process.removeAllListeners('warning');
  process.on('warning', (warning) => writeError('warn', warning));
  process.on('uncaughtException', (error: unknown) => {
    writeError('fatal', error);
    process.exit(1);
  });
  console.error = (...said) => write('error', format(...said));
  console.warn = (...said) => write('warn', format(...said));
  return write;
}

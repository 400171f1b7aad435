import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** The server that has an embedded database. */
export interface Holder {
  readonly pid: number;
  /** Where it answers GraphQL. */
  readonly url: string;
}

/**
 * Notes beside an embedded database that this process serves it and where, until the process ends. A note that a killed
 * process left is no harm: `holderOf` sees that nobody runs under its number.
 */
export function noteHolder(path: string, url: string): void {
  const holder: Holder = { pid: process.pid, url };
  writeFileSync(noteOf(path), JSON.stringify(holder));
  process.once('exit', () => rmSync(noteOf(path), { force: true }));
}

/** The server that has an embedded database; null where none has noted that, or where it runs no more. */
export function holderOf(path: string): Holder | null {
  try {
    const holder = JSON.parse(readFileSync(noteOf(path), 'utf8')) as Holder;
    return runs(holder.pid) ? holder : null;
  } catch {
    return null;
  }
}

function noteOf(path: string): string {
  return `${path}.server.json`;
}

function runs(pid: number): boolean {
  try {
    // Signal 0 is not sent: it only says whether it could be.
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

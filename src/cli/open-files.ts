import { readFileSync } from 'node:fs';

/** Below this the modules of the server cannot all be loaded, and what fails then names one of them. */
const LEAST = 256;

/** What to tell where this process may have too few files open; null where it has enough, or the system does not say. */
export function tooFewOpenFiles(): string | null {
  const most = Number(/^Max open files\s+(\d+)/m.exec(limits())?.[1] ?? Number.POSITIVE_INFINITY);
  if (most >= LEAST) return null;
  return `This process may have only ${most} files open, and claimgraph needs ${LEAST}: allow more, with "ulimit -n 1024".`;
}

function limits(): string {
  try {
    return readFileSync('/proc/self/limits', 'utf8');
  } catch {
    return '';
  }
}

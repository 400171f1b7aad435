import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storageFailure } from '../engine/storage-failure.ts';

/** Opens a temporary file and deletes its name, so nothing is left behind, however the process ends. */
export function openTemporary(): number {
  return inTemporaryFile(() => {
    const folder = mkdtempSync(join(tmpdir(), 'claimgraph-import-'));
    try {
      return openSync(join(folder, 'temporary'), 'w+');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

/** Works with a temporary file. Throws an Error that says where such files are, and why it cannot be written. */
export function inTemporaryFile<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const why = storageFailure(error);
    if (why === null) throw error;
    throw new Error(`A temporary file in ${tmpdir()} cannot be written: ${why}. TMPDIR sets another folder.`, {
      cause: error,
    });
  }
}

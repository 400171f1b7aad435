import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Opens a temporary file and deletes its name, so nothing is left behind, however the process ends. */
export function openTemporary(): number {
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-import-'));
  const file = openSync(join(folder, 'temporary'), 'w+');
  rmSync(folder, { recursive: true, force: true });
  return file;
}

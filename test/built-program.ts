import { spawnSync } from 'node:child_process';
import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** There while a process builds. */
const LOCK = `${ROOT}dist/.building`;

/** No build takes longer, in milliseconds: a lock of that age was left behind. */
const LONGEST = 120_000;

let isBuilt = false;

/** Builds what is older than its source, the program and the playground, as `npm start` does. */
export function buildIfStale(): void {
  if (isBuilt) return;
  mkdirSync(`${ROOT}dist`, { recursive: true });
  while (!locked()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  try {
    const { status, stdout, stderr } = spawnSync(process.execPath, [`${ROOT}build.mjs`], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`the program could not be built: ${stdout}${stderr}`);
  } finally {
    rmdirSync(LOCK);
  }
  isBuilt = true;
}

/** The program as users have it: it starts several times as fast as from source. */
export function builtProgram(): string {
  buildIfStale();
  return `${ROOT}dist/main.js`;
}

/** Whether this process now has the lock: several run tests beside each other, and one build is enough. */
function locked(): boolean {
  const age = Date.now() - (statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (age > LONGEST) rmdirSync(LOCK);
  try {
    mkdirSync(LOCK);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

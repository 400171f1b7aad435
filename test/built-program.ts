import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PROGRAM = `${ROOT}dist/main.js`;

let isBuilt = false;

/** The program as users have it, built anew where its source is newer: it starts several times as fast as from source. */
export function builtProgram(): string {
  if (isBuilt) return PROGRAM;
  const built = statSync(PROGRAM, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const files = readdirSync(`${ROOT}src`, { recursive: true, withFileTypes: true });
  const newest = Math.max(...files.map(({ parentPath, name }) => statSync(`${parentPath}/${name}`).mtimeMs));
  if (newest >= built) {
    const args = [`${ROOT}node_modules/typescript/bin/tsc`, '-p', `${ROOT}tsconfig.build.json`];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`the program could not be built: ${stdout}`);
  }
  isBuilt = true;
  return PROGRAM;
}

// Builds the parts of dist/ that are older than what they are made of, or all of them with `--anew`.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('.', import.meta.url));
const PROGRAM = 'dist/main.js';
const PLAYGROUND = 'src/web/playground';

const PARTS = [
  {
    made: PROGRAM,
    of: ['src', 'tsconfig.json', 'tsconfig.build.json'],
    but: PLAYGROUND,
    by: ['typescript/bin/tsc', '-p', 'tsconfig.build.json'],
  },
  {
    made: 'dist/playground/index.html',
    of: [PLAYGROUND, 'package-lock.json'],
    // The usual loader writes into node_modules, and npm reads all of it again when that is newer than what it installed.
    by: ['vite/bin/vite.js', 'build', PLAYGROUND, '--logLevel', 'warn', '--configLoader', 'runner'],
  },
];

/** When a file, or anything in a folder, was last changed; a folder changes when something in it goes. */
function changed(path, but) {
  const found = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (!found || path === but) return 0;
  const inside = found.isDirectory()
    ? readdirSync(join(ROOT, path)).map((name) => changed(`${path}/${name}`, but))
    : [];
  return Math.max(found.mtimeMs, ...inside);
}

function isStale({ made, of, but }) {
  return changed(made) <= Math.max(...of.map((path) => changed(path, but)));
}

/** Whether it worked. */
function build({ made, by: [program, ...args] }) {
  const command = [join(ROOT, 'node_modules', program), ...args];
  const { status } = spawnSync(process.execPath, command, { cwd: ROOT, stdio: 'inherit' });
  // Links that npx made for earlier versions lead here.
  if (status === 0 && made === PROGRAM) chmodSync(join(ROOT, PROGRAM), 0o755);
  return status === 0;
}

const isAnew = process.argv.includes('--anew');
const stale = isAnew ? PARTS : PARTS.filter(isStale);
if (stale.some(({ by: [program] }) => !existsSync(join(ROOT, 'node_modules', program)))) {
  console.error('dist/ is missing or older than its source: "npm ci", with nothing left out, installs what builds it.');
  // An installation without what builds is none that failed, and an older program still runs.
  process.exitCode = process.env.npm_lifecycle_event === 'dependencies' || existsSync(join(ROOT, PROGRAM)) ? 0 : 1;
} else {
  if (isAnew) rmSync(join(ROOT, 'dist'), { recursive: true, force: true });
  process.exitCode = stale.every(build) ? 0 : 1;
}

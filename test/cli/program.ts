import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { builtProgram } from '../built-program.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** How a run of the program ended; `exit` is null where a signal ended it. */
export interface Ended {
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** What it wrote to standard error so far. */
  readonly err: () => string;
}

/** Runs the program as a user would, in a process of its own. */
export function start(
  args: readonly string[],
  environment: Record<string, string> = {},
  { input, cwd = ROOT }: { readonly input?: string; readonly cwd?: string } = {},
): Running {
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...environment };
  const child = spawn(process.execPath, [builtProgram(), ...args], { cwd, env, stdio: 'pipe' });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input ?? '');
  const ended = new Promise<Ended>((done) => child.once('close', (exit) => done({ exit, out, err })));
  return { child, ended, err: () => err };
}

/** Runs the program to its end. */
export function run(...args: Parameters<typeof start>): Promise<Ended> {
  return start(...args).ended;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runProgram } from '../../src/cli/program.ts';
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
  /** What it wrote so far. */
  readonly out: () => string;
  readonly err: () => string;
}

type Environment = Readonly<Record<string, string>>;

function withPath(environment: Environment): Record<string, string> {
  return { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...environment };
}

/** Runs the built program as a user would, in a process of its own: where signals, pipes or the exit are the matter. */
export function start(args: readonly string[], environment: Environment = {}, input = ''): Running {
  const env = withPath(environment);
  const child = spawn(process.execPath, [builtProgram(), ...args], { cwd: ROOT, env, stdio: 'pipe' });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const ended = new Promise<Ended>((done) => child.once('close', (exit) => done({ exit, out, err })));
  return { child, ended, out: () => out, err: () => err };
}

/** What a run may listen to until its process ends. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Runs the program within this process, which starts it a second sooner; one run at a time. */
export async function run(args: readonly string[], environment: Environment = {}): Promise<Ended> {
  const { env, exitCode } = process;
  const before = SIGNALS.map((signal) => process.listeners(signal));
  const [out, err] = [diverted(process.stdout), diverted(process.stderr)];
  process.env = withPath(environment);
  process.exitCode = 0;
  try {
    await runProgram(args);
    return { exit: Number(process.exitCode), out: out.text(), err: err.text() };
  } finally {
    for (const { restore } of [out, err]) restore();
    for (const [index, signal] of SIGNALS.entries()) {
      for (const one of process.listeners(signal)) if (!before[index]?.includes(one)) process.off(signal, one);
    }
    process.env = env;
    process.exitCode = exitCode;
  }
}

/** Keeps what is written to a stream from getting there. */
function diverted(stream: NodeJS.WriteStream): { readonly text: () => string; readonly restore: () => void } {
  const { write } = stream;
  let text = '';
  stream.write = (chunk: Uint8Array | string) => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    return true;
  };
  return {
    text: () => text,
    restore: () => {
      stream.write = write;
    },
  };
}

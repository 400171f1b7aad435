import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const HERE = fileURLToPath(new URL('.//', import.meta.url));

/** A server in a process of its own. */
export interface Served {
  readonly url: string;
  stop(): void;
}

/** Installs what the benchmark compares with, as its lockfile says, where that has not been done. */
export function install(): void {
  if (existsSync(`${HERE}node_modules`)) return;
  const { status } = spawnSync('npm', ['ci', '--prefix', HERE, '--no-audit', '--no-fund'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('npm ci failed in test/bench');
}

/** Runs a TypeScript file as in production and waits for the address that it prints. */
export async function serve(file: string, settings: Readonly<Record<string, string>>): Promise<Served> {
  const child = spawn(process.execPath, ['--import', 'tsx', `${ROOT}${file}`], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = () => {
    child.kill('SIGTERM');
  };
  process.once('exit', stop);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  return { url: await addressOf(child, file), stop };
}

function addressOf(child: ChildProcess, file: string): Promise<string> {
  return new Promise((done, failed) => {
    let printed = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      const url = /http:\/\/[\w.]+:\d+/.exec(printed)?.[0];
      if (url) done(url);
    });
    child.once('exit', (code) => failed(new Error(`${file} ended with ${code} before it gave its address`)));
  });
}

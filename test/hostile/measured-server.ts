import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEmbedded } from '../../src/engine/embedded.ts';
import { generate, SIZE } from '../bench/generate.ts';
import { fill } from '../bench/load.ts';
import { endServing, serving } from '../cli/serving.ts';

/** The token that the measured server takes for changes. */
export const TOKEN = 'a-token-of-many-characters';

/** Why memory cannot be measured on this system, in a sentence; null where it can. */
export const CANNOT_MEASURE = process.platform === 'linux' ? null : 'Memory is measured by /proc, which Linux has.';

const MB = 1_024;

/** The built server in a process of its own. Memory is that of the whole process (RSS), in MB. */
export interface MeasuredServer {
  readonly url: string;
  readonly pid: number;
  /** What it wrote on standard error. */
  readonly log: () => string;
  readonly isRunning: () => boolean;
  readonly memory: () => number;
  /** The most memory since `resetPeak`. */
  readonly peak: () => number;
  readonly resetPeak: () => void;
  /** Waits until its process has nothing to do, but no longer than so many milliseconds. */
  readonly idle: (patience: number) => Promise<void>;
  /** Ends it with a signal, and waits until it has ended. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
}

/** Fills the folder of an embedded database with a generated graph of so many attributions, the same each time. */
export async function generatedGraph(folder: string, attributions: number): Promise<void> {
  const engine = openEmbedded({ path: join(folder, 'claimgraph.grafeo'), timeout: 600_000 });
  await fill(engine, generate({ ...SIZE, attributions }));
  await engine.close();
}

/** Starts the built server on a database: `{ CLAIMGRAPH_DATA: folder }`, or the settings of a Neo4j. */
export async function measuredServer(settings: Readonly<Record<string, string>>): Promise<MeasuredServer> {
  const server = await serving({ CLAIMGRAPH_WRITE_TOKEN: TOKEN, ...settings });
  const { child, err } = server.running;
  const pid = child.pid as number;
  const kill = () => {
    child.kill('SIGKILL');
  };
  process.once('exit', kill);
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  return {
    url: server.url,
    pid,
    log: err,
    isRunning,
    memory: () => memoryOf(pid, 'VmRSS'),
    peak: () => memoryOf(pid, 'VmHWM'),
    resetPeak: () => writeFileSync(`/proc/${pid}/clear_refs`, '5'),
    idle: (patience) => untilIdle(pid, patience),
    stop: async (signal = 'SIGTERM') => {
      await endServing(server, signal);
      process.off('exit', kill);
    },
  };
}

/** How often to look whether a process works, in milliseconds, and how few hundredths of a second count as nothing. */
const LOOK = 200;
const NOTHING = 4;

async function untilIdle(pid: number, patience: number): Promise<void> {
  const end = performance.now() + patience;
  let before = workOf(pid);
  while (performance.now() < end) {
    await new Promise((done) => setTimeout(done, LOOK));
    const now = workOf(pid);
    if (!(now - before > NOTHING)) return;
    before = now;
  }
}

/** The processor time of a process so far, in hundredths of a second; NaN once it has ended. */
function workOf(pid: number): number {
  if (!existsSync(`/proc/${pid}/stat`)) return Number.NaN;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
}

/** Memory of a process in MB; NaN once it has ended. */
function memoryOf(pid: number, which: 'VmRSS' | 'VmHWM'): number {
  try {
    const [, kilobytes] = new RegExp(`${which}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / MB;
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return Number.NaN;
    throw error;
  }
}

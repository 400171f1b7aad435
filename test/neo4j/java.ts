import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where packages and tools put their JVMs, and where each keeps the program in its folder. */
const FOLDERS: readonly { readonly folder: string; readonly program: string; readonly starts?: string }[] = [
  { folder: '/usr/lib/jvm', program: 'bin/java' },
  { folder: '/opt', program: 'bin/java', starts: 'java' },
  { folder: '/opt/java', program: 'bin/java' },
  { folder: join(homedir(), '.sdkman/candidates/java'), program: 'bin/java' },
  { folder: '/Library/Java/JavaVirtualMachines', program: 'Contents/Home/bin/java' },
];

/** A Java to run, or one sentence saying where none was found. */
export type FoundJava = { readonly program: string } | { readonly missing: string };

/**
 * Finds a Java of at least some version: that of JAVA_HOME, else the one on the PATH, else one in the usual folders.
 * The first that is new enough is taken; which versions they are is asked of the programs themselves.
 */
export function findJava(atLeast: number): FoundJava {
  const home = process.env.JAVA_HOME;
  const candidates = [...(home ? [join(home, 'bin/java')] : []), 'java', ...FOLDERS.flatMap(programsIn)];
  const program = candidates.find((one) => majorOf(one) >= atLeast);
  if (program) return { program };
  const folders = FOLDERS.map(({ folder, starts }) => (starts ? `${folder}/${starts}*` : folder)).join(', ');
  return { missing: `no Java ${atLeast} or newer was found in JAVA_HOME, on the PATH or in ${folders}.` };
}

function programsIn({ folder, program, starts = '' }: (typeof FOLDERS)[number]): string[] {
  const names = namesIn(folder).filter((name) => name.startsWith(starts));
  return names.sort().map((name) => join(folder, name, program));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** The major version of a Java; 0 where there is none, or one that does not run. */
function majorOf(program: string): number {
  const { status, stderr } = spawnSync(program, ['-version'], { encoding: 'utf8' });
  return status === 0 ? Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0) : 0;
}

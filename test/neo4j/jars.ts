import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const POM = fileURLToPath(new URL('pom.xml', import.meta.url));

/** As the pom has it. */
export const NEO4J_VERSION = /<neo4j\.version>(.+?)</.exec(readFileSync(POM, 'utf8'))?.[1] ?? 'unknown';

const CACHE = fileURLToPath(
  new URL(`../../node_modules/.cache/claimgraph/neo4j-${NEO4J_VERSION}/lib`, import.meta.url),
);
const FETCH_MS = 10 * 60_000;

/** The folder of Neo4j's jars; CLAIMGRAPH_NEO4J_LIB puts it elsewhere, to share it between working copies. */
export const JARS = resolve(process.env.CLAIMGRAPH_NEO4J_LIB || CACHE);

/**
 * Fetches the jars through Maven unless they are there. The folder appears by one rename, so it is whole or absent,
 * also when the fetch is interrupted or runs twice at the same time. Rejects with the end of what Maven said.
 */
export async function ensureJars(log: (line: string) => void): Promise<void> {
  if (existsSync(JARS)) return;
  log(`Fetching Neo4j ${NEO4J_VERSION} through Maven, once (123 MB).`);
  await mkdir(dirname(JARS), { recursive: true });
  await removeAbandonedFetches();
  const partial = `${JARS}.fetch-${process.pid}`;
  try {
    await copyJars(partial);
    await rename(partial, JARS).catch((error: unknown) => {
      if (!existsSync(JARS)) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

async function removeAbandonedFetches(): Promise<void> {
  const prefix = `${basename(JARS)}.fetch-`;
  for (const name of await readdir(dirname(JARS))) {
    if (!name.startsWith(prefix) || isAlive(Number(name.slice(prefix.length)))) continue;
    await rm(join(dirname(JARS), name), { recursive: true, force: true });
  }
}

async function copyJars(folder: string): Promise<void> {
  const goal = ['-B', '-q', '-f', POM, 'dependency:copy-dependencies', `-DoutputDirectory=${folder}`];
  const maven = spawn('mvn', goal, { stdio: ['ignore', 'pipe', 'pipe'], timeout: FETCH_MS });
  let output = '';
  const keep = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-4_000);
  };
  maven.stdout.on('data', keep);
  maven.stderr.on('data', keep);
  const code = await new Promise<number | string | null>((done, failed) => {
    maven.once('error', failed).once('close', (status, signal) => done(status ?? signal));
  });
  if (code !== 0) throw new Error(`Maven could not fetch Neo4j ${NEO4J_VERSION} (${code}):\n${output.trim()}`);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Neo4jVersion, POM } from './versions.ts';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/claimgraph', import.meta.url));
const FETCH_MS = 10 * 60_000;

/**
 * The folder of a version's jars. CLAIMGRAPH_NEO4J_JARS puts those of all versions elsewhere, to share them between
 * working copies.
 */
export function jarsOf({ release }: Neo4jVersion): string {
  return resolve(process.env.CLAIMGRAPH_NEO4J_JARS || CACHE, `neo4j-${release}`, 'lib');
}

/**
 * Fetches a version's jars through Maven unless they are there. The folder appears by one rename, so it is whole or
 * absent, also when the fetch is interrupted or runs twice at the same time. Rejects with the end of what Maven said.
 */
export async function ensureJars(version: Neo4jVersion, log: (line: string) => void): Promise<void> {
  const jars = jarsOf(version);
  if (existsSync(jars)) return;
  log(`Fetching Neo4j ${version.release} through Maven, once (about 150 MB).`);
  await mkdir(dirname(jars), { recursive: true });
  await removeAbandonedFetches(jars);
  const partial = `${jars}.fetch-${process.pid}`;
  try {
    await copyJars(version, partial);
    await rename(partial, jars).catch((error: unknown) => {
      if (!existsSync(jars)) throw error;
    });
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

async function removeAbandonedFetches(jars: string): Promise<void> {
  const prefix = `${basename(jars)}.fetch-`;
  for (const name of await readdir(dirname(jars))) {
    if (!name.startsWith(prefix) || isAlive(Number(name.slice(prefix.length)))) continue;
    await rm(join(dirname(jars), name), { recursive: true, force: true });
  }
}

async function copyJars({ release }: Neo4jVersion, folder: string): Promise<void> {
  const properties = [`-Dneo4j.version=${release}`, `-DoutputDirectory=${folder}`];
  const goal = ['-B', '-q', '-f', POM, ...properties, 'dependency:copy-dependencies'];
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
  if (code !== 0) throw new Error(`Maven could not fetch Neo4j ${release} (${code}):\n${output.trim()}`);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

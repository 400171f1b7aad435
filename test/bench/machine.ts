import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { findJava } from '../neo4j/java.ts';
import { chosenVersion } from '../neo4j/versions.ts';

/** The machine and the versions, in one line; nothing that names it. */
export function machine(): string {
  return [
    server('2 GB'),
    `Grafeo ${versionOf('../../node_modules/@grafeo-db/js')}`,
    `@neo4j/graphql ${versionOf('node_modules/@neo4j/graphql')}`,
  ].join(', ');
}

/** The same without what is only compared. */
export function server(heap: string): string {
  const { release, java } = chosenVersion();
  const model = cpus()[0]?.model.trim().replace(/\s+/g, ' ');
  return [
    `${cpus().length} cores${model && model !== 'unknown' ? ` (${model})` : ''}`,
    `${Math.round(totalmem() / 2 ** 30)} GiB`,
    `Node ${process.versions.node}`,
    `Java ${javaVersion(java)}`,
    `Neo4j Community ${release} (${heap} heap)`,
  ].join(', ');
}

function javaVersion(atLeast: number): string | undefined {
  const java = findJava(atLeast);
  if ('missing' in java) return undefined;
  return /version "([^"]+)"/.exec(spawnSync(java.program, ['-version'], { encoding: 'utf8' }).stderr)?.[1];
}

function versionOf(folder: string): string {
  return JSON.parse(readFileSync(new URL(`${folder}/package.json`, import.meta.url), 'utf8')).version;
}

/** The average number of processes that wanted a core in the last minute. */
export function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

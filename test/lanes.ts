import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestProjectInlineConfiguration } from 'vitest/config';
import { neo4jAvailable } from './neo4j/server.ts';

const HERE = fileURLToPath(new URL('.//', import.meta.url));

/** Files that go through all engines run on both; what only Neo4j can show has a folder. */
const THROUGH_ENGINES = /import \{[^}]*\bengines\b[^}]*\} from '[./]+engines\.ts'/;
const NEO4J_ALONE = 'test/neo4j/**';

/** The engines that tests run on; `missing` says why Neo4j is not one of them. */
export interface Choice {
  readonly embedded: boolean;
  readonly neo4j: boolean;
  readonly missing: string | null;
}

/**
 * `ENGINES` names the engines, as `embedded,neo4j`: a Neo4j that is named has to be there. Without it there are both, or
 * the embedded one alone where Java or Maven is missing.
 */
export function chosenEngines(): Choice {
  const names = process.env.ENGINES?.split(',').map((name) => name.trim());
  const unknown = names?.find((name) => name !== 'embedded' && name !== 'neo4j');
  if (unknown !== undefined) throw new Error(`ENGINES names "${unknown}", but it can name embedded, neo4j or both.`);
  const embedded = names?.includes('embedded') ?? true;
  if (names && !names.includes('neo4j')) return { embedded, neo4j: false, missing: 'ENGINES leaves it out.' };
  const missing = neo4jAvailable();
  if (missing && names) throw new Error(`ENGINES asks for neo4j, but ${missing}`);
  return { embedded, neo4j: missing === null, missing };
}

function filesOnNeo4j(): string[] {
  const files = readdirSync(HERE, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.test.ts'));
  return files
    .filter((file) => THROUGH_ENGINES.test(readFileSync(`${HERE}${file}`, 'utf8')))
    .map((file) => `test/${file}`);
}

/**
 * All files on the embedded engine, in workers beside each other, and those that have something to show on Neo4j, of
 * which there is one for all, one after the other. Within one process the lanes follow each other; `npm test` runs
 * them side by side.
 */
export function lanes(): TestProjectInlineConfiguration[] {
  const { embedded, neo4j } = chosenEngines();
  const lane = (name: string, files: { include: string[]; exclude?: string[]; maxWorkers: number }) => ({
    extends: true as const,
    test: { name, ...files, globalSetup: 'test/neo4j/setup.ts', sequence: { groupOrder: files.maxWorkers } },
  });
  return [
    ...(embedded ? [lane('embedded', { include: ['test/**/*.test.ts'], exclude: [NEO4J_ALONE], maxWorkers: 2 })] : []),
    ...(neo4j ? [lane('neo4j', { include: [`${NEO4J_ALONE}/*.test.ts`, ...filesOnNeo4j()], maxWorkers: 1 })] : []),
  ];
}

import type { TestProject } from 'vitest/node';
import { neo4jAvailable, startNeo4j } from './server.ts';

/** How tests reach the Neo4j of this run; null where there is none. */
export interface ProvidedNeo4j {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    neo4j: ProvidedNeo4j | null;
  }
}

/**
 * Starts a real Neo4j for the run where Java and Maven are found, and says so plainly where they are not.
 * `ENGINES=embedded,neo4j` makes it compulsory, `ENGINES=embedded` leaves it out.
 */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const wanted = process.env.ENGINES?.split(',').map((name) => name.trim());
  const missing = wanted?.includes('neo4j') === false ? 'ENGINES leaves it out.' : neo4jAvailable();
  if (missing) {
    if (wanted?.includes('neo4j')) throw new Error(`ENGINES asks for neo4j, but ${missing}`);
    process.stdout.write(`\nTests run on the embedded engine only: ${missing}\n`);
    project.provide('neo4j', null);
    return undefined;
  }
  const server = await startNeo4j({ forTests: true, log: (line) => process.stdout.write(`${line}\n`) });
  const { uri, user, password } = server;
  project.provide('neo4j', { uri, user, password });
  return () => server.stop();
}

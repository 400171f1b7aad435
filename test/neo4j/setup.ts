import type { TestProject } from 'vitest/node';
import { chosenEngines } from '../lanes.ts';
import { startNeo4j } from './server.ts';

/** How tests reach the Neo4j of this run; null where there is none. */
export interface ProvidedNeo4j {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Its process; 0 where others run it. */
  readonly pid: number;
}

declare module 'vitest' {
  export interface ProvidedContext {
    neo4j: ProvidedNeo4j | null;
  }
}

/** Starts a real Neo4j for the lane that needs it; the other one says plainly where that lane is missing. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (project.name !== 'neo4j') {
    const { missing } = chosenEngines();
    if (missing) process.stdout.write(`\nTests run on the embedded engine only: ${missing}\n`);
    project.provide('neo4j', null);
    return undefined;
  }
  const server = await startNeo4j({ forTests: true, log: (line) => process.stdout.write(`${line}\n`) });
  const { uri, user, password, pid } = server;
  project.provide('neo4j', { uri, user, password, pid });
  return () => server.stop();
}

// A Neo4j to develop against: `npm run neo4j` prints where it is and runs until it is interrupted.
// With --missing it starts nothing, and prints what it would need and does not find.
import { neo4jAvailable, startNeo4j } from './server.ts';

const missing = neo4jAvailable();
if (process.argv.includes('--missing')) {
  console.log(missing ?? '');
  process.exit();
}
if (missing) {
  console.error(`No Neo4j can be started: ${missing}`);
  process.exit(1);
}

const { stop, ...server } = await startNeo4j({ log: console.error });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
console.log(JSON.stringify(server));

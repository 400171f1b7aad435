import type { Driver, ProfiledPlan } from 'neo4j-driver';
import { openNeo4j } from '../../src/engine/neo4j.ts';
import { asking } from '../ask.ts';
import type { Neo4jServer } from '../neo4j/server.ts';
import { percentile } from './measure.ts';
import { HANDWRITTEN, OURS, USUAL } from './questions.ts';

/** What a statement of the three-level read costs Neo4j: touches of its store, and the length of its text. */
export interface Profile {
  readonly name: string;
  readonly hits: number;
  readonly letters: number;
}

/** The median of the store's touches over some actors: of the statement that this server runs, and of those by hand. */
export async function profiles(server: Neo4jServer, driver: Driver, ids: readonly string[]): Promise<Profile[]> {
  const ours = await statementOf(server, ids[0] as string);
  const byHand = (asOfNow: boolean) => {
    const text = HANDWRITTEN.threeLevels(USUAL, asOfNow);
    return { text, parameters: (id: string) => ({ id }) };
  };
  return [
    await profile(driver, 'claimgraph', ours, ids),
    await profile(driver, 'hand-written', byHand(false), ids),
    await profile(driver, 'hand-written as of now', byHand(true), ids),
  ];
}

interface Profiled {
  readonly text: string;
  readonly parameters: (id: string) => Record<string, unknown>;
}

/** The statement that the operation is compiled to, and its parameters for any id. */
async function statementOf(server: Neo4jServer, asked: string): Promise<Profiled> {
  const engine = openNeo4j({ ...server, database: 'neo4j', timeout: 60_000 });
  try {
    const ask = await asking(engine);
    const { statements } = await ask(OURS.threeLevels(USUAL), { id: asked });
    const [statement] = statements;
    if (statements.length !== 1 || !statement) throw new Error(`${statements.length} statements for one question`);
    const put = (id: string) => JSON.parse(JSON.stringify(statement.parameters).replaceAll(`"${asked}"`, `"${id}"`));
    return { text: statement.text, parameters: put };
  } finally {
    await engine.close();
  }
}

async function profile(driver: Driver, name: string, profiled: Profiled, ids: readonly string[]): Promise<Profile> {
  const hits: number[] = [];
  for (const id of ids) {
    const { summary } = await driver.executeQuery(`PROFILE ${profiled.text}`, whole(profiled.parameters(id)));
    hits.push(summary.profile ? total(summary.profile) : Number.NaN);
  }
  return { name, hits: percentile(hits, 50), letters: profiled.text.length };
}

/** LIMIT takes no float, which is what a JavaScript number becomes on its way; a BigInt becomes an integer. */
function whole(parameters: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(parameters);
  return Object.fromEntries(entries.map(([key, value]) => [key, typeof value === 'number' ? BigInt(value) : value]));
}

function total({ dbHits, children }: ProfiledPlan): number {
  return dbHits + children.reduce((sum, child) => sum + total(child), 0);
}

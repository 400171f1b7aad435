import neo4j, { type Driver } from 'neo4j-driver';

/** A driver for the Neo4j that the environment names, set up as the product sets up its own. */
export function openDriver(environment: NodeJS.ProcessEnv = process.env): Driver {
  const { NEO4J_URI = '', NEO4J_USER = '', NEO4J_PASSWORD = '' } = environment;
  return neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USER, NEO4J_PASSWORD), { disableLosslessIntegers: true });
}

/** The rows of a reading statement as plain objects. */
export async function read(driver: Driver, text: string, id: string): Promise<Record<string, unknown>[]> {
  const { records } = await driver.executeQuery(text, { id }, { database: 'neo4j', routing: 'READ' });
  return records.map((record) => record.toObject());
}

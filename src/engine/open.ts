import type { Config } from '../config.ts';
import type { Engine } from './engine.ts';

/** Opens the database that the settings name, and loads what talks to it; the other kind is not needed. */
export async function openEngine({ database, timeout }: Pick<Config, 'database' | 'timeout'>): Promise<Engine> {
  if (database.kind === 'neo4j') {
    const { openNeo4j } = await import('./neo4j.ts');
    return openNeo4j({ ...database, timeout });
  }
  const { openEmbedded } = await import('./embedded.ts');
  return openEmbedded({ path: database.path, timeout });
}

import type { Config } from '../config.ts';
import { openEmbedded } from './embedded.ts';
import type { Engine } from './engine.ts';
import { openNeo4j } from './neo4j.ts';

/** Opens the database that the settings name. */
export function openEngine({ database, timeout }: Pick<Config, 'database' | 'timeout'>): Engine {
  return database.kind === 'neo4j'
    ? openNeo4j({ ...database, timeout })
    : openEmbedded({ path: database.path, timeout });
}

import { fileURLToPath } from 'node:url';
import { readBundle } from '../bundle/read-files.ts';
import { type Loaded, load } from '../change/load.ts';
import type { Engine } from '../engine/engine.ts';
import { isEmpty, openStore } from '../store/open-store.ts';

const MANIFEST = new URL('../../seed/manifest.json', import.meta.url);

/** Prepares a database, and loads the seed article if it is empty. */
export async function seedWhenEmpty(engine: Engine): Promise<void> {
  await openStore(engine);
  if (await isEmpty(engine)) await loadSeed(engine);
}

/** Loads the seed article into a prepared database. Doing it again changes nothing. */
export async function loadSeed(engine: Engine): Promise<Loaded> {
  const { manifest, bundle } = readBundle(fileURLToPath(MANIFEST));
  return load(engine, bundle, { by: manifest.id, reason: manifest.title });
}

import { fileURLToPath } from 'node:url';
import { readBundle } from '../bundle/read-files.ts';
import { type Loaded, load } from '../change/load.ts';
import type { Engine } from '../engine/engine.ts';
import { isEmpty, openStore } from '../store/open-store.ts';

const MANIFEST = new URL('../../seed/manifest.json', import.meta.url);

/** Makes a database ready; one that holds nothing at all gets the seed article, any other is left alone. */
export async function seedWhenEmpty(engine: Engine): Promise<void> {
  await openStore(engine);
  if (await isEmpty(engine)) await loadSeed(engine);
}

/** Loads the seed article into a prepared database; again changes nothing. */
export async function loadSeed(engine: Engine): Promise<Loaded> {
  const { manifest, bundle } = readBundle(fileURLToPath(MANIFEST));
  return load(engine, bundle, { by: manifest.id, reason: manifest.title });
}

import { fileURLToPath } from 'node:url';
import type { Engine } from '../engine/engine.ts';
import { type Loaded, load } from './load.ts';
import { readBundle } from './read.ts';
import { openStore } from './store.ts';

const MANIFEST = new URL('../../seed/manifest.json', import.meta.url);

/** Makes a database ready; one that holds nothing at all gets the seed article, any other is left alone. */
export async function seedWhenEmpty(engine: Engine): Promise<void> {
  await openStore(engine);
  const found = await engine.read({ text: 'MATCH (n) WHERE NOT n:Clock RETURN 1 AS found LIMIT 1', parameters: {} });
  if (found.length === 0) await loadSeed(engine);
}

/** Loads the seed article into a prepared database; again changes nothing. */
export async function loadSeed(engine: Engine): Promise<Loaded> {
  const { manifest, bundle } = readBundle(fileURLToPath(MANIFEST));
  return load(engine, bundle, { by: manifest.id, reason: manifest.title });
}

import type { Bundle } from '../../src/bundle/bundle.ts';
import { load } from '../../src/change/load.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { openStore } from '../../src/store/open-store.ts';

/** How many claims, with their attributions, go into one transaction. */
const PART = 1_000;

/** Stores a generated bundle in parts, so that no transaction needs much memory. */
export async function fill(engine: Engine, bundle: Bundle): Promise<void> {
  await openStore(engine);
  for (const part of parts(bundle)) await load(engine, part, { by: 'benchmark' });
}

function parts(bundle: Bundle): Bundle[] {
  const rest: Bundle = { ...bundle, claims: [], attributions: [] };
  const nothing = Object.fromEntries(Object.keys(bundle).map((collection) => [collection, []])) as unknown as Bundle;
  const starts = Array.from({ length: Math.ceil(bundle.claims.length / PART) }, (_, index) => index * PART);
  const partOf = new Map(bundle.claims.map(({ id }, index) => [id, Math.floor(index / PART)]));
  const attributions: Bundle['attributions'][] = starts.map(() => []);
  for (const said of bundle.attributions) attributions[partOf.get(said.claim) ?? 0]?.push(said);
  const withClaims = starts.map((start, index) => ({
    ...nothing,
    claims: bundle.claims.slice(start, start + PART),
    attributions: attributions[index] ?? [],
  }));
  return [rest, ...withClaims];
}

import type { Bundle } from '../../src/bundle/bundle.ts';
import { load } from '../../src/change/load.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { type View, viewsOf } from './view.ts';
import { type Load, worldOf } from './world.ts';

const BY = 'test:oracle';

/** The record time of the first bundle, in milliseconds; each of the others comes an hour later. */
const START = Date.UTC(2025, 11, 2);
const STEP = 3_600_000;

/** Loads another bundle, and gives all the loads so far. */
export async function loadNext(engine: Engine, bundle: Bundle, before: readonly Load[]): Promise<readonly Load[]> {
  const now = START + before.length * STEP;
  const { revision } = await load(engine, bundle, { by: BY, now });
  return [...before, { bundle, at: revision?.at ?? now, by: BY }];
}

export async function loadAll(engine: Engine, bundles: readonly Bundle[]): Promise<readonly Load[]> {
  let loads: readonly Load[] = [];
  for (const bundle of bundles) loads = await loadNext(engine, bundle, loads);
  return loads;
}

/** The oracle's view of what was loaded, as of now. */
export function present(loads: readonly Load[]): View {
  return viewsOf(worldOf(loads), Math.max(...loads.map(({ at }) => at)));
}

import type { Bundle } from '../../src/bundle/bundle.ts';
import { judge } from '../../src/change/judge.ts';
import { load } from '../../src/change/load.ts';
import { retract } from '../../src/change/retract.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { type View, viewsOf } from './view.ts';
import { type Load, type Step, worldOf } from './world.ts';

const BY = 'test:oracle';

/** The record time of the first bundle, in milliseconds; each of the others comes an hour later. */
const START = Date.UTC(2025, 11, 2);
const STEP = 3_600_000;

/** Makes another change, and gives all changes so far. */
export async function take(engine: Engine, step: Step, before: readonly Load[]): Promise<readonly Load[]> {
  const now = START + before.length * STEP;
  const at = await changed(engine, step, now);
  return [...before, { ...step, at, by: BY }];
}

async function changed(engine: Engine, step: Step, now: number): Promise<number> {
  const author = { by: BY, now };
  if ('bundle' in step) return (await load(engine, step.bundle, author)).revision?.at ?? now;
  const { revision } = await engine.write((run) => {
    if ('retracted' in step) return retract(run, step.retracted, author);
    const [left, right] = 'same' in step ? step.same : step.different;
    return judge(run, { left, right, verdict: 'same' in step ? 'SAME' : 'DIFFERENT' }, author);
  });
  return revision.at;
}

/** Loads another bundle, and gives all the loads so far. */
export function loadNext(engine: Engine, bundle: Bundle, before: readonly Load[]): Promise<readonly Load[]> {
  return take(engine, { bundle }, before);
}

export async function loadAll(engine: Engine, bundles: readonly Bundle[]): Promise<readonly Load[]> {
  let loads: readonly Load[] = [];
  for (const bundle of bundles) loads = await loadNext(engine, bundle, loads);
  return loads;
}

export async function takeAll(engine: Engine, steps: readonly Step[]): Promise<readonly Load[]> {
  let loads: readonly Load[] = [];
  for (const step of steps) loads = await take(engine, step, loads);
  return loads;
}

/** The same changes without a database. */
export function imagined(steps: readonly Step[]): readonly Load[] {
  return steps.map((step, index) => ({ ...step, at: START + index * STEP, by: BY }));
}

/** The oracle's view of what was loaded, as of now. */
export function present(loads: readonly Load[]): View {
  return viewsOf(worldOf(loads), Math.max(...loads.map(({ at }) => at)));
}

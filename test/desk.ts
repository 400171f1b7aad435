import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Bundle } from '../src/bundle/bundle.ts';
import { load } from '../src/change/load.ts';
import type { Engine } from '../src/engine/engine.ts';
import { type Ask, asking } from './ask.ts';
import type { TestedEngine } from './engines.ts';

const FIRST = Date.parse('2026-01-01T00:00:00Z');
const DAY = 86_400_000;

/** A graph that a test fills day by day from 1 January 2026, and asks. */
export interface Desk {
  readonly engine: Engine;
  readonly ask: Ask;
  /** Records each bundle a day after the one before. */
  readonly record: (...bundles: readonly Bundle[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function openDesk(open: () => Promise<Engine>): Promise<Desk> {
  const engine = await open();
  let loads = 0;
  return {
    engine,
    ask: await asking(engine),
    record: async (...bundles) => {
      for (const one of bundles) await load(engine, one, { by: 'desk', now: FIRST + loads++ * DAY });
    },
    close: () => engine.close(),
  };
}

/** For the tests of a describe block: a desk that is empty before each of them. */
export function deskForEach({ open }: TestedEngine): Desk {
  let desk: Desk;
  beforeEach(async () => {
    desk = await openDesk(open);
  });
  afterEach(() => desk.close());
  return currently(() => desk);
}

/** For the tests of a describe block: a desk that they share, with bundles on record. */
export function deskWith({ open }: TestedEngine, ...bundles: readonly Bundle[]): Desk {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(open);
    await desk.record(...bundles);
  });
  afterAll(() => desk.close());
  return currently(() => desk);
}

/** Whatever desk is open at the moment. */
function currently(desk: () => Desk): Desk {
  return {
    get engine() {
      return desk().engine;
    },
    ask: (...args) => desk().ask(...args),
    record: (...bundles) => desk().record(...bundles),
    close: () => desk().close(),
  };
}

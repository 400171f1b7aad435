import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bundle } from '../../src/bundle/bundle.ts';
import { parseBundle } from '../../src/bundle/read-files.ts';
import { load } from '../../src/change/load.ts';
import { openEmbedded } from '../../src/engine/embedded.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { openStore } from '../../src/store/open-store.ts';
import { currentRecordTime, recordsAt } from '../../src/store/read-all-records.ts';
import { type Ask, asking } from '../ask.ts';
import { engines } from '../engines.ts';
import { MUTATIONS, QUESTIONS } from './questions.ts';
import { type Step, steps, worlds } from './random-worlds.ts';

/** How many worlds are drawn: the same in every run, others with another CLAIMGRAPH_SEED. */
const TIMES = Number(process.env.CLAIMGRAPH_RUNS ?? 1);
const RUNS = { embedded: 4, neo4j: 1 };
const seed = Number(process.env.CLAIMGRAPH_SEED ?? 20_251_121);
const MINUTES = 60_000;

/** What the graph says, now or as of an earlier record time. */
async function answers(ask: Ask, recorded: number | null): Promise<unknown[]> {
  const asOf = recorded === null ? null : { recorded: new Date(recorded).toISOString() };
  const all: unknown[] = [];
  for (const question of QUESTIONS) {
    const { data, errors } = await ask(question, { asOf });
    expect(errors).toBeUndefined();
    all.push(data);
  }
  return all;
}

/** Makes a change if possible: then it has a revision, else it says why not, and nothing changes. */
async function made(ask: Ask, { field, variables }: Step): Promise<boolean> {
  const { data, errors } = await ask(MUTATIONS[field] as string, variables);
  expect(errors).toBeUndefined();
  const { revision, problems, replayed } = data[field];
  expect(revision === null).toBe(problems.length > 0);
  return revision !== null && !replayed;
}

async function exported(engine: Engine): Promise<Bundle> {
  const bundle = Bundle.parse({});
  for await (const { collection, record } of recordsAt(engine, await currentRecordTime(engine))()) {
    (bundle[collection] as object[]).push(record);
  }
  return bundle;
}

/** Sorts lists, because their own order depends on when something was recorded. */
function unordered(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(unordered);
    return items.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unordered(inner)]));
}

describe.each(engines)('changes on $name', ({ name, open }) => {
  it(
    'leave every earlier answer as it was, and the graph as if it had been loaded at once',
    async () => {
      await fc.assert(
        fc.asyncProperty(worlds, steps, async (world, changes) => {
          const engine = await open();
          try {
            await load(engine, parseBundle(world), { by: 'desk' });
            const ask = await asking(engine, { by: 'desk' });
            const past = [{ at: await currentRecordTime(engine), answers: await answers(ask, null) }];
            // What was judged stays known, and so does that there was once what others go back to.
            let isRemembered = false;
            for (const step of changes) {
              const changed = await made(ask, step);
              isRemembered ||= changed && ['judge', 'retract'].includes(step.field);
              const now = await answers(ask, null);
              if (!changed) expect(now).toEqual(past.at(-1)?.answers);
              else past.push({ at: await currentRecordTime(engine), answers: now });
              const before = past.at(-2) ?? past[0];
              expect(await answers(ask, before?.at ?? null)).toEqual(before?.answers);
            }
            for (const one of past) expect(await answers(ask, one.at)).toEqual(one.answers);
            if (!isRemembered) await sameWrittenAtOnce(engine, past.at(-1)?.answers);
          } finally {
            await engine.close();
          }
        }),
        { numRuns: RUNS[name] * TIMES, seed, endOnFailure: true },
      );
    },
    5 * MINUTES,
  );
});

/** The current records, written into an empty database, give the same answers. */
async function sameWrittenAtOnce(engine: Engine, present: unknown): Promise<void> {
  const bundle = await exported(engine);
  const empty = openEmbedded({ path: null, timeout: 20_000 });
  try {
    await openStore(empty);
    await load(empty, bundle, { by: 'desk' });
    expect(unordered(await exported(empty))).toEqual(unordered(bundle));
    expect(unordered(await answers(await asking(empty), null))).toEqual(unordered(present));
  } finally {
    await empty.close();
  }
}

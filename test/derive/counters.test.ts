import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseBundle } from '../../src/bundle/read-files.ts';
import { load } from '../../src/change/load.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { engines } from '../engines.ts';
import { countersOf } from './counter-definitions.ts';
import { bundleOf, LOADS, world } from './random-worlds.ts';

/** What no reader sees of a node. */
const HIDDEN = ['viewAt', 'datedFrom', 'rawEarliest'];

/** Trace marks, which have a past of their own. */
const MARKS = ['standing', 'unnamedOnly', 'ownVoiceOnly', 'rootKeys', 'isRoot', 'side'];

function isCounter(name: string): boolean {
  const now = name.replace(/^past(.)/, (_, first: string) => first.toLowerCase());
  return ![...HIDDEN, ...MARKS, 'marksUntil', 'sideUntil'].includes(now);
}

const RUNS = { embedded: 150, neo4j: 8 };

type Stored = Record<string, Record<string, unknown>>;

describe.each(engines)('counters on $name', ({ name, open }) => {
  let engine: Engine;
  let count = 0;

  beforeAll(async () => {
    engine = await open();
  });

  afterAll(() => engine.close());

  /** The nodes of one world; other worlds are in the same graph, and must not matter. */
  async function read(tag: string): Promise<Stored> {
    const text = 'MATCH (n:Node) WHERE n.id CONTAINS $tag RETURN n.id AS id, properties(n) AS properties';
    const rows = await engine.read({ text, parameters: { tag: `:${tag}-` } });
    return Object.fromEntries(rows.map(({ id, properties }) => [id, properties]));
  }

  it('match their definitions after every load, also in loops of citations', { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(world, async (given) => {
        count += 1;
        const tag = `w${count}`;
        let before: Stored = {};
        for (let index = 0; index < LOADS; index++) {
          const { revision } = await load(engine, parseBundle(bundleOf(given, tag, index)), { by: 'test', now: 1 });
          const stored = await read(tag);
          const expected = countersOf(given, tag, index + 1);
          const counters = Object.entries(expected).map(([id, own]) => [id, pick(stored[id], Object.keys(own))]);
          expect(Object.fromEntries(counters)).toEqual(expected);
          expect(Object.keys(stored).sort()).toEqual(Object.keys(expected).sort());
          for (const id of changed(before, stored)) expect(stored[id]?.viewAt, id).toBe(revision?.at);
          before = stored;
        }
      }),
      { numRuns: RUNS[name] },
    );
  });
});

function pick(properties: Record<string, unknown> | undefined, keys: readonly string[]) {
  return Object.fromEntries(keys.map((key) => [key, properties?.[key]]));
}

function changed(before: Stored, after: Stored): string[] {
  const textOf = (properties: Record<string, unknown> | undefined) =>
    JSON.stringify(
      Object.entries(properties ?? {})
        .filter(([key]) => isCounter(key))
        .sort(),
    );
  return Object.keys(after).filter((id) => textOf(before[id]) !== textOf(after[id]));
}

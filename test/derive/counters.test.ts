import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseBundle } from '../../src/bundle/read-files.ts';
import { load } from '../../src/change/load.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { engines } from '../engines.ts';
import { viewsOf } from './definitions.ts';
import { bundleOf, LOADS, world } from './world.ts';

const RUNS = { embedded: 150, neo4j: 8 };

type Stored = Record<string, Record<string, unknown>>;

describe.each(engines)('stored views on $name', ({ name, open }) => {
  let engine: Engine;
  let count = 0;

  beforeAll(async () => {
    engine = await open();
  });

  afterAll(() => engine.close());

  /** The nodes of one world; others lie in the same graph, and must not matter. */
  async function read(tag: string): Promise<Stored> {
    const text = 'MATCH (n:Node) WHERE n.id CONTAINS $tag RETURN n.id AS id, properties(n) AS properties';
    const rows = await engine.read({ text, parameters: { tag: `:${tag}-` } });
    return Object.fromEntries(rows.map(({ id, properties }) => [id, properties]));
  }

  it('are those of their definitions after every load, loops of citations and all', { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(world, async (given) => {
        count += 1;
        const tag = `w${count}`;
        let before: Stored = {};
        for (let index = 0; index < LOADS; index++) {
          const { revision } = await load(engine, parseBundle(bundleOf(given, tag, index)), { by: 'test', now: 1 });
          const stored = await read(tag);
          const expected = viewsOf(given, tag, index + 1);
          const views = Object.entries(expected).map(([id, view]) => [id, pick(stored[id], Object.keys(view))]);
          expect(Object.fromEntries(views)).toEqual(expected);
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
  const told = (properties: Record<string, unknown> | undefined) =>
    JSON.stringify(
      Object.entries(properties ?? {})
        .filter(([key]) => key !== 'viewAt')
        .sort(),
    );
  return Object.keys(after).filter((id) => told(before[id]) !== told(after[id]));
}

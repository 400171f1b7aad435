import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { buildSchema, type GraphQLError } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bundle } from '../src/bundle/bundle.ts';
import { readBundle } from '../src/bundle/read-files.ts';
import type { Engine } from '../src/engine/engine.ts';
import { readContract } from '../src/graphql/schema.ts';
import { type Ask, asking } from './ask.ts';
import { engines } from './engines.ts';
import { bundles } from './oracle/bundles.ts';
import { withCursorsOf } from './oracle/compare.ts';
import { loadAll, loadNext, present } from './oracle/load.ts';
import { operations } from './oracle/operations.ts';
import {
  type DrawnWalk,
  listIn,
  pagesOf,
  type ReadList,
  renderWalk,
  rowsOf,
  walks,
  windowOf,
} from './oracle/page-walks.ts';
import { firstPart } from './oracle/partial-bundle.ts';
import { type Operation, render } from './oracle/render.ts';
import { answerFrom } from './oracle/resolvers.ts';
import { type Pools, poolsOf, turned } from './oracle/value-pools.ts';
import type { View } from './oracle/view.ts';
import type { Load } from './oracle/world.ts';

/**
 * How often each property is tried. Every shape that is drawn is another statement, which costs Neo4j up to a second of
 * planning: there a few shapes, the same in every world, are asked with values that are drawn freely.
 */
const TIMES = Number(process.env.CLAIMGRAPH_RUNS ?? 1);
const RUNS = {
  embedded: { operations: 70, walks: 15, growing: 8, depth: 4, shapes: null },
  neo4j: { operations: 21, walks: 4, growing: 1, depth: 3, shapes: { operations: 7, walks: 3 } },
};

/** The worlds and operations that are drawn: the same in every run, others with another CLAIMGRAPH_SEED. */
const seed = Number(process.env.CLAIMGRAPH_SEED ?? 20_251_121);

/** The root fields that are drawn: all, unless CLAIMGRAPH_FIELDS names some. */
const only = process.env.CLAIMGRAPH_FIELDS?.split(',') ?? null;

/** Some of what can be drawn, drawn once. */
function vocabulary<Shape>(shapes: fc.Arbitrary<Shape>, count: number | undefined): fc.Arbitrary<Shape> {
  return count === undefined ? shapes : fc.constantFrom(...fc.sample(shapes, { numRuns: TIMES * count, seed }));
}

const schema = buildSchema(readContract());
const [one, other] = fc.sample(fc.noBias(bundles({ min: 2, max: 2 })), { numRuns: 2, seed });
const { bundle: article } = readBundle(fileURLToPath(new URL('../seed/manifest.json', import.meta.url)));

const worlds: readonly { readonly name: string; readonly parts: readonly Bundle[] }[] = [
  { name: 'the article of the seed', parts: [firstPart(article), article] },
  { name: `random world 1 of ${seed}`, parts: one ?? [] },
  { name: `random world 2 of ${seed}`, parts: other ?? [] },
];

/** A world in a database and in the oracle. */
interface Both {
  readonly ask: Ask;
  readonly view: View;
  readonly loads: readonly Load[];
}

async function inBoth(engine: Engine, parts: readonly Bundle[]): Promise<Both> {
  const loads = await loadAll(engine, parts);
  return { ask: await asking(engine), view: present(loads), loads };
}

/** Whether an answer was refused for ids or values that cannot be. */
function isRefused(errors: readonly GraphQLError[] | undefined): boolean {
  return errors?.some(({ extensions }) => extensions.code === 'BAD_USER_INPUT') ?? false;
}

/** A question that is too large is not held against the oracle. */
function skipTooLarge(errors: readonly GraphQLError[] | undefined) {
  fc.pre(!errors?.some(({ extensions }) => extensions.code === 'LIMIT_EXCEEDED'));
}

/** The same question to both; an error fails the test, but for one that says the question is too large, or both. */
async function bothAnswer({ ask, view }: Both, { query, variables }: Operation) {
  const { data, errors } = await ask(query, variables);
  skipTooLarge(errors);
  const naive = await answerFrom(view, query, variables);
  if (!isRefused(naive.errors)) expect([errors, naive.errors]).toEqual([undefined, undefined]);
  return { compiled: data, naive: JSON.parse(JSON.stringify(naive.data)) };
}

/** A list in the database, and the same in the oracle; `see` gives the view of the oracle. */
function bothRead(
  { ask }: Both,
  { query, variables }: Operation,
  see: () => View,
): { compiled: ReadList; naive: ReadList } {
  return {
    compiled: async (paging) => {
      const { data, errors } = await ask(query, { ...variables, ...paging });
      skipTooLarge(errors);
      expect(errors).toBeUndefined();
      return listIn(data);
    },
    naive: async (paging) => {
      const { data, errors } = await answerFrom(see(), query, { ...variables, ...paging });
      expect(errors).toBeUndefined();
      return listIn(JSON.parse(JSON.stringify(data)));
    },
  };
}

function directions({ isTwoWay }: DrawnWalk): readonly boolean[] {
  return isTwoWay ? [false, true] : [false];
}

/** A single drawn operation may take Neo4j many seconds to plan. */
const PATIENCE = { timeout: 120_000 };

describe.each(engines)('any operation on $name', PATIENCE, ({ name, open }) => {
  const runs = RUNS[name];

  const shapes = vocabulary(operations(schema, runs.depth, only), runs.shapes?.operations);
  const lists = vocabulary(walks(schema, only), runs.shapes?.walks);

  async function withWorld(parts: readonly Bundle[], test: (both: Both, engine: Engine) => Promise<void>) {
    const engine = await open();
    try {
      await test(await inBoth(engine, parts), engine);
    } finally {
      await engine.close();
    }
  }

  describe.each(worlds)('in $name', ({ parts }) => {
    let engine: Engine;
    let both: Both;
    let pools: Pools;

    beforeAll(async () => {
      engine = await open();
      both = await inBoth(engine, parts);
      pools = poolsOf(both.view, both.loads);
    });

    afterAll(() => engine.close());

    it('is answered as if every field were looked up by itself', async () => {
      const drawn = fc.tuple(shapes, fc.nat(999)).map(([fields, turn]) => render(schema, fields, turned(pools, turn)));
      const property = fc.asyncProperty(drawn, async (operation) => {
        const { compiled, naive } = await bothAnswer(both, operation);
        expect(compiled).toEqual(withCursorsOf(naive, compiled));
      });
      await fc.assert(property, { numRuns: TIMES * runs.operations, seed });
    });

    it('walks lists page by page, and finds the whole list', async () => {
      const property = fc.asyncProperty(lists, fc.nat(999), async (walk, turn) => {
        const { compiled, naive } = bothRead(both, renderWalk(schema, walk, turned(pools, turn)), () => both.view);
        const whole = await compiled({ first: 200 });
        for (const backward of directions(walk)) {
          const pages = await pagesOf(compiled, walk.size, backward);
          expect(pages).toEqual(withCursorsOf(await pagesOf(naive, walk.size, backward), pages));
          expect(rowsOf(pages, backward)).toEqual(whole?.nodes ?? []);
        }
        if (!walk.isTwoWay) return;
        const window = await windowOf(compiled, walk);
        expect(window).toEqual(withCursorsOf(await windowOf(naive, walk), window));
      });
      await fc.assert(property, { numRuns: TIMES * runs.walks, seed });
    });
  });

  it('keeps to the record time of the first page when more is recorded before the next', async () => {
    const property = fc.asyncProperty(bundles({ min: 2, max: 2 }), lists, fc.boolean(), ([part, next], walk, way) =>
      withWorld([part as Bundle], async (both, engine) => {
        let view = both.view;
        const { compiled, naive } = bothRead(both, renderWalk(schema, walk, poolsOf(view, both.loads)), () => view);
        const backward = way && walk.isTwoWay;
        const whole = await compiled({ first: 200 });
        let loads = both.loads;
        const pages = await pagesOf(compiled, walk.size, backward, async () => {
          loads = await loadNext(engine, next as Bundle, loads);
        });
        const others = await pagesOf(naive, walk.size, backward, async () => {
          view = present(loads);
        });
        expect(pages).toEqual(withCursorsOf(others, pages));
        expect(rowsOf(pages, backward)).toEqual(whole?.nodes ?? []);
      }),
    );
    await fc.assert(property, { numRuns: TIMES * runs.growing, seed });
  });
});

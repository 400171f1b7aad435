import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { readContract } from '../src/graphql/schema.ts';
import type { Bundle } from '../src/ingest/bundle.ts';
import { readBundle } from '../src/ingest/read.ts';
import { type Ask, asking } from './ask.ts';
import { engines } from './engines.ts';
import { bundles } from './oracle/bundles.ts';
import { withCursorsOf } from './oracle/compare.ts';
import { loadAll, loadNext, present } from './oracle/loaded.ts';
import { operations } from './oracle/operations.ts';
import { firstPart } from './oracle/parts.ts';
import { poolsOf } from './oracle/pools.ts';
import { type Operation, render } from './oracle/render.ts';
import { answerFrom } from './oracle/resolvers.ts';
import type { View } from './oracle/view.ts';
import { type DrawnWalk, listIn, pagesOf, type ReadList, renderWalk, rowsOf, walks } from './oracle/walks.ts';
import type { Load } from './oracle/world.ts';

/** How often each property is tried: a new statement costs Neo4j up to a second of planning, so less there. */
const TIMES = Number(process.env.CLAIMGRAPH_RUNS ?? 1);
const RUNS = {
  embedded: { operations: 100, walks: 25, growing: 15, depth: 4 },
  neo4j: { operations: 10, walks: 4, growing: 2, depth: 3 },
};

/** What a failure prints, to have the same worlds and operations again. */
const seed = Number(process.env.CLAIMGRAPH_SEED ?? Date.now() % 1_000_000);

const schema = buildSchema(readContract());
const [one, other] = fc.sample(bundles({ min: 2, max: 2 }), { numRuns: 2, seed });
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

/** The same question to both; an error fails the test, but for one that says the question is too large. */
async function bothAnswer({ ask, view }: Both, { query, variables }: Operation) {
  const { data, errors } = await ask(query, variables);
  fc.pre(!errors?.some(({ extensions }) => extensions.code === 'LIMIT_EXCEEDED'));
  expect(errors).toBeUndefined();
  const naive = await answerFrom(view, query, variables);
  expect(naive.errors).toBeUndefined();
  return { compiled: data, naive: JSON.parse(JSON.stringify(naive.data)) };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { readContract } from '../../src/graphql/schema.ts';
import type { Bounds } from '../fuzz/bounds.ts';
import { fuzz } from '../fuzz/fuzz.ts';
import { fillGreedy, greedyGraph } from '../fuzz/graph.ts';
import { machineFactor } from '../fuzz/machine-factor.ts';
import { greedyPools } from '../fuzz/pools.ts';
import { CANNOT_MEASURE, measuredServer } from './measured-server.ts';

/** Operations that are drawn: the same in every run as far as their costs are, others with another CLAIMGRAPH_SEED. */
const seed = Number(process.env.CLAIMGRAPH_SEED ?? 20_251_121);

/** `npm run soak -- --fuzz` asks a tenfold graph, for longer. */
const ATTRIBUTIONS = 2_000;
const DURATION = 20_000;

/** A graph of a tenth has to do with half of the memory; a machine that is busy may take longer. */
function boundsHere(): Bounds {
  const factor = machineFactor();
  return { milliseconds: 10_000 * factor, memory: 512, beside: 1_000 * factor };
}

it.skipIf(CANNOT_MEASURE)(
  `any permitted operation, drawn by cost (seed ${seed}), keeps to its bounds of time and memory, with a trivial question beside it`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'claimgraph-fuzz-'));
    const graph = greedyGraph(ATTRIBUTIONS);
    const moments = [new Date().toISOString(), '2030-01-01T00:00:00Z'];
    await fillGreedy(folder, graph);
    const { asked, broken } = await fuzz({
      schema: buildSchema(readContract()),
      pools: greedyPools(graph, moments),
      start: () => measuredServer({ CLAIMGRAPH_DATA: folder }),
      bounds: boundsHere(),
      duration: DURATION,
      seed,
    });
    rmSync(folder, { recursive: true });
    expect(broken.map(({ operation, broken }) => ({ broken, ...operation }))).toEqual([]);
    expect(asked).toBeGreaterThan(20);
  },
  300_000,
);

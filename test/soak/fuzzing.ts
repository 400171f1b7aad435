import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { readContract } from '../../src/graphql/schema.ts';
import { BOUNDS } from '../fuzz/bounds.ts';
import { type Broken, type Fuzzed, fuzz } from '../fuzz/fuzz.ts';
import { fillGreedy, greedyGraph } from '../fuzz/graph.ts';
import { machineFactor } from '../fuzz/machine-factor.ts';
import { greedyPools } from '../fuzz/pools.ts';
import { measuredServer } from '../hostile/measured-server.ts';

export interface FuzzingOptions {
  /** The folder of the database: filled where it is missing. */
  readonly folder: string;
  readonly attributions: number;
  readonly minutes: number;
  readonly seed: number;
  /** Where each operation that broke a bound is written to, one file each; nowhere where it is null. */
  readonly brokenTo: string | null;
  readonly log: (line: string) => void;
}

/** What came of it; `factor` is how many times the time allowed, for the machine was so busy. */
export interface Fuzzing extends Fuzzed {
  readonly factor: number;
}

/** Asks operations by cost on the embedded engine for so many minutes. */
export async function fuzzing(options: FuzzingOptions): Promise<Fuzzing> {
  const { folder, attributions, minutes, seed, brokenTo, log } = options;
  const graph = greedyGraph(attributions);
  const before = new Date().toISOString();
  if (!existsSync(folder)) {
    await fillGreedy(folder, graph);
    log(`Filled ${folder} with ${attributions} attributions`);
  }
  let count = 0;
  const onBroken = (broken: Broken) => {
    count += 1;
    log(`${broken.broken.join('; ')}: ${broken.operation.query.slice(0, 300)}`);
    if (brokenTo) writeBroken(brokenTo, `${seed}-${count}`, broken);
  };
  const start = () => measuredServer({ CLAIMGRAPH_DATA: folder });
  const pools = greedyPools(graph, [new Date().toISOString(), before, '2030-01-01T00:00:00Z']);
  const schema = buildSchema(readContract());
  const factor = machineFactor();
  const bounds = { ...BOUNDS, milliseconds: BOUNDS.milliseconds * factor, beside: BOUNDS.beside * factor };
  log(`Work takes ${factor} times as long as on a quiet machine; so may answers`);
  const found = await fuzz({ schema, pools, seed, bounds, duration: minutes * 60_000, start, onBroken });
  return { ...found, factor };
}

function writeBroken(
  folder: string,
  name: string,
  { operation, broken, peak, idleAfter, milliseconds, ...rest }: Broken,
) {
  mkdirSync(folder, { recursive: true });
  const head = [
    ...broken,
    `answered after ${Math.round(milliseconds)} ms, at rest after ${Math.round(idleAfter)} ms, peak ${Math.round(peak)} MB`,
    `HTTP ${rest.status}, ${rest.bytes} bytes, ${rest.codes.join(', ') || 'no error'}`,
  ];
  const text = [...head.map((line) => `# ${line}`), operation.query, '', JSON.stringify(operation.variables), ''];
  writeFileSync(join(folder, `${name}.graphql`), text.join('\n'));
}

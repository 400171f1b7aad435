import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bundle } from '../../src/bundle/bundle.ts';
import { load } from '../../src/change/load.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { type Ask, asking } from '../ask.ts';
import { embeddedOnly, engines, type TestedEngine } from '../engines.ts';
import { bundles } from '../oracle/bundles.ts';
import { allAnswers, allAnswersAsOf } from './all-answers.ts';
import { merged } from './merged-bundles.ts';

const RUNS = { embedded: 12, neo4j: 1 };
const TIMES = Number(process.env.CLAIMGRAPH_RUNS ?? 1);
const seed = Number(process.env.CLAIMGRAPH_SEED ?? 20_251_121);

/** Record times of bundles lie far apart, so that judgements between them can take the present. */
const START = Date.UTC(2025, 11, 2);
const STEP = 3_600_000;

const JUDGE = `mutation ($left: ID!, $right: ID!, $verdict: Verdict!) {
  judge(left: $left, right: $right, verdict: $verdict) { revision { at } changed { id } problems { code message } }
}`;

interface Pair {
  readonly left: string;
  readonly right: string;
}

type Step = { readonly left: number; readonly right: number; readonly undo: boolean };

const steps = fc.array(
  fc.array(fc.record({ left: fc.nat(99), right: fc.nat(99), undo: fc.boolean() }), { minLength: 1, maxLength: 3 }),
  { minLength: 3, maxLength: 3 },
);

/** Ids of entities by type. */
function entitiesOf(parts: readonly Bundle[]): string[][] {
  const types = new Map<string, string[]>();
  const add = (type: string, id: string) => types.set(type, [...(types.get(type) ?? []), id]);
  for (const { actors, places, things, events } of parts) {
    for (const { id, type } of actors) add(type, id);
    for (const { id } of places) add('place', id);
    for (const { id } of things) add('thing', id);
    for (const { id } of events) add('event', id);
  }
  return [...types.values()].filter(({ length }) => length > 1);
}

/** A pair of entities of one type. */
function pairOf(types: readonly string[][], { left, right }: Step): Pair | null {
  const ids = types[left % Math.max(types.length, 1)];
  if (!ids) return null;
  const one = ids[right % ids.length] as string;
  const other = ids[(right + 1 + (left % (ids.length - 1))) % ids.length] as string;
  return one === other ? null : { left: one, right: other };
}

/** The clusters that some judgements make, those named first shown. */
function clustersOf(pairs: readonly Pair[]): string[][] {
  let clusters: string[][] = [];
  for (const { left, right } of pairs) {
    const of = (id: string) => clusters.find((ids) => ids.includes(id)) ?? [id];
    const [one, other] = [of(left), of(right)];
    if (one === other) continue;
    clusters = [...clusters.filter((ids) => ids !== one && ids !== other), [...one, ...[...other].sort()]];
  }
  return clusters.map(([first, ...others]) => [first as string, ...others.sort()]);
}

const [embedded] = embeddedOnly as [TestedEngine];

/** A graph of bundles, and what was judged in it. */
class JudgedGraph {
  readonly engine: Engine;
  readonly ask: Ask;
  #at = START;
  pairs: Pair[] = [];

  constructor(engine: Engine, ask: Ask) {
    this.engine = engine;
    this.ask = ask;
  }

  async record(bundle: Bundle): Promise<void> {
    await load(this.engine, bundle, { by: 'desk', now: this.#at });
    this.#at += STEP;
  }

  async judge(pair: Pair, verdict: 'SAME' | 'UNSURE'): Promise<void> {
    const { data, errors } = await this.ask(JUDGE, { ...pair, verdict });
    expect(errors).toBeUndefined();
    const { problems, changed } = data.judge;
    for (const { code } of problems) expect(code).toBe('CONFLICT');
    if (problems.length > 0) return;
    const others = this.pairs.filter(
      ({ left, right }) => ![left, right].every((id) => id === pair.left || id === pair.right),
    );
    const isJudged = this.pairs.some(({ left, right }) => left === pair.left && right === pair.right);
    if (verdict === 'UNSURE') this.pairs = others;
    else if (!isJudged) this.pairs = [...others, pair];
    const clusters = clustersOf(this.pairs);
    const shown = [pair.left, pair.right].map((id) => clusters.find((ids) => ids.includes(id))?.[0] ?? id);
    expect(changed).toEqual([...new Set(shown)].map((id) => ({ id })));
  }
}

describe.each(engines)('entities that are judged to be the same on $name', { timeout: 600_000 }, ({ name, open }) => {
  async function openGraph(engine: Engine, parts: readonly Bundle[]): Promise<JudgedGraph> {
    const graph = new JudgedGraph(engine, await asking(engine, { by: 'desk' }));
    for (const part of parts) await graph.record(part);
    return graph;
  }

  async function answersOf(parts: readonly Bundle[]): Promise<unknown> {
    // Beside the graph that is tested there is no second Neo4j.
    const graph = await openGraph(await embedded.open(), parts);
    try {
      return await allAnswers(graph.ask);
    } finally {
      await graph.engine.close();
    }
  }

  async function present(graph: JudgedGraph): Promise<number> {
    const [row] = await graph.engine.read({ text: 'MATCH (c:Clock) RETURN c.at AS at', parameters: {} });
    return row?.at as number;
  }

  it('are one in every answer, as if every record named one, and two again when that is taken back', async () => {
    const property = fc.asyncProperty(bundles({ min: 3, max: 3 }), steps, async (parts, drawn) => {
      const graph = await openGraph(await open(), []);
      const before = new Map<number, unknown>();
      const remember = async () => before.set(await present(graph), await allAnswersAsOf(graph.ask, null));
      try {
        for (const [index, part] of parts.entries()) {
          await graph.record(part);
          const known = parts.slice(0, index + 1);
          for (const step of drawn[index] as Step[]) {
            const pair = step.undo
              ? graph.pairs[step.right % Math.max(graph.pairs.length, 1)]
              : pairOf(entitiesOf(known), step);
            if (!pair) continue;
            await graph.judge(pair, step.undo ? 'UNSURE' : 'SAME');
          }
          await remember();
          expect(await allAnswers(graph.ask)).toEqual(await answersOf(merged(known, clustersOf(graph.pairs))));
        }
        for (const pair of [...graph.pairs].reverse()) await graph.judge(pair, 'UNSURE');
        expect(await allAnswers(graph.ask)).toEqual(await answersOf(parts));
        for (const [at, answers] of before) expect([at, await allAnswersAsOf(graph.ask, at)]).toEqual([at, answers]);
      } finally {
        await graph.engine.close();
      }
    });
    // Each run fills several graphs: a smaller counterexample is not worth the minutes.
    await fc.assert(property, { numRuns: TIMES * RUNS[name], seed, endOnFailure: true });
  });
});

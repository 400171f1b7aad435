import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ask, asking } from './ask.ts';
import { engines } from './engines.ts';
import { SAID } from './oracle/citation-drafts.ts';
import { citations } from './oracle/citations.ts';
import { withCursorsOf } from './oracle/compare.ts';
import { addedRelay, type Counts, drawnRelay, grown, oneRetracted } from './oracle/laws.ts';
import { present, take, takeAll } from './oracle/load.ts';
import { newsroomWorlds } from './oracle/newsroom-worlds.ts';
import { answerFrom } from './oracle/resolvers.ts';
import {
  CHAINS,
  CLAIMS,
  COUNTS,
  FILTERED,
  IMPACT,
  lookingBack,
  type Moment,
  REPORTED,
  STANDINGS,
} from './oracle/tracing.ts';
import { inView, type View } from './oracle/view.ts';
import type { Step } from './oracle/world.ts';

/** How many worlds are drawn: the same in every run, others with another CLAIMGRAPH_SEED. */
const TIMES = Number(process.env.CLAIMGRAPH_RUNS ?? 1);
const RUNS = { embedded: 8, neo4j: 1 };
const seed = Number(process.env.CLAIMGRAPH_SEED ?? 20_251_121);
const MINUTES = 60_000;

type Variables = Readonly<Record<string, unknown>>;

/** A world in a database and in the oracle, and the times that both look back from. */
interface Both {
  readonly ask: Ask;
  readonly view: View;
  readonly asOf: Moment | null;
}

/** What is there to be withdrawn, from where both look. */
function seen({ view, asOf }: Both): View {
  return inView(view, asOf && { ...asOf, recorded: asOf.recorded ? new Date(asOf.recorded) : null });
}

/** The product's answer, which has to be the oracle's. */
async function same({ ask, view, asOf }: Both, query: string, variables: Variables) {
  const { data, errors } = await ask(query, { ...variables, asOf });
  expect(errors).toBeUndefined();
  const naive = await answerFrom(view, query, { ...variables, asOf });
  expect(naive.errors).toBeUndefined();
  expect({ asOf, ...variables, data }).toEqual({ asOf, ...variables, data: withCursorsOf(naive.data, data) });
  return data;
}

function ids(records: readonly { readonly id: string }[]): string[] {
  return records.map(({ id }) => id);
}

/** The claims that fall without an actor, by their own dependsOn. */
async function dependent(both: Both): Promise<ReadonlyMap<string, readonly string[]>> {
  const { nodes } = await same(both, CLAIMS, { ids: ids(both.view.claims) });
  const visible = ids((await same(both, FILTERED, {})).claims.nodes);
  const falling = new Map<string, string[]>();
  for (const { id, independence } of nodes as readonly TracedClaim[]) {
    if (!visible.includes(id)) continue;
    for (const actor of ids(independence.dependsOn)) falling.set(actor, [...(falling.get(actor) ?? []), id].sort());
  }
  return falling;
}

interface TracedClaim {
  readonly id: string;
  readonly independence: {
    readonly dependsOn: readonly { readonly id: string }[];
    readonly reasons: readonly string[];
  };
}

interface Impact {
  readonly losesEveryRoot: readonly { readonly id: string }[];
  readonly truncated: boolean;
}

/** What becomes of claims when somebody or something is withdrawn; a part of it where there is more than can be walked. */
async function impact(both: Both, source: string): Promise<Impact> {
  const { data } = await both.ask(IMPACT, { source, asOf: both.asOf });
  if (!data?.impactOfWithdrawing?.truncated) return (await same(both, IMPACT, { source })).impactOfWithdrawing;
  const naive = await answerFrom(both.view, IMPACT, { source, asOf: both.asOf });
  const whole = naive.data?.impactOfWithdrawing as Impact;
  expect(ids(whole.losesEveryRoot)).toEqual(expect.arrayContaining(ids(data.impactOfWithdrawing.losesEveryRoot)));
  return data.impactOfWithdrawing;
}

/** Claims name the same actors that they depend on as the impact of each actor names claims. */
async function dependence(both: Both): Promise<void> {
  const falling = await dependent(both);
  for (const { id } of seen(both).entities.filter((one) => one.actor)) {
    const { losesEveryRoot, truncated } = await impact(both, id);
    if (!truncated) expect([id, ...ids(losesEveryRoot)]).toEqual([id, ...(falling.get(id) ?? [])]);
  }
}

async function filters(both: Both): Promise<void> {
  const { claims: all } = await same(both, FILTERED, {});
  for (const standing of STANDINGS) {
    const { claims } = await same(both, FILTERED, { filter: { standing: [standing] } });
    const expected = all.nodes.filter((claim: { standing: string }) => claim.standing === standing);
    expect(claims.nodes).toEqual(expected);
  }
  for (const unnamedSourcesOnly of [true, false]) await same(both, FILTERED, { filter: { unnamedSourcesOnly } });
  const actors = ids(both.view.entities);
  for (const some of [actors.slice(0, 1), actors.slice(1, 4), actors]) {
    await same(both, FILTERED, { filter: { restsOnlyOn: some } });
  }
  for (const isRoot of [true, false]) {
    await same(both, REPORTED, { filter: { isRoot } });
    await same(both, REPORTED, { filter: { rootsOnly: isRoot } });
  }
  for (const side of ['AFFIRMS', 'DENIES', 'NONE']) await same(both, REPORTED, { filter: { side: [side] } });
}

/** Worlds as they grow: citations of all kinds in two loads, or a few newsrooms with judgements and retractions. */
const worlds: fc.Arbitrary<readonly Step[]> = fc.oneof(
  newsroomWorlds,
  citations({ min: 2, max: 2 }, 12).map((bundles) => bundles.map((bundle) => ({ bundle }))),
);

/** What is counted behind all claims. */
async function countsBy(ask: Ask, asOf: Moment | null = null): Promise<Counts> {
  const { data, errors } = await ask(COUNTS, { asOf });
  expect(errors).toBeUndefined();
  return new Map(data.claims.nodes.map((claim: ClaimCount) => [claim.id, claim.independence]));
}

interface ClaimCount {
  readonly id: string;
  readonly independence: unknown;
}

describe.each(engines)('tracing on $name', ({ name, open }) => {
  async function inEveryWorld(test: (both: Both) => Promise<void>) {
    const property = fc.asyncProperty(
      fc.noBias(worlds),
      fc.constantFrom(...SAID),
      fc.nat(),
      async (steps, day, look) => {
        const engine = await open();
        try {
          const loads = await takeAll(engine, steps);
          const moments = lookingBack(loads, day);
          const asOf = moments[look % moments.length] ?? null;
          await test({ ask: await asking(engine), view: present(loads), asOf });
        } finally {
          await engine.close();
        }
      },
    );
    await fc.assert(property, { numRuns: TIMES * RUNS[name], seed, endOnFailure: true });
  }

  it(
    'finds what a claim rests on, as if every citation were followed by itself, and what falls without whom',
    () => inEveryWorld(dependence),
    10 * MINUTES,
  );

  it(
    'says the same of a claim that is asked alone',
    () =>
      inEveryWorld(async (both) => {
        for (const { id } of both.view.claims) await same(both, CLAIMS, { ids: [id] });
      }),
    10 * MINUTES,
  );

  it(
    'computes the impact of withdrawing a document',
    () =>
      inEveryWorld(async (both) => {
        for (const { id } of seen(both).documents) await impact(both, id);
      }),
    10 * MINUTES,
  );

  it(
    'finds the ways from every attribution to the roots',
    () =>
      inEveryWorld(async (both) => {
        const attributions = ids(both.view.attributions);
        await same(both, CHAINS, { ids: attributions, maxHops: 8, first: 50 });
        await same(both, CHAINS, { ids: attributions, maxHops: 2, first: 3 });
      }),
    10 * MINUTES,
  );

  it(
    'counts no more when a relay is added, nor when something is retracted that takes nothing back',
    async () => {
      const property = fc.asyncProperty(newsroomWorlds, drawnRelay, fc.nat(99), async (steps, relay, number) => {
        const engine = await open();
        try {
          const ask = await asking(engine);
          let loads = await takeAll(engine, steps);
          let before = await countsBy(ask);
          for (const step of [addedRelay(steps, relay), oneRetracted(steps, number)]) {
            if (!step) continue;
            loads = await take(engine, step, loads);
            const after = await countsBy(ask);
            expect(grown(before, after)).toEqual([]);
            before = after;
          }
        } finally {
          await engine.close();
        }
      });
      await fc.assert(property, { numRuns: 2 * TIMES * RUNS[name], seed, endOnFailure: true });
    },
    10 * MINUTES,
  );

  it(
    'finds by their standing those claims that have it, and filters by what they rest on',
    () => inEveryWorld(filters),
    10 * MINUTES,
  );
});

import { execute, getOperationAST, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bundle } from '../../src/bundle/bundle.ts';
import { load } from '../../src/change/load.ts';
import { readAnswer } from '../../src/cypher/answer-object.ts';
import { ShownIdsCache } from '../../src/cypher/shown-ids.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { contractSchema, LIMITS } from '../../src/graphql/apollo.ts';
import { readWithin } from '../../src/graphql/operation-time.ts';
import { planOperation } from '../../src/graphql/plan-operation.ts';
import { model } from '../../src/model.ts';
import { createTracer, TRACING_LIMITS, type TracingLimits } from '../../src/trace/tracer.ts';
import { generate, SIZE } from '../bench/generate.ts';
import { engines } from '../engines.ts';

/** More claims than a page holds, of which some are joined, some only denied, and some said at no known time. */
function archive(): Bundle {
  const { claims, attributions, ...rest } = generate({ ...SIZE, attributions: 800 });
  const denied = new Set(claims.filter((_, index) => index % 7 === 0).map(({ id }) => id));
  const ids = claims.map(({ id }) => id);
  const kinds = ['SAME_AS', 'REFINES', 'CONTRADICTS'] as const;
  return {
    ...rest,
    claims: claims.map((claim, index) => ({ ...claim, ...(index % 9 === 1 && { partOf: ids[index - 1] }) })),
    attributions: attributions.map(({ saidAt, document, ...said }, index) => ({
      ...said,
      ...(saidAt !== undefined && denied.has(said.claim) && { stance: 'DENIES' as const }),
      ...(index % 11 === 0 && said.cites.length === 0 ? {} : { saidAt, document }),
    })),
    relations: ids.flatMap((from, index) => {
      const to = ids[index - 1];
      if (index % 8 !== 3 || to === undefined) return [];
      return [{ from, to, kind: kinds[index % 3] ?? 'SAME_AS', basis: 'ANALYST' as const }];
    }),
  };
}

const schema = contractSchema();

/** Asks with other limits on what is traced together, and counts the statements. */
async function askWith(engine: Engine, limits: TracingLimits, query: string) {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  const inParts = { ...model, tracer: createTracer(model, limits) };
  const asked = { schema, document, operation, variables: {} };
  const { plans } = planOperation(asked, inParts, LIMITS, { kind: 'public' }, new ShownIdsCache());
  let statements = 0;
  const read: Engine['read'] = (statement, options) => {
    statements += 1;
    return engine.read(statement, options);
  };
  const within = readWithin({ ...engine, read }, { due: performance.now() + engine.timeout });
  const ready = new Map([...plans].map(([key, { plan }]) => [key, () => plan.run(within, null)] as const));
  const { data, errors } = await execute({
    schema,
    document,
    fieldResolver: readAnswer,
    contextValue: { plans: ready },
  });
  return {
    data: JSON.parse(JSON.stringify(data ?? null)),
    messages: errors?.map(({ message }) => message),
    statements,
  };
}

const FEW: TracingLimits = { together: 20, eachTime: 5, alone: 20_000 };

const TRACED = `id standing independence { newsrooms ultimateSources { min max } dependsOn { id } coverage reasons }
  roots { id } denials { attribution { id } covers { id } leavesOpen { id } } life { change at }`;

const QUESTIONS = {
  'traced fields of a list': `{ claims(first: 200, orderBy: { by: ATTRIBUTION_COUNT }) { nodes { ${TRACED} } } }`,
  'traced fields as of a said time': `{ claims(first: 100, asOf: { said: "2024-12" }) { nodes { ${TRACED} } } }`,
  'traced fields of several record times': `{ claims(first: 10, orderBy: { by: ATTRIBUTION_COUNT }) { nodes {
    ${[1, 2, 3].map((day) => `t${day}: roots(asOf: { recorded: "2035-01-0${day}T00:00:00Z" }) { id }`).join(' ')}
  } } }`,
  chains: '{ whoReported(first: 200) { nodes { id chains(first: 3) { id } } } }',
  'a filter by standing': `{ claims(first: 200, filter: { standing: [DISPUTED, DENIED] }, asOf: { said: "2024-12" }) {
    totalCount nodes { id standing } } }`,
  'a filter of attributions':
    '{ whoReported(first: 200, filter: { rootsOnly: true }, asOf: { said: "2024-12" }) { totalCount nodes { id } } }',
  statistics:
    '{ statistics(asOf: { said: "2024-12" }) { byStanding { standing claims } unnamedSourcesOnly ownVoiceOnly } }',
  'what a withdrawal takes':
    '{ impactOfWithdrawing(source: "organization:o0") { losesEveryRoot { id } losesOnRecord { id } fallsToOneNewsroom { id } truncated } }',
};

describe.each(engines)('tracing in parts on $name', ({ open }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
    await load(engine, archive(), { by: 'test' });
  });
  afterAll(() => engine.close());

  it.each(Object.entries(QUESTIONS))('answers %s as in one', async (_what, query) => {
    const whole = await askWith(engine, TRACING_LIMITS, query);
    const parts = await askWith(engine, FEW, query);
    expect(whole.messages).toBeUndefined();
    expect(parts.data).toEqual(whole.data);
    expect(parts.statements).toBeGreaterThan(whole.statements);
    expect(whole.statements).toBeLessThanOrEqual(4);
  });

  it.each([
    'said: "2024-06"',
    'said: "2024-12"',
    'said: "2024-12", undated: INCLUDE',
    'said: "2026", undated: INCLUDE',
  ])('keeps by %s the claims whose own tracing says so', async (asOf) => {
    const page = (after: string) =>
      `{ claims(first: 200, after: ${after}, asOf: { ${asOf} }) { nodes { id standing } pageInfo { endCursor hasNextPage } } }`;
    const standings = new Map<string, string[]>();
    for (let after = 'null'; after !== ''; ) {
      const { claims } = (await askWith(engine, TRACING_LIMITS, page(after))).data;
      for (const { id, standing } of claims.nodes) standings.set(standing, [...(standings.get(standing) ?? []), id]);
      after = claims.pageInfo.hasNextPage ? JSON.stringify(claims.pageInfo.endCursor) : '';
    }
    expect(standings.get('DENIED')?.length).toBeGreaterThan(5);
    for (const [standing, ids] of standings) {
      const filtered = `{ claims(first: 200, filter: { standing: ${standing} }, asOf: { ${asOf} }) { totalCount nodes { id } } }`;
      const { claims } = (await askWith(engine, TRACING_LIMITS, filtered)).data;
      expect(claims.totalCount).toBe(ids.length);
      expect(claims.nodes).toEqual(ids.slice(0, 200).map((id) => ({ id })));
    }
  });

  it('refuses a claim with too many attributions before it fetches them, and says how many', async () => {
    const { data } = await askWith(
      engine,
      TRACING_LIMITS,
      '{ claims(first: 1, orderBy: { by: ATTRIBUTION_COUNT }) { nodes { id attributions { totalCount } roots { id } } } }',
    );
    const [{ id, attributions }] = data.claims.nodes;
    const { messages, statements } = await askWith(
      engine,
      { ...FEW, alone: attributions.totalCount - 1 },
      `{ node(id: "${id}") { ... on Claim { roots { id } } } }`,
    );
    expect(messages).toEqual([
      expect.stringMatching(
        new RegExp(
          `^At least \\d+ attributions stand behind ${id}, and ${attributions.totalCount - 1} can be traced\\.`,
        ),
      ),
    ]);
    expect(statements).toBe(2);
  });
});

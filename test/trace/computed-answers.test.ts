import { describe, expect, it } from 'vitest';
import { failure } from '../answer.ts';
import { askingSeed } from '../ask.ts';
import { deskForEach } from '../desk.ts';
import { engines } from '../engines.ts';
import { small } from '../small-bundle.ts';

const NUMBERS = 'newsrooms onRecord ultimateSources { min max }';
const amnesty = { newsrooms: 2, onRecord: 0, ultimateSources: { min: 2, max: null } };

describe.each(engines)('tracing what was found by a computed field on $name', (tested) => {
  const ask = askingSeed(tested);

  it('takes one statement more in a search, at times of its own', async () => {
    const { data, errors, statements } = await ask(`{ search(text: "amnesty", types: [CLAIM], first: 1) {
      nodes { node { ... on Claim {
        id standing early: standing(asOf: { said: "2025-11-30", undated: INCLUDE }) independence { ${NUMBERS} }
      } } }
    } }`);
    expect(errors).toBeUndefined();
    expect(data.search.nodes).toEqual([
      { node: { id: 'claim:amnesty', standing: 'DISPUTED', early: 'CORROBORATED', independence: amnesty } },
    ]);
    expect(statements).toHaveLength(3);
  });

  it('takes one statement more in a timeline, as of its time', async () => {
    const query = (asOf: string) => `{ timeline(about: ["person:nicolas-maduro"], first: 1, ${asOf}) {
      nodes { claims { id standing independence { ${NUMBERS} } } }
    } }`;
    const now = await ask(query('asOf: null'));
    expect(now.data.timeline.nodes).toEqual([
      { claims: [{ id: 'claim:amnesty', standing: 'DISPUTED', independence: amnesty }] },
    ]);
    const early = await ask(query('asOf: { said: "2025-11-30", undated: INCLUDE }'));
    expect(early.data.timeline.nodes).toEqual([
      { claims: [{ id: 'claim:amnesty', standing: 'CORROBORATED', independence: amnesty }] },
    ]);
    expect([now.statements.length, early.statements.length]).toEqual([3, 3]);
  });

  it('takes two statements more where it finds records in turn', async () => {
    const { data, errors, statements } = await ask(`{ search(text: "amnesty", types: [CLAIM], first: 1) {
      nodes { node { ... on Claim { roots { id } denials { attribution { id } } } } }
    } }`);
    expect(errors).toBeUndefined();
    expect(data.search.nodes).toEqual([
      {
        node: {
          roots: [{ id: 'attribution:miami-herald-sources-amnesty' }, { id: 'attribution:reuters-sources-amnesty' }],
          denials: [{ attribution: { id: 'attribution:maduro-denies-amnesty' } }],
        },
      },
    ]);
    expect(statements).toHaveLength(4);
  });

  it('works in paths, at times of its own', async () => {
    const { data, errors, statements } = await ask(`{
      paths(from: "person:nicolas-maduro", to: "person:donald-trump", first: 1, maxHops: 1) {
        hops { claim { id independence { ${NUMBERS} } early: standing(asOf: { said: "2025-11-30", undated: INCLUDE }) } }
      }
    }`);
    expect(errors).toBeUndefined();
    const claim = { id: 'claim:amnesty', independence: amnesty, early: 'CORROBORATED' };
    expect(data.paths).toEqual([{ hops: [{ claim }] }]);
    expect(statements).toHaveLength(3);
  });

  it('works in what a withdrawal brings down', async () => {
    const { data, errors, statements } = await ask(`{ impactOfWithdrawing(source: "organization:miami-herald") {
      losesOnRecord { id }
      fallsToOneNewsroom { id roots { id } }
    } }`);
    expect(errors).toBeUndefined();
    expect(data.impactOfWithdrawing.losesOnRecord).toEqual([]);
    expect(data.impactOfWithdrawing.fallsToOneNewsroom[0]).toEqual({
      id: 'claim:amnesty',
      roots: [{ id: 'attribution:miami-herald-sources-amnesty' }, { id: 'attribution:reuters-sources-amnesty' }],
    });
    expect(statements).toHaveLength(5);
  });

  it('works in statistics, below an outlet', async () => {
    const { data, errors, statements } = await ask(`{ statistics { byOutlet(first: 1) { outlet {
      id attributions(first: 1, filter: { about: ["person:nicolas-maduro"] }) { nodes { id chains { id } } }
    } } } }`);
    expect(errors).toBeUndefined();
    const way = (by: string) => ['cibercuba-amnesty', `${by}-amnesty`, `${by}-sources-amnesty`];
    const chains = [way('miami-herald'), way('reuters')].map((ids) => ids.map((id) => ({ id: `attribution:${id}` })));
    expect(data.statistics.byOutlet).toEqual([
      {
        outlet: {
          id: 'organization:cibercuba',
          attributions: { nodes: [{ id: 'attribution:cibercuba-amnesty', chains }] },
        },
      },
    ]);
    expect(statements).toHaveLength(4);
  });
});

describe.each(engines)('tracing what tracing found on $name', (tested) => {
  const ask = askingSeed(tested);

  it('takes two statements for each level, whatever is traced at it', async () => {
    const { data, errors, statements } = await ask(`{ node(id: "claim:amnesty") { ... on Claim {
      roots { id chains { id } claim { standing independence { ${NUMBERS} dependsOn { id } } } }
      denials { attribution { id chains { id } } leavesOpen { id roots { claim { life { change } } } } }
    } } }`);
    expect(errors).toBeUndefined();
    const root = (id: string) => ({
      id,
      chains: [[{ id }]],
      claim: { standing: 'DISPUTED', independence: { ...amnesty, dependsOn: [] } },
    });
    expect(data.node.roots).toEqual([
      root('attribution:miami-herald-sources-amnesty'),
      root('attribution:reuters-sources-amnesty'),
    ]);
    const [{ attribution, leavesOpen }] = data.node.denials;
    const id = 'attribution:maduro-denies-amnesty';
    expect(attribution).toEqual({ id, chains: [[{ id }]] });
    expect(leavesOpen.map((claim: { id: string }) => claim.id)).toEqual([
      'claim:icc-case',
      'claim:interim-government',
      'claim:sanctions',
    ]);
    const [{ life }] = leavesOpen[0].roots.map(({ claim }: { claim: unknown }) => claim);
    expect(new Set(life.map(({ change }: { change: string }) => change))).toEqual(new Set(['REPORTED']));
    expect(statements).toHaveLength(6);
  });

  it('keeps the times of the outer field, unless it has its own', async () => {
    const { data, errors } = await ask(`{ node(id: "claim:amnesty") { ... on Claim {
      roots(asOf: { said: "2025-11-30", undated: INCLUDE }) { id claim { standing now: standing(asOf: {}) } }
    } } }`);
    expect(errors).toBeUndefined();
    expect(data.node.roots[1]).toEqual({
      id: 'attribution:reuters-sources-amnesty',
      claim: { standing: 'CORROBORATED', now: 'DISPUTED' },
    });
  });

  it('is refused by the budget of rows, not by its depth', async () => {
    const nested = (depth: number): string => (depth === 0 ? 'id' : `roots { claim { ${nested(depth - 1)} } }`);
    const claim = (depth: number) => `{ node(id: "claim:amnesty") { ... on Claim { ${nested(depth)} } } }`;
    const deep = await ask(claim(4));
    expect(deep.errors).toBeUndefined();
    expect(deep.statements).toHaveLength(9);
    const { code, message } = await failure(ask, claim(9));
    expect(code).toBe('LIMIT_EXCEEDED');
    expect(message).toMatch(/^This operation could read more than 100000 rows: \d+ so far/);
  });
});

describe.each(engines)('the budget of what tracing found on $name', (tested) => {
  const desk = deskForEach(tested);

  it('counts what is asked of each root, also of those that nobody expected', async () => {
    const people = Array.from({ length: 400 }, (_, index) => `p${index}`);
    const attributions = Object.fromEntries(people.map((id) => [id, { claim: 'c', actor: `person:${id}` }]));
    await desk.record(small({ people, claims: { c: {} }, attributions }));
    const asked = (inner: string) => `{ node(id: "claim:c") { ... on Claim { roots { ${inner} } } } }`;
    const modest = await desk.ask(asked('chains { actor { id } }'));
    expect(modest.errors).toBeUndefined();
    expect(modest.data.node.roots).toHaveLength(400);
    const greedy = await desk.ask(asked('chains { actor { claims(first: 50) { nodes { id } } } }'));
    expect(greedy.errors?.map(({ extensions }) => extensions.code)).toEqual(['LIMIT_EXCEEDED']);
    expect(greedy.statements).toHaveLength(3);
  });
});

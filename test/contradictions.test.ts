import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import type { Bundle } from '../src/ingest/bundle.ts';
import { load } from '../src/ingest/load.ts';
import { readBundle } from '../src/ingest/read.ts';
import { type Ask, asking } from './ask.ts';
import { engines } from './engines.ts';
import { dump } from './ingest/dump.ts';
import { small } from './small.ts';

const FIRST = Date.parse('2026-01-01T00:00:00Z');
const DAY = 86_400_000;

const PEOPLE = ['ana', 'ben', 'cleo'];

const SIDED = '{ nodes { id sides { claim { id } affirms actors { id } attributions { id } } } totalCount }';

describe.each(engines)('contradictions on $name', ({ open }) => {
  let engine: Engine;
  let ask: Ask;
  let loads = 0;

  beforeEach(async () => {
    engine = await open();
    ask = await asking(engine);
    loads = 0;
  });

  afterEach(() => engine.close());

  /** Each bundle a day after the one before. */
  async function record(...bundles: readonly Bundle[]) {
    for (const one of bundles) await load(engine, one, { by: 'desk', now: FIRST + loads++ * DAY });
  }

  async function ids(args = '') {
    const { data, errors, statements } = await ask(`{ contradictions${args} { nodes { id } } }`);
    expect(errors).toBeUndefined();
    expect(statements).toHaveLength(1);
    return data.contradictions.nodes.map(({ id }: { id: string }) => id);
  }

  it('has the one of the seed, and node does not find it', async () => {
    const { bundle } = readBundle(fileURLToPath(new URL('../seed/manifest.json', import.meta.url)));
    await record(bundle);
    const { data } = await ask(`{
      contradictions(about: ["person:nicolas-maduro"]) {
        totalCount
        nodes {
          id kind basis by at reason
          claims { id }
          sides { claim { id } affirms actors { id } attributions { id } }
        }
      }
      node(id: "contradiction:stance:claim:amnesty") { id }
    }`);
    expect(data).toEqual({
      contradictions: {
        totalCount: 1,
        nodes: [
          {
            id: 'contradiction:stance:claim:amnesty',
            kind: 'STANCE',
            basis: 'STATED',
            by: 'desk',
            at: '2026-01-01T00:00:00.000Z',
            reason: 'claim:amnesty is affirmed by some and denied by others.',
            claims: [{ id: 'claim:amnesty' }],
            sides: [
              {
                claim: { id: 'claim:amnesty' },
                affirms: true,
                actors: [{ id: 'source:miami-herald-sources' }, { id: 'source:reuters-sources' }],
                attributions: [
                  { id: 'attribution:miami-herald-sources-amnesty' },
                  { id: 'attribution:reuters-sources-amnesty' },
                ],
              },
              {
                claim: { id: 'claim:amnesty' },
                affirms: false,
                actors: [{ id: 'person:nicolas-maduro' }],
                attributions: [{ id: 'attribution:maduro-denies-amnesty' }],
              },
            ],
          },
        ],
      },
      node: null,
    });
    expect(await ids('(about: ["place:venezuela"])')).toEqual([]);
    expect(await ids('(kind: [CLAIM, SELF])')).toEqual([]);
    expect(await ids('(basis: [RULE])')).toEqual([]);
  });

  it('are there as soon as both sides are recorded, and as long as both had spoken', async () => {
    await record(
      small({
        people: PEOPLE,
        claims: { a: { about: ['person:ana'] }, b: {} },
        sayings: {
          yes: { claim: 'a', actor: 'person:ana', saidAt: '2025-01-10' },
          relay: { claim: 'a', actor: 'person:cleo', stance: 'REPORTS', saidAt: '2025-01-11' },
          other: { claim: 'b', actor: 'person:ben', saidAt: '2025-01-01' },
        },
      }),
      small({
        sayings: {
          no: { claim: 'b', actor: 'person:ben', stance: 'DENIES', covers: ['claim:a'], saidAt: '2025-01-20' },
        },
      }),
      small({ sayings: { late: { claim: 'a', actor: 'person:cleo', stance: 'DENIES' } } }),
    );
    const self = 'contradiction:self:person:ben:claim:b';
    const [onA, onB] = ['contradiction:stance:claim:a', 'contradiction:stance:claim:b'];
    expect(await ids()).toEqual([self, onA, onB]);
    expect(await ids('(asOf: { recorded: "2026-01-01T12:00:00Z" })')).toEqual([]);
    expect(await ids('(asOf: { said: "2025-01-19" })')).toEqual([]);
    expect(await ids('(asOf: { said: "2025-01-20" })')).toEqual([self, onA, onB]);
    expect(await ids('(asOf: { said: "2025-01-12", undated: INCLUDE })')).toEqual([onA]);
    const { data } = await ask(`{
      certain: contradictions(about: ["person:ana"], asOf: { said: "2025-02" }) ${SIDED}
      all: contradictions(about: ["person:ana"]) ${SIDED}
    }`);
    const yes = {
      claim: { id: 'claim:a' },
      affirms: true,
      actors: [{ id: 'person:ana' }],
      attributions: [{ id: 'attribution:yes' }],
    };
    expect(data.certain.nodes[0].sides).toEqual([
      yes,
      {
        claim: { id: 'claim:a' },
        affirms: false,
        actors: [{ id: 'person:ben' }],
        attributions: [{ id: 'attribution:no' }],
      },
    ]);
    expect(data.all.nodes[0].sides[1]).toEqual({
      claim: { id: 'claim:a' },
      affirms: false,
      actors: [{ id: 'person:ben' }, { id: 'person:cleo' }],
      attributions: [{ id: 'attribution:late' }, { id: 'attribution:no' }],
    });
  });

  it('follow the relations that somebody records between claims', async () => {
    const relations = [
      { from: 'claim:b', to: 'claim:a', kind: 'CONTRARY_TO', basis: 'ANALYST', reason: 'One door only.' },
      { from: 'claim:a', to: 'claim:c', kind: 'SUPPORTS', basis: 'STATED' },
      { from: 'claim:c', to: 'claim:b', kind: 'CONTRADICTS', basis: 'STATED' },
    ];
    await record(
      small({
        people: PEOPLE,
        claims: { a: {}, b: {}, c: {} },
        sayings: {
          a: { claim: 'a', actor: 'person:ana' },
          b: { claim: 'b', actor: 'person:ben' },
          c: { claim: 'c', actor: 'person:cleo', stance: 'REPORTS' },
        },
      }),
      small({ relations }),
    );
    const { data } = await ask('{ contradictions { nodes { id kind basis by at reason claims { id } } } }');
    expect(data.contradictions.nodes).toEqual([
      {
        id: 'contradiction:claim:contrary-to:claim:a:claim:b',
        kind: 'CLAIM',
        basis: 'ANALYST',
        by: 'desk',
        at: '2026-01-02T00:00:00.000Z',
        reason: 'One door only.',
        claims: [{ id: 'claim:a' }, { id: 'claim:b' }],
      },
    ]);
    await record(small({ sayings: { d: { claim: 'c', actor: 'person:cleo', stance: 'CONFIRMS' } } }));
    expect(await ids()).toEqual([
      'contradiction:claim:contradicts:claim:b:claim:c',
      'contradiction:claim:contrary-to:claim:a:claim:b',
    ]);
  });

  it('are found by rule where one thing is told in two ways', async () => {
    const deaths = (value: object) => ({ subject: 'event:fire', predicate: 'caused-deaths', value });
    await record(
      small({
        people: PEOPLE,
        events: ['fire', 'call'],
        claims: {
          many: deaths({ text: 'more than 80', min: 80, unit: 'person' }),
          few: deaths({ text: '12', min: 12, max: 12, unit: 'person' }),
          dogs: deaths({ text: '3', min: 3, max: 3, unit: 'dog' }),
          some: deaths({ text: 'some', unit: 'person' }),
          monday: { subject: 'event:call', predicate: 'took-place', when: '2025-11-24' },
          november: { subject: 'event:call', predicate: 'took-place', when: '2025-11' },
          seen: { subject: 'event:call', predicate: 'seen-by', when: '2024' },
        },
        sayings: Object.fromEntries(
          ['many', 'few', 'dogs', 'some', 'monday', 'november', 'seen'].map((id) => [
            id,
            { claim: id, actor: 'person:ana' },
          ]),
        ),
      }),
      small({
        claims: { friday: { subject: 'event:call', predicate: 'took-place', when: '2025-11-21' } },
        sayings: { friday: { claim: 'friday', actor: 'person:ben' } },
      }),
    );
    expect(await ids('(kind: [CLAIM])')).toEqual([
      'contradiction:claim:rule:claim:friday:claim:monday',
      'contradiction:claim:rule:claim:few:claim:many',
    ]);
    const { data } = await ask(`{
      contradictions(kind: [CLAIM], basis: [RULE], about: ["event:fire"]) { nodes { by reason } }
      node(id: "claim:monday") { ... on Claim {
        relations { kind basis by from { id } to { id } }
        before: relations(asOf: { recorded: "2026-01-01T12:00:00Z" }) { kind }
      } }
    }`);
    expect(data.contradictions.nodes).toEqual([
      {
        by: 'rule:functional-predicate',
        reason:
          '"caused-deaths" holds of event:fire in one way only, and the numbers of claim:few (12 person) and claim:many (80 or more person) have nothing in common.',
      },
    ]);
    expect(data.node).toEqual({
      relations: [
        {
          kind: 'CONTRARY_TO',
          basis: 'RULE',
          by: 'rule:functional-predicate',
          from: { id: 'claim:friday' },
          to: { id: 'claim:monday' },
        },
      ],
      before: [],
    });
  });

  it('leave to people what people have related, and let them relate what a rule has', async () => {
    const call = (when: string) => ({ subject: 'event:call', predicate: 'took-place', when });
    const stated = { from: 'claim:a', to: 'claim:b', kind: 'CONTRARY_TO', basis: 'ANALYST' };
    await record(
      small({
        people: PEOPLE,
        events: ['call'],
        claims: { a: call('2025-01-01'), b: call('2025-01-02') },
        sayings: { a: { claim: 'a', actor: 'person:ana' }, b: { claim: 'b', actor: 'person:ben' } },
        relations: [stated],
      }),
      small({
        claims: { c: call('2025-01-03') },
        sayings: { c: { claim: 'c', actor: 'person:cleo' } },
      }),
      small({ relations: [{ ...stated, to: 'claim:c' }] }),
    );
    expect(await ids()).toEqual([
      'contradiction:claim:contrary-to:claim:a:claim:c',
      'contradiction:claim:rule:claim:a:claim:c',
      'contradiction:claim:rule:claim:b:claim:c',
      'contradiction:claim:contrary-to:claim:a:claim:b',
    ]);
  });

  it('show who goes against their own words, until they take them back', async () => {
    await record(
      small({
        people: PEOPLE,
        claims: { a: {}, b: {} },
        sayings: {
          first: { claim: 'a', actor: 'person:ana', saidAt: '2025-01-01' },
          turn: { claim: 'a', actor: 'person:ana', stance: 'DENIES', saidAt: '2025-02-01' },
          ben: { claim: 'a', actor: 'person:ben', saidAt: '2025-01-01' },
          second: { claim: 'b', actor: 'person:ben', stance: 'CONFIRMS', saidAt: '2025-03-01' },
        },
        relations: [{ from: 'claim:a', to: 'claim:b', kind: 'CONTRADICTS', basis: 'STATED' }],
      }),
      small({ sayings: { sorry: { claim: 'a', actor: 'person:ben', stance: 'RETRACTS', saidAt: '2025-04-01' } } }),
    );
    const [ana, ben] = ['contradiction:self:person:ana:claim:a', 'contradiction:self:person:ben:claim:a:claim:b'];
    expect(await ids('(kind: [SELF])')).toEqual([ana]);
    expect(await ids('(kind: [SELF], asOf: { recorded: "2026-01-01T12:00:00Z" })')).toEqual([ana, ben]);
    expect(await ids('(kind: [SELF], asOf: { said: "2025-03-31" })')).toEqual([ana, ben]);
    expect(await ids('(kind: [SELF], asOf: { said: "2025-02-28" })')).toEqual([ana]);
    expect(await ids('(kind: [SELF], asOf: { said: "2025-04-01" })')).toEqual([ana]);
    await record(small({ sayings: { again: { claim: 'a', actor: 'person:ben', saidAt: '2025-05-01' } } }));
    expect(await ids('(kind: [SELF])')).toEqual([ana, ben]);
    const { data } = await ask(`{ contradictions(kind: [SELF]) { nodes {
      basis by reason sides { claim { id } affirms actors { id } attributions { id } }
    } } }`);
    expect(data.contradictions.nodes[1]).toEqual({
      basis: 'RULE',
      by: 'rule:self-contradiction',
      reason: 'person:ben affirms both claim:a and claim:b, which cannot both hold.',
      sides: [
        {
          claim: { id: 'claim:a' },
          affirms: true,
          actors: [{ id: 'person:ben' }],
          attributions: [{ id: 'attribution:again' }],
        },
        {
          claim: { id: 'claim:b' },
          affirms: true,
          actors: [{ id: 'person:ben' }],
          attributions: [{ id: 'attribution:second' }],
        },
      ],
    });
  });

  it('hold a document to what its publisher and its authors say in it', async () => {
    const documents = [
      { id: 'one', publisher: 'organization:post', authors: ['person:ana'] },
      { id: 'two', publisher: 'organization:post', authors: ['person:ana'] },
    ];
    await record(
      small({
        people: PEOPLE,
        outlets: ['post'],
        documents,
        claims: { a: {}, b: {} },
        sayings: {
          a: { claim: 'a', actor: 'organization:post', document: 'document:one' },
          b: { claim: 'a', actor: 'person:ben', stance: 'DENIES', document: 'document:one' },
          c: { claim: 'a', actor: 'person:ana', stance: 'DENIES', document: 'document:two' },
          d: { claim: 'b', actor: 'person:ana', document: 'document:two' },
        },
      }),
    );
    expect(await ids('(kind: [SELF])')).toEqual([]);
    await record(
      small({ sayings: { e: { claim: 'b', actor: 'organization:post', stance: 'DENIES', document: 'document:two' } } }),
    );
    const { data } = await ask(`{ contradictions(kind: [SELF]) ${SIDED} }`);
    expect(data.contradictions).toEqual({
      totalCount: 1,
      nodes: [
        {
          id: 'contradiction:self:document:two:claim:b:person:ana:organization:post',
          sides: [
            {
              claim: { id: 'claim:b' },
              affirms: true,
              actors: [{ id: 'person:ana' }],
              attributions: [{ id: 'attribution:d' }],
            },
            {
              claim: { id: 'claim:b' },
              affirms: false,
              actors: [{ id: 'organization:post' }],
              attributions: [{ id: 'attribution:e' }],
            },
          ],
        },
      ],
    });
  });

  it('are written once, whatever is loaded again', async () => {
    const both = small({
      people: PEOPLE,
      claims: { a: {} },
      sayings: { yes: { claim: 'a', actor: 'person:ana' }, no: { claim: 'a', actor: 'person:ben', stance: 'DENIES' } },
    });
    await record(both);
    const before = await dump(engine);
    await record(both);
    expect(await dump(engine)).toEqual(before);
    await record(small({ sayings: { more: { claim: 'a', actor: 'person:cleo' } } }));
    const { data } = await ask('{ contradictions { totalCount nodes { id at } } }');
    expect(data.contradictions).toEqual({
      totalCount: 1,
      nodes: [{ id: 'contradiction:stance:claim:a', at: '2026-01-01T00:00:00.000Z' }],
    });
  });
});

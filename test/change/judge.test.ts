import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { load } from '../../src/change/load.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { readCurrentRecords } from '../../src/store/read-records.ts';
import { type Ask, asking } from '../ask.ts';
import { bundle } from '../bundles.ts';
import { engines } from '../engines.ts';
import { cites, small } from '../small-bundle.ts';

const NAMED = { type: 'PERSON', country: 'VE' };

/** Two entries for one woman, an outlet that is entered twice, and what is said by and about them. */
const TWICE = bundle({
  actors: [
    {
      ...NAMED,
      id: 'person:flores',
      names: [{ text: 'Cilia Flores', language: 'es' }],
      identifiers: [{ scheme: 'wikidata', value: 'Q1' }],
    },
    {
      id: 'person:first-lady',
      type: 'PERSON',
      names: [
        { text: 'The first lady', language: 'en' },
        { text: 'Cilia Flores', language: 'es' },
      ],
      identifiers: [{ scheme: 'other', value: '7' }],
    },
    { id: 'person:maduro', type: 'PERSON', names: [{ text: 'Nicolás Maduro', language: 'es' }] },
    { id: 'organization:herald', type: 'ORGANIZATION', kind: 'OUTLET', names: [{ text: 'Herald', language: 'en' }] },
    {
      id: 'organization:el-herald',
      type: 'ORGANIZATION',
      kind: 'OUTLET',
      names: [{ text: 'El Herald', language: 'es' }],
    },
  ],
  places: [{ id: 'place:caracas', kind: 'city', names: [{ text: 'Caracas', language: 'es' }] }],
  documents: [
    { id: 'document:one', kind: 'ARTICLE', publisher: 'organization:herald', publishedAt: '2025-03-01', read: true },
    { id: 'document:two', kind: 'ARTICLE', publisher: 'organization:el-herald', publishedAt: '2025-03-02', read: true },
  ],
  claims: [
    {
      id: 'claim:wife',
      texts: [{ text: 'Flores is the wife of Maduro.', language: 'en' }],
      subject: 'person:flores',
      predicate: 'is-wife-of',
      object: 'person:maduro',
    },
    {
      id: 'claim:left',
      texts: [{ text: 'The first lady left with Flores.', language: 'en' }],
      subject: 'person:first-lady',
      participants: [
        { entity: 'person:flores', role: 'traveller' },
        { entity: 'person:first-lady', role: 'traveller' },
      ],
      about: ['person:flores'],
    },
  ],
  attributions: [
    attributionOf('flores-denies', 'claim:left', 'person:flores', { stance: 'DENIES', saidAt: '2025-03-03' }),
    attributionOf('lady-affirms', 'claim:left', 'person:first-lady', { saidAt: '2025-03-04' }),
    attributionOf('herald', 'claim:wife', 'organization:herald', { document: 'document:one' }),
    attributionOf('el-herald', 'claim:wife', 'organization:el-herald', { document: 'document:two' }),
  ],
  mentions: [
    {
      id: 'mention:one',
      text: 'la primera dama',
      document: 'document:two',
      candidates: ['person:flores', 'person:first-lady'],
    },
  ],
});

function attributionOf(id: string, claim: string, actor: string, more: object) {
  const usual = { stance: 'ASSERTS', certainty: 'CERTAIN', mode: 'INDIRECT', onRecord: true };
  return { id: `attribution:${id}`, claim, actor, ...usual, ...more };
}

const JUDGE = `mutation ($left: ID!, $right: ID!, $verdict: Verdict!) {
  judge(left: $left, right: $right, verdict: $verdict) {
    revision { operation before after subject { id } } changed { id } replayed problems { code path message }
  }
}`;

const PERSON = `id name names { text kind } identifiers { scheme value } unresolvedMentions
  claims { totalCount nodes { id } } attributions { nodes { id } } relationships { nodes { other { id } } }`;

const MERGED = {
  id: 'person:flores',
  name: 'Cilia Flores',
  names: [
    { text: 'Cilia Flores', kind: 'PREFERRED' },
    { text: 'The first lady', kind: 'ALIAS' },
  ],
  identifiers: [
    { scheme: 'other', value: '7' },
    { scheme: 'wikidata', value: 'Q1' },
  ],
  unresolvedMentions: 1,
  claims: { totalCount: 2, nodes: [{ id: 'claim:left' }, { id: 'claim:wife' }] },
  attributions: { nodes: [{ id: 'attribution:lady-affirms' }, { id: 'attribution:flores-denies' }] },
  relationships: { nodes: [{ other: { id: 'person:maduro' } }] },
};

describe.each(engines)('judging entities on $name', ({ open }) => {
  let engine: Engine;
  let ask: Ask;

  beforeEach(async () => {
    engine = await open();
    await load(engine, TWICE, { by: 'desk' });
    ask = await asking(engine, { by: 'desk' });
  });

  afterEach(() => engine.close());

  async function judge(left: string, right: string, verdict: string) {
    const { data, errors } = await ask(JUDGE, { left, right, verdict });
    expect(errors).toBeUndefined();
    return data.judge;
  }

  const refused = (code: string, path: string, message: string) => ({
    revision: null,
    changed: [],
    replayed: false,
    problems: [{ code, path: [path], message }],
  });

  it('shows one entity under the left id, with what there is of both', async () => {
    expect(await judge('person:flores', 'person:first-lady', 'SAME')).toEqual({
      revision: {
        operation: 'JUDGE',
        before: null,
        after: '{"left":"person:flores","right":"person:first-lady","verdict":"SAME"}',
        subject: { id: 'person:flores' },
      },
      changed: [{ id: 'person:flores' }],
      replayed: false,
      problems: [],
    });
    const { data } = await ask(`{ actors { totalCount nodes { id ... on Person { names { text } } } }
      entity(id: "person:flores") { ... on Person { ${PERSON} } }
      claims(orderBy: { by: LAST_SAID, direction: ASC }) { nodes { id subject { id } participants { role entity { id } } about { id } } }
      mentions { nodes { candidates { id } } }
      contradictions(kind: [SELF]) { nodes { reason sides { actors { id } } } }
      search(text: "lady", types: [PERSON]) { nodes { node { ... on Person { id } } } } }`);
    expect(data.actors.totalCount).toBe(4);
    expect(data.entity).toEqual(MERGED);
    const flores = { id: 'person:flores' };
    expect(data.claims.nodes).toEqual([
      { id: 'claim:wife', subject: flores, participants: [], about: [flores, { id: 'person:maduro' }] },
      { id: 'claim:left', subject: flores, participants: [{ role: 'traveller', entity: flores }], about: [flores] },
    ]);
    expect(data.mentions.nodes).toEqual([{ candidates: [flores] }]);
    expect(data.contradictions.nodes).toEqual([
      {
        reason: 'person:flores both affirms and denies claim:left.',
        sides: [{ actors: [flores] }, { actors: [flores] }],
      },
    ]);
    expect(data.search.nodes).toEqual([{ node: flores }]);
  });

  it('finds it under both ids, in fields and filters, and reads the names once when they are new', async () => {
    await judge('person:flores', 'person:first-lady', 'SAME');
    const by = `whoReported(filter: { by: ["person:first-lady"] }) { nodes { id actor { id } } }`;
    const first = await ask(`{ ${by} }`);
    expect(first.statements).toHaveLength(3);
    expect((await ask(`{ ${by} }`)).statements).toHaveLength(1);
    const { data, errors } = await ask(`{
      node(id: "person:first-lady") { id }
      nodes(ids: ["person:first-lady", "person:flores", "person:nobody"]) { id }
      entity(id: "person:first-lady") { id }
      ${by}
      claims(filter: { aboutAll: ["person:first-lady", "person:maduro"] }) { nodes { id } }
      mentions(about: ["person:first-lady"]) { nodes { id } }
      paths(from: "person:first-lady", to: "person:maduro", maxHops: 1) { hops { from { id } to { id } } }
      person: node(id: "person:maduro") { ... on Person { relationships(with: ["person:first-lady"]) { nodes { other { id } } } } }
      impactOfWithdrawing(source: "person:first-lady") { source { ... on Actor { id } } }
      history(id: "person:first-lady") { nodes { operation } }
    }`);
    expect(errors).toBeUndefined();
    const flores = { id: 'person:flores' };
    const nodes = ['attribution:lady-affirms', 'attribution:flores-denies'].map((id) => ({ id, actor: flores }));
    expect(data).toEqual({
      node: flores,
      nodes: [flores, flores, null],
      entity: flores,
      whoReported: { nodes },
      claims: { nodes: [{ id: 'claim:wife' }] },
      mentions: { nodes: [{ id: 'mention:one' }] },
      paths: [{ hops: [{ from: flores, to: { id: 'person:maduro' } }] }],
      person: { relationships: { nodes: [{ other: flores }] } },
      impactOfWithdrawing: { source: flores },
      history: { nodes: [{ operation: 'RECORD' }, { operation: 'JUDGE' }] },
    });
  });

  it('shows two as of an earlier time, and finds each by its own id then', async () => {
    const { data: before } = await ask('{ history(id: "person:flores") { nodes { at } } }');
    const asOf = `asOf: { recorded: "${before.history.nodes[0].at}" }`;
    const then = `{ actors(${asOf}) { totalCount }
      whoReported(filter: { by: ["person:first-lady"] }, ${asOf}) { nodes { id actor { id } } }
      contradictions(kind: [SELF], ${asOf}) { totalCount }
      entity(id: "person:flores") { ... on Person { attributions(${asOf}) { totalCount nodes { id } } } } }`;
    const { data: first } = await ask(then);
    await judge('person:flores', 'person:first-lady', 'SAME');
    const { data: second } = await ask(then);
    expect(second).toEqual(first);
    expect(second.whoReported.nodes).toEqual([{ id: 'attribution:lady-affirms', actor: { id: 'person:first-lady' } }]);
  });

  it('shows two again when the judgement changes, each with what was recorded meanwhile', async () => {
    const question = `{ actors { nodes { __typename ... on Person { ${PERSON} } } }
      claims { nodes { id participants { entity { id } } } } contradictions { nodes { id } } mentions { nodes { candidates { id } } } }`;
    const { data: before } = await ask(question);
    await judge('person:flores', 'person:first-lady', 'SAME');
    expect((await judge('person:flores', 'person:first-lady', 'UNSURE')).changed).toEqual([
      { id: 'person:flores' },
      { id: 'person:first-lady' },
    ]);
    expect((await ask(question)).data).toEqual(before);
    await judge('person:flores', 'person:first-lady', 'SAME');
    const later = small({
      claims: { late: { about: ['person:first-lady'] } },
      attributions: { late: { claim: 'late', actor: 'person:first-lady', saidAt: '2025-04-01' } },
    });
    await load(engine, later, { by: 'desk' });
    const said = `{ claims(filter: { ids: ["claim:late"] }) { nodes { about { id } attributions { nodes { actor { id } } } } } }`;
    const of = (id: string) => ({ nodes: [{ about: [{ id }], attributions: { nodes: [{ actor: { id } }] } }] });
    expect((await ask(said)).data.claims).toEqual(of('person:flores'));
    await judge('person:flores', 'person:first-lady', 'DIFFERENT');
    expect((await ask(said)).data.claims).toEqual(of('person:first-lady'));
  });

  it('counts two entries for one outlet as one newsroom, and two for one witness as one source', async () => {
    const opposed = small({
      claims: { seen: {} },
      attributions: {
        one: { claim: 'seen', actor: 'person:maduro', document: 'document:one' },
        two: { claim: 'seen', actor: 'person:flores', document: 'document:two' },
      },
    });
    await load(engine, opposed, { by: 'desk' });
    const question =
      '{ node(id: "claim:seen") { ... on Claim { standing independence { newsrooms ultimateSources { min max } dependsOn { id } } } } }';
    const standing = async () => (await ask(question)).data.node;
    expect(await standing()).toEqual({
      standing: 'CORROBORATED',
      independence: { newsrooms: 2, ultimateSources: { min: 2, max: 2 }, dependsOn: [] },
    });
    await judge('organization:herald', 'organization:el-herald', 'SAME');
    expect(await standing()).toEqual({
      standing: 'SINGLE_SOURCE',
      independence: { newsrooms: 1, ultimateSources: { min: 2, max: 2 }, dependsOn: [{ id: 'organization:herald' }] },
    });
    await judge('person:flores', 'person:maduro', 'SAME');
    expect(await standing()).toEqual({
      standing: 'SINGLE_SOURCE',
      independence: {
        newsrooms: 1,
        ultimateSources: { min: 1, max: 1 },
        dependsOn: [{ id: 'organization:herald' }, { id: 'person:flores' }],
      },
    });
  });

  it('stores the standing with two sources as soon as they are judged to differ, and without once that is open', async () => {
    const sources = small({
      sources: { aide: {}, guard: {} },
      claims: { told: {} },
      attributions: {
        aide: { claim: 'told', actor: 'source:aide', document: 'document:one' },
        guard: { claim: 'told', actor: 'source:guard', document: 'document:two' },
      },
    });
    await load(engine, sources, { by: 'desk' });
    const listed = `{ claims(filter: { ids: ["claim:told"], standing: [CORROBORATED] }) { totalCount } }`;
    const corroborated = async () => (await ask(listed)).data.claims.totalCount;
    expect(await corroborated()).toBe(0);
    for (const [verdict, expected] of [
      ['DIFFERENT', 1],
      ['UNSURE', 0],
      ['SAME', 0],
      ['DIFFERENT', 1],
    ] as const) {
      await judge('source:aide', 'source:guard', verdict);
      expect([verdict, await corroborated()]).toEqual([verdict, expected]);
    }
  });

  it('keeps every record as it was recorded', async () => {
    const ids = ['person:flores', 'person:first-lady', 'claim:left', 'mention:one', 'attribution:lady-affirms'];
    const records = () =>
      engine.write(async (run) => Object.fromEntries(await readCurrentRecords(run, ids, Date.now() + 9e6)));
    const before = await records();
    await judge('person:flores', 'person:first-lady', 'SAME');
    expect(await records()).toEqual(before);
    expect((await load(engine, TWICE, { by: 'desk' })).written).toBe(false);
    await judge('person:flores', 'person:first-lady', 'UNSURE');
    expect(await records()).toEqual(before);
  });

  it('corrects the record of either while they are merged', async () => {
    await judge('person:flores', 'person:first-lady', 'SAME');
    const correct = `mutation ($input: CorrectInput!) { correct(input: $input) {
      changed { id ... on Person { names { text kind } } } revision { before } problems { message } } }`;
    const replacement = {
      actors: [{ id: 'person:first-lady', type: 'PERSON', names: [{ text: 'La dama', language: 'es' }] }],
    };
    const { data } = await ask(correct, { input: { id: 'person:first-lady', replacement, reason: 'Misread.' } });
    const names = [
      { text: 'Cilia Flores', kind: 'PREFERRED' },
      { text: 'La dama', kind: 'ALIAS' },
    ];
    expect(data.correct).toEqual({
      changed: [{ id: 'person:flores', names }],
      revision: {
        before:
          '{"id":"person:first-lady","identifiers":[{"scheme":"other","value":"7"}],"names":[{"kind":"PREFERRED","language":"en","text":"The first lady"},{"kind":"PREFERRED","language":"es","text":"Cilia Flores"}],"type":"PERSON"}',
      },
      problems: [],
    });
    await judge('person:flores', 'person:first-lady', 'UNSURE');
    const both =
      '{ nodes(ids: ["person:flores", "person:first-lady"]) { ... on Person { names { text } identifiers { value } } } }';
    expect((await ask(both)).data.nodes).toEqual([
      { names: [{ text: 'Cilia Flores' }], identifiers: [{ value: 'Q1' }] },
      { names: [{ text: 'La dama' }], identifiers: [] },
    ]);
  });

  it('merges a third, and keeps the rest merged when one is separated', async () => {
    await judge('person:first-lady', 'person:maduro', 'SAME');
    expect((await judge('person:flores', 'person:maduro', 'SAME')).changed).toEqual([{ id: 'person:flores' }]);
    const shown = async () => {
      const { data } = await ask('{ actors { nodes { __typename ... on Person { id } } } }');
      return data.actors.nodes.flatMap(({ id }: { id?: string }) => id ?? []).sort();
    };
    expect(await shown()).toEqual(['person:flores']);
    expect((await judge('person:first-lady', 'person:flores', 'DIFFERENT')).problems).toEqual([
      {
        code: 'CONFLICT',
        path: ['verdict'],
        message: 'person:first-lady and person:flores are also the same through person:maduro: judge that first',
      },
    ]);
    await judge('person:flores', 'person:maduro', 'UNSURE');
    expect(await shown()).toEqual(['person:first-lady', 'person:flores']);
    await judge('person:maduro', 'person:flores', 'DIFFERENT');
    expect(await judge('person:flores', 'person:first-lady', 'SAME')).toEqual(
      refused(
        'CONFLICT',
        'verdict',
        'this would make person:maduro and person:flores the same, and they were judged to be different: judge those first',
      ),
    );
  });

  it('refuses to merge what cannot be the same, and to retract an entity that is judged', async () => {
    expect(await judge('place:caracas', 'person:flores', 'SAME')).toEqual(
      refused(
        'INVALID',
        'right',
        'place:caracas is of type Place and person:flores is of type Person: only records of one type can be the same',
      ),
    );
    expect((await judge('person:nobody', 'person:flores', 'SAME')).problems).toEqual([
      { code: 'NOT_FOUND', path: ['left'], message: 'person:nobody is not in the graph' },
    ]);
    await judge('person:flores', 'person:first-lady', 'SAME');
    expect((await judge('person:flores', 'person:first-lady', 'SAME')).replayed).toBe(true);
    for (const [id, other] of [
      ['person:flores', 'person:first-lady'],
      ['person:first-lady', 'person:flores'],
    ]) {
      const { data } = await ask(
        `mutation { retract(id: "${id}", reason: "Gone.") { problems { code path message } } }`,
      );
      const message = `${id} was judged to be the same as ${other}: judge that first`;
      expect(data.retract.problems).toEqual([{ code: 'CONFLICT', path: ['id'], message }]);
    }
  });

  it('applies a decision on one merged entity to all of them, also after a correction', async () => {
    await judge('person:maduro', 'person:first-lady', 'DIFFERENT');
    await judge('person:flores', 'person:first-lady', 'SAME');
    const replacement = {
      actors: [{ id: 'person:maduro', type: 'PERSON', names: [{ text: 'Maduro', language: 'es' }] }],
    };
    const input = { id: 'person:maduro', replacement, reason: 'Shorter.' };
    const { data } = await ask(
      'mutation ($input: CorrectInput!) { correct(input: $input) { changed { id } problems { message } } }',
      { input },
    );
    expect(data.correct).toEqual({ changed: [{ id: 'person:maduro' }], problems: [] });
    expect((await judge('person:maduro', 'person:flores', 'SAME')).problems).toEqual([
      {
        code: 'CONFLICT',
        path: ['verdict'],
        message:
          'this would make person:maduro and person:first-lady the same, and they were judged to be different: judge those first',
      },
    ]);
    await judge('person:maduro', 'person:first-lady', 'UNSURE');
    expect(await judge('person:maduro', 'person:flores', 'SAME')).toMatchObject({
      changed: [{ id: 'person:maduro' }],
      problems: [],
    });
    const { data: all } = await ask('{ nodes(ids: ["person:flores", "person:first-lady"]) { id } }');
    expect(all.nodes).toEqual([{ id: 'person:maduro' }, { id: 'person:maduro' }]);
  });

  it('lists the changes of all entities that are shown as one', async () => {
    const other = bundle({ actors: [{ ...NAMED, id: 'person:other', names: [{ text: 'C. Flores' }] }] });
    await load(engine, other, { by: 'desk' });
    await judge('person:flores', 'person:other', 'SAME');
    const operations = async (id: string) => {
      const { data } = await ask(`{ history(id: "${id}") { totalCount nodes { operation } } }`);
      return [data.history.totalCount, ...data.history.nodes.map(({ operation }: { operation: string }) => operation)];
    };
    expect(await operations('person:other')).toEqual([3, 'RECORD', 'RECORD', 'JUDGE']);
    await judge('person:flores', 'person:other', 'DIFFERENT');
    expect(await operations('person:other')).toEqual([3, 'RECORD', 'JUDGE', 'JUDGE']);
  });

  it('does not let an outlet own itself through others', async () => {
    const owned = small({ outlets: ['paper', 'house'], families: { paper: 'house' } });
    const above = small({ outlets: ['holding', 'sister'], families: { sister: 'paper' } });
    await load(engine, owned, { by: 'desk' });
    await load(engine, above, { by: 'desk' });
    expect(await judge('organization:sister', 'organization:house', 'SAME')).toEqual(
      refused(
        'CONFLICT',
        'verdict',
        'this would make organization:sister own itself through others: correct its owners first',
      ),
    );
    expect((await judge('organization:house', 'organization:paper', 'SAME')).problems).toEqual([]);
    const { data } = await ask(
      '{ node(id: "organization:sister") { ... on Organization { publisherFamily { id publisherFamily { id } } } } }',
    );
    const house = { id: 'organization:house' };
    expect(data.node).toEqual({ publisherFamily: { ...house, publisherFamily: house } });
  });

  it('lets an attribution of one take back that of the other', async () => {
    const back = small({
      attributions: {
        back: {
          claim: 'left',
          actor: 'person:flores',
          stance: 'RETRACTS',
          saidAt: '2025-03-05',
          cites: cites('lady-affirms'),
        },
      },
    });
    await load(engine, back, { by: 'desk' });
    const question =
      '{ node(id: "attribution:lady-affirms") { ... on Attribution { retractedBy { id } } } contradictions(kind: [SELF]) { totalCount } }';
    const answer = async () => (await ask(question)).data;
    expect(await answer()).toEqual({ node: { retractedBy: null }, contradictions: { totalCount: 0 } });
    await judge('person:flores', 'person:first-lady', 'SAME');
    expect(await answer()).toEqual({
      node: { retractedBy: { id: 'attribution:back' } },
      contradictions: { totalCount: 0 },
    });
    await judge('person:flores', 'person:first-lady', 'UNSURE');
    expect((await answer()).node).toEqual({ retractedBy: null });
  });
});

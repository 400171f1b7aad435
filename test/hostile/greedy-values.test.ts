import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { load } from '../../src/change/load.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { type RunningServer, startServer } from '../../src/server.ts';
import { type Ask, asking } from '../ask.ts';
import { embeddedOnly } from '../engines.ts';
import { listen } from '../live/listener.ts';
import { cites, small } from '../small-bundle.ts';

const LONG = 'A long text. '.repeat(31_000);

const GRAPH = small({
  people: ['speaker', 'relay'],
  claims: {
    quoted: {},
    part: { partOf: 'claim:quoted' },
    told: { texts: [{ text: 'Told. '.repeat(5_000), language: 'en' }] },
  },
  attributions: {
    long: { claim: 'quoted', actor: 'person:speaker', quote: LONG },
    relayed: { claim: 'quoted', actor: 'person:relay', stance: 'REPORTS', cites: cites('long') },
    part: { claim: 'part', actor: 'person:speaker' },
    told: { claim: 'told', actor: 'person:speaker' },
  },
});

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

const LANGUAGES = 'abcdefghijklmnopqrstuvwxyz';
const languageTag = (index: number) =>
  `en-x-${LANGUAGES[index % 26]}${LANGUAGES[Math.floor(index / 26) % 26]}${LANGUAGES[Math.floor(index / 676)]}`;

const quotes = (count: number) => times(count, (i) => `a${i}: quote`);

const claim = (selection: string) => `{ node(id: "claim:quoted") { ... on Claim { ${selection} } } }`;
const attribution = (name: string, selection: string) =>
  `{ node(id: "attribution:${name}") { ... on Attribution { ${selection} } } }`;

/** Questions whose answer would be hundreds of times as large as the graph. */
const GREEDY: ReadonlyArray<readonly [what: string, query: string]> = [
  ['under 1,500 names', attribution('long', quotes(1_500))],
  [
    'under 1,500 names of fragments',
    `${attribution('long', '...A ...B')} fragment A on Attribution { ${quotes(800)} } fragment B on Attribution { ${times(700, (i) => `b${i}: quote`)} }`,
  ],
  ['in 150 lists of nodes', claim(`attributions { ${times(150, (i) => `a${i}: nodes { quote b: quote }`)} }`)],
  ['in 150 lists of edges', claim(`attributions { ${times(150, (i) => `a${i}: edges { node { quote b: quote } }`)} }`)],
  [
    'in a citation under 180 names',
    attribution('relayed', `citations { ${times(180, (i) => `a${i}: attribution { quote }`)} }`),
  ],
  ['in 60 lists', claim(times(60, (i) => `a${i}: attributions { nodes { quote b: quote } }`))],
  ['in records that tracing finds', claim(`roots { ${quotes(1_500)} }`)],
  [
    'in records that chains lead to',
    claim(`roots { origin: quote citations { attribution { quote } } ${quotes(200)} }`),
  ],
];

describe.each(embeddedOnly)('too large values', ({ open }) => {
  let engine: Engine;
  let ask: Ask;
  let server: RunningServer;
  let fetched = 0;

  beforeAll(async () => {
    engine = await open();
    await load(engine, GRAPH, { by: 'test' });
    const read: Engine['read'] = async (statement, options) => {
      const rows = await engine.read(statement, options);
      fetched += JSON.stringify(rows).length;
      return rows;
    };
    ask = await asking({ ...engine, read }, { by: 'editor' });
    server = await startServer({ engine, host: '127.0.0.1', port: 0, questions: [], log: 'silent' });
  });

  afterAll(async () => {
    await server.close();
    await engine.close();
  });

  it.each(GREEDY)('a text of 400 kB %s is refused before it is written', async (_what, query) => {
    fetched = 0;
    const { errors, data } = await ask(query);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['LIMIT_EXCEEDED']);
    expect(errors?.[0]?.message).toMatch(/^The answer has more than 32000000 bytes: \d+ so far\. /);
    expect(JSON.stringify(data ?? null).length).toBeLessThan(10_000);
    expect(fetched).toBeLessThan(85_000_000);
  });

  it('a text of 400 kB under 190 names of Query is answered where there is room, and refused where there is none', async () => {
    const named = times(190, (i) => `a${i}: node(id: "attribution:long") { ...T }`);
    const query = `{ ${named} } fragment T on Attribution { quote }`;
    const { errors, data } = await ask(query);
    const answered = Object.values(data).filter((value) => value !== null);
    expect(answered).toHaveLength(79);
    expect(errors).toHaveLength(111);
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['LIMIT_EXCEEDED']));
  });

  it('a text of 400 kB is answered as often as there is room for', async () => {
    fetched = 0;
    const { errors, data } = await ask(attribution('long', quotes(75)));
    expect(errors).toBeUndefined();
    expect(Object.keys(data.node)).toHaveLength(75);
    expect(data.node.a74).toBe(LONG);
    expect(fetched).toBeLessThan(1_000_000);
  });

  it('a text is read once for all languages that it is asked in', async () => {
    fetched = 0;
    const texts = times(1_000, (i) => `a${i}: text(language: "${languageTag(i)}")`);
    const { errors, data } = await ask(`{ node(id: "claim:told") { ... on Claim { ${texts} } } }`);
    expect(errors).toBeUndefined();
    expect(Object.keys(data.node)).toHaveLength(1_000);
    expect(fetched).toBeLessThan(200_000);
  });

  it('more lists than a database plans together are too much, not a fault', async () => {
    const query = `{ node(id: "claim:part") { ... on Claim { ${times(190, (i) => `a${i}: partOf { id }`)} } } }`;
    const { errors, data } = await ask(query);
    if (errors) expect(errors.map(({ extensions }) => extensions.code)).toEqual(['LIMIT_EXCEEDED']);
    else expect(Object.keys(data.node)).toHaveLength(190);
  });

  it('a text of 400 kB in the answer to a change is refused too', async () => {
    const bundle = small({
      claims: { longer: {} },
      attributions: { longer: { claim: 'longer', actor: 'person:speaker', quote: LONG } },
    });
    const { errors } = await ask(
      `mutation ($bundle: BundleInput!) { record(bundle: $bundle, idempotencyKey: "long") {
        changed { ... on Attribution { ${quotes(1_000)} } }
      } }`,
      { bundle: JSON.parse(JSON.stringify(bundle)) },
    );
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['LIMIT_EXCEEDED']);
  });

  it('a text of 400 kB in an event ends its subscription', async () => {
    const listener = listen(server.url, {}, `attribution { ${quotes(1_000)} }`);
    await new Promise((done) => setTimeout(done, 500));
    const later = small({
      claims: { latest: {} },
      attributions: { latest: { claim: 'latest', actor: 'person:speaker', quote: LONG } },
    });
    await load(engine, later, { by: 'test' });
    await listener.ended();
    expect(JSON.stringify(listener.errors)).toContain('LIMIT_EXCEEDED');
    expect(listener.heard).toEqual([]);
  });

  const ids = (count: number) => Array.from({ length: count }, (_, index) => `claim:${index}`);
  const quoted = (count: number) => JSON.stringify(ids(count));

  it.each([
    ['in a variable', 'query ($ids: [ID!]) { claims(filter: { ids: $ids }) { totalCount } }', { ids: ids(1_001) }],
    ['in the text', `{ claims(filter: { ids: ${quoted(1_001)} }) { totalCount } }`, {}],
    [
      'in several filters of one list',
      `{ claims(filter: { ids: ${quoted(500)}, about: ${quoted(300)}, predicate: ${quoted(201)} }) { totalCount } }`,
      {},
    ],
    [
      'by one variable under six names',
      `query ($ids: [ID!]) { ${times(6, (i) => `a${i}: claims(filter: { ids: $ids }) { totalCount }`)} }`,
      { ids: ids(200) },
    ],
    [
      'inside of a list',
      'query ($ids: [ID!]) { claims { nodes { attributions(filter: { by: $ids }) { totalCount } } } }',
      { ids: ids(1_001) },
    ],
    [
      'in a fragment that is spread six times',
      `query ($ids: [ID!]) { ${times(6, (i) => `a${i}: node(id: "claim:quoted") { ...F }`)} }
       fragment F on Claim { attributions(filter: { document: $ids }) { totalCount } }`,
      { ids: ids(200) },
    ],
    [
      'in an answer that is put together',
      'query ($ids: [ID!]) { node(id: "claim:quoted") { ... on Claim { roots { attributions: claim { attributions(filter: { by: $ids }) { totalCount } } } } } }',
      { ids: ids(1_001) },
    ],
    ['by tag', `{ claims(filter: { standing: [${times(1_001, () => 'DENIED')}] }) { totalCount } }`, {}],
  ])('more than 1,000 values %s are refused with their number', async (_where, query, variables) => {
    const { errors, statements } = await ask(query, variables);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['LIMIT_EXCEEDED']);
    expect(errors?.[0]?.message).toMatch(
      /^The arguments of this operation list (1001|1200) values, up to "[a-z]+"; 1000 are allowed\./i,
    );
    expect(errors?.[0]?.locations).toHaveLength(1);
    expect(statements).toEqual([]);
  });

  it('1,000 values are answered, and the records of a change are none of them', async () => {
    const { errors, data } = await ask('query ($ids: [ID!]) { claims(filter: { ids: $ids }) { totalCount } }', {
      ids: [...ids(999), 'claim:quoted'],
    });
    expect(errors).toBeUndefined();
    expect(data.claims.totalCount).toBe(1);
    const many = small({
      people: ['many'],
      claims: Object.fromEntries(ids(700).map((id) => [id.replace(':', '-'), {}])),
      attributions: Object.fromEntries(
        ids(700).map((id) => [id.replace(':', '-'), { claim: id.replace(':', '-'), actor: 'person:many' }]),
      ),
    });
    const stored = await ask(
      'mutation ($bundle: BundleInput!) { record(bundle: $bundle, idempotencyKey: "many") { problems { message } replayed } }',
      { bundle: JSON.parse(JSON.stringify(many)) },
    );
    expect(stored.errors).toBeUndefined();
    expect(stored.data.record).toEqual({ problems: [], replayed: false });
  });
});

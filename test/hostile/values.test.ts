import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseBundle } from '../../src/bundle/read-files.ts';
import { load } from '../../src/change/load.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { readNdjson } from '../../src/formats/bundle/read.ts';
import { importInputs } from '../../src/import/import.ts';
import { type RunningServer, startServer } from '../../src/server.ts';
import { attribution, outlet } from '../cli/files.ts';
import { engines } from '../engines.ts';
import { sourceOf } from '../formats/reading.ts';

const TOKEN = 'a-token-of-many-characters';
const HALF = 'has half of a character';

const claim = (id: string, text: string, more: object = {}) => ({ id, texts: [{ text, language: 'en' }], ...more });

const many = { min: 2_000_000_000, max: 2_000_000_000 };

const crowd = (name: string) => ({
  id: `source:${name}`,
  type: 'UNNAMED_SOURCE',
  names: [{ text: name }],
  count: many,
});

const ADDRESSES: readonly (readonly [scheme: string, value: string, url: string | null])[] = [
  ['wikidata', 'Q22686', 'https://www.wikidata.org/wiki/Q22686'],
  ['wikidata', '../w/index.php?title=x#y', 'https://www.wikidata.org/wiki/..%2Fw%2Findex.php%3Ftitle%3Dx%23y'],
  ['wikidata', '..', null],
  ['viaf', 'javascript:alert(1)//"><', 'https://viaf.org/viaf/javascript%3Aalert(1)%2F%2F%22%3E%3C'],
  ['isni', '0000 0001', 'https://isni.org/isni/0000%200001'],
  ['website', 'javascript:alert(1)', null],
  ['website', 'https://', null],
  ['website', 'https:evil', null],
  ['website', 'https://user:pw@post.example/', null],
  ['website', 'https://bank.example@post.example/', null],
  ['website', 'https://post.example/a b?<c>"', 'https://post.example/a%20b?%3Cc%3E%22'],
  ['other', 'https://post.example/', null],
];

const WORLD = parseBundle({
  actors: [
    {
      ...outlet('post'),
      names: [{ text: `${'Long '.repeat(1_640)}name` }],
      identifiers: ADDRESSES.map(([scheme, value]) => ({ scheme, value })),
    },
    ...['one', 'two', 'three'].map(crowd),
  ],
  documents: [{ id: 'document:long', kind: 'ARTICLE', title: 'Title '.repeat(8_000) }],
  claims: [
    claim('claim:crowds', 'Crowds say so.', { value: { text: 'much', min: -1e308, max: 3e9 } }),
    claim('claim:long', `${'word '.repeat(6_600)}${'слово '.repeat(4_000)}last`),
  ],
  attributions: [
    ...['one', 'two', 'three'].map((name) =>
      attribution(name, 'claim:crowds', { actor: `source:${name}`, onRecord: false }),
    ),
    attribution('long', 'claim:long', { document: 'document:long', rating: { label: 'x', value: 1e308, best: 3e9 } }),
  ],
});

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

describe.each(engines)('values on $name', { timeout: 120_000 }, ({ open }) => {
  let engine: Engine;
  let server: RunningServer;

  beforeAll(async () => {
    engine = await open();
    await load(engine, WORLD, { by: 'test' });
    const writing = { token: TOKEN, by: 'test' };
    server = await startServer({ engine, host: '127.0.0.1', port: 0, questions: [], log: 'silent', writing });
  });

  afterAll(async () => {
    await server.close();
    await engine.close();
  });

  const post = async (body: string): Promise<Answer> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` };
    const answer = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body });
    const text = await answer.text();
    expect(text).not.toMatch(/INTERNAL_SERVER_ERROR|call stack/);
    return JSON.parse(text) as Answer;
  };

  const ask = (query: string, variables: object = {}) => post(JSON.stringify({ query, variables }));

  const problemsOf = async (records: object): Promise<string[]> => {
    const problems: string[] = [];
    const inputs = [{ source: sourceOf(`${JSON.stringify(records)}\n`), reader: readNdjson, format: 'test' }];
    const onFound = ({
      line,
      record,
      field,
      message,
    }: {
      line: number;
      record: string | null;
      field: string | null;
      message: string;
    }) => problems.push(`${line}: ${record}: ${field}: ${message}`);
    await importInputs(engine, inputs, { by: 'test', onProblem: 'nothing', onFound });
    return problems;
  };

  it('that are names or texts of many kilobytes are stored, and found by what they begin with', async () => {
    const { data } = await ask(`{
      claims(filter: { text: "word" }) { totalCount }
      search(text: "Long name") { totalCount }
      actors(orderBy: { by: NAME, direction: ASC }, first: 2) { nodes { id } }
      documents(orderBy: { by: TITLE, direction: ASC }) { nodes { id title } }
    }`);
    expect(data).toMatchObject({ claims: { totalCount: 1 }, actors: { nodes: [{ id: 'organization:post' }, {}] } });
    expect(data).toMatchObject({ documents: { nodes: [{ id: 'document:long', title: 'Title '.repeat(8_000) }] } });
  });

  it('beyond 32 bits are cut with a reason, or given as they are', async () => {
    const query = `{ claims(filter: { ids: ["claim:crowds"] }) { nodes {
      value { min max }
      independence { ultimateSources { min max } reasons }
    } } }`;
    const { data } = await ask(query);
    const [found] = (data as { claims: { nodes: { independence: { reasons: string[] } }[] } }).claims.nodes;
    expect(found).toMatchObject({
      value: { min: -1e308, max: 3e9 },
      independence: { ultimateSources: { min: 2_000_000_000, max: null } },
    });
    expect(found?.independence.reasons).toContain(
      'Numbers above 2147483647 cannot be given: the least number may be higher.',
    );
  });

  it('of an identifier stay one part of its address', async () => {
    const { data } = await ask(
      '{ actors(filter: { ids: ["organization:post"] }) { nodes { identifiers { scheme value url } } } }',
    );
    const [{ identifiers }] = (data as { actors: { nodes: [{ identifiers: object[] }] } }).actors.nodes;
    const expected = ADDRESSES.map(([scheme, value, url]) => ({ scheme, value, url }));
    const sorted = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort();
    expect(sorted(identifiers)).toEqual(sorted(expected));
  });

  it('with half of a character are a problem with its place, in files and in requests', async () => {
    const half = {
      claims: [claim('claim:half', 'A\ud800B')],
      attributions: [attribution('half', 'claim:half', { quote: '\udc00' })],
    };
    expect(await problemsOf(half)).toEqual([
      expect.stringMatching(`^1: claim:half: texts.0.text: ${HALF}`),
      expect.stringMatching(`^1: attribution:half: quote: ${HALF}`),
    ]);
    const record =
      'mutation ($b: BundleInput!, $k: String!) { record(bundle: $b, idempotencyKey: $k) { problems { code path message } } }';
    const { data } = await ask(record, { b: half, k: 'half' });
    expect(data).toMatchObject({
      record: {
        problems: [
          {
            code: 'INVALID',
            path: ['bundle', 'claims', '0', 'texts', '0', 'text'],
            message: expect.stringContaining(HALF),
          },
          { code: 'INVALID', path: ['bundle', 'attributions', '0', 'quote'] },
        ],
      },
    });
    const retract = 'mutation ($r: String!) { retract(id: "claim:long", reason: $r) { problems { path message } } }';
    expect((await ask(retract, { r: 'x\ud800' })).data).toMatchObject({
      retract: { problems: [{ path: ['reason'] }] },
    });
    const ids = await ask(
      `mutation ($id: ID!, $input: CorrectInput!) {
        retract(id: $id, reason: "x") { problems { code path message } }
        correct(input: $input) { problems { code path message } }
        judge(left: $id, right: "claim:long", verdict: SAME) { problems { code path message } }
      }`,
      { id: 'claim:x\ud800', input: { id: 'claim:x\udc00', reason: 'x', replacement: {} } },
    );
    const told = (...path: string[]) => ({
      problems: [{ code: 'INVALID', path, message: expect.stringContaining(HALF) }],
    });
    expect(ids.data).toEqual({ retract: told('id'), correct: told('input', 'id'), judge: told('left') });
    expect(await problemsOf({ claims: [claim('claim:x\ud800', 'A')] })).toEqual([
      expect.stringMatching(`^1: claims.0: id: ${HALF}`),
    ]);
    const { errors } = await ask('query ($f: ClaimFilter) { claims(filter: $f) { totalCount } }', {
      f: { text: '\ud800' },
    });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(`^f.text: ${HALF}`),
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect((await ask('{ claims(filter: { text: "\ud800" }) { totalCount } }')).errors?.[0]?.extensions.code).toBe(
      'GRAPHQL_PARSE_FAILED',
    );
  });

  it('nested without end, or with too many keys, are refused with a code', async () => {
    const query = JSON.stringify(
      'mutation ($b: BundleInput!) { record(bundle: $b, idempotencyKey: "k") { problems { message } } }',
    );
    const deep = (open: string, close: string) => `${open.repeat(100_000)}1${close.repeat(100_000)}`;
    const keys = Array.from({ length: 60_000 }, (_, index) => `"k${index}":1`).join(',');
    const bundles = [
      deep('[', ']'),
      deep('{"a":', '}'),
      `{"claims":${deep('[', ']')}}`,
      `{${keys}}`,
      `{"claims":[{${keys}}]}`,
      `{"claims":[${'{},'.repeat(200_000)}{}]}`,
    ];
    for (const bundle of bundles) {
      const { errors } = await post(`{"query":${query},"variables":{"b":${bundle}}}`);
      expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
      expect((errors ?? []).length).toBeLessThan(100);
    }
  });
});

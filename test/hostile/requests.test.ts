import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { type RunningServer, startServer } from '../../src/server.ts';
import { embeddedOnly } from '../engines.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

/** Codes that a client may see; every error has one. */
const CODES = [
  ...['BAD_REQUEST', 'BAD_USER_INPUT', 'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'LIMIT_EXCEEDED'],
  ...['FORBIDDEN', 'NOT_FOUND', 'OPERATION_RESOLUTION_FAILURE', 'PERSISTED_QUERY_NOT_SUPPORTED'],
];

const RAW = /Maximum call stack|Validation aborted|Parsing aborted|error limit reached|undefined|\[object|node_modules/;

const deep = (open: string, close: string, levels: number) => `${open.repeat(levels)}${close.repeat(levels)}`;

/** A question with bytes in a comment. */
const posted = (...bytes: readonly number[]): RequestInit => ({
  method: 'POST',
  headers: JSON_TYPE,
  body: Buffer.concat([Buffer.from('{"query":"{ __typename } #'), Buffer.from(bytes), Buffer.from('"}')]),
});

/** A request that is wrong before GraphQL sees it, with the status and the code of its one error. */
const WRONG: ReadonlyArray<readonly [what: string, path: string, request: RequestInit, status: number, code: string]> =
  [
    ['no body', '/graphql', { method: 'POST', headers: JSON_TYPE }, 400, 'BAD_REQUEST'],
    ['half of a body', '/graphql', { method: 'POST', headers: JSON_TYPE, body: '{"query":' }, 400, 'BAD_REQUEST'],
    [
      'a body that is a text',
      '/graphql',
      { method: 'POST', headers: JSON_TYPE, body: '"{ __typename }"' },
      400,
      'BAD_REQUEST',
    ],
    ['a body that is null', '/graphql', { method: 'POST', headers: JSON_TYPE, body: 'null' }, 400, 'BAD_REQUEST'],
    ['an empty object', '/graphql', { method: 'POST', headers: JSON_TYPE, body: '{}' }, 400, 'BAD_REQUEST'],
    [
      'several operations at once',
      '/graphql',
      { method: 'POST', headers: JSON_TYPE, body: '[{"query":"{ __typename }"}]' },
      400,
      'BAD_REQUEST',
    ],
    ['no operations at once', '/graphql', { method: 'POST', headers: JSON_TYPE, body: '[]' }, 400, 'BAD_REQUEST'],
    [
      '__proto__',
      '/graphql',
      { method: 'POST', headers: JSON_TYPE, body: '{"__proto__":{"query":"{ __typename }"}}' },
      400,
      'BAD_REQUEST',
    ],
    [
      'deep JSON',
      '/graphql',
      { method: 'POST', headers: JSON_TYPE, body: deep('[', ']', 400_000) },
      400,
      'BAD_REQUEST',
    ],
    [
      'a query that is no text',
      '/graphql',
      { method: 'POST', headers: JSON_TYPE, body: '{"query":1}' },
      400,
      'BAD_REQUEST',
    ],
    [
      'a query that is a tree',
      '/graphql',
      { method: 'POST', headers: JSON_TYPE, body: '{"query":{"kind":"Document"}}' },
      400,
      'BAD_REQUEST',
    ],
    [
      'variables that are a text',
      '/graphql',
      { method: 'POST', headers: JSON_TYPE, body: '{"query":"{ __typename }","variables":"{}"}' },
      400,
      'BAD_REQUEST',
    ],
    [
      'variables that are a list',
      '/graphql',
      { method: 'POST', headers: JSON_TYPE, body: '{"query":"{ __typename }","variables":[]}' },
      400,
      'BAD_REQUEST',
    ],
    [
      'an operation name that is a number',
      '/graphql',
      { method: 'POST', headers: JSON_TYPE, body: '{"query":"{ __typename }","operationName":1}' },
      400,
      'BAD_REQUEST',
    ],
    [
      'extensions that are a text',
      '/graphql',
      { method: 'POST', headers: JSON_TYPE, body: '{"query":"{ __typename }","extensions":"x"}' },
      400,
      'BAD_REQUEST',
    ],
    [
      'a body of 2 MB',
      '/graphql',
      { method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ query: 'x'.repeat(2_000_000) }) },
      413,
      'LIMIT_EXCEEDED',
    ],
    [
      'a body of 2 MB for an address that is not there',
      '/x',
      { method: 'POST', headers: JSON_TYPE, body: 'x'.repeat(2_000_000) },
      413,
      'LIMIT_EXCEEDED',
    ],
    [
      'a form',
      '/graphql',
      { method: 'POST', body: new URLSearchParams({ query: '{ __typename }' }) },
      415,
      'BAD_REQUEST',
    ],
    ['a form with files', '/graphql', { method: 'POST', body: new FormData() }, 415, 'BAD_REQUEST'],
    [
      'a text',
      '/graphql',
      { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"query":"{ __typename }"}' },
      415,
      'BAD_REQUEST',
    ],
    [
      'XML',
      '/graphql',
      { method: 'POST', headers: { 'content-type': 'application/xml' }, body: '<query/>' },
      415,
      'BAD_REQUEST',
    ],
    [
      'a content type that is none',
      '/graphql',
      { method: 'POST', headers: { 'content-type': ';;;' }, body: '{}' },
      415,
      'BAD_REQUEST',
    ],
    ['no question', '/graphql', {}, 400, 'BAD_REQUEST'],
    ['an empty question', '/graphql?query=', {}, 400, 'BAD_REQUEST'],
    ['two questions', '/graphql?query={__typename}&query={__typename}', {}, 400, 'BAD_REQUEST'],
    ['variables that are no JSON', '/graphql?query={__typename}&variables={', {}, 400, 'BAD_REQUEST'],
    [
      'a question by GET as XML',
      '/graphql?query={__typename}',
      { headers: { 'content-type': 'application/xml' } },
      415,
      'BAD_REQUEST',
    ],
    ['an answer as an image', '/graphql?query={__typename}', { headers: { accept: 'image/png' } }, 406, 'BAD_REQUEST'],
    [
      'a mutation by GET',
      `/graphql?query=${encodeURIComponent('mutation { retract(id: "a:b", reason: "x") { replayed } }')}`,
      {},
      405,
      'BAD_REQUEST',
    ],
    ['a subscription by GET', '/graphql?query=subscription{recorded{cursor}}', {}, 405, 'BAD_REQUEST'],
    [
      'an operation name that the document does not have',
      '/graphql',
      { method: 'POST', headers: JSON_TYPE, body: '{"query":"query a { __typename }","operationName":"b"}' },
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'an operation name that is empty',
      '/graphql',
      { method: 'POST', headers: JSON_TYPE, body: '{"query":"{ __typename }","operationName":""}' },
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'an operation name of 900,000 letters',
      '/graphql',
      {
        method: 'POST',
        headers: JSON_TYPE,
        body: JSON.stringify({ query: '{ claims { totalCount } }', operationName: 'b'.repeat(900_000) }),
      },
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'an operation name by GET that the document does not have',
      '/graphql?query={__typename}&operationName=x',
      {},
      400,
      'OPERATION_RESOLUTION_FAILURE',
    ],
    ['PUT', '/graphql', { method: 'PUT', headers: JSON_TYPE, body: '{}' }, 405, 'BAD_REQUEST'],
    ['PATCH of a text', '/graphql', { method: 'PATCH', body: 'x' }, 405, 'BAD_REQUEST'],
    ['DELETE', '/graphql?query={__typename}', { method: 'DELETE' }, 405, 'BAD_REQUEST'],
    ['OPTIONS', '/graphql', { method: 'OPTIONS' }, 405, 'BAD_REQUEST'],
    ['PUT of nothing at another address', '/nothing', { method: 'PUT', headers: JSON_TYPE }, 404, 'NOT_FOUND'],
    ['a form at another address', '/nothing', { method: 'POST', body: new URLSearchParams('a=b') }, 404, 'NOT_FOUND'],
    ['PUT of nothing', '/graphql', { method: 'PUT', headers: JSON_TYPE }, 405, 'BAD_REQUEST'],
    ['a file outside of the playground', '/playground/%2e%2e%2fmain.js', {}, 404, 'NOT_FOUND'],
    ['a byte in the body that is no UTF-8', '/graphql', posted(0xff), 400, 'BAD_REQUEST'],
    ['half of a character in the body', '/graphql', posted(0xed, 0xa0, 0xbd), 400, 'BAD_REQUEST'],
    ['a character in the body that is cut off', '/graphql', posted(0xe2, 0x82), 400, 'BAD_REQUEST'],
    ['half of a character in the address', '/graphql?query={__typename}%ED%A0%80', {}, 400, 'BAD_REQUEST'],
    ['a byte in the address that is no UTF-8', '/graphql?query={__typename}%23%ff', {}, 400, 'BAD_REQUEST'],
    ['an escape of no digits', '/graphql?query={__typename}%23%zz', {}, 400, 'BAD_REQUEST'],
    ['another address', '/graphiql', {}, 404, 'NOT_FOUND'],
    ['an address below', '/graphql/schema', {}, 404, 'NOT_FOUND'],
    ['an address that cannot be decoded', '/%ff', {}, 400, 'BAD_REQUEST'],
    ['half of an escape', '/graphql%', {}, 400, 'BAD_REQUEST'],
  ];

describe.each(embeddedOnly)('a bad request', ({ openSeeded }) => {
  let engine: Engine;
  let server: RunningServer;

  beforeAll(async () => {
    engine = await openSeeded();
    server = await startServer({ engine, host: '127.0.0.1', port: 0, questions: [], log: 'silent' });
  });

  afterAll(async () => {
    await server.close();
    await engine.close();
  });

  const post = (body: object) =>
    fetch(`${server.url}/graphql`, { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(body) });

  /** The codes of an answer that is only errors, all of them in the form and the words of this server. */
  const codesOf = (text: string): string[] => {
    const { data = null, errors } = JSON.parse(text) as {
      data?: object | null;
      errors: { message: string; extensions: { code: string } }[];
    };
    expect(data).toBeNull();
    for (const { message, extensions } of errors) {
      expect(message).not.toMatch(RAW);
      expect(message.length).toBeLessThan(1_100);
      expect(CODES).toContain(extensions.code);
      expect(Object.keys(extensions)).not.toContain('stacktrace');
    }
    expect(errors.length).toBeGreaterThan(0);
    return errors.map(({ extensions }) => extensions.code);
  };

  it.each(WRONG)('with %s has one coded error in the form of GraphQL', async (_what, path, request, status, code) => {
    const answer = await fetch(`${server.url}${path}`, request);
    const text = await answer.text();
    expect({ status: answer.status, codes: codesOf(text) }).toEqual({ status, codes: [code] });
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
  });

  /** Writes bytes to the server and reads until it closes the connection. */
  const raw = (bytes: string) =>
    new Promise<string>((resolve, reject) => {
      const { hostname, port } = new URL(server.url);
      let text = '';
      const socket = connect(Number(port), hostname, () => socket.write(bytes));
      socket.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      socket.on('close', () => resolve(text)).on('error', reject);
    });

  it.each([
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['an unknown method', 'SPELL /graphql HTTP/1.1\r\nhost: a\r\n\r\n', 400],
    ['a broken header', 'GET /graphql HTTP/1.1\r\nhost a\r\n\r\n', 400],
    ['two lengths', 'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n', 400],
    ['headers of 20 kB', `GET /graphql HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['an address of 20 kB', `GET /graphql?query=${'x'.repeat(20_000)} HTTP/1.1\r\nhost: a\r\n\r\n`, 431],
    [
      'a chunk of no size',
      'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
      400,
    ],
  ])('of %s is answered in the form of GraphQL too', async (_what, bytes, status) => {
    const [head = '', body = ''] = (await raw(bytes)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(codesOf(body)).toEqual([status === 431 ? 'LIMIT_EXCEEDED' : 'BAD_REQUEST']);
  });

  const UPGRADE = 'host: localhost\r\nconnection: upgrade\r\nupgrade: websocket\r\n';
  const KEY = 'sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n';
  const VERSION = 'sec-websocket-version: 13\r\n';

  it.each([
    ['no host', 'GET /health HTTP/1.1\r\nconnection: close\r\n\r\n', 403, 'FORBIDDEN'],
    ['an expectation', 'GET /health HTTP/1.1\r\nhost: localhost\r\nexpect: 200-ok\r\n\r\n', 417, 'BAD_REQUEST'],
    ['CONNECT', 'CONNECT localhost:80 HTTP/1.1\r\nhost: localhost\r\n\r\n', 405, 'BAD_REQUEST'],
    ['a WebSocket without a key', `GET /graphql HTTP/1.1\r\n${UPGRADE}${VERSION}\r\n`, 400, 'BAD_REQUEST'],
    ['a WebSocket of no version', `GET /graphql HTTP/1.1\r\n${UPGRADE}${KEY}\r\n`, 400, 'BAD_REQUEST'],
    ['a WebSocket by POST', `POST /graphql HTTP/1.1\r\n${UPGRADE}${KEY}${VERSION}\r\n`, 400, 'BAD_REQUEST'],
    [
      'another protocol',
      'GET /graphql HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: h2c\r\n\r\n',
      400,
      'BAD_REQUEST',
    ],
    ['a WebSocket of /health', `GET /health HTTP/1.1\r\n${UPGRADE}${KEY}${VERSION}\r\n`, 404, 'NOT_FOUND'],
    ['a WebSocket of the playground', `GET /playground HTTP/1.1\r\n${UPGRADE}${KEY}${VERSION}\r\n`, 404, 'NOT_FOUND'],
    ['a WebSocket of nothing', `GET /nothing HTTP/1.1\r\n${UPGRADE}${KEY}${VERSION}\r\n`, 404, 'NOT_FOUND'],
  ])('for %s that Node or a library would answer has that form as well', async (_what, bytes, status, code) => {
    const [head = '', body = ''] = (await raw(bytes)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(codesOf(body)).toEqual([code]);
  });

  it('with a key that JSON may have and this server does not take is told so', async () => {
    for (const body of ['{"__proto__":1}', '{"a":{"constructor":{"prototype":1}}}']) {
      const answer = await fetch(`${server.url}/graphql`, { method: 'POST', headers: JSON_TYPE, body });
      expect(await answer.text()).toContain('No key may have these names.');
    }
  });

  /** A document that is wrong or too much, with the codes of its errors. */
  const DOCUMENTS: ReadonlyArray<readonly [what: string, query: string, code: string]> = [
    ['20,000 tokens', `{ ${'__typename '.repeat(20_000)} }`, 'GRAPHQL_PARSE_FAILED'],
    ['a field 9,000 times', `{ ${'__typename '.repeat(9_000)} }`, 'LIMIT_EXCEEDED'],
    ['5,000 comments', `{ __typename ${'#\n'.repeat(5_000)} }`, 'GRAPHQL_PARSE_FAILED'],
    ['lists in lists in an argument', `{ nodes(ids: ${deep('[', ']', 4_900)}) { id } }`, 'LIMIT_EXCEEDED'],
    ['1,000 lists in lists in an argument', `{ nodes(ids: ${deep('[', ']', 1_000)}) { id } }`, 'LIMIT_EXCEEDED'],
    [
      'objects in objects in an argument',
      `{ claims(filter: ${'{ a: '.repeat(1_000)}1${'}'.repeat(1_000)}) { totalCount } }`,
      'LIMIT_EXCEEDED',
    ],
    ['lists in lists in a default', `query ($a: Int = ${deep('[', ']', 900)}) { __typename }`, 'LIMIT_EXCEEDED'],
    [
      'lists in lists in a type',
      `query ($a: ${'['.repeat(900)}Int${']'.repeat(900)}) { __typename }`,
      'LIMIT_EXCEEDED',
    ],
    ['fragments in fragments', `${'{ ... '.repeat(2_400)} { __typename } ${'}'.repeat(2_400)}`, 'LIMIT_EXCEEDED'],
    ['fields in fields', `{ ${'a { '.repeat(2_400)} b ${'}'.repeat(2_400)} }`, 'LIMIT_EXCEEDED'],
    [
      'fields in fields of an interface',
      `{ entity(id: "a:b") { ${'claims { nodes { about { '.repeat(12)} id ${'} } } '.repeat(12)} } }`,
      'LIMIT_EXCEEDED',
    ],
    ['types in types', `{ __schema { types { ${'ofType { '.repeat(40)} name ${'}'.repeat(40)} } } }`, 'LIMIT_EXCEEDED'],
    [
      '1,000 unknown fields',
      `{ ${Array.from({ length: 1_000 }, (_, i) => `x${i}`).join(' ')} }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['a name of 900,000 letters', `{ ${'x'.repeat(900_000)} }`, 'GRAPHQL_VALIDATION_FAILED'],
    ['a fragment in itself', '{ ...A } fragment A on Query { ...A }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'a chain of 900 fragments',
      `{ ...F0 } ${Array.from({ length: 900 }, (_, i) => `fragment F${i} on Query { __typename ...F${i + 1} }`).join(' ')} fragment F900 on Query { __typename }`,
      'LIMIT_EXCEEDED',
    ],
    [
      'fragments that double',
      `{ claims { nodes { ...F0 } } } ${Array.from({ length: 14 }, (_, i) => `fragment F${i} on Claim { a: partOf { ...F${i + 1} } b: partOf { ...F${i + 1} } }`).join(' ')} fragment F14 on Claim { id }`,
      'LIMIT_EXCEEDED',
    ],
    ['a type definition', 'type Query { a: Int }', 'GRAPHQL_VALIDATION_FAILED'],
    ['no operation', 'fragment A on Query { __typename }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a null byte', '{ __typename \u0000 }', 'GRAPHQL_PARSE_FAILED'],
    ['half of a character', '{ node(id: "\ud800") { id } ', 'GRAPHQL_PARSE_FAILED'],
    [
      'an integer of 5,000 digits',
      `{ claims(first: ${'9'.repeat(5_000)}) { totalCount } }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['a number that is too large', '{ claims(first: 2147483648) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a block string that does not end', '{ node(id: """a', 'GRAPHQL_PARSE_FAILED'],
    ['@defer', '{ ... @defer { __typename } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['two operations without a name', 'query a { __typename } query b { __typename }', 'OPERATION_RESOLUTION_FAILURE'],
  ];

  it.each(DOCUMENTS)('for %s is refused in words of ours', async (_what, query, code) => {
    const answer = await post({ query });
    expect([...new Set(codesOf(await answer.text()))]).toEqual([code]);
    expect(answer.status).toBe(400);
  });

  it.each([
    ['of which there are too many that do not fit', `[${'1.5,'.repeat(100_000)}1.5]`],
    ['that are lists in lists', deep('[', ']', 200_000)],
    ['that are objects in objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['that are an object', '{"toString":"x"}'],
    ['that are null', 'null'],
  ])('with variables %s is bad input', async (_what, ids) => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const body = `{"query":${JSON.stringify(query)},"variables":{"ids":${ids}}}`;
    const answer = await fetch(`${server.url}/graphql`, { method: 'POST', headers: JSON_TYPE, body });
    expect([...new Set(codesOf(await answer.text()))]).toEqual(['BAD_USER_INPUT']);
    expect(answer.status).toBe(400);
  });

  it('that no one thought of has a coded error as well, and the server goes on', async () => {
    const piece = fc.constantFrom(
      ...[
        '{',
        '}',
        '(',
        ')',
        '[',
        ']',
        ':',
        '$',
        '@',
        '!',
        '...',
        '"',
        '"""',
        '\\',
        '#',
        '\u0000',
        '\ufeff',
        'é',
        '1e999',
        '-',
      ],
      ...[
        'query',
        'mutation',
        'fragment A on Claim',
        '__schema',
        '__type(name:"Claim")',
        'claims',
        'nodes',
        'id',
        '...A',
      ],
      ...['@include(if:$a)', '($a:Boolean)', 'first:', '2147483648', 'null', 'filter:{', 'entity(id:"x")', '@skip'],
    );
    const query = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' '));
    const value = fc.oneof(fc.jsonValue(), query);
    const body = fc.oneof(
      fc.record({ query, variables: value, operationName: value, extensions: value }, { requiredKeys: ['query'] }),
      fc.jsonValue(),
    );
    await fc.assert(
      fc.asyncProperty(body, fc.boolean(), async (sent, cut) => {
        const whole = JSON.stringify(sent);
        const text = cut ? whole.slice(0, -1) : whole;
        const answer = await fetch(`${server.url}/graphql`, { method: 'POST', headers: JSON_TYPE, body: text });
        const got = await answer.text();
        if (answer.status === 200) expect(JSON.parse(got)).not.toHaveProperty('errors');
        else codesOf(got);
      }),
      { numRuns: 500 },
    );
    expect((await post({ query: '{ __typename }' })).status).toBe(200);
  });
});

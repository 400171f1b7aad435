import { describe, expect, it } from 'vitest';
import { askingSeed } from './ask.ts';
import { engines } from './engines.ts';

/** What is wrong, and what the one error says: its code, and the argument or text in its message. */
const BAD: ReadonlyArray<readonly [string, string, string, string]> = [
  ['a page over 200', '{ claims(first: 201) { totalCount nodes { id } } }', 'BAD_USER_INPUT', 'first: 201'],
  ['a negative page', '{ claims(last: -1) { nodes { id } } }', 'BAD_USER_INPUT', 'last: -1'],
  [
    'first and last together',
    '{ claims(first: 1, last: 1) { nodes { id } } }',
    'BAD_USER_INPUT',
    'last: give first or last',
  ],
  ['a cursor that is none', '{ claims(after: "x") { nodes { id } } }', 'BAD_USER_INPUT', 'after: '],
  [
    'a malformed date deep inside',
    '{ entity(id: "person:donald-trump") { claims { nodes { attributions(filter: { said: { from: "2025-13" } }) { nodes { id } } } } } }',
    'BAD_USER_INPUT',
    'filter.said.from: "2025-13"',
  ],
  [
    'a day that no calendar has',
    '{ claims(asOf: { said: "2025-02-29" }) { nodes { id } } }',
    'BAD_USER_INPUT',
    'asOf.said',
  ],
  [
    'an impossible range',
    '{ documents(filter: { published: { from: "2025-12", until: "2025-11" } }) { nodes { id } } }',
    'BAD_USER_INPUT',
    'filter.published: the range ends (2025-11) before it begins (2025-12)',
  ],
  ['a subscription by POST', 'subscription { recorded { cursor } }', 'BAD_USER_INPUT', 'needs a WebSocket'],
  ['neither id nor identifier', '{ entity { id } }', 'BAD_USER_INPUT', 'id: '],
  [
    'both id and identifier',
    '{ entity(id: "a:b", identifier: { scheme: "a", value: "b" }) { id } }',
    'BAD_USER_INPUT',
    'identifier: ',
  ],
  [
    'too many ids',
    `{ nodes(ids: ${JSON.stringify(Array.from({ length: 201 }, (_, i) => `claim:${i}`))}) { id } }`,
    'BAD_USER_INPUT',
    'ids: 201 ids are more than 200',
  ],
  [
    'pages inside pages inside pages',
    '{ claims(first: 200) { nodes { attributions(first: 200) { nodes { citedBy(first: 200) { nodes { id } } } } } } }',
    'LIMIT_EXCEEDED',
    'could read more than',
  ],
  [
    'endless depth',
    `{ node(id: "claim:deal") { ... on Claim { ${'partOf { '.repeat(40)} id ${'}'.repeat(40)} } } }`,
    'LIMIT_EXCEEDED',
    'levels deep',
  ],
  ['a field that is not there', '{ claims { nodes { truth } } }', 'GRAPHQL_VALIDATION_FAILED', 'truth'],
  ['a text that is no query', '{ claims( }', 'GRAPHQL_PARSE_FAILED', 'Syntax Error'],
];

describe.each(engines)('bad input on $name', (tested) => {
  const ask = askingSeed(tested);

  it.each(BAD)('%s is one coded error, before any database work', async (_what, query, code, excerpt) => {
    const { data, errors, statements } = await ask(query);
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions?.code).toBe(code);
    expect(errors?.[0]?.message).toContain(excerpt);
    expect(errors?.[0]?.extensions).not.toHaveProperty('stacktrace');
    expect(data ?? null).toBeNull();
    expect(statements).toEqual([]);
  });

  it('takes null for a variable with a default as bad input where nothing may be null', async () => {
    const order = 'query ($d: OrderDirection = ASC) { claims(orderBy: { by: WHEN, direction: $d }) { nodes { id } } }';
    const include = 'query ($d: Boolean = true) { claims(first: 1) { nodes { id @include(if: $d) } } }';
    for (const query of [order, include]) {
      const { errors, statements } = await ask(query, { d: null });
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
      expect(statements).toEqual([]);
    }
  });

  it('refuses a date too long to be one, quickly', async () => {
    const said = `[${'2025-01,'.repeat(20_000)}2025]`;
    const { errors } = await ask('query ($said: Edtf) { claims(asOf: { said: $said }) { totalCount } }', { said });
    expect(errors?.[0]?.message).toBe('asOf.said: a date of 160006 characters is too long');
  });

  it('takes an empty id for an unknown one, and an empty date for a malformed one', async () => {
    const { data } = await ask(
      '{ entity(id: "") { id } whoReported(claim: "") { totalCount } claims(filter: { partOf: "" }) { totalCount } }',
    );
    expect(data).toEqual({ entity: null, whoReported: { totalCount: 0 }, claims: { totalCount: 0 } });
    const { errors } = await ask('{ claims(asOf: { said: "" }) { totalCount } }');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'asOf.said' });
  });

  it('counts what aliases add to a row', async () => {
    const aliases = Array.from({ length: 1_500 }, (_, index) => `a${index}: id`).join(' ');
    const { errors } = await ask(
      `{ claims(first: 52) { nodes { attributions(first: 50) { nodes { ${aliases} } } } } }`,
    );
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['LIMIT_EXCEEDED']);
  });

  it('names the argument of a malformed date in a variable', async () => {
    const { errors } = await ask('query ($said: Edtf) { claims(asOf: { said: $said }) { totalCount } }', {
      said: '21.11.2025',
    });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'asOf.said' });
  });

  it('refuses a cursor of another list, and of the same list with other arguments', async () => {
    const { data } = await ask('{ claims(first: 1) { pageInfo { endCursor } } }');
    const after = data.claims.pageInfo.endCursor;
    const elsewhere = await ask('query ($after: String) { documents(after: $after) { nodes { id } } }', { after });
    const otherwise = await ask(
      'query ($after: String) { claims(after: $after, filter: { onRecord: true }) { nodes { id } } }',
      { after },
    );
    for (const { errors } of [elsewhere, otherwise]) {
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
    }
  });

  it('refuses a cursor of the same list of another node', async () => {
    const query =
      'query ($id: ID!, $after: String) { entity(id: $id) { claims(first: 1, after: $after) { pageInfo { endCursor } } } }';
    const { data } = await ask(query, { id: 'person:nicolas-maduro' });
    const after = data.entity.claims.pageInfo.endCursor;
    const same = await ask(query, { id: 'person:nicolas-maduro', after });
    const other = await ask(query, { id: 'person:donald-trump', after });
    expect(same.errors).toBeUndefined();
    expect(other.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
  });

  it('takes any text without harm', async () => {
    const texts = ["'; MATCH (n) DETACH DELETE n //", '`', '\\', '$p0', '*:*', '"', '\u0000', 'a'.repeat(5_000)];
    for (const text of texts) {
      const { errors, data } = await ask('query ($text: String) { claims(filter: { text: $text }) { totalCount } }', {
        text,
      });
      expect(errors).toBeUndefined();
      expect(data.claims.totalCount).toBe(0);
    }
    const { data } = await ask('{ claims { totalCount } }');
    expect(data.claims.totalCount).toBe(52);
  });

  it('finds nothing by blank text, an empty list or an unknown id, and says nothing is wrong', async () => {
    const { data, errors } = await ask(`{
      blank: claims(filter: { text: "  " }) { totalCount }
      empty: claims(filter: { ids: [] }) { totalCount }
      nobody: claims(filter: { about: ["person:nobody"] }) { totalCount nodes { id } pageInfo { hasNextPage startCursor } }
      node(id: "person:nobody") { id }
      entity(id: "claim:deal") { id }
      absent: claims(filter: { about: null, text: null }) { totalCount }
    }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      blank: { totalCount: 0 },
      empty: { totalCount: 0 },
      nobody: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, startCursor: null } },
      node: null,
      entity: null,
      absent: { totalCount: 52 },
    });
  });
});

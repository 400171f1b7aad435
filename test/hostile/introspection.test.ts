import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  buildClientSchema,
  executeSync,
  getIntrospectionQuery,
  type IntrospectionQuery,
  lexicographicSortSchema,
  parse,
  printSchema,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractSchema } from '../../src/graphql/apollo.ts';
import { measuredAnswer } from './measured-answer.ts';
import { CANNOT_MEASURE, type MeasuredServer, measuredServer } from './measured-server.ts';

const ALL = {
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
};

/** The standard question with its types unwrapped so many times: tools differ in that. */
const unwrapping = (levels: number) => {
  const ofType = (left: number): string => (left === 0 ? 'kind name' : `kind name ofType { ${ofType(left - 1)} }`);
  const text = getIntrospectionQuery(ALL);
  return `${text.slice(0, text.indexOf('fragment TypeRef'))} fragment TypeRef on __Type { ${ofType(levels)} }`;
};

/** What tools send to learn the schema. */
const STANDARD: ReadonlyArray<readonly [tool: string, query: string]> = [
  ['graphql-js, with everything', getIntrospectionQuery(ALL)],
  ['graphql-js, as it is', getIntrospectionQuery()],
  ['graphql-js, without descriptions', getIntrospectionQuery({ descriptions: false })],
  ['GraphiQL', getIntrospectionQuery({ schemaDescription: true, inputValueDeprecation: true })],
  ['graphql-codegen', getIntrospectionQuery({ descriptions: true, schemaDescription: true, specifiedByUrl: true })],
  ['graphql-inspector', getIntrospectionQuery({ directiveIsRepeatable: true, inputValueDeprecation: true })],
  ['Python gql and ariadne-codegen', unwrapping(9)],
  ['older tools', unwrapping(7)],
  ['the most careful', unwrapping(15)],
  [
    'Apollo Client, with every typename',
    getIntrospectionQuery(ALL).replaceAll('{', '{ __typename ').replace('{ __typename', '{'),
  ],
  ['one line', getIntrospectionQuery(ALL).replaceAll(/\s+/g, ' ')],
];

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');

/** Types by way of their fields, again and again. */
const cycle = (levels: number): string => (levels === 0 ? 'name' : `fields { type { ${cycle(levels - 1)} } }`);

/** What asks for too much of the schema. */
const GREEDY: ReadonlyArray<readonly [what: string, query: string]> = [
  [
    '20 × 20 × 20 aliases of nested fragments',
    `{ __schema { ${times(20, (i) => `a${i}: types { ...A }`)} } }
     fragment A on __Type { ${times(20, (i) => `b${i}: fields { ...B }`)} }
     fragment B on __Field { ${times(20, (i) => `c${i}: type { name kind description }`)} }`,
  ],
  [
    'the same without fragments',
    `{ __schema { types { ${times(40, (i) => `a${i}: fields { ${times(20, (j) => `b${j}: type { name }`)} }`)} } } }`,
  ],
  [
    'a hundred schemas',
    `{ ${times(100, (i) => `a${i}: __schema { types { ...T } }`)} } fragment T on __Type { name fields { name args { name } type { name } } }`,
  ],
  [
    '800 types',
    `{ ${times(800, (i) => `a${i}: __type(name: "Claim") { ...T }`)} } fragment T on __Type { name kind fields { name description type { name kind } args { name description type { name kind } } } }`,
  ],
  [
    'possible types of possible types',
    `{ __schema { types { possibleTypes { interfaces { possibleTypes { interfaces { possibleTypes { fields { name type { name } } } } } } } } } }`,
  ],
  [
    'arguments by their types',
    `{ __schema { ${times(60, (i) => `a${i}: types { fields { args { type { inputFields { name } } } } }`)} } }`,
  ],
  [
    'values of enums',
    `{ __schema { ${times(30, (i) => `a${i}: types { ${times(30, (j) => `b${j}: enumValues { name description }`)} }`)} } }`,
  ],
  [
    'fields of input types',
    `{ __schema { types { ${times(25, (i) => `a${i}: inputFields { ${times(25, (j) => `b${j}: type { name }`)} }`)} } } }`,
  ],
  ['types by their fields, 13 times', `{ __schema { types { ${cycle(13)} } } }`],
  [
    'types by their fields under two names',
    `{ __schema { types { ...F0 } } } ${times(8, (i) => `fragment F${i} on __Type { a: fields { type { ...F${i + 1} } } b: fields { type { ...F${i + 1} } } }`)} fragment F8 on __Type { name }`,
  ],
  [
    'types of types that double',
    `{ __schema { types { ...F0 } } } ${times(25, (i) => `fragment F${i} on __Type { a: ofType { ...F${i + 1} } b: ofType { ...F${i + 1} } }`)} fragment F25 on __Type { name }`,
  ],
  ['every text 3,000 times', `{ __schema { types { fields { ${times(1_500, (i) => `a${i}: description`)} } } } }`],
  [
    'a long text 2,900 times, of many types',
    `{ __schema { types { ${times(2_900, (i) => `${'long'.repeat(30)}${i}: description`)} } } }`,
  ],
  [
    'as much of the data as of the schema',
    `{ claims(first: 200) { nodes { attributions(first: 200) { nodes { id } } } } __schema { ${times(45, (i) => `a${i}: types { fields { name args { name type { name } } type { name } } }`)} } }`,
  ],
  [
    'by a variable',
    `query ($no: Boolean = false) { __schema { ${times(150, (i) => `a${i}: types { fields(includeDeprecated: $no) { name args(includeDeprecated: $no) { name type { name } } } }`)} } }`,
  ],
];

const skipped = CANNOT_MEASURE !== null;

describe.skipIf(skipped)('introspection', () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-introspection-'));
  const schema = contractSchema();
  let server: MeasuredServer;

  beforeAll(async () => {
    server = await measuredServer({ CLAIMGRAPH_DATA: folder });
  });

  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const byPost = async (query: string, variables?: object) =>
    (
      await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      })
    ).json();

  const byGet = async (query: string) =>
    (await fetch(`${server.url}/graphql?${new URLSearchParams({ query })}`)).json();

  it.each(STANDARD)('as %s asks is answered by POST and GET, the first time and later', async (_tool, query) => {
    const expected = JSON.parse(JSON.stringify(executeSync({ schema, document: parse(query) })));
    expect(expected.errors).toBeUndefined();
    expect(await byPost(query)).toEqual(expected);
    expect(await byPost(query)).toEqual(expected);
    expect(await byGet(query)).toEqual(expected);
  });

  it('gives the schema', async () => {
    const { data } = (await byPost(getIntrospectionQuery(ALL))) as { data: IntrospectionQuery };
    const printed = (one: typeof schema) => printSchema(lexicographicSortSchema(one));
    expect(printed(buildClientSchema(data))).toBe(printed(schema));
  });

  it('is told apart by operation and variables', async () => {
    const query = 'query A { __type(name: "Claim") { name } } query B { __type(name: "Actor") { name } }';
    const named = async (operationName: string) => {
      const body = JSON.stringify({ query, operationName });
      const headers = { 'content-type': 'application/json' };
      return (await fetch(`${server.url}/graphql`, { method: 'POST', headers, body })).json();
    };
    for (const name of ['A', 'B', 'A'])
      expect(await named(name)).toEqual({ data: { __type: { name: name === 'A' ? 'Claim' : 'Actor' } } });
    const type = 'query ($name: String!) { __type(name: $name) { name } }';
    for (const name of ['Claim', 'Actor']) expect(await byPost(type, { name })).toEqual({ data: { __type: { name } } });
    expect(await byPost(type, { name: 1 })).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it('costs nothing where it is left out', async () => {
    const answer = await byPost(
      `{ __schema { ${times(500, (i) => `a${i}: types @include(if: false) { ...T }`)} } } fragment T on __Type { fields { name } }`,
    );
    expect(answer).toEqual({ data: { __schema: {} } });
  });

  it.each(GREEDY)('of %s is refused before it is answered', async (_what, query) => {
    const answer = await measuredAnswer(server, { query, variables: {} }, { besides: false });
    expect({ status: answer.status, codes: answer.codes }).toEqual({ status: 400, codes: ['LIMIT_EXCEEDED'] });
    expect(answer.bytes).toBeLessThan(2_000);
    expect(answer.milliseconds).toBeLessThan(3_000);
    expect(answer.peak).toBeLessThan(400);
    if (query.length < 8_000)
      expect(await byGet(query)).toMatchObject({ errors: [{ extensions: { code: 'LIMIT_EXCEEDED' } }] });
  });

  it.each([
    ['distinct by a comment', 100, (index: number) => `${getIntrospectionQuery(ALL)} # ${index}`],
    [
      'of a megabyte of blanks',
      400,
      (index: number) => `{ __schema { queryType { name } } } ${' '.repeat(900_000)} # ${index}`,
    ],
  ])('in texts %s does not fill memory', async (_what, count, text) => {
    const before = server.memory();
    for (let index = 0; index < count; index += 1) expect(await byPost(text(index))).not.toHaveProperty('errors');
    expect(server.memory() - before).toBeLessThan(250);
  });
});

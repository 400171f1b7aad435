import { describe, expect, it } from 'vitest';
import { askingSeed } from './ask.ts';
import { engines } from './engines.ts';

describe.each(engines)('the compiler on $name', (tested) => {
  const ask = askingSeed(tested);

  it('answers one root field of any depth with one statement', async () => {
    const { data, errors, statements } = await ask(`{
      claims(first: 2, filter: { aboutAll: ["person:nicolas-maduro", "person:delcy-rodriguez"] }) {
        totalCount
        pageInfo { hasNextPage endCursor }
        edges {
          cursor
          node {
            attributions(first: 5) { nodes { cites { citedBy(first: 2) { nodes {
              actor { ... on Organization { documents(first: 1) { nodes { mentions(first: 1) { nodes { text } } } } } }
            } } } } }
            parts { subject { relationships(first: 5) { nodes { other { claims(first: 1) { nodes { id } } } } } } }
          }
        }
      }
    }`);
    expect(errors).toBeUndefined();
    expect(statements).toHaveLength(1);
    expect(data.claims.totalCount).toBe(4);
  });

  it('sends as many statements as there are root fields', async () => {
    const { statements } = await ask(
      '{ __typename a: node(id: "claim:deal") { id } b: node(id: "claim:amnesty") { id } actors { totalCount } }',
    );
    expect(statements).toHaveLength(3);
  });

  it('writes the same text for the same shape under other aliases and values', async () => {
    const shape = (alias: string, id: string, first: number) => `{
      ${alias}: claims(filter: { about: ["${id}"] }, first: ${first}) {
        nodes { ${alias}1: id ${alias}2: attributions(first: ${first}) { nodes { stance } } }
      }
    }`;
    const left = await ask(shape('left', 'person:donald-trump', 3));
    const right = await ask(shape('right', 'person:cilia-flores', 7));
    expect(right.statements[0]?.text).toBe(left.statements[0]?.text);
    expect(right.statements[0]?.parameters).not.toEqual(left.statements[0]?.parameters);
    expect(left.statements[0]?.text).not.toMatch(/left|donald/);
  });

  it('gives the same field under two aliases with other arguments', async () => {
    const { data, statements } = await ask(`{
      node(id: "claim:interim-government") { ... on Claim {
        en: text(language: "en") es: text(language: "es") other: text(language: "fr")
        affirmed: attributions(filter: { stance: [ASSERTS] }) { totalCount }
        relayed: attributions(filter: { stance: [REPORTS] }) { totalCount }
      } }
    }`);
    expect(statements).toHaveLength(1);
    expect(data.node.en).toMatch(/^Maduro/);
    expect(data.node.es).not.toBe(data.node.en);
    expect(data.node.other).toBe(data.node.en);
    expect(data.node.affirmed.totalCount).toBe(2);
    expect(data.node.relayed.totalCount).toBeGreaterThan(2);
  });

  it('applies @include and @skip before anything is read', async () => {
    const text = `query ($with: Boolean!) {
      node(id: "claim:amnesty") { id ... on Claim @include(if: $with) { attributions { totalCount } } ...More @skip(if: $with) }
    }
    fragment More on Claim { predicate }`;
    const withThem = await ask(text, { with: true });
    const without = await ask(text, { with: false });
    expect(withThem.data.node).toEqual({ id: 'claim:amnesty', attributions: { totalCount: 8 } });
    expect(without.data.node).toEqual({ id: 'claim:amnesty', predicate: 'requested' });
    expect(without.statements[0]?.text).not.toContain('OF');
  });

  it('reads each type of an interface by its own fragment', async () => {
    const { data } = await ask(`{
      nodes(ids: ["person:donald-trump", "nobody", "organization:reuters", "source:us-official", "claim:wife", "event:call"]) {
        __typename id
        ... on Entity { name }
        ... on Organization { kind publisherFamily { id } }
        ... on UnnamedSource { count { min max } shieldedBy { name } }
        ... on Claim { value: subject { name } }
        ... on Event { sort: kind }
      }
    }`);
    expect(data.nodes).toEqual([
      { __typename: 'Person', id: 'person:donald-trump', name: 'Donald Trump' },
      null,
      {
        __typename: 'Organization',
        id: 'organization:reuters',
        name: 'Reuters',
        kind: 'OUTLET',
        publisherFamily: { id: 'organization:reuters' },
      },
      {
        __typename: 'UnnamedSource',
        id: 'source:us-official',
        name: 'A U.S. official who spoke to Reuters',
        count: { min: 1, max: 1 },
        shieldedBy: { name: 'Reuters' },
      },
      { __typename: 'Claim', id: 'claim:wife', value: { name: 'Cilia Flores' } },
      { __typename: 'Event', id: 'event:call', name: 'Call between Maduro and Trump', sort: 'telephone call' },
    ]);
  });

  it('finds an entity by an identifier of another catalogue', async () => {
    const { data } = await ask(`{
      known: entity(identifier: { scheme: "wikidata", value: "Q22686" }) { id identifiers { scheme value url } }
      unknown: entity(identifier: { scheme: "wikidata", value: "Q0" }) { id }
    }`);
    expect(data).toEqual({
      known: {
        id: 'person:donald-trump',
        identifiers: [{ scheme: 'wikidata', value: 'Q22686', url: 'https://www.wikidata.org/wiki/Q22686' }],
      },
      unknown: null,
    });
  });
});

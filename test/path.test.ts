import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { load } from '../src/change/load.ts';
import type { Engine } from '../src/engine/engine.ts';
import { type Ask, asking } from './ask.ts';
import { bundle } from './bundles.ts';
import { engines } from './engines.ts';

const NOW = Date.parse('2026-01-01T00:00:00Z');

const people = ['ana', 'ben', 'cid', 'dee', 'eve', 'zed'];

interface Part {
  readonly subject?: string;
  readonly object?: string;
  readonly participants?: readonly { readonly entity: string; readonly role: string }[];
  readonly about?: readonly string[];
}

/** A claim that the paper made on a day. */
function said(name: string, day: string, { subject, object, participants = [], about = [] }: Part) {
  const claim = {
    id: `claim:${name}`,
    texts: [{ text: name, language: 'en' }],
    predicate: name,
    subject,
    object,
    participants,
    about,
  };
  const attribution = {
    id: `attribution:${name}`,
    claim: claim.id,
    actor: 'organization:post',
    stance: 'ASSERTS',
    certainty: 'CERTAIN',
    mode: 'PARAPHRASE',
    onRecord: false,
    saidAt: day,
  };
  return { claim, attribution };
}

const [ana, ben, cid, dee, eve, zed] = people.map((name) => `person:${name}`) as [
  string,
  string,
  string,
  string,
  string,
  string,
];

const SAID = [
  said('met', '2025-05-01', { subject: ana, object: ben }),
  said('phoned', '2025-05-02', { subject: ben, participants: [{ entity: ana, role: 'called' }] }),
  said('paid', '2025-05-03', { subject: ben, object: cid }),
  said('hired', '2025-05-04', { subject: dee, object: ana, participants: [{ entity: cid, role: 'broker' }] }),
  said('married', '2025-05-05', { subject: cid, object: eve }),
  said('mentioned', '2025-05-06', { subject: eve, about: [zed] }),
];

const GRAPH = {
  actors: [
    { id: 'organization:post', type: 'ORGANIZATION', kind: 'OUTLET', names: [{ text: 'The Post' }] },
    ...people.map((name) => ({ id: `person:${name}`, type: 'PERSON', names: [{ text: name }] })),
  ],
  claims: SAID.map(({ claim }) => claim),
  attributions: SAID.map(({ attribution }) => attribution),
};

describe.each(engines)('paths on $name', ({ open }) => {
  let engine: Engine;
  let ask: Ask;

  beforeAll(async () => {
    engine = await open();
    await load(engine, bundle(GRAPH), { by: 'test', now: NOW });
    ask = await asking(engine);
  });

  afterAll(() => engine.close());

  /** Paths as lines: "person:ana -met- person:ben". */
  const paths = async (args: string) => {
    const { data, errors, statements } = await ask(
      `{ paths(${args}) { length hops { from { id } to { id } predicate claim { id } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(statements.length).toBeLessThanOrEqual(2);
    return data.paths.map(({ length, hops }: { length: number; hops: never[] }) => {
      expect(hops).toHaveLength(length);
      return hops.map(
        ({ from, predicate, to }: Record<string, { id: string }>) => `${from?.id} ${predicate} ${to?.id}`,
      );
    });
  };

  it('gives each hop with its claim, the parts that both have in it, and who said so', async () => {
    const { data } = await ask(`{ paths(from: "${ana}", to: "${eve}", first: 1) { length hops {
      from { __typename id name } to { id } predicate claim { id } fromRole toRole
      attributions { totalCount nodes { actor { id } saidAt } }
    } } }`);
    const post = (saidAt: string) => ({ totalCount: 1, nodes: [{ actor: { id: 'organization:post' }, saidAt }] });
    expect(data.paths).toEqual([
      {
        length: 2,
        hops: [
          {
            from: { __typename: 'Person', id: ana, name: 'ana' },
            to: { id: cid },
            predicate: 'hired',
            claim: { id: 'claim:hired' },
            fromRole: 'object',
            toRole: 'broker',
            attributions: post('2025-05-04'),
          },
          {
            from: { __typename: 'Person', id: cid, name: 'cid' },
            to: { id: eve },
            predicate: 'married',
            claim: { id: 'claim:married' },
            fromRole: 'subject',
            toRole: 'object',
            attributions: post('2025-05-05'),
          },
        ],
      },
    ]);
  });

  it('puts the shortest first, then goes by ids; two claims between the same two make two paths', async () => {
    const through = (...hops: string[]) => hops.map((hop) => hop.replace(/\b(ana|ben|cid|dee|eve)\b/g, 'person:$1'));
    expect(await paths(`from: "${ana}", to: "${cid}", first: 10`)).toEqual([
      through('ana hired cid'),
      through('ana met ben', 'ben paid cid'),
      through('ana phoned ben', 'ben paid cid'),
    ]);
    expect(await paths(`from: "${ana}", to: "${cid}", first: 2`)).toHaveLength(2);
    expect(await paths(`from: "${ana}", to: "${cid}", first: 10, maxHops: 1`)).toHaveLength(1);
  });

  it('finds nothing over what a claim is merely about, from somebody to himself, or where nothing leads', async () => {
    expect(await paths(`from: "${eve}", to: "${zed}", maxHops: 6`)).toEqual([]);
    expect(await paths(`from: "${ana}", to: "${ana}"`)).toEqual([]);
    expect(await paths(`from: "${ana}", to: "organization:post"`)).toEqual([]);
    expect(await paths(`from: "${ana}", to: "${ben}", first: 0`)).toEqual([]);
  });

  it('answers as of an earlier time', async () => {
    const asOf = 'asOf: { said: "2025-05-03" }';
    expect(await paths(`from: "${ana}", to: "${cid}", ${asOf}`)).toHaveLength(2);
    expect(await paths(`from: "${ana}", to: "${eve}", ${asOf}`)).toEqual([]);
  });

  it('answers null for an id without a record, and what else is asked', async () => {
    const { data, errors } = await ask(`{
      from: paths(from: "person:nobody", to: "person:ben") { length }
      to: paths(from: "person:ana", to: "person:nobody") { length }
      both: paths(from: "person:nobody", to: "person:nobody") { length }
      early: paths(from: "person:ana", to: "person:ben", asOf: { recorded: "2025-01-01T00:00:00Z" }) { length }
      found: paths(from: "person:ana", to: "person:ben", first: 1) { length }
    }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({ from: null, to: null, both: null, early: null, found: [{ length: 1 }] });
  });

  it('refuses a claim as an end, beside what else is asked', async () => {
    const { data, errors } = await ask(`{
      paths(from: "person:ana", to: "claim:met") { length }
      node(id: "person:ana") { id }
    }`);
    expect(data).toEqual({ paths: null, node: { id: 'person:ana' } });
    expect(errors).toEqual([
      {
        message: 'to: claim:met is no person, organization, group, source, place, thing or event',
        locations: [{ line: 2, column: 7 }],
        path: ['paths'],
        extensions: { code: 'BAD_USER_INPUT', argument: 'to' },
      },
    ]);
  });

  it.each([
    ['to', 'from: "person:ana", to: "claim:met"'],
    ['maxHops', 'from: "person:ana", to: "person:ben", maxHops: 7'],
    ['maxHops', 'from: "person:ana", to: "person:ben", maxHops: 0'],
    ['first', 'from: "person:ana", to: "person:ben", first: 51'],
  ])('refuses %s where it cannot be', async (argument, args) => {
    const { errors } = await ask(`{ paths(${args}) { length } }`);
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
    expect(errors?.[0]?.extensions?.argument).toBe(argument);
  });
});

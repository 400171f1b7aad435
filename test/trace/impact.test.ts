import { describe, expect, it } from 'vitest';
import { answer } from '../answer.ts';
import { deskWith } from '../desk.ts';
import { engines } from '../engines.ts';
import { cites, own, papers, relay, small } from '../small-bundle.ts';

const says = (actor: string, claim: string, more: object = {}) => ({ claim, actor: `person:${actor}`, ...more });

/** An owner with two papers, another paper, and a source of theirs. */
const FIRST = small({
  people: ['ana', 'ben'],
  ...papers('house', 'north', 'south', 'post', 'wire'),
  documents: [
    ...papers('north', 'south', 'post', 'wire').documents,
    { id: 'letter', authors: ['person:ana'] },
    { id: 'reprint', publisher: 'organization:post' },
  ],
  families: { north: 'house', south: 'house' },
  sources: { aide: { shieldedBy: 'organization:north' }, guard: {} },
  claims: { spoken: {}, quoted: {}, whispered: {}, passed: {}, shared: {}, copied: {}, denied: {}, written: {} },
  attributions: {
    ana: says('ana', 'spoken', { saidAt: '2025-01-01' }),
    'north-ana': { ...relay('north', 'spoken', 'ana'), saidAt: '2025-01-02' },
    quote: says('ana', 'quoted', { document: 'document:post' }),
    ben: says('ben', 'quoted'),
    aide: { claim: 'whispered', actor: 'source:aide', onRecord: false },
    guard: { claim: 'passed', actor: 'source:guard', onRecord: false },
    'post-guard': relay('post', 'passed', 'guard'),
    'wire-guard': relay('wire', 'passed', 'post-guard'),
    'north-shared': own('north', 'shared', { saidAt: '2025-01-01' }),
    'post-shared': own('post', 'shared', { saidAt: '2025-02-01' }),
    wire: own('wire', 'copied'),
    'post-copied': own('post', 'copied', { document: 'document:reprint' }),
    denial: says('ben', 'denied', { stance: 'DENIES' }),
    'post-denial': relay('post', 'denied', 'denial'),
    letter: says('ana', 'written', { document: 'document:letter' }),
    'south-letter': relay('south', 'written', 'letter'),
  },
  derivations: [
    { document: 'document:reprint', from: 'document:wire', kind: 'REWRITE', credited: false, basis: 'ANALYST' },
  ],
});

/** The post has a source of its own for what the aide said. */
const LATER = small({
  attributions: {
    'post-whispered': own('post', 'whispered', { stance: 'REPORTS', cites: cites('ben-whispered') }),
    'ben-whispered': says('ben', 'whispered'),
  },
});

const NOTHING = { losesEveryRoot: [], losesOnRecord: [], fallsToOneNewsroom: [], truncated: false };

describe.each(engines)('claims that fall with a withdrawal on $name', (tested) => {
  const desk = deskWith(tested, FIRST, LATER);

  const impact = (source: string, asOf?: object) => {
    const query = `query ($source: ID!, $asOf: AsOf) { impactOfWithdrawing(source: $source, asOf: $asOf) {
      source { id } losesEveryRoot { id } losesOnRecord { id } fallsToOneNewsroom { id } truncated
    } }`;
    return answer(desk.ask, query, { source, asOf });
  };

  it.each([
    [
      'a person',
      'person:ana',
      { losesEveryRoot: ['claim:spoken', 'claim:written'], losesOnRecord: ['claim:spoken', 'claim:written'] },
    ],
    ['the only one by name, and what denies', 'person:ben', { losesOnRecord: ['claim:whispered'] }],
    ['an unnamed source', 'source:guard', { losesEveryRoot: ['claim:passed'] }],
    [
      'an outlet, with what only it had from a source',
      'organization:post',
      { losesEveryRoot: ['claim:passed'], fallsToOneNewsroom: ['claim:shared'] },
    ],
    ['an outlet with its house', 'organization:north', { fallsToOneNewsroom: ['claim:shared'] }],
    ['the house', 'organization:house', { fallsToOneNewsroom: ['claim:shared'] }],
    ['an agency with the copies of its report', 'organization:wire', { losesEveryRoot: ['claim:copied'] }],
    ['a document', 'document:letter', { losesEveryRoot: ['claim:written'], losesOnRecord: ['claim:written'] }],
    ['the page that was copied', 'document:wire', { losesEveryRoot: ['claim:copied'] }],
    ['the copy', 'document:reprint', {}],
  ])('of %s', async (_name, source, losses) => {
    expect(await impact(source)).toEqual({ source, ...NOTHING, ...losses });
  });

  it('agrees with dependsOn of every claim', async () => {
    const { nodes } = await answer(desk.ask, '{ claims { nodes { id independence { dependsOn { id } } } } }');
    const { nodes: actors } = await answer(desk.ask, '{ actors(first: 100) { nodes { id } } }');
    for (const actor of actors) {
      const dependent = nodes
        .filter(({ independence }: { independence: { dependsOn: string[] } }) => independence.dependsOn.includes(actor))
        .map(({ id }: { id: string }) => id);
      expect((await impact(actor)).losesEveryRoot).toEqual(dependent.sort());
    }
  });

  it('as of an earlier record and an earlier said date', async () => {
    const before = { recorded: '2026-01-01T12:00:00Z' };
    const shared = { fallsToOneNewsroom: ['claim:shared'] };
    const north = { source: 'organization:north', ...NOTHING };
    expect(await impact('organization:north', before)).toEqual({
      ...north,
      ...shared,
      losesEveryRoot: ['claim:whispered'],
    });
    expect(await impact('organization:house', before)).toEqual({ ...north, ...shared, source: 'organization:house' });
    expect(await impact('organization:north', { said: '2025-01-31' })).toEqual({
      ...north,
      losesEveryRoot: ['claim:shared'],
    });
    expect(await impact('organization:north', { said: '2025-01-31', undated: 'INCLUDE' })).toEqual({
      ...north,
      losesEveryRoot: ['claim:shared'],
    });
  });

  it('is null for an id without a record, beside what else is asked', async () => {
    const { data, errors } = await desk.ask(`{
      impactOfWithdrawing(source: "person:nobody") { truncated }
      node(id: "claim:spoken") { id }
    }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({ impactOfWithdrawing: null, node: { id: 'claim:spoken' } });
  });

  it('is refused for what cannot withdraw anything, beside what else is asked', async () => {
    const { data, errors } = await desk.ask(`{
      impactOfWithdrawing(source: "claim:spoken") { truncated }
      node(id: "claim:spoken") { id }
    }`);
    expect(data).toEqual({ impactOfWithdrawing: null, node: { id: 'claim:spoken' } });
    expect(errors).toEqual([
      {
        message: 'source: claim:spoken is neither an actor nor a document: it cannot withdraw anything',
        locations: [{ line: 2, column: 7 }],
        path: ['impactOfWithdrawing'],
        extensions: { code: 'BAD_USER_INPUT', argument: 'source' },
      },
    ]);
  });
});

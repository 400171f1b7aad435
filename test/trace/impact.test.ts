import { describe, expect, it } from 'vitest';
import { answer } from '../answer.ts';
import { deskWith, openDesk } from '../desk.ts';
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

/**
 * The page of the Post shares its text with the Echo's, which was rewritten from the letter. Ana says in the letter what
 * the Echo's source told, and the source has it from what Ana says in the Post: a circle, on a claim of which the Echo
 * itself says nothing.
 */
const CIRCLE = small({
  people: ['ana'],
  outlets: ['echo'],
  sources: { aide: { shieldedBy: 'organization:echo' } },
  documents: [{ id: 'post' }, { id: 'echo' }, { id: 'letter' }],
  claims: { told: {}, written: {}, finer: {} },
  attributions: {
    post: says('ana', 'written', { document: 'document:post' }),
    letter: says('ana', 'written', { document: 'document:letter', cites: cites('aide') }),
    aide: { claim: 'told', actor: 'source:aide', document: 'document:echo', cites: cites('post') },
    finer: { ...says('ana', 'finer', { stance: 'DENIES' }) },
  },
  derivations: [
    { document: 'document:post', from: 'document:echo', kind: 'SAME_TEXT', credited: false, basis: 'ANALYST' },
    { document: 'document:echo', from: 'document:letter', kind: 'REWRITE', credited: false, basis: 'ANALYST' },
  ],
  relations: [{ from: 'claim:written', to: 'claim:finer', kind: 'REFINES', basis: 'STATED' }],
});

/** Only the relay of the Wire, which relays what the Post says, shows that the guard said it, whom it contradicts. */
const REBUTTED = small({
  ...papers('post', 'wire'),
  sources: { guard: {} },
  claims: { fire: {}, smoke: {} },
  attributions: {
    post: own('post', 'smoke'),
    guard: { claim: 'fire', actor: 'source:guard', onRecord: false },
    wire: own('wire', 'fire', { stance: 'DENIES', cites: cites('post', 'guard') }),
  },
});

describe.each(engines)('claims that fall although nobody who withdraws speaks of them, on $name', (tested) => {
  it.each([
    ['a circle that goes by texts and by citations', CIRCLE, 'echo', ['claim:finer', 'claim:told', 'claim:written']],
    ['words that only a rebuttal shows', REBUTTED, 'post', ['claim:fire', 'claim:smoke']],
  ])('%s', async (_name, bundle, source, falling) => {
    const desk = await openDesk(tested.open);
    await desk.record(bundle);
    const query = `query ($source: ID!) {
      impactOfWithdrawing(source: $source) { losesEveryRoot { id independence { dependsOn { id } } } truncated }
    }`;
    const { losesEveryRoot, truncated } = await answer(desk.ask, query, { source: `organization:${source}` });
    expect(losesEveryRoot.map(({ id }: { id: string }) => id)).toEqual(falling);
    for (const { independence } of losesEveryRoot) {
      expect(independence.dependsOn).toContain(`organization:${source}`);
    }
    expect(truncated).toBe(false);
    await desk.close();
  });
});

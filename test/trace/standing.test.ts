import { describe, expect, it } from 'vitest';
import { answer } from '../answer.ts';
import { deskWith } from '../desk.ts';
import { engines } from '../engines.ts';
import { cites, own, papers, relay, small } from '../small-bundle.ts';

const says = (actor: string, claim: string, more: object = {}) => ({
  claim,
  actor: `person:${actor}`,
  saidAt: '2025-01-10',
  ...more,
});

const source = (name: string, claim: string) => ({
  claim,
  actor: `source:${name}`,
  onRecord: false,
  saidAt: '2025-01-10',
});

/** A claim for each way to a standing, said on one day; what came against it later. */
const FIRST = small({
  people: ['ana', 'ben', 'cleo'],
  ...papers('post', 'herald'),
  documents: [
    ...papers('post', 'herald').documents.map((page) => ({ ...page, publishedAt: '2025-01-10' })),
    { id: 'unread', publisher: 'organization:post', read: false, publishedAt: '2025-01-10' },
  ],
  sources: {
    aide: { shieldedBy: 'organization:post', count: { min: 1, max: 1 } },
    guard: { shieldedBy: 'organization:herald', count: { min: 1, max: 1 } },
    aides: { shieldedBy: 'organization:post', count: { min: 2 } },
  },
  claims: {
    'in-own-voice': {},
    'in-own-voice-unread': {},
    'by-one': {},
    'by-one-in-two-papers': {},
    'by-two': {},
    'by-one-and-a-paper': {},
    'by-sources-who-may-be-one': {},
    'by-several-of-one-paper': {},
    'by-nobody': {},
    rumoured: {},
    'denied-later': {},
    'denied-in-a-part': {},
    'the-part': { partOf: 'claim:denied-in-a-part' },
    'beside-another': {},
    'the-other': {},
    'against-a-guess': {},
    'the-guess': {},
    'only-denied': {},
    'taken-back': {},
    'taken-back-by-one': {},
    'denied-and-taken-back': {},
  },
  relations: [
    { from: 'claim:beside-another', to: 'claim:the-other', kind: 'CONTRARY_TO', basis: 'ANALYST' },
    { from: 'claim:the-guess', to: 'claim:against-a-guess', kind: 'CONTRADICTS', basis: 'RULE' },
  ],
  attributions: {
    voice: own('post', 'in-own-voice'),
    'voice-herald': own('herald', 'in-own-voice'),
    unread: own('post', 'in-own-voice-unread', { document: 'document:unread' }),
    one: says('ana', 'by-one'),
    quoted: says('ana', 'by-one-in-two-papers'),
    'quote-post': relay('post', 'by-one-in-two-papers', 'quoted'),
    'quote-herald': relay('herald', 'by-one-in-two-papers', 'quoted'),
    'two-ana': says('ana', 'by-two'),
    'two-ben': says('ben', 'by-two'),
    'and-ana': says('ana', 'by-one-and-a-paper'),
    'and-post': own('post', 'by-one-and-a-paper'),
    aide: source('aide', 'by-sources-who-may-be-one'),
    guard: source('guard', 'by-sources-who-may-be-one'),
    aides: source('aides', 'by-several-of-one-paper'),
    nobody: says('ana', 'by-nobody', { stance: 'NO_RESPONSE' }),
    rumour: relay('post', 'rumoured'),
    disputed: says('ana', 'denied-later'),
    whole: says('ana', 'denied-in-a-part'),
    part: says('ana', 'the-part'),
    beside: says('ana', 'beside-another'),
    other: says('ben', 'the-other', { saidAt: '2025-02-10' }),
    'against-guess': says('ana', 'against-a-guess'),
    guess: says('ben', 'the-guess'),
    no: says('ben', 'only-denied', { stance: 'DENIES' }),
    'no-relayed': relay('post', 'only-denied', 'no'),
    back: says('ana', 'taken-back'),
    'back-post': relay('post', 'taken-back', 'back'),
    'back-one-ana': says('ana', 'taken-back-by-one'),
    'back-one-ben': says('ben', 'taken-back-by-one'),
    both: says('ana', 'denied-and-taken-back'),
  },
});

const LATER = small({
  attributions: {
    denial: says('ben', 'denied-later', { stance: 'DENIES', saidAt: '2025-02-10' }),
    'denial-of-part': says('ben', 'the-part', { stance: 'DENIES', saidAt: '2025-02-10' }),
    retraction: says('ana', 'taken-back', { stance: 'RETRACTS', saidAt: '2025-02-10' }),
    'retraction-of-one': says('ana', 'taken-back-by-one', { stance: 'RETRACTS', saidAt: '2025-02-10' }),
    'retraction-both': says('ana', 'denied-and-taken-back', { stance: 'RETRACTS', saidAt: '2025-02-10' }),
    'denial-both': says('cleo', 'denied-and-taken-back', {
      stance: 'DENIES',
      saidAt: '2025-02-11',
      cites: cites('both'),
    }),
  },
});

const BEFORE = {
  UNTRACED: ['by-nobody', 'rumoured'],
  UNATTRIBUTED: ['in-own-voice'],
  SINGLE_SOURCE: [
    'against-a-guess',
    'beside-another',
    'by-one',
    'by-one-in-two-papers',
    'by-several-of-one-paper',
    'by-sources-who-may-be-one',
    'denied-and-taken-back',
    'denied-in-a-part',
    'denied-later',
    'in-own-voice-unread',
    'taken-back',
    'the-guess',
    'the-part',
  ],
  CORROBORATED: ['by-one-and-a-paper', 'by-two', 'taken-back-by-one'],
  DISPUTED: [],
  DENIED: ['only-denied'],
  RETRACTED: [],
};

const changed = [
  'beside-another',
  'denied-and-taken-back',
  'denied-in-a-part',
  'denied-later',
  'taken-back',
  'the-part',
];
const unchanged = BEFORE.SINGLE_SOURCE.filter((name) => !changed.includes(name));

const AFTER = {
  ...BEFORE,
  SINGLE_SOURCE: [...unchanged, 'taken-back-by-one'].sort(),
  CORROBORATED: ['by-one-and-a-paper', 'by-two'],
  DISPUTED: ['beside-another', 'denied-in-a-part', 'denied-later', 'the-other', 'the-part'],
  RETRACTED: ['denied-and-taken-back', 'taken-back'],
};

describe.each(engines)('standings on $name', (tested) => {
  const desk = deskWith(tested, FIRST, LATER);

  /** The names of claims that a filter keeps. */
  const kept = async (filter: object, asOf?: object) => {
    const query = `query ($filter: ClaimFilter, $asOf: AsOf) {
      claims(filter: $filter, asOf: $asOf, first: 100) { totalCount nodes { id standing } }
    }`;
    const { totalCount, nodes } = await answer(desk.ask, query, { filter, asOf });
    expect(totalCount).toBe(nodes.length);
    return nodes as { id: string; standing: string }[];
  };

  const byStanding = async (asOf?: object) => {
    const found: Record<string, string[]> = {};
    for (const standing of Object.keys(BEFORE)) {
      const nodes = await kept({ standing: [standing] }, asOf);
      expect(nodes.every((claim) => claim.standing === standing)).toBe(true);
      found[standing] = nodes.map(({ id }) => id.replace('claim:', '')).sort();
    }
    return found;
  };

  it('now', async () => {
    expect(await byStanding()).toEqual(AFTER);
  });

  it('as of an earlier record', async () => {
    const others = [...BEFORE.SINGLE_SOURCE].filter((name) => name !== 'beside-another');
    expect(await byStanding({ recorded: '2026-01-01T12:00:00Z' })).toEqual({
      ...BEFORE,
      SINGLE_SOURCE: others,
      DISPUTED: ['beside-another', 'the-other'],
    });
  });

  it('as of an earlier said date', async () => {
    expect(await byStanding({ said: '2025-01-31' })).toEqual(BEFORE);
    expect(await byStanding({ said: '2025-02-11' })).toEqual(AFTER);
  });

  it('as of both', async () => {
    expect(await byStanding({ said: '2025-01-31', recorded: '2026-01-01T12:00:00Z' })).toEqual(BEFORE);
  });

  it('several at once, or none', async () => {
    const two = await kept({ standing: ['DENIED', 'RETRACTED'] });
    expect(two.map(({ id }) => id).sort()).toEqual([
      'claim:denied-and-taken-back',
      'claim:only-denied',
      'claim:taken-back',
    ]);
    expect(await kept({ standing: [] })).toEqual([]);
  });
});

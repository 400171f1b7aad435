import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import type { Bundle } from '../src/ingest/bundle.ts';
import { load } from '../src/ingest/load.ts';
import { readBundle } from '../src/ingest/read.ts';
import { type Ask, asking } from './ask.ts';
import { engines } from './engines.ts';
import { small } from './small.ts';

const FIRST = Date.parse('2026-01-01T00:00:00Z');
const DAY = 86_400_000;

type Found = Readonly<Record<string, readonly (readonly [kind: string, message: string])[]>>;

describe.each(engines)('flags by rule on $name', ({ open }) => {
  let engine: Engine;
  let ask: Ask;
  let loads = 0;

  beforeEach(async () => {
    engine = await open();
    ask = await asking(engine);
    loads = 0;
  });

  afterEach(() => engine.close());

  /** Each bundle a day after the one before. */
  async function record(...bundles: readonly Bundle[]) {
    for (const one of bundles) await load(engine, one, { by: 'desk', now: FIRST + loads++ * DAY });
  }

  /** What rules say, by the id of the claim or document that they say it of. */
  async function flags(args = ''): Promise<Found> {
    const { data, errors } = await ask(`{
      claims(first: 100${args}) { nodes { id flags { kind message basis } } }
      documents(first: 100${args}) { nodes { id flags { kind message basis } } }
    }`);
    expect(errors).toBeUndefined();
    const owners = [...data.claims.nodes, ...data.documents.nodes].map((owner) => [
      owner.id,
      owner.flags
        .filter(({ basis }: { basis: string }) => basis === 'RULE')
        .map(({ kind, message }: { kind: string; message: string }) => [kind, message]),
    ]);
    return Object.fromEntries(owners.filter(([, found]) => found.length > 0));
  }

  it('are in the seed on the date of the lapse only', async () => {
    const { bundle } = readBundle(fileURLToPath(new URL('../seed/manifest.json', import.meta.url)));
    await record(bundle);
    expect(await flags()).toEqual({
      'claim:deadline-lapsed': [
        [
          'DURATION_MISMATCH',
          'claim:deadline-lapsed gives 2025-11-29 as the end, but claim:safe-conduct-72h ("72-hour timeframe") counted from claim:call-held (2025-11-21) leads to 2025-11-24.',
        ],
        ['WEEKDAY_MISMATCH', 'claim:deadline-lapsed says Friday, but 2025-11-29 is a Saturday.'],
      ],
    });
  });

  it('WEEKDAY_MISMATCH: a weekday, in English or Spanish, that is not that of its date', async () => {
    const text = (words: string, language = 'en') => [{ text: words, language }];
    await record(
      small({
        people: ['ana'],
        documents: [
          { id: 'title', title: 'What was said on Sunday, 3 March', publishedAt: '2025-03-03' },
          { id: 'right', title: 'What was said on Monday, 3 March', publishedAt: '2025-03-03' },
        ],
        claims: {
          english: { texts: text('They met on Friday, March 3rd.'), when: '2025-03-03' },
          spanish: { texts: text('Se reunieron el miércoles 5 de marzo.', 'es'), when: '2025-03-06' },
          wrong: { texts: text('Se reunieron el sábado 6 de marzo.', 'es'), when: '2025-03-06' },
          month: { texts: text('They met on Friday, March 3rd.'), when: '2025-03' },
          right: { texts: text('They met on Monday, 3 March.'), when: '2025-03-03' },
        },
        sayings: Object.fromEntries(
          ['english', 'spanish', 'wrong', 'month', 'right'].map((claim) => [claim, { claim, actor: 'person:ana' }]),
        ),
      }),
    );
    expect(await flags()).toEqual({
      'claim:english': [['WEEKDAY_MISMATCH', 'claim:english says Friday, but 2025-03-03 is a Monday.']],
      'claim:wrong': [['WEEKDAY_MISMATCH', 'claim:wrong says Saturday, but 2025-03-06 is a Thursday.']],
      'document:title': [['WEEKDAY_MISMATCH', 'document:title says Sunday, but 2025-03-03 is a Monday.']],
    });
  });

  /** A deadline of two or three days that an offer sets, and when it ended. */
  const deadline = (until: string) => ({
    span: {
      predicate: 'gave',
      subject: 'event:deadline',
      value: { text: 'two or three days', min: 2, max: 3, unit: 'day' },
      about: ['event:offer'],
    },
    end: { predicate: 'lapsed', subject: 'event:deadline', when: until },
  });
  const offer = { predicate: 'took-place', subject: 'event:offer', when: '2025-03-01' };
  const said = (claim: string, saidAt?: string) => ({ claim, actor: 'person:ana', ...(saidAt ? { saidAt } : {}) });

  it('DURATION_MISMATCH: an end to which the stretch of time does not lead', async () => {
    const events = ['offer', 'deadline'];
    const sayings = { span: said('span'), end: said('end') };
    await record(small({ people: ['ana'], events, claims: deadline('2025-03-09'), sayings }));
    expect(await flags()).toEqual({});
    await record(small({ claims: { offer }, sayings: { offer: said('offer', '2025-03-10') } }));
    const mismatch = {
      'claim:end': [
        [
          'DURATION_MISMATCH',
          'claim:end gives 2025-03-09 as the end, but claim:span ("two or three days") counted from claim:offer (2025-03-01) leads to 2025-03-03 to 2025-03-04.',
        ],
      ],
    };
    expect(await flags()).toEqual(mismatch);
    expect(await flags(', asOf: { recorded: "2026-01-01T12:00:00Z" }')).toEqual({});
  });

  it('DEADLINE_BEFORE_EVENT instead of it, where the end lies before the start; and none where it fits', async () => {
    const sayings = { span: said('span'), end: said('end'), offer: said('offer') };
    const { span, end } = deadline('2025-02-27');
    const fits = { predicate: 'expired', subject: 'event:deadline', when: '2025-03-04' };
    await record(
      small({
        people: ['ana'],
        events: ['offer', 'deadline'],
        claims: { span, end, offer, fits },
        sayings: { ...sayings, fits: said('fits') },
      }),
    );
    expect(await flags()).toEqual({
      'claim:end': [
        [
          'DEADLINE_BEFORE_EVENT',
          'claim:end gives 2025-02-27 as the end, which lies before claim:offer (2025-03-01), from which claim:span counts.',
        ],
      ],
    });
  });

  it('shows a flag only once all the words that it rests on had been said', async () => {
    await record(
      small({
        people: ['ana'],
        events: ['offer', 'deadline'],
        claims: { ...deadline('2025-03-09'), offer },
        sayings: {
          span: said('span', '2025-03-01'),
          end: said('end', '2025-03-09'),
          offer: said('offer', '2025-03-12'),
        },
      }),
    );
    expect(await flags(', asOf: { said: "2025-03-11" }')).toEqual({});
    expect(Object.keys(await flags(', asOf: { said: "2025-03-12" }'))).toEqual(['claim:end']);
  });

  it('REPORTED_BEFORE_EVENT: a document that came out before what it tells of', async () => {
    await record(
      small({
        people: ['ana'],
        documents: [
          { id: 'early', publishedAt: '2025-03-01' },
          { id: 'vague', publishedAt: '2025-03' },
        ],
        claims: { a: { when: '2025-03-05' } },
        sayings: {
          early: { ...said('a'), document: 'document:early' },
          vague: { ...said('a'), document: 'document:vague' },
        },
      }),
    );
    const message = 'document:early came out on 2025-03-01, before the time that claim:a speaks of (2025-03-05).';
    expect(await flags()).toEqual({
      'claim:a': [['REPORTED_BEFORE_EVENT', message]],
      'document:early': [['REPORTED_BEFORE_EVENT', message]],
    });
  });

  it('VALUE_CHANGED: a citation of another number or date', async () => {
    const value = (number: number, unit = 'person') => ({
      value: { text: String(number), min: number, max: number, unit },
    });
    const citing = (claim: string, basis = 'STATED') => ({
      ...said(claim),
      cites: [{ attribution: 'attribution:first', basis }],
    });
    await record(
      small({
        people: ['ana'],
        claims: {
          first: { ...value(80), when: '2025-03-01' },
          number: value(90),
          date: { when: '2025-03-02' },
          same: { ...value(80), when: '2025-03-01' },
          unit: value(90, 'metre'),
          guess: value(70),
        },
        sayings: {
          first: said('first'),
          number: citing('number'),
          date: citing('date'),
          same: citing('same'),
          unit: citing('unit'),
          guess: citing('guess', 'RULE'),
        },
      }),
    );
    expect(await flags()).toEqual({
      'claim:date': [
        [
          'VALUE_CHANGED',
          'attribution:date gives the date 2025-03-02, where attribution:first, which it cites, gives 2025-03-01.',
        ],
      ],
      'claim:number': [
        ['VALUE_CHANGED', 'attribution:number says "90", where attribution:first, which it cites, says "80".'],
      ],
    });
  });

  it('SELF_CONTRADICTION: a speaker, and the document in which both is said', async () => {
    const denied = { ...said('a'), stance: 'DENIES' };
    await record(
      small({
        people: ['ana', 'ben'],
        documents: [{ id: 'one' }],
        claims: { a: {}, b: {} },
        sayings: {
          yes: { ...said('a'), document: 'document:one' },
          no: { ...denied, document: 'document:one' },
          other: { claim: 'b', actor: 'person:ben' },
          another: { claim: 'b', actor: 'person:ana', stance: 'DENIES' },
        },
      }),
    );
    const message = 'person:ana both affirms and denies claim:a.';
    expect(await flags()).toEqual({
      'claim:a': [['SELF_CONTRADICTION', message]],
      'document:one': [['SELF_CONTRADICTION', `In document:one: ${message}`]],
    });
  });

  /** Two papers and a pamphlet say a claim with a wrong weekday in their own words. */
  const papers = small({
    outlets: ['post', 'herald'],
    documents: [
      { id: 'post', publisher: 'organization:post' },
      { id: 'herald', publisher: 'organization:herald' },
    ],
    claims: {
      a: { texts: [{ text: 'They met on Friday, 3 March.', language: 'en' }], when: '2025-03-03' },
      b: { texts: [{ text: 'They met on Monday, 3 March.', language: 'en' }], when: '2025-03-03' },
    },
    sayings: Object.fromEntries(
      ['a', 'b'].flatMap((claim) =>
        ['post', 'herald'].map((paper) => [
          `${paper}-${claim}`,
          { claim, actor: `organization:${paper}`, document: `document:${paper}` },
        ]),
      ),
    ),
  });
  const suspicion =
    'document:herald and document:post both say claim:a, which carries WEEKDAY_MISMATCH, and nothing shows that one has it from the other or both from a third: one may be a copy.';

  it('SUSPECTED_COPY: papers of two houses that share a wrong date, until a derivation explains it', async () => {
    await record(papers);
    const weekday = { 'claim:a': [['WEEKDAY_MISMATCH', 'claim:a says Friday, but 2025-03-03 is a Monday.']] };
    const suspected = {
      ...weekday,
      'document:herald': [['SUSPECTED_COPY', suspicion]],
      'document:post': [['SUSPECTED_COPY', suspicion]],
    };
    expect(await flags()).toEqual(suspected);
    const derivation = {
      document: 'document:herald',
      from: 'document:post',
      kind: 'COPY',
      credited: false,
      basis: 'ANALYST',
    };
    await record(small({ derivations: [derivation] }));
    expect(await flags()).toEqual(weekday);
    expect(await flags(', asOf: { recorded: "2026-01-01T12:00:00Z" }')).toEqual(suspected);
  });

  it('SUSPECTED_COPY: also where it shows only later that the date is wrong, until one cites the other', async () => {
    const own = (paper: string) => ({
      claim: 'end',
      actor: `organization:${paper}`,
      document: `document:${paper}`,
    });
    const { span, end } = deadline('2025-03-09');
    await record(
      small({
        people: ['ana'],
        outlets: ['post', 'herald', 'owner'],
        events: ['offer', 'deadline'],
        documents: [
          { id: 'post', publisher: 'organization:post' },
          { id: 'herald', publisher: 'organization:herald' },
        ],
        claims: { span, end },
        sayings: { span: said('span'), post: own('post'), herald: own('herald') },
      }),
    );
    expect(await flags()).toEqual({});
    await record(small({ claims: { offer }, sayings: { offer: said('offer') } }));
    const kinds = (found: Found) =>
      Object.fromEntries(Object.entries(found).map(([id, all]) => [id, all.map(([kind]) => kind)]));
    const wrong = { 'claim:end': ['DURATION_MISMATCH'] };
    expect(kinds(await flags())).toEqual({
      ...wrong,
      'document:herald': ['SUSPECTED_COPY'],
      'document:post': ['SUSPECTED_COPY'],
    });
    await record(
      small({ sayings: { cites: { ...own('herald'), claim: 'span', cites: [{ attribution: 'attribution:post' }] } } }),
    );
    expect(kinds(await flags())).toEqual(wrong);
  });

  it('are found again by no later load', async () => {
    await record(papers);
    const before = await flags();
    await record(small({ people: ['ana'], sayings: { late: said('a') } }));
    expect(await flags()).toEqual(before);
  });
});

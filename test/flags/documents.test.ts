import { describe, expect, it } from 'vitest';
import { deskForEach } from '../desk.ts';
import { engines } from '../engines.ts';
import { small } from '../small-bundle.ts';
import { flags, said } from './rule-flags.ts';

/** Two papers and a pamphlet state a claim with a wrong weekday themselves. */
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
  attributions: Object.fromEntries(
    ['a', 'b'].flatMap((claim) =>
      ['post', 'herald'].map((paper) => [
        `${paper}-${claim}`,
        { claim, actor: `organization:${paper}`, document: `document:${paper}` },
      ]),
    ),
  ),
});
const suspicion =
  'document:herald and document:post both state claim:a, which has the flag WEEKDAY_MISMATCH, and nothing shows that one took it from the other or both from a third: one may be a copy.';

describe.each(engines)('flags on documents on $name', (tested) => {
  const desk = deskForEach(tested);

  it('VALUE_CHANGED: a citation of another number or date', async () => {
    const value = (number: number, unit = 'person') => ({
      value: { text: String(number), min: number, max: number, unit },
    });
    const citing = (claim: string, basis = 'STATED') => ({
      ...said(claim),
      cites: [{ attribution: 'attribution:first', basis }],
    });
    await desk.record(
      small({
        people: ['ana'],
        claims: {
          first: { ...value(80), when: '2025-03-01' },
          number: value(90),
          date: { when: '2025-03-02' },
          same: { ...value(80), when: '2025-03-01' },
          unit: value(90, 'metre'),
          guess: value(70),
          talk: value(60, 'minutes'),
          hours: value(60, 'hours'),
          hour: value(1, 'hour'),
        },
        attributions: {
          first: said('first'),
          number: citing('number'),
          date: citing('date'),
          same: citing('same'),
          unit: citing('unit'),
          guess: citing('guess', 'RULE'),
          talk: said('talk'),
          hours: { ...said('hours'), cites: [{ attribution: 'attribution:talk' }] },
          hour: { ...said('hour'), cites: [{ attribution: 'attribution:talk' }] },
        },
      }),
    );
    expect(await flags(desk.ask)).toEqual({
      'claim:date': [
        [
          'VALUE_CHANGED',
          'attribution:date gives the date 2025-03-02, where attribution:first, which it cites, gives 2025-03-01.',
        ],
      ],
      'claim:hours': [
        [
          'VALUE_CHANGED',
          'attribution:hours says "60 hours", where attribution:talk, which it cites, says "60 minutes".',
        ],
      ],
      'claim:number': [
        ['VALUE_CHANGED', 'attribution:number says "90", where attribution:first, which it cites, says "80".'],
      ],
    });
  });

  it('SELF_CONTRADICTION: a speaker, and the document in which both is said', async () => {
    const denied = { ...said('a'), stance: 'DENIES' };
    await desk.record(
      small({
        people: ['ana', 'ben'],
        documents: [{ id: 'one' }],
        claims: { a: {}, b: {} },
        attributions: {
          yes: { ...said('a'), document: 'document:one' },
          no: { ...denied, document: 'document:one' },
          other: { claim: 'b', actor: 'person:ben' },
          another: { claim: 'b', actor: 'person:ana', stance: 'DENIES' },
        },
      }),
    );
    const message = 'person:ana both affirms and denies claim:a.';
    expect(await flags(desk.ask)).toEqual({
      'claim:a': [['SELF_CONTRADICTION', message]],
      'document:one': [['SELF_CONTRADICTION', `In document:one: ${message}`]],
    });
  });

  it('SUSPECTED_COPY: papers of two newsrooms that share a wrong date, until a derivation explains it', async () => {
    await desk.record(papers);
    const weekday = { 'claim:a': [['WEEKDAY_MISMATCH', 'claim:a says Friday, but 2025-03-03 is a Monday.']] };
    const suspected = {
      ...weekday,
      'document:herald': [['SUSPECTED_COPY', suspicion]],
      'document:post': [['SUSPECTED_COPY', suspicion]],
    };
    expect(await flags(desk.ask)).toEqual(suspected);
    const derivation = {
      document: 'document:herald',
      from: 'document:post',
      kind: 'COPY',
      credited: false,
      basis: 'ANALYST',
    };
    await desk.record(small({ derivations: [derivation] }));
    expect(await flags(desk.ask)).toEqual(weekday);
    expect(await flags(desk.ask, ', asOf: { recorded: "2026-01-01T12:00:00Z" }')).toEqual(suspected);
  });

  it('are not found again by later loads', async () => {
    await desk.record(papers);
    const before = await flags(desk.ask);
    await desk.record(small({ people: ['ana'], attributions: { late: said('a') } }));
    expect(await flags(desk.ask)).toEqual(before);
  });
});

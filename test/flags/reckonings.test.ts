import { describe, expect, it } from 'vitest';
import { deskForEach } from '../desk.ts';
import { engines } from '../engines.ts';
import { own, papers, small } from '../small-bundle.ts';
import { deadline, type Flagged, flags, offer } from './rule-flags.ts';

const PAPERS = ['post', 'herald', 'wire', 'late'] as const;
const { span, end } = deadline('2025-03-04');
/** The offer, misdated. */
const wrongOffer = { ...offer, when: '2025-02-20' };

function told(...claims: readonly string[]) {
  return (paper: string) => claims.map((claim) => [`${paper}-${claim}`, own(paper, claim)] as const);
}

function kinds(found: Flagged) {
  return Object.fromEntries(Object.entries(found).map(([id, all]) => [id, all.map(([kind]) => kind)]));
}

describe.each(engines)('reckonings on $name', (tested) => {
  const desk = deskForEach(tested);
  const all = { ...papers(...PAPERS), events: ['offer', 'deadline'], people: ['ana'] };

  it('take all parts from one account: who misdates an event gets the flag, and not those who tell it rightly', async () => {
    const rightly = ['post', 'herald', 'wire'].flatMap(told('span', 'offer', 'end'));
    await desk.record(
      small({
        ...all,
        claims: { span, offer, end, wrong: wrongOffer },
        attributions: Object.fromEntries([...rightly, ...told('wrong')('late')]),
      }),
    );
    expect(await flags(desk.ask)).toEqual({});
    await desk.record(small({ attributions: Object.fromEntries(told('span', 'end')('late')) }));
    expect(await flags(desk.ask)).toEqual({
      'claim:end': [
        [
          'DURATION_MISMATCH',
          'claim:end gives 2025-03-04 as the end, but claim:span ("two or three days") counted from claim:wrong (2025-02-20) leads to 2025-02-22 to 2025-02-23.',
        ],
      ],
    });
  });

  it('are those of one speaker as well, but not of those who relay', async () => {
    const said = (claim: string, stance = 'ASSERTS') => ({ claim, actor: 'person:ana', stance });
    await desk.record(
      small({
        ...all,
        claims: { span, end, wrong: wrongOffer },
        attributions: { span: said('span'), end: said('end'), wrong: said('wrong', 'REPORTS') },
      }),
    );
    expect(await flags(desk.ask)).toEqual({});
    await desk.record(small({ attributions: { really: said('wrong') } }));
    expect(kinds(await flags(desk.ask))).toEqual({ 'claim:end': ['DURATION_MISMATCH'] });
  });

  it('raise one flag on an end for where they lead, which names all; earlier record times have the one before', async () => {
    await desk.record(
      small({
        ...all,
        claims: { span, end, wrong: wrongOffer },
        attributions: Object.fromEntries(told('span', 'end', 'wrong')('late')),
      }),
    );
    const message = (reckoned: string) =>
      `claim:end gives 2025-03-04 as the end, but ${reckoned} to 2025-02-22 to 2025-02-23.`;
    const first = 'claim:span ("two or three days") counted from claim:wrong (2025-02-20)';
    const second = 'claim:span ("two or three days") counted from claim:again (2025-02-20)';
    expect(await flags(desk.ask)).toEqual({ 'claim:end': [['DURATION_MISMATCH', message(`${first} leads`)]] });
    await desk.record(
      small({
        claims: { again: { ...wrongOffer, predicate: 'was-made' } },
        attributions: { again: own('late', 'again') },
      }),
    );
    expect(await flags(desk.ask)).toEqual({
      'claim:end': [['DURATION_MISMATCH', message(`${second}, and ${first} lead`)]],
    });
    expect(await flags(desk.ask, ', asOf: { recorded: "2026-01-01T12:00:00Z" }')).toEqual({
      'claim:end': [['DURATION_MISMATCH', message(`${first} leads`)]],
    });
  });

  it('of two papers that misdate an event otherwise are no suspicion', async () => {
    await desk.record(
      small({
        ...all,
        claims: { span, end, wrong: wrongOffer, worse: { ...offer, when: '2025-02-10' } },
        attributions: Object.fromEntries([
          ...told('span', 'end', 'wrong')('late'),
          ...told('span', 'end', 'worse')('wire'),
        ]),
      }),
    );
    expect(kinds(await flags(desk.ask))).toEqual({ 'claim:end': ['DURATION_MISMATCH', 'DURATION_MISMATCH'] });
  });

  it('that two papers share are a suspicion once, with all errors; what one cites or a shared text explains is none', async () => {
    const text = (sentence: string) => ({ texts: [{ text: sentence, language: 'en' }] });
    const weekday = { ...text('It was on Friday, 3 March.'), when: '2025-03-03' };
    const both = ['herald', 'late'].flatMap(told('span', 'end', 'wrong'));
    await desk.record(
      small({
        ...all,
        claims: { span, end, wrong: wrongOffer },
        attributions: Object.fromEntries([...both, ...told('span', 'end')('post')]),
      }),
    );
    const suspected = (...errors: readonly string[]) => [
      'SUSPECTED_COPY',
      `document:herald and document:late both state ${errors.map((error) => `${error}, and `).join('')}nothing shows that one took it from the other or both from a third: one may be a copy.`,
    ];
    const copies = async (args = '') => {
      const found = Object.entries(await flags(desk.ask, args));
      return Object.fromEntries(
        found
          .map(([id, each]) => [id, each.filter(([kind]) => kind === 'SUSPECTED_COPY')] as const)
          .filter(([, each]) => each.length > 0),
      );
    };
    const once = [suspected('claim:end, which has the flag DURATION_MISMATCH')];
    expect(await copies()).toEqual({ 'document:herald': once, 'document:late': once });
    await desk.record(
      small({
        claims: { weekday },
        attributions: Object.fromEntries(['herald', 'late'].flatMap(told('weekday'))),
      }),
    );
    const twice = [
      suspected(
        'claim:end, which has the flag DURATION_MISMATCH',
        'claim:weekday, which has the flag WEEKDAY_MISMATCH',
      ),
    ];
    expect(await copies()).toEqual({ 'document:herald': twice, 'document:late': twice });
    expect(await copies(', asOf: { recorded: "2026-01-01T12:00:00Z" }')).toEqual({
      'document:herald': once,
      'document:late': once,
    });
    const derivation = { document: 'document:late', from: 'document:herald', kind: 'TRANSLATION', credited: true };
    await desk.record(small({ derivations: [{ ...derivation, basis: 'STATED' }] }));
    expect(await copies()).toEqual({});
  });

  it('VALUE_CHANGED stands once for an attribution, with all that it cites, on the claim of the relay', async () => {
    const value = (number: number) => ({ value: { text: String(number), min: number, max: number } });
    await desk.record(
      small({
        ...all,
        claims: { many: value(80), more: value(85), garbled: value(8) },
        attributions: {
          one: own('post', 'many'),
          two: own('wire', 'many'),
          three: own('herald', 'more'),
          relay: {
            ...own('late', 'garbled', { stance: 'REPORTS' }),
            cites: ['one', 'two', 'three'].map((id) => ({ attribution: `attribution:${id}` })),
          },
        },
      }),
    );
    expect(await flags(desk.ask)).toEqual({
      'claim:garbled': [
        [
          'VALUE_CHANGED',
          'attribution:relay says "8", where attribution:one and attribution:two, which it cites, say "80", and attribution:three says "85".',
        ],
      ],
    });
  });
});

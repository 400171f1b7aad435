import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readBundle } from '../../src/bundle/read-files.ts';
import { deskForEach } from '../desk.ts';
import { engines } from '../engines.ts';
import { small } from '../small-bundle.ts';
import { deadline, flags, offer, said } from './rule-flags.ts';

describe.each(engines)('flags on dates on $name', (tested) => {
  const desk = deskForEach(tested);

  it('are in the seed on the date of the lapse only', async () => {
    const { bundle } = readBundle(fileURLToPath(new URL('../../seed/manifest.json', import.meta.url)));
    await desk.record(bundle);
    expect(await flags(desk.ask)).toEqual({
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
    const text = (sentence: string, language = 'en') => [{ text: sentence, language }];
    await desk.record(
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
        attributions: Object.fromEntries(
          ['english', 'spanish', 'wrong', 'month', 'right'].map((claim) => [claim, { claim, actor: 'person:ana' }]),
        ),
      }),
    );
    expect(await flags(desk.ask)).toEqual({
      'claim:english': [['WEEKDAY_MISMATCH', 'claim:english says Friday, but 2025-03-03 is a Monday.']],
      'claim:wrong': [['WEEKDAY_MISMATCH', 'claim:wrong says Saturday, but 2025-03-06 is a Thursday.']],
      'document:title': [['WEEKDAY_MISMATCH', 'document:title says Sunday, but 2025-03-03 is a Monday.']],
    });
  });

  it('DURATION_MISMATCH: an end that does not follow from the start and the duration', async () => {
    const events = ['offer', 'deadline'];
    const attributions = { span: said('span'), end: said('end') };
    await desk.record(small({ people: ['ana'], events, claims: deadline('2025-03-09'), attributions }));
    expect(await flags(desk.ask)).toEqual({});
    await desk.record(small({ claims: { offer }, attributions: { offer: said('offer', '2025-03-10') } }));
    const mismatch = {
      'claim:end': [
        [
          'DURATION_MISMATCH',
          'claim:end gives 2025-03-09 as the end, but claim:span ("two or three days") counted from claim:offer (2025-03-01) leads to 2025-03-03 to 2025-03-04.',
        ],
      ],
    };
    expect(await flags(desk.ask)).toEqual(mismatch);
    expect(await flags(desk.ask, ', asOf: { recorded: "2026-01-01T12:00:00Z" }')).toEqual({});
  });

  it('DEADLINE_BEFORE_EVENT instead of it, where the end lies before the start; and none where it fits', async () => {
    const attributions = { span: said('span'), end: said('end'), offer: said('offer') };
    const { span, end } = deadline('2025-02-27');
    const fits = { predicate: 'expired', subject: 'event:deadline', when: '2025-03-04' };
    await desk.record(
      small({
        people: ['ana'],
        events: ['offer', 'deadline'],
        claims: { span, end, offer, fits },
        attributions: { ...attributions, fits: said('fits') },
      }),
    );
    expect(await flags(desk.ask)).toEqual({
      'claim:end': [
        [
          'DEADLINE_BEFORE_EVENT',
          'claim:end gives 2025-02-27 as the end, which lies before claim:offer (2025-03-01), from which claim:span counts.',
        ],
      ],
    });
  });

  it('shows a flag only once all attributions that it rests on had been made', async () => {
    await desk.record(
      small({
        people: ['ana'],
        events: ['offer', 'deadline'],
        claims: { ...deadline('2025-03-09'), offer },
        attributions: {
          span: said('span', '2025-03-01'),
          end: said('end', '2025-03-09'),
          offer: said('offer', '2025-03-12'),
        },
      }),
    );
    expect(await flags(desk.ask, ', asOf: { said: "2025-03-11" }')).toEqual({});
    expect(Object.keys(await flags(desk.ask, ', asOf: { said: "2025-03-12" }'))).toEqual(['claim:end']);
  });

  it('REPORTED_BEFORE_EVENT: a document that came out before what it reports', async () => {
    await desk.record(
      small({
        people: ['ana'],
        documents: [
          { id: 'early', publishedAt: '2025-03-01' },
          { id: 'vague', publishedAt: '2025-03' },
        ],
        claims: { a: { when: '2025-03-05' } },
        attributions: {
          early: { ...said('a'), document: 'document:early' },
          vague: { ...said('a'), document: 'document:vague' },
        },
      }),
    );
    const message = 'document:early came out on 2025-03-01, before the time that claim:a speaks of (2025-03-05).';
    expect(await flags(desk.ask)).toEqual({
      'claim:a': [['REPORTED_BEFORE_EVENT', message]],
      'document:early': [['REPORTED_BEFORE_EVENT', message]],
    });
  });
});

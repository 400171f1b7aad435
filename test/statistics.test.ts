import { beforeAll, describe, expect, it } from 'vitest';
import { load } from '../src/change/load.ts';
import { answer } from './answer.ts';
import { type Ask, askingSeed } from './ask.ts';
import { deskWith } from './desk.ts';
import { engines } from './engines.ts';
import { own, papers, relay, small } from './small-bundle.ts';

/** Counts, each row of a list as the values that were asked for, between blanks. */
async function counts(ask: Ask, args: string, selection: string) {
  const all = await answer(ask, `{ statistics${args} { ${selection} } }`);
  const rows = (value: unknown) =>
    Array.isArray(value) ? value.map((row) => Object.values(row).map(String).join(' ')) : value;
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, rows(value)]));
}

const NUMBERS = `claims attributions actors documents events unreadDocuments unresolvedMentions unnamedSourcesOnly
  ownVoiceOnly byStanding { standing claims } byStance { stance attributions }`;

const GROUPS = `byPredicate { predicate claims } byOutlet { outlet { id } claims attributions }
  said: byMonth { month claims attributions } event: byMonth(clock: EVENT) { month claims attributions }`;

const RECORDED = 'recorded: byMonth(clock: RECORDED) { month claims attributions }';

describe.each(engines)('statistics of the seed on $name', (tested) => {
  const ask = askingSeed(tested);

  it('counts everything', async () => {
    expect(await counts(ask, '', NUMBERS)).toEqual({
      claims: 52,
      attributions: 105,
      actors: 33,
      documents: 10,
      events: 14,
      unreadDocuments: 9,
      unresolvedMentions: 1,
      unnamedSourcesOnly: 15,
      ownVoiceOnly: 35,
      byStanding: ['UNATTRIBUTED 32', 'SINGLE_SOURCE 13', 'CORROBORATED 5', 'DISPUTED 2'],
      byStance: ['ASSERTS 59', 'REPORTS 45', 'DENIES 1'],
    });
  });

  it('counts by predicate, outlet and month', async () => {
    const groups = GROUPS.replace('byPredicate', 'byPredicate(first: 3)');
    expect(await counts(ask, '', groups)).toEqual({
      byPredicate: ['took-place 5', 'requested 4', 'assessed-as 3'],
      byOutlet: ['organization:cibercuba 52 57', 'organization:reuters 13 26', 'organization:miami-herald 10 17'],
      said: ['2025-12 52 59', 'null 19 46'],
      event: ['2025-09 2 2', '2025-11 9 34', '2025-12 2 2', 'null 39 67'],
    });
  });

  it('counts what is about one entity', async () => {
    expect(await counts(ask, '(about: ["person:cilia-flores"])', `${NUMBERS} ${GROUPS}`)).toEqual({
      claims: 3,
      attributions: 10,
      actors: 6,
      documents: 4,
      events: 1,
      unreadDocuments: 3,
      unresolvedMentions: 0,
      unnamedSourcesOnly: 1,
      ownVoiceOnly: 2,
      byStanding: ['UNATTRIBUTED 2', 'DISPUTED 1'],
      byStance: ['REPORTS 5', 'ASSERTS 4', 'DENIES 1'],
      byPredicate: ['children-of 1', 'requested 1', 'wife-of 1'],
      byOutlet: ['organization:cibercuba 3 5', 'organization:miami-herald 1 2', 'organization:reuters 1 2'],
      said: ['2025-12 3 6', 'null 1 4'],
      event: ['2025-11 1 8', 'null 2 2'],
    });
  });
});

/** Two papers on a fire and a flood. */
const FIRST = small({
  people: ['ana', 'ben'],
  ...papers('post', 'herald'),
  documents: [
    { id: 'post', publisher: 'organization:post', publishedAt: '2025-01-10' },
    { id: 'herald', publisher: 'organization:herald', publishedAt: '2025-02-10', read: false },
    { id: 'blog' },
  ],
  sources: { guard: {} },
  events: ['fire', 'flood'],
  claims: {
    burnt: { predicate: 'burnt', subject: 'event:fire', when: '2024-12-31' },
    lit: { predicate: 'lit', subject: 'event:fire', object: 'person:ana', when: '2024' },
    wet: { predicate: 'burnt', subject: 'event:flood' },
    plain: { about: ['person:ben'], when: '../2025-03' },
  },
  attributions: {
    post: own('post', 'burnt'),
    herald: relay('herald', 'burnt', 'post'),
    ana: { claim: 'lit', actor: 'person:ana', stance: 'DENIES', saidAt: '2025-02' },
    guard: { claim: 'lit', actor: 'source:guard', document: 'document:herald', onRecord: false, saidAt: '2025-01-05' },
    wet: own('post', 'wet'),
    ben: { claim: 'plain', actor: 'person:ben', document: 'document:blog' },
  },
  mentions: [{ id: 'mention:b', text: 'B.', document: 'document:blog', candidates: ['person:ben'] }],
});

/** A month later on record. */
const LATER = small({
  people: ['cleo'],
  attributions: { cleo: { claim: 'wet', actor: 'person:cleo', saidAt: '2025-03-01' } },
});

describe.each(engines)('statistics on $name', (tested) => {
  const desk = deskWith(tested, FIRST);

  beforeAll(async () => {
    await load(desk.engine, LATER, { by: 'desk', now: Date.parse('2026-02-05') });
  });

  const statistics = (args: string, selection: string) => counts(desk.ask, args, selection);

  it('counts everything', async () => {
    expect(await statistics('', `${NUMBERS} ${GROUPS} ${RECORDED}`)).toEqual({
      claims: 4,
      attributions: 7,
      actors: 6,
      documents: 3,
      events: 2,
      unreadDocuments: 1,
      unresolvedMentions: 1,
      unnamedSourcesOnly: 1,
      ownVoiceOnly: 1,
      byStanding: ['CORROBORATED 1', 'DISPUTED 1', 'SINGLE_SOURCE 1', 'UNATTRIBUTED 1'],
      byStance: ['ASSERTS 5', 'DENIES 1', 'REPORTS 1'],
      byPredicate: ['burnt 2', 'lit 1'],
      byOutlet: ['organization:herald 2 2', 'organization:post 2 2'],
      said: ['2025-01 3 3', '2025-02 2 2', '2025-03 1 1', 'null 1 1'],
      event: ['2024-01 1 2', '2024-12 1 2', 'null 2 3'],
      recorded: ['2026-01 4 6', '2026-02 0 1'],
    });
  });

  it('counts what is about several entities', async () => {
    expect(await statistics('(about: ["person:ana", "person:ben"])', `${NUMBERS} ${GROUPS} ${RECORDED}`)).toEqual({
      claims: 2,
      attributions: 3,
      actors: 3,
      documents: 2,
      events: 1,
      unreadDocuments: 1,
      unresolvedMentions: 1,
      unnamedSourcesOnly: 1,
      ownVoiceOnly: 0,
      byStanding: ['DISPUTED 1', 'SINGLE_SOURCE 1'],
      byStance: ['ASSERTS 2', 'DENIES 1'],
      byPredicate: ['lit 1'],
      byOutlet: ['organization:herald 1 1'],
      said: ['2025-01 1 1', '2025-02 1 1', 'null 1 1'],
      event: ['2024-01 1 2', 'null 1 1'],
      recorded: ['2026-01 2 3'],
    });
    expect(
      await statistics(
        '(about: [])',
        'claims attributions actors documents events byStanding { standing claims } byMonth { month claims }',
      ),
    ).toEqual({ claims: 0, attributions: 0, actors: 0, documents: 0, events: 0, byStanding: [], byMonth: [] });
  });

  it('counts as of an earlier record and an earlier said date', async () => {
    const before = 'claims attributions actors byStanding { standing claims } unnamedSourcesOnly ownVoiceOnly';
    expect(await statistics('(asOf: { recorded: "2026-01-01T12:00:00Z" })', before)).toEqual({
      claims: 4,
      attributions: 6,
      actors: 5,
      byStanding: ['UNATTRIBUTED 2', 'DISPUTED 1', 'SINGLE_SOURCE 1'],
      unnamedSourcesOnly: 1,
      ownVoiceOnly: 2,
    });
    expect(await statistics('(asOf: { said: "2025-01-31" })', `${NUMBERS} ${GROUPS} ${RECORDED}`)).toEqual({
      claims: 3,
      attributions: 3,
      actors: 6,
      documents: 1,
      events: 2,
      unreadDocuments: 0,
      unresolvedMentions: 1,
      unnamedSourcesOnly: 1,
      ownVoiceOnly: 2,
      byStanding: ['UNATTRIBUTED 2', 'SINGLE_SOURCE 1'],
      byStance: ['ASSERTS 3'],
      byPredicate: ['burnt 2', 'lit 1'],
      byOutlet: ['organization:post 2 2'],
      said: ['2025-01 3 3'],
      event: ['2024-01 1 1', '2024-12 1 1', 'null 1 1'],
      recorded: ['2026-01 3 3'],
    });
    expect(await statistics('(asOf: { said: "2025-01-31", undated: INCLUDE })', before)).toEqual({
      claims: 4,
      attributions: 4,
      actors: 6,
      byStanding: ['SINGLE_SOURCE 2', 'UNATTRIBUTED 2'],
      unnamedSourcesOnly: 1,
      ownVoiceOnly: 2,
    });
  });

  it('gives as many rows as are asked for', async () => {
    const some = 'byPredicate(first: 1) { predicate claims } byOutlet(first: 1) { outlet { id } claims }';
    expect(await statistics('', some)).toEqual({ byPredicate: ['burnt 2'], byOutlet: ['organization:herald 2'] });
    const { errors, statements } = await desk.ask('{ statistics { byOutlet(first: 201) { claims } } }');
    expect(statements).toEqual([]);
    expect(errors?.map(({ message, extensions }) => [extensions?.code, extensions?.argument, message])).toEqual([
      ['BAD_USER_INPUT', 'first', 'first: 201 is not from 0 to 200'],
    ]);
  });
});

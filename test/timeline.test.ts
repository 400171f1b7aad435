import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { load } from '../src/change/load.ts';
import type { Engine } from '../src/engine/engine.ts';
import { type Ask, asking } from './ask.ts';
import { bundle, CORRECTION, FIRST_REPORT } from './bundles.ts';
import { engines } from './engines.ts';

const FIRST = Date.parse('2026-01-01T00:00:00Z');
const SECOND = Date.parse('2026-01-02T00:00:00Z');

const names = (text: string) => [{ text, language: 'en' }];
const texts = (text: string) => [{ text, language: 'en' }];
const ofMeeting = { subject: 'event:meeting', about: ['person:mayor'] };

/** Two dates for one meeting, a month, an open stretch, and a claim without a date. */
const MEETING = {
  events: [{ id: 'event:meeting', kind: 'MEETING', names: names('The meeting') }],
  documents: [
    {
      id: 'document:almanac',
      kind: 'ARTICLE',
      title: 'The year',
      publisher: 'organization:post',
      publishedAt: '2025-12-31',
    },
  ],
  claims: [
    { id: 'claim:b-on-the-2nd', texts: texts('They met on the 2nd.'), when: '2025-05-02', ...ofMeeting },
    { id: 'claim:a-on-the-2nd', texts: texts('It was on the 2nd.'), when: '2025-05-02', ...ofMeeting },
    {
      id: 'claim:on-the-3rd',
      texts: texts('They met on the 3rd.'),
      when: '2025-05-03',
      flags: [{ kind: 'WEEKDAY_MISMATCH', message: 'The 3rd was no Sunday.', basis: 'RULE' }],
      ...ofMeeting,
    },
    { id: 'claim:in-may', texts: texts('The mayor was ill in May.'), when: '2025-05', about: ['person:mayor'] },
    { id: 'claim:since-june', texts: texts('The mayor is well.'), when: '2025-06/..', about: ['person:mayor'] },
    { id: 'claim:undated', texts: texts('They met at length.'), ...ofMeeting },
  ],
  attributions: ['b-on-the-2nd', 'a-on-the-2nd', 'on-the-3rd', 'in-may', 'since-june', 'undated'].map((name) => ({
    id: `attribution:${name}`,
    claim: `claim:${name}`,
    actor: 'organization:post',
    document: 'document:almanac',
    stance: 'ASSERTS',
    certainty: 'CERTAIN',
    mode: 'PARAPHRASE',
    onRecord: false,
  })),
};

const ITEM = `when earliest latest claims { id } flags { kind }
  subject { __typename ... on Event { id } ... on Claim { id } ... on Attribution { id } ... on Revision { id } }`;

const day = (text: string) => ({ earliest: `${text}T00:00:00.000Z`, latest: `${text}T23:59:59.999Z` });

function row(subject: string, type: string, when: string | null, bounds: object, claims: readonly string[]) {
  const none = { earliest: null, latest: null };
  return {
    when,
    ...none,
    ...bounds,
    claims: claims.map((id) => ({ id })),
    flags: [],
    subject: { __typename: type, id: subject },
  };
}

describe.each(engines)('timelines on $name', ({ open }) => {
  let engine: Engine;
  let ask: Ask;

  beforeAll(async () => {
    engine = await open();
    await load(engine, bundle(FIRST_REPORT), { by: 'test', now: FIRST });
    await load(engine, bundle({ ...CORRECTION }), { by: 'other', now: SECOND });
    await load(engine, bundle(MEETING), { by: 'test', now: SECOND + 1_000 });
    ask = await asking(engine);
  });

  afterAll(() => engine.close());

  const timeline = async (args: string, fields = `totalCount nodes { ${ITEM} }`) => {
    const { data, errors, statements } = await ask(`{ timeline(about: ["person:mayor"], ${args}) { ${fields} } }`);
    expect(errors).toBeUndefined();
    expect(statements.length).toBeLessThanOrEqual(2);
    return data.timeline;
  };
  const subjects = async (args: string) => {
    const { nodes } = await timeline(args);
    return nodes.map(({ when, subject }: { when: string; subject: { id: string } }) => `${subject.id} ${when}`);
  };

  it('has a row for each date of an event, and for each other claim; what has no date comes last', async () => {
    const may = { earliest: '2025-05-01T00:00:00.000Z', latest: '2025-05-31T23:59:59.999Z' };
    expect(await timeline('clock: EVENT')).toEqual({
      totalCount: 7,
      nodes: [
        row('claim:fire', 'Claim', '2025-05-01', day('2025-05-01'), ['claim:fire']),
        row('claim:in-may', 'Claim', '2025-05', may, ['claim:in-may']),
        row('claim:no-fire', 'Claim', '2025-05-01', day('2025-05-01'), ['claim:no-fire']),
        row('event:meeting', 'Event', '2025-05-02', day('2025-05-02'), ['claim:a-on-the-2nd', 'claim:b-on-the-2nd']),
        {
          ...row('event:meeting', 'Event', '2025-05-03', day('2025-05-03'), ['claim:on-the-3rd']),
          flags: [{ kind: 'WEEKDAY_MISMATCH' }],
        },
        row('claim:since-june', 'Claim', '2025-06/..', { earliest: '2025-06-01T00:00:00.000Z' }, ['claim:since-june']),
        row('claim:undated', 'Claim', null, {}, ['claim:undated']),
      ],
    });
  });

  it('keeps to a stretch of time what can have been in it, and nothing without a date', async () => {
    expect(await subjects('from: "2025-05-03"')).toEqual([
      'claim:in-may 2025-05',
      'event:meeting 2025-05-03',
      'claim:since-june 2025-06/..',
    ]);
    expect(await subjects('until: "2025-04"')).toEqual([]);
    expect(await subjects('from: "2025-05-02", until: "2025-05-02"')).toEqual([
      'claim:in-may 2025-05',
      'event:meeting 2025-05-02',
    ]);
    const { errors } = await ask('{ timeline(about: [], from: "2025-05-02", until: "2025-05-01") { totalCount } }');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'until' });
  });

  it('shows when things were said, also for what bears no date but has limits', async () => {
    const { nodes } = await timeline('clock: SAID, until: "2025-05-09"');
    expect(nodes.filter(({ claims }: { claims: { id: string }[] }) => /fire/.test(claims[0]?.id ?? ''))).toEqual([
      row('attribution:post-fire', 'Attribution', '2025-05-01', day('2025-05-01'), ['claim:fire']),
      row('attribution:herald-fire', 'Attribution', '2025-05-09', day('2025-05-09'), ['claim:fire']),
      row('attribution:mayor-no-fire', 'Attribution', null, day('2025-05-09'), ['claim:no-fire']),
    ]);
  });

  it('shows when things were entered', async () => {
    const at = (time: string) => ({ earliest: `${time}.000Z`, latest: `${time}.000Z` });
    expect(await timeline('clock: RECORDED, until: "2026-01-02"')).toEqual({
      totalCount: 3,
      nodes: [
        row('revision:1', 'Revision', '2026-01-01T00:00:00Z', at('2026-01-01T00:00:00'), ['claim:fire']),
        row('revision:2', 'Revision', '2026-01-02T00:00:00Z', at('2026-01-02T00:00:00'), [
          'claim:fire',
          'claim:no-fire',
        ]),
        {
          ...row('revision:3', 'Revision', '2026-01-02T00:00:01Z', at('2026-01-02T00:00:01'), [
            'claim:a-on-the-2nd',
            'claim:b-on-the-2nd',
            'claim:in-may',
            'claim:on-the-3rd',
            'claim:since-june',
            'claim:undated',
          ]),
          flags: [{ kind: 'WEEKDAY_MISMATCH' }],
        },
      ],
    });
    expect(await subjects('clock: RECORDED, from: "2026-01-02", until: "2026-01-02T00:00:00Z"')).toEqual([
      'revision:2 2026-01-02T00:00:00Z',
    ]);
  });

  it('reads a revision with what it was about', async () => {
    const { data } = await ask(`{ node(id: "revision:2") { __typename ... on Revision {
      sequence at by reason operation before after subject { __typename id }
    } } }`);
    expect(data.node).toEqual({
      __typename: 'Revision',
      sequence: 2,
      at: '2026-01-02T00:00:00.000Z',
      by: 'other',
      reason: null,
      operation: 'RECORD',
      before: null,
      after: null,
      subject: { __typename: 'Document', id: 'document:herald' },
    });
  });

  it('answers as of an earlier time on both axes', async () => {
    expect(await subjects('asOf: { recorded: "2026-01-01T12:00:00Z" }')).toEqual(['claim:fire 2025-05-01']);
    expect(await subjects('clock: RECORDED, asOf: { recorded: "2026-01-02T00:00:00Z" }')).toHaveLength(2);
    expect(await subjects('clock: SAID, asOf: { said: "2025-05-01", recorded: "2026-01-02T00:00:00Z" }')).toEqual([
      'attribution:post-fire 2025-05-01',
    ]);
  });

  it('comes in pages, forwards and backwards, that stay as they were when more is recorded', async () => {
    const fields = `nodes { subject { ... on Event { id } ... on Claim { id } } when }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;
    const all = (await timeline('', fields)).nodes;
    const first = await timeline('first: 5', fields);
    expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    await load(
      engine,
      bundle({
        claims: [{ ...MEETING.claims[0], id: 'claim:new' }],
        attributions: [{ ...MEETING.attributions[0], id: 'attribution:new', claim: 'claim:new' }],
      }),
      { by: 'test', now: SECOND + 2_000 },
    );
    const second = await timeline(`after: ${JSON.stringify(first.pageInfo.endCursor)}`, fields);
    expect([...first.nodes, ...second.nodes]).toEqual(all);
    const back = await timeline(
      `last: 3, before: ${JSON.stringify(second.pageInfo.startCursor)}`,
      `${fields} totalCount`,
    );
    expect(back).toMatchObject({
      nodes: all.slice(2, 5),
      totalCount: 7,
      pageInfo: { hasNextPage: true, hasPreviousPage: true },
    });
    const { errors } = await ask(
      `{ timeline(about: ["person:mayor"], clock: SAID, after: ${JSON.stringify(first.pageInfo.endCursor)}) { totalCount } }`,
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
  });
});

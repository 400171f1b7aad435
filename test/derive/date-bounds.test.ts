import { describe, expect, it } from 'vitest';
import { type Asked, asking } from '../ask.ts';
import { MUTATIONS } from '../change/questions.ts';
import { type Desk, deskForEach } from '../desk.ts';
import { engines } from '../engines.ts';
import { flags, said } from '../flags/rule-flags.ts';
import { cites, small } from '../small-bundle.ts';

const ana = { people: ['ana'] };
const ofAna = { subject: 'person:ana' };

/** The first and the last day on which each attribution can have been made, by id; null where that end is open. */
async function limits(desk: Desk, asOf = '') {
  const { data, errors } = await desk.ask(
    `{ timeline(about: ["person:ana"], clock: SAID${asOf}, first: 100) { nodes { earliest latest subject { ... on Attribution { id } } } } }`,
  );
  expect(errors).toBeUndefined();
  const day = (moment: string | null) => moment?.slice(0, 10) ?? null;
  const rows = data.timeline.nodes.map(
    (row: { earliest: string | null; latest: string | null; subject: { id: string } }) =>
      [row.subject.id.replace('attribution:', ''), [day(row.earliest), day(row.latest)]] as const,
  );
  return Object.fromEntries(rows);
}

/** The documents that were out for certain by a day, or may have been. */
async function out(desk: Desk, day: string, undated = 'EXCLUDE') {
  const { data } = await desk.ask(`{ documents(asOf: { said: "${day}", undated: ${undated} }) { nodes { id } } }`);
  return data.documents.nodes.map(({ id }: { id: string }) => id.replace('document:', '')).sort();
}

async function change(desk: Desk, name: string, variables: Record<string, unknown>): Promise<Asked> {
  const ask = await asking(desk.engine, { by: 'editor' });
  const answer = await ask(MUTATIONS[name] as string, variables);
  expect(answer.errors).toBeUndefined();
  expect(answer.data[name].problems).toEqual([]);
  return answer;
}

const first = ', asOf: { recorded: "2026-01-01T12:00:00Z" }';

describe.each(engines)('date bounds on $name', (tested) => {
  const desk = deskForEach(tested);

  it('keep an undated relay from being there before what it cites', async () => {
    const attributions = { report: said('a', '2025-03-05'), relay: { ...said('a'), cites: cites('report') } };
    await desk.record(small({ ...ana, claims: { a: ofAna }, attributions }));
    expect(await limits(desk)).toEqual({ report: ['2025-03-05', '2025-03-05'], relay: ['2025-03-05', null] });
    const { data } = await desk.ask('{ whoReported(asOf: { said: "2025-03-04", undated: INCLUDE }) { nodes { id } } }');
    expect(data.whoReported.nodes).toEqual([]);
  });

  it('are narrowed by a later page, and as of an earlier record time they are what they were', async () => {
    const report = { ...said('a'), document: 'document:paper' };
    await desk.record(
      small({
        ...ana,
        documents: [{ id: 'paper' }],
        claims: { a: { ...ofAna, when: '2025-03-01' } },
        attributions: { report },
      }),
      small({ attributions: { relay: { ...said('a', '2025-03-09'), cites: cites('report') } } }),
      small({ attributions: { earlier: { ...said('a', '2025-03-04'), cites: cites('report') } } }),
    );
    expect((await limits(desk, first)).report).toEqual(['2025-03-01', null]);
    const second = ', asOf: { recorded: "2026-01-02T12:00:00Z" }';
    expect((await limits(desk, second)).report).toEqual(['2025-03-01', '2025-03-09']);
    expect((await limits(desk)).report).toEqual(['2025-03-01', '2025-03-04']);
  });

  it('are widened again by a retraction and by a correction', async () => {
    const paper = { ...said('a'), document: 'document:paper' };
    await desk.record(
      small({
        ...ana,
        documents: [{ id: 'paper' }],
        claims: { a: ofAna },
        attributions: {
          source: said('a', '2025-03-01'),
          report: { ...paper, cites: cites('source') },
          relay: { ...said('a', '2025-03-09'), cites: cites('report') },
          other: { ...said('a', '2025-04-09'), cites: cites('report') },
        },
      }),
    );
    expect((await limits(desk)).report).toEqual(['2025-03-01', '2025-03-09']);
    await change(desk, 'retract', { id: 'attribution:relay', reason: 'wrong' });
    expect((await limits(desk)).report).toEqual(['2025-03-01', '2025-04-09']);
    const { attributions } = small({ attributions: { source: said('a', '2025-02-01') } });
    const replacement = { attributions };
    await change(desk, 'correct', { input: { id: 'attribution:source', replacement, reason: 'wrong' } });
    expect((await limits(desk)).report).toEqual(['2025-02-01', '2025-04-09']);
    expect((await limits(desk, first)).report).toEqual(['2025-03-01', '2025-03-09']);
  });

  it('of documents follow translations and updates, both ways, and from words to their document', async () => {
    const derived = { credited: true, basis: 'STATED' };
    await desk.record(
      small({
        ...ana,
        documents: [{ id: 'original' }, { id: 'translation', publishedAt: '2025-03-09' }, { id: 'update' }],
        claims: { a: ofAna, b: ofAna },
        attributions: {
          first: { ...said('a', '2025-03-05'), document: 'document:original' },
          second: { ...said('b'), document: 'document:update' },
        },
        derivations: [
          { document: 'document:translation', from: 'document:original', kind: 'TRANSLATION', ...derived },
          { document: 'document:update', from: 'document:translation', kind: 'UPDATE', ...derived },
        ],
      }),
    );
    expect(await out(desk, '2025-03-04', 'INCLUDE')).toEqual([]);
    expect(await out(desk, '2025-03-05', 'INCLUDE')).toEqual(['original']);
    expect(await out(desk, '2025-03-08')).toEqual([]);
    expect(await out(desk, '2025-03-09')).toEqual(['original', 'translation']);
    expect(await out(desk, '2025-03-09', 'INCLUDE')).toEqual(['original', 'translation', 'update']);
    expect((await limits(desk)).second).toEqual(['2025-03-09', null]);
    const { data } = await desk.ask(
      '{ node(id: "document:original") { ... on Document { derivatives { kind document { id } } derivedFrom { kind } } } }',
    );
    expect(data.node).toEqual({
      derivatives: [{ kind: 'TRANSLATION', document: { id: 'document:translation' } }],
      derivedFrom: [],
    });
  });

  it('say nothing of the order of two documents that share a text, nor by what is only suggested', async () => {
    const attributions = {
      dated: said('a', '2025-03-05'),
      guessed: { ...said('a'), cites: [{ attribution: 'attribution:dated', basis: 'MODEL' }] },
      suggested: { ...said('a'), basis: 'MODEL', cites: cites('dated') },
    };
    await desk.record(
      small({
        ...ana,
        documents: [{ id: 'one', publishedAt: '2025-03-05' }, { id: 'other' }, { id: 'third' }],
        claims: { a: ofAna },
        attributions,
        derivations: [
          { document: 'document:other', from: 'document:one', kind: 'SAME_TEXT', credited: false, basis: 'STATED' },
          { document: 'document:third', from: 'document:one', kind: 'COPY', credited: false, basis: 'RULE' },
        ],
      }),
    );
    expect(await out(desk, '2025-03-01', 'INCLUDE')).toEqual(['other', 'third']);
    expect((await limits(desk)).guessed).toEqual([null, null]);
  });

  it('narrow a vague date within what it says', async () => {
    await desk.record(
      small({
        ...ana,
        claims: { a: ofAna },
        attributions: {
          source: said('a', '2025-03-05'),
          vague: { ...said('a', '2025-03~'), cites: cites('source') },
          relay: { ...said('a', '2025-03-20'), cites: cites('vague') },
        },
      }),
    );
    expect((await limits(desk)).vague).toEqual(['2025-03-05', '2025-03-20']);
    expect(await flags(desk.ask)).toEqual({});
  });

  it('leave stated dates as they are, and DATE_ORDER names each pair in the wrong order', async () => {
    const derived = {
      document: 'document:copy',
      from: 'document:paper',
      kind: 'COPY',
      credited: true,
      basis: 'STATED',
    };
    await desk.record(
      small({
        ...ana,
        documents: [
          { id: 'paper', publishedAt: '2025-03-05' },
          { id: 'copy', publishedAt: '2025-03-01' },
        ],
        claims: { a: ofAna, b: ofAna },
        attributions: {
          source: said('a', '2025-03-05'),
          between: { ...said('a'), cites: cites('source') },
          relay: { ...said('b', '2025-03-02'), cites: cites('source', 'between') },
          words: { ...said('a'), document: 'document:copy' },
        },
        derivations: [derived],
      }),
    );
    expect((await limits(desk)).relay).toEqual(['2025-03-02', '2025-03-02']);
    const flagged = {
      'claim:b': [
        [
          'DATE_ORDER',
          'attribution:relay (2025-03-02) cites attribution:between (not before 2025-03-05), which is later.',
        ],
        ['DATE_ORDER', 'attribution:relay (2025-03-02) cites attribution:source (2025-03-05), which is later.'],
      ],
      'document:copy': [
        ['DATE_ORDER', 'document:copy (2025-03-01) is taken from document:paper (2025-03-05), which is later.'],
      ],
    };
    expect(await flags(desk.ask)).toEqual(flagged);
    const replacement = { attributions: small({ attributions: { source: said('a', '2025-03-02') } }).attributions };
    await change(desk, 'correct', { input: { id: 'attribution:source', replacement, reason: 'wrong' } });
    expect(await flags(desk.ask)).toEqual({ 'document:copy': flagged['document:copy'] });
    expect(await flags(desk.ask, first)).toEqual(flagged);
  });

  it('of words without a document are there only with something that cites them', async () => {
    const attributions = {
      quoted: said('a'),
      later: { ...said('a', '2025-03-09'), cites: cites('quoted') },
    };
    await desk.record(
      small({ ...ana, claims: { a: { ...ofAna, when: '2025-03-01' } }, attributions }),
      small({ attributions: { earlier: { ...said('a', '2025-03-05'), cites: cites('quoted') } } }),
    );
    expect((await limits(desk, first)).quoted).toEqual(['2025-03-09', '2025-03-09']);
    expect((await limits(desk)).quoted).toEqual(['2025-03-05', '2025-03-05']);
  });

  it('take none from the time that a demand or a deadline speaks of', async () => {
    await desk.record(
      small({
        ...ana,
        documents: [{ id: 'paper' }],
        claims: { saw: { predicate: 'saw', when: '2025-06-01' }, wants: { predicate: 'demanded', when: '2025-06-01' } },
        attributions: {
          saw: { ...said('saw'), document: 'document:paper' },
          wants: { ...said('wants'), document: 'document:paper' },
        },
      }),
    );
    const { data } = await desk.ask('{ whoReported(asOf: { said: "2025-03-01", undated: INCLUDE }) { nodes { id } } }');
    expect(data.whoReported.nodes).toEqual([{ id: 'attribution:wants' }]);
  });
});

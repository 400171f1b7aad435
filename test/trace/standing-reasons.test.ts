import { describe, expect, it } from 'vitest';
import { deskForEach } from '../desk.ts';
import { engines } from '../engines.ts';
import { own, papers, relay, small } from '../small-bundle.ts';
import { independenceOf, ofClaim } from './traced-claims.ts';

const says = (actor: string, claim: string, more: object = {}) => ({ claim, actor: `person:${actor}`, ...more });

describe.each(engines)('why a claim stands where it does, on $name', (tested) => {
  const desk = deskForEach(tested);

  /** Records what is said of some claims, and gives the standing of one and its reasons. */
  async function standingOf(claim: string, parts: Parameters<typeof small>[0]) {
    const claims = Object.fromEntries(Object.values(parts.attributions ?? {}).map((one) => [one.claim, {}]));
    await desk.record(small({ people: ['ana', 'ben'], ...papers('post', 'herald'), claims, ...parts }));
    const { standing, standingReasons } = await ofClaim(desk.ask, claim, 'standing standingReasons');
    return [standing, ...standingReasons];
  }

  it('RETRACTED: who took back whose words', async () => {
    const attributions = {
      said: says('ana', 'a', { saidAt: '2025-01-01' }),
      back: says('ana', 'a', { stance: 'RETRACTS', saidAt: '2025-01-02' }),
      post: relay('post', 'a', 'said'),
    };
    expect(await standingOf('a', { attributions })).toEqual([
      'RETRACTED',
      'Ana, 1 January 2025 (attribution:said) was taken back by ana, 2 January 2025 (attribution:back).',
    ]);
  });

  it('RETRACTED: who took back the word of a page that nobody has read', async () => {
    const parts = {
      outlets: ['post', 'wire'],
      documents: [
        { id: 'wire', publisher: 'organization:wire', read: false },
        { id: 'post', publisher: 'organization:post' },
        { id: 'note', publisher: 'organization:wire', publishedAt: '2025-01-02' },
      ],
      attributions: {
        post: own('post', 'a'),
        back: own('wire', 'a', { document: 'document:note', stance: 'RETRACTS' }),
      },
      derivations: [
        { document: 'document:post', from: 'document:wire', kind: 'WIRE', credited: true, basis: 'STATED' },
      ],
    };
    const back = 'was taken back by wire, 2 January 2025 (attribution:back)';
    expect(await standingOf('a', parts)).toEqual([
      'RETRACTED',
      `The word of wire (document:wire), which nobody here has read, ${back}.`,
    ]);
    expect((await independenceOf(desk.ask, 'a')).reasons).toContain(
      `Post (attribution:post) has it from wire (document:wire), which nobody here has read and whose word ${back}: it counts for nothing.`,
    );
  });

  it('DENIED: who denies, and that nobody is seen to have said it', async () => {
    const attributions = { no: says('ben', 'a', { stance: 'DENIES', saidAt: '2025-01-02' }), post: relay('post', 'a') };
    expect(await standingOf('a', { attributions })).toEqual([
      'DENIED',
      'Ben, 2 January 2025 (attribution:no) denies it.',
      'No origin of it is known.',
    ]);
  });

  it('DISPUTED: who denies it or a part of it, and which claim opposes it and whose that is', async () => {
    const claims = { a: {}, part: { partOf: 'claim:a' }, beside: {}, other: {} };
    const attributions = {
      ana: says('ana', 'a'),
      no: says('ben', 'a', { stance: 'DENIES', saidAt: '2025-01-02' }),
      'no-part': says('ben', 'part', { stance: 'DENIES', covers: ['claim:beside'] }),
      beside: says('ana', 'beside'),
      other: says('ben', 'other'),
    };
    const relations = [{ from: 'claim:other', to: 'claim:a', kind: 'CONTRARY_TO', basis: 'ANALYST' }];
    expect(await standingOf('a', { claims, attributions, relations })).toEqual([
      'DISPUTED',
      'Ben, 2 January 2025 (attribution:no) denies it.',
      'Ben (attribution:no-part) denies a part of it (claim:part).',
      'It cannot be right beside claim:other, which comes from ben (attribution:other).',
    ]);
  });

  it('UNTRACED: where the trail is lost, and what says something else', async () => {
    const attributions = {
      rumour: relay('post', 'a'),
      ana: says('ana', 'other'),
      herald: relay('herald', 'a', 'ana'),
    };
    expect(await standingOf('a', { attributions })).toEqual([
      'UNTRACED',
      'No origin of it is known: it needs somebody who says it in their own voice.',
      'The trail is lost at post (attribution:rumour).',
      'What it goes back to says something else: ana (attribution:ana).',
    ]);
    expect(await ofClaim(desk.ask, 'a', 'roots { id } untraced { id } borrowed { id }')).toEqual({
      roots: [],
      untraced: ['attribution:rumour'],
      borrowed: ['attribution:ana'],
    });
  });

  it('UNTRACED: that nobody affirms it', async () => {
    const attributions = { silent: says('ana', 'a', { stance: 'NO_RESPONSE' }) };
    expect(await standingOf('a', { attributions })).toEqual(['UNTRACED', 'Nobody affirms it.']);
  });

  it('UNATTRIBUTED: that outlets name nobody for it', async () => {
    const attributions = { post: own('post', 'a'), herald: own('herald', 'a') };
    expect(await standingOf('a', { attributions })).toEqual([
      'UNATTRIBUTED',
      'Only outlets say it, in their own voice: they name nobody for it.',
    ]);
  });

  it('CORROBORATED: how many stand behind it', async () => {
    expect(await standingOf('a', { attributions: { ana: says('ana', 'a'), post: own('post', 'a') } })).toEqual([
      'CORROBORATED',
      '2 newsrooms or named speakers and at least 2 sources stand behind it, and no single withdrawal would bring it down.',
    ]);
  });

  it('SINGLE_SOURCE: what is missing to be corroborated', async () => {
    expect(await standingOf('a', { attributions: { ana: says('ana', 'a') } })).toEqual([
      'SINGLE_SOURCE',
      'At least two newsrooms or named speakers would have to stand behind it.',
      'At least two different sources would have to stand behind it.',
      'It falls if ana withdraws.',
    ]);
  });

  it('SINGLE_SOURCE: that several sources may be one', async () => {
    const sources = {
      aide: { shieldedBy: 'organization:post', count: { min: 1, max: 1 } },
      guard: { shieldedBy: 'organization:herald', count: { min: 1, max: 1 } },
    };
    const unnamed = (source: string) => ({ claim: 'a', actor: `source:${source}`, onRecord: false });
    const attributions = { aide: unnamed('aide'), guard: unnamed('guard') };
    expect(await standingOf('a', { sources, attributions })).toEqual([
      'SINGLE_SOURCE',
      'At least two different sources would have to stand behind it: those known may be one.',
    ]);
  });

  it('SINGLE_SOURCE: that two speakers fall with the paper that quotes them', async () => {
    const quoted = (speaker: string) => says(speaker, 'a', { document: 'document:post' });
    expect(await standingOf('a', { attributions: { ana: quoted('ana'), ben: quoted('ben') } })).toEqual([
      'SINGLE_SOURCE',
      'It falls if post withdraws.',
    ]);
  });
});

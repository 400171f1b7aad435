import { describe, expect, it } from 'vitest';
import { answer } from '../answer.ts';
import { deskForEach } from '../desk.ts';
import { engines } from '../engines.ts';
import { cites, own, papers, relay, small } from '../small-bundle.ts';
import { independenceOf, ofClaim } from './traced-claims.ts';

describe.each(engines)('citations of citations on $name', (tested) => {
  const desk = deskForEach(tested);

  const attribution = { claim: 'a', actor: 'person:ana' };

  /** Two newsrooms that cite nobody but each other, with the same stance. */
  const twoInACircle = (stance: string) =>
    small({
      ...papers('post', 'herald'),
      claims: { a: {} },
      attributions: {
        post: own('post', 'a', { stance, cites: cites('herald') }),
        herald: own('herald', 'a', { stance, cites: cites('post') }),
      },
    });

  it('two newsrooms that only cite each other in their own voice are one origin with two members', async () => {
    await desk.record(twoInACircle('ASSERTS'));
    expect(await independenceOf(desk.ask, 'a')).toEqual({
      roots: ['attribution:herald', 'attribution:post'],
      newsrooms: 1,
      ultimateSources: { min: 1, max: 1 },
      onRecord: 0,
      loops: [['attribution:herald', 'attribution:post']],
      dependsOn: ['organization:herald', 'organization:post'],
      readIn: ['document:herald', 'document:post'],
      coverage: 'FULL',
      reasons: [
        '1 newsroom: herald or post (attribution:herald and attribution:post).',
        '1 source in all: herald and post together (attribution:herald and attribution:post).',
        'Nobody stands behind it by name.',
        'Herald (attribution:herald) and post (attribution:post) go back to each other in a circle: they count as one.',
        'It falls if herald or post withdraws.',
        'It was read in herald (document:herald) and post (document:post).',
      ],
    });
  });

  it('two newsrooms that only relay each other are untraced, for nobody shows where it began', async () => {
    await desk.record(twoInACircle('REPORTS'));
    expect(await ofClaim(desk.ask, 'a', 'standing roots { id } untraced { id } borrowed { id }')).toEqual({
      standing: 'UNTRACED',
      roots: [],
      untraced: ['attribution:herald', 'attribution:post'],
      borrowed: [],
    });
    expect(await independenceOf(desk.ask, 'a')).toEqual({
      roots: [],
      newsrooms: 0,
      ultimateSources: { min: 0, max: 0 },
      onRecord: 0,
      loops: [['attribution:herald', 'attribution:post']],
      dependsOn: [],
      readIn: ['document:herald', 'document:post'],
      coverage: 'PARTIAL',
      reasons: [
        'No origin of it is known.',
        'Herald (attribution:herald) and post (attribution:post) go back to each other in a circle, and nobody shows where it began: none counts.',
        'Herald (attribution:herald) passes it on, and nobody shows from whom: it counts for nothing.',
        'Post (attribution:post) passes it on, and nobody shows from whom: it counts for nothing.',
        'It was read in herald (document:herald) and post (document:post).',
      ],
    });
  });

  it('a loop that cites another attribution is no origin, and keeps nothing up when that one is withdrawn', async () => {
    await desk.record(
      small({
        people: ['ana'],
        ...papers('post', 'herald', 'times'),
        claims: { a: {} },
        attributions: {
          post: relay('post', 'a', 'herald'),
          herald: relay('herald', 'a', 'post', 'times'),
          times: relay('times', 'a', 'ana'),
          ana: attribution,
        },
      }),
    );
    expect(await independenceOf(desk.ask, 'a')).toEqual({
      roots: ['attribution:ana'],
      newsrooms: 0,
      ultimateSources: { min: 1, max: 1 },
      onRecord: 1,
      loops: [['attribution:herald', 'attribution:post']],
      dependsOn: ['person:ana'],
      readIn: ['document:herald', 'document:post', 'document:times'],
      coverage: 'FULL',
      reasons: [
        'No newsroom stands behind it.',
        '1 source in all: ana (attribution:ana).',
        'Ana (attribution:ana) stands behind it by name.',
        'Herald (attribution:herald) and post (attribution:post) go back to each other in a circle: none of them is where it began.',
        'It falls if ana withdraws.',
        'It was read in herald (document:herald), post (document:post) and times (document:times).',
      ],
    });
  });

  it('a diamond has one root, and depends on nothing else', async () => {
    await desk.record(
      small({
        ...papers('post', 'herald', 'times', 'globe'),
        sources: { aide: { shieldedBy: 'organization:globe', count: { min: 1, max: 1 } } },
        claims: { a: {} },
        attributions: {
          post: relay('post', 'a', 'herald', 'times'),
          herald: relay('herald', 'a', 'aide'),
          times: relay('times', 'a', 'aide'),
          aide: { claim: 'a', actor: 'source:aide', document: 'document:globe', onRecord: false },
        },
      }),
    );
    expect(await independenceOf(desk.ask, 'a')).toEqual({
      roots: ['attribution:aide'],
      newsrooms: 1,
      ultimateSources: { min: 1, max: 1 },
      onRecord: 0,
      loops: [],
      dependsOn: ['organization:globe', 'source:aide'],
      readIn: ['document:globe', 'document:herald', 'document:post', 'document:times'],
      coverage: 'FULL',
      reasons: [
        '1 newsroom: globe (attribution:aide).',
        '1 source in all: aide (attribution:aide).',
        'Nobody stands behind it by name.',
        'It falls if globe or aide withdraws.',
        'It was read in globe (document:globe), herald (document:herald), post (document:post) and times (document:times).',
      ],
    });
    const chains = await answer(desk.ask, '{ node(id: "attribution:post") { ... on Attribution { chains { id } } } }');
    expect(chains).toEqual({
      chains: [
        ['attribution:post', 'attribution:herald', 'attribution:aide'],
        ['attribution:post', 'attribution:times', 'attribution:aide'],
      ],
    });
  });

  it('a citation of the other side is a rebuttal, and one that a rule or a model suggests does not count', async () => {
    const guess = (basis: string) => [{ attribution: 'attribution:ana', basis }];
    await desk.record(
      small({
        people: ['ana', 'ben'],
        ...papers('post', 'herald', 'times'),
        claims: { a: {} },
        attributions: {
          ana: attribution,
          ben: { claim: 'a', actor: 'person:ben', stance: 'DENIES', cites: cites('ana') },
          post: own('post', 'a', { cites: cites('ben') }),
          herald: own('herald', 'a', { cites: guess('RULE') }),
          times: own('times', 'a', { cites: guess('MODEL') }),
        },
      }),
    );
    expect((await independenceOf(desk.ask, 'a')).roots).toEqual([
      'attribution:ana',
      'attribution:herald',
      'attribution:post',
      'attribution:times',
    ]);
  });

  it('a relay that cites both sides takes none, and is no root of either', async () => {
    await desk.record(
      small({
        people: ['ana', 'ben'],
        ...papers('post', 'herald'),
        claims: { a: {} },
        attributions: {
          ana: attribution,
          ben: { claim: 'a', actor: 'person:ben', stance: 'DENIES' },
          post: relay('post', 'a', 'ana', 'ben'),
          herald: relay('herald', 'a', 'post'),
        },
      }),
    );
    const { roots, readIn, reasons } = await independenceOf(desk.ask, 'a');
    expect({ roots, readIn, reasons }).toEqual({
      roots: ['attribution:ana'],
      readIn: [],
      reasons: [
        'No newsroom stands behind it.',
        '1 source in all: ana (attribution:ana).',
        'Ana (attribution:ana) stands behind it by name.',
        'It falls if ana withdraws.',
        'None of it was read.',
      ],
    });
  });

  it('words that refine or entail a claim are its own, and all others that a chain steps to are borrowed', async () => {
    const step = (claim: string) => ({ stance: 'REPORTS', cites: cites(claim) });
    await desk.record(
      small({
        people: ['ana', 'ben', 'cleo', 'dan'],
        ...papers('post', 'herald', 'times', 'globe'),
        claims: { a: {}, finer: {}, stronger: {}, reason: {}, same: {} },
        relations: [
          { from: 'claim:finer', to: 'claim:a', kind: 'REFINES', basis: 'STATED' },
          { from: 'claim:stronger', to: 'claim:finer', kind: 'ENTAILS', basis: 'ANALYST' },
          { from: 'claim:reason', to: 'claim:a', kind: 'SUPPORTS', basis: 'STATED' },
          { from: 'claim:same', to: 'claim:a', kind: 'SAME_AS', basis: 'ANALYST' },
        ],
        attributions: {
          ana: { claim: 'finer', actor: 'person:ana' },
          ben: { claim: 'stronger', actor: 'person:ben' },
          cleo: { claim: 'reason', actor: 'person:cleo' },
          dan: { claim: 'same', actor: 'person:dan' },
          post: own('post', 'a', step('ana')),
          herald: own('herald', 'a', step('ben')),
          times: own('times', 'a', step('cleo')),
        },
      }),
    );
    const originsOf = (claim: string) => ofClaim(desk.ask, claim, 'roots { id } borrowed { id } untraced { id }');
    const [ana, ben, cleo, dan] = ['ana', 'ben', 'cleo', 'dan'].map((id) => `attribution:${id}`);
    const ofA = { roots: [ana, ben, dan], borrowed: [cleo], untraced: [] };
    expect(await originsOf('a')).toEqual(ofA);
    expect(await originsOf('same')).toEqual(ofA);
    expect(await originsOf('finer')).toEqual({ roots: [ana, ben], borrowed: [], untraced: [] });
    expect(await originsOf('stronger')).toEqual({ roots: [ben], borrowed: [], untraced: [] });
    expect(await originsOf('reason')).toEqual({ roots: [cleo], borrowed: [], untraced: [] });
    expect((await independenceOf(desk.ask, 'a')).reasons).toContain(
      'Cleo (attribution:cleo) says something else (claim:reason): those who passed it on as this count for nothing.',
    );
  });
});

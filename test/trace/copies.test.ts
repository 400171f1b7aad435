import { describe, expect, it } from 'vitest';
import { answer } from '../answer.ts';
import { deskForEach } from '../desk.ts';
import { engines } from '../engines.ts';
import { cites, own, papers, relay, small } from '../small-bundle.ts';
import { independenceOf, numbersOf } from './traced-claims.ts';

describe.each(engines)('copies and families on $name', (tested) => {
  const desk = deskForEach(tested);

  const derived = (more: object = {}) => ({
    document: 'document:post',
    from: 'document:wire',
    kind: 'COPY',
    credited: false,
    basis: 'STATED',
    ...more,
  });

  /** Two newsrooms say a claim in their own voice; how the document of one derives from that of the other. */
  const twoPages = (...derivations: readonly object[]) =>
    small({
      ...papers('wire', 'post'),
      claims: { a: {} },
      attributions: { wire: own('wire', 'a'), post: own('post', 'a') },
      derivations,
    });

  it('an uncredited copy is folded into what it was copied from', async () => {
    await desk.record(twoPages(derived()));
    expect(await independenceOf(desk.ask, 'a')).toEqual({
      roots: ['attribution:wire'],
      newsrooms: 1,
      ultimateSources: { min: 1, max: 1 },
      onRecord: 0,
      loops: [],
      dependsOn: ['organization:wire'],
      readIn: ['document:post', 'document:wire'],
      coverage: 'FULL',
      reasons: [
        '1 newsroom: wire (attribution:wire).',
        '1 source in all: wire counts as 1 source (attribution:wire).',
        'Nobody stands behind it by name.',
        'attribution:post stands in document:post, which copies document:wire without credit; it counts as that document and goes back to attribution:wire.',
        'It falls if wire withdraws.',
        'It was read in document:post and document:wire.',
      ],
    });
    const chains = await answer(desk.ask, '{ node(id: "attribution:post") { ... on Attribution { chains { id } } } }');
    expect(chains).toEqual({ chains: [['attribution:post', 'attribution:wire']] });
  });

  it.each(['WIRE', 'COPY', 'REWRITE'])('%s: without credit one newsroom', async (kind) => {
    await desk.record(twoPages(derived({ kind })));
    expect(await numbersOf(desk.ask, 'a')).toEqual([1, 1, 1, 0]);
  });

  it.each(['WIRE', 'COPY', 'REWRITE'])('%s: with credit two newsrooms', async (kind) => {
    await desk.record(twoPages(derived({ kind, credited: true })));
    expect(await numbersOf(desk.ask, 'a')).toEqual([2, 2, 2, 0]);
  });

  it.each([
    ['a translation', { kind: 'TRANSLATION' }],
    ['an update', { kind: 'UPDATE' }],
    ['what a rule suspects', { basis: 'RULE' }],
    ['what a model suspects', { basis: 'MODEL' }],
  ])('%s is not folded', async (_name, more) => {
    await desk.record(twoPages(derived(more)));
    expect(await numbersOf(desk.ask, 'a')).toEqual([2, 2, 2, 0]);
  });

  it('is folded only from when the copying was recorded', async () => {
    await desk.record(twoPages());
    expect(await numbersOf(desk.ask, 'a')).toEqual([2, 2, 2, 0]);
    await desk.record(small({ derivations: [derived()] }));
    expect(await numbersOf(desk.ask, 'a')).toEqual([1, 1, 1, 0]);
    const before = await independenceOf(desk.ask, 'a', { recorded: '2026-01-01T12:00:00Z' });
    expect(before.newsrooms).toBe(2);
  });

  it('a copy of a copy goes back to the first document, and a quote in both counts once', async () => {
    await desk.record(
      small({
        people: ['ana'],
        ...papers('wire', 'post', 'herald'),
        claims: { a: {}, b: {} },
        attributions: {
          wire: own('wire', 'a'),
          herald: own('herald', 'a'),
          quoted: { claim: 'b', actor: 'person:ana', document: 'document:wire' },
          requoted: { claim: 'b', actor: 'person:ana', document: 'document:herald' },
        },
        derivations: [derived(), derived({ document: 'document:herald', from: 'document:post', kind: 'REWRITE' })],
      }),
    );
    expect((await independenceOf(desk.ask, 'a')).roots).toEqual(['attribution:wire']);
    expect((await independenceOf(desk.ask, 'b')).roots).toEqual(['attribution:quoted']);
    expect(await numbersOf(desk.ask, 'b')).toEqual([1, 1, 1, 1]);
  });

  it('a copy of a document without attributions of the claim counts for the publisher of that document', async () => {
    await desk.record(
      small({
        ...papers('wire', 'post'),
        claims: { a: {} },
        attributions: { post: own('post', 'a') },
        derivations: [derived()],
      }),
    );
    expect(await independenceOf(desk.ask, 'a')).toEqual({
      roots: ['attribution:post'],
      newsrooms: 1,
      ultimateSources: { min: 1, max: 1 },
      onRecord: 0,
      loops: [],
      dependsOn: ['organization:post', 'organization:wire'],
      readIn: ['document:post', 'document:wire'],
      coverage: 'FULL',
      reasons: [
        '1 newsroom: wire (attribution:post).',
        '1 source in all: wire counts as 1 source (attribution:post).',
        'Nobody stands behind it by name.',
        'attribution:post stands in document:post, which copies document:wire without credit; it counts as that document.',
        'It falls if post or wire withdraws.',
        'It was read in document:post and document:wire.',
      ],
    });
  });

  it('outlets of one owner are one newsroom and several speakers, and withdraw together', async () => {
    await desk.record(
      small({
        ...papers('house', 'north', 'south', 'holding'),
        families: { north: 'house', south: 'house', house: 'holding' },
        claims: { a: {} },
        attributions: { north: own('north', 'a'), south: own('south', 'a') },
      }),
    );
    expect(await independenceOf(desk.ask, 'a')).toEqual({
      roots: ['attribution:north', 'attribution:south'],
      newsrooms: 1,
      ultimateSources: { min: 2, max: 2 },
      onRecord: 0,
      loops: [],
      dependsOn: ['organization:holding', 'organization:house', 'organization:north', 'organization:south'],
      readIn: ['document:north', 'document:south'],
      coverage: 'FULL',
      reasons: [
        '1 newsroom: holding (attribution:north and attribution:south).',
        '2 sources in all: north counts as 1 source (attribution:north) and south counts as 1 source (attribution:south).',
        'Nobody stands behind it by name.',
        'It falls if holding, house, north or south withdraws.',
        'It was read in document:north and document:south.',
      ],
    });
  });

  it('a published document that is merely cited does not depend on those that cite it', async () => {
    await desk.record(
      small({
        ...papers('post', 'herald'),
        sources: { aide: { shieldedBy: 'organization:post' } },
        claims: { a: {}, b: {} },
        attributions: {
          post: own('post', 'a'),
          herald: relay('herald', 'a', 'post'),
          aide: { claim: 'b', actor: 'source:aide' },
          'post-aide': own('post', 'b', { stance: 'REPORTS', cites: cites('aide') }),
          'herald-aide': relay('herald', 'b', 'post-aide'),
        },
      }),
    );
    expect((await independenceOf(desk.ask, 'a')).dependsOn).toEqual(['organization:post']);
    expect((await independenceOf(desk.ask, 'b')).dependsOn).toEqual(['organization:post', 'source:aide']);
  });
});

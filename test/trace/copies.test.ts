import { describe, expect, it } from 'vitest';
import { answer } from '../answer.ts';
import { deskForEach } from '../desk.ts';
import { engines } from '../engines.ts';
import { cites, own, papers, relay, small } from '../small-bundle.ts';
import { independenceOf, numbersOf, ofClaim } from './traced-claims.ts';

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
        '1 source in all: wire (attribution:wire).',
        'Nobody stands behind it by name.',
        'Post (attribution:post) is in a document that was taken from wire (document:wire): it goes back to wire (attribution:wire).',
        'It falls if wire withdraws.',
        'It was read in post (document:post) and wire (document:wire).',
      ],
    });
    const chains = await answer(desk.ask, '{ node(id: "attribution:post") { ... on Attribution { chains { id } } } }');
    expect(chains).toEqual({ chains: [['attribution:post', 'attribution:wire']] });
  });

  it.each(['WIRE', 'COPY', 'REWRITE', 'TRANSLATION'])('%s: one newsroom, with credit as without', async (kind) => {
    await desk.record(twoPages(derived({ kind })));
    expect(await numbersOf(desk.ask, 'a')).toEqual([1, 1, 1, 0]);
    await desk.record(small({ derivations: [derived({ kind, credited: true })] }));
    expect(await numbersOf(desk.ask, 'a')).toEqual([1, 1, 1, 0]);
  });

  it.each([
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

  /** A page says what the page that it was taken from does not have, or what nobody here can look up there. */
  const pageOf = (...originals: readonly { readonly id: string; readonly read: boolean }[]) =>
    small({
      people: ['ana'],
      outlets: ['post', ...originals.map(({ id }) => id)],
      documents: [
        { id: 'post', publisher: 'organization:post' },
        ...originals.map(({ id, read }) => ({ id, read, publisher: `organization:${id}` })),
      ],
      claims: { a: {}, quoted: {} },
      attributions: {
        post: own('post', 'a'),
        quoted: { claim: 'quoted', actor: 'person:ana', document: 'document:post' },
      },
      derivations: originals.map(({ id }) => derived({ from: `document:${id}` })),
    });

  it('a page that says more than the read one that it was taken from speaks for itself, in the newsroom of that one', async () => {
    await desk.record(pageOf({ id: 'wire', read: true }));
    expect(await independenceOf(desk.ask, 'a')).toEqual({
      roots: ['attribution:post'],
      newsrooms: 1,
      ultimateSources: { min: 1, max: 1 },
      onRecord: 0,
      loops: [],
      dependsOn: ['organization:post'],
      readIn: ['document:post', 'document:wire'],
      coverage: 'FULL',
      reasons: [
        '1 newsroom: wire (attribution:post).',
        '1 source in all: wire (attribution:post).',
        'Nobody stands behind it by name.',
        'Post (attribution:post) is in a document that was taken from wire (document:wire), which does not have its words: pages taken from one original count together.',
        'It falls if post withdraws.',
        'It was read in post (document:post) and wire (document:wire).',
      ],
    });
  });

  it('a page that was taken from one that nobody has read gives the word of that one, and a quotation in it its own', async () => {
    await desk.record(pageOf({ id: 'wire', read: false }));
    expect(await independenceOf(desk.ask, 'a')).toEqual({
      roots: ['attribution:post'],
      newsrooms: 1,
      ultimateSources: { min: 1, max: null },
      onRecord: 0,
      loops: [],
      dependsOn: ['organization:wire'],
      readIn: ['document:post'],
      coverage: 'PARTIAL',
      reasons: [
        '1 newsroom: wire (attribution:post).',
        'At least one source in all: wire (attribution:post).',
        'Nobody stands behind it by name.',
        'Post (attribution:post) is in a document that was taken from wire (document:wire): it counts as the word of wire (document:wire), which nobody here has read.',
        'It falls if wire withdraws.',
        'Wire (document:wire) was not read here: it is known only through others.',
        'It was read in post (document:post).',
      ],
    });
    expect(await numbersOf(desk.ask, 'quoted')).toEqual([1, 1, 1, 1]);
    expect((await independenceOf(desk.ask, 'quoted')).reasons).toContain(
      'Ana (attribution:quoted) is in a document that was taken from wire (document:wire), in which nobody here has read its words: pages taken from one original count together.',
    );
  });

  it('a page that was taken from several that nobody has read is untraced, and a quotation in it is not', async () => {
    await desk.record(pageOf({ id: 'wire', read: false }, { id: 'agency', read: false }));
    const selection = 'standing roots { id } untraced { id }';
    expect(await ofClaim(desk.ask, 'a', selection)).toEqual({
      standing: 'UNTRACED',
      roots: [],
      untraced: ['attribution:post'],
    });
    expect((await independenceOf(desk.ask, 'a')).reasons).toContain(
      'Post (attribution:post) has it from agency (document:agency) and wire (document:wire), which nobody here has read, and nobody shows from which of them: it counts for nothing.',
    );
    expect(await ofClaim(desk.ask, 'quoted', selection)).toEqual({
      standing: 'SINGLE_SOURCE',
      roots: ['attribution:quoted'],
      untraced: [],
    });
  });

  it('pages that share a text count as one, and none of them was taken from the other', async () => {
    const shared = [derived({ from: 'document:wire', kind: 'SAME_TEXT' })];
    const attributions = { wire: own('wire', 'a'), post: own('post', 'a') };
    await desk.record(small({ ...papers('wire', 'post'), claims: { a: {} }, attributions, derivations: shared }));
    const { newsrooms, ultimateSources, reasons } = await independenceOf(desk.ask, 'a');
    expect([newsrooms, ultimateSources]).toEqual([1, { min: 1, max: 1 }]);
    expect(reasons).toContain(
      'Post (attribution:post) is in a document that shares its text with wire (document:wire): it goes back to wire (attribution:wire).',
    );
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
        '2 sources in all: north (attribution:north) and south (attribution:south).',
        'Nobody stands behind it by name.',
        'It falls if holding, house, north or south withdraws.',
        'It was read in north (document:north) and south (document:south).',
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

import { describe, expect, it } from 'vitest';
import { deskForEach } from '../desk.ts';
import { engines } from '../engines.ts';
import { own, papers, relay, small } from '../small-bundle.ts';
import { independenceOf, numbersOf } from './traced-claims.ts';

describe.each(engines)('coverage and reasons on $name', (tested) => {
  const desk = deskForEach(tested);

  it("an outlet's own reporting counts one if its document was read, and has no upper bound if not", async () => {
    await desk.record(
      small({
        outlets: ['post', 'herald'],
        documents: [
          { id: 'post', publisher: 'organization:post' },
          { id: 'herald', publisher: 'organization:herald', read: false },
        ],
        claims: { a: {}, b: {} },
        attributions: {
          post: own('post', 'a'),
          herald: own('herald', 'a'),
          spoken: { claim: 'b', actor: 'organization:post' },
        },
      }),
    );
    expect(await independenceOf(desk.ask, 'a')).toEqual({
      roots: ['attribution:herald', 'attribution:post'],
      newsrooms: 2,
      ultimateSources: { min: 2, max: null },
      onRecord: 0,
      loops: [],
      dependsOn: [],
      readIn: ['document:post'],
      coverage: 'PARTIAL',
      reasons: [
        '2 newsrooms: herald (attribution:herald) and post (attribution:post).',
        'At least 2 sources in all: herald (attribution:herald) as at least one and post (attribution:post) as 1.',
        'Nobody stands behind it by name.',
        'No single withdrawal would bring it down.',
        'Herald (document:herald) was not read here: it is known only through others.',
        'It was read in post (document:post).',
      ],
    });
    expect(await numbersOf(desk.ask, 'b')).toEqual([0, 1, null, 0]);
  });

  it('a speech without a publisher adds no newsroom', async () => {
    await desk.record(
      small({
        people: ['ana'],
        outlets: ['post'],
        documents: [
          { id: 'speech', kind: 'STATEMENT' },
          { id: 'post', publisher: 'organization:post' },
        ],
        claims: { a: {} },
        attributions: {
          ana: { claim: 'a', actor: 'person:ana', document: 'document:speech' },
          post: relay('post', 'a', 'ana'),
        },
      }),
    );
    const { reasons, ...rest } = await independenceOf(desk.ask, 'a');
    expect(rest).toEqual({
      roots: ['attribution:ana'],
      newsrooms: 0,
      ultimateSources: { min: 1, max: 1 },
      onRecord: 1,
      loops: [],
      dependsOn: ['person:ana'],
      readIn: ['document:post', 'document:speech'],
      coverage: 'FULL',
    });
    expect(reasons[0]).toBe('No newsroom stands behind it.');
  });

  it('sources that a report names together count one each, and the reason says so', async () => {
    await desk.record(
      small({
        people: ['ana', 'ben'],
        ...papers('post'),
        claims: { a: {} },
        attributions: {
          ana: { claim: 'a', actor: 'person:ana' },
          ben: { claim: 'a', actor: 'person:ben' },
          post: own('post', 'a', {
            stance: 'REPORTS',
            cites: ['ana', 'ben'].map((name) => ({ attribution: `attribution:${name}`, joint: true })),
          }),
        },
      }),
    );
    const { ultimateSources, reasons } = await independenceOf(desk.ask, 'a');
    expect(ultimateSources).toEqual({ min: 2, max: 2 });
    expect(reasons).toContain(
      'Post (attribution:post) names these together, without telling which of them said it, and each counts: ana (attribution:ana) and ben (attribution:ben).',
    );
  });

  it('is PARTIAL when an undated attribution may have been in time, and names it', async () => {
    await desk.record(
      small({
        people: ['ana', 'ben'],
        claims: { a: {} },
        attributions: {
          ana: { claim: 'a', actor: 'person:ana', saidAt: '2025-03-10' },
          ben: { claim: 'a', actor: 'person:ben', saidAt: '2025-03' },
        },
      }),
    );
    const said = '2025-03-15';
    const { reasons, coverage, onRecord } = await independenceOf(desk.ask, 'a', { said });
    expect({ coverage, onRecord, last: reasons.at(-1) }).toEqual({
      coverage: 'PARTIAL',
      onRecord: 1,
      last: '1 attribution may have been said by then, but not certainly, and is left out: ben, March 2025 (attribution:ben).',
    });
    const all = await independenceOf(desk.ask, 'a', { said, undated: 'INCLUDE' });
    expect([all.coverage, all.onRecord]).toEqual(['FULL', 2]);
    const early = await independenceOf(desk.ask, 'a', { said: '2025-03-10' });
    expect([early.coverage, early.onRecord]).toEqual(['PARTIAL', 1]);
  });

  it('a claim with nobody behind it has no numbers, and the reason', async () => {
    await desk.record(
      small({
        people: ['ana'],
        claims: { a: {} },
        attributions: { ana: { claim: 'a', actor: 'person:ana', stance: 'DENIES' } },
      }),
    );
    expect(await independenceOf(desk.ask, 'a')).toEqual({
      roots: [],
      newsrooms: 0,
      ultimateSources: { min: 0, max: 0 },
      onRecord: 0,
      loops: [],
      dependsOn: [],
      readIn: [],
      coverage: 'FULL',
      reasons: ['Nobody affirms it.'],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { answer } from '../answer.ts';
import { deskForEach } from '../desk.ts';
import { engines } from '../engines.ts';
import { papers, small } from '../small-bundle.ts';
import { independenceOf, ofClaim } from './traced-claims.ts';

const FAR = 'It rests on more claims than were followed here; the rest is left out.';

describe.each(engines)('what tracing leaves out on $name', (tested) => {
  const desk = deskForEach(tested);

  const row = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5'];
  const ends = {
    ...Object.fromEntries(
      row.slice(1, 5).map((claim) => [claim, { claim, actor: 'person:ana', stance: 'NO_RESPONSE' }]),
    ),
    first: { claim: 'c0', actor: 'organization:post', document: 'document:post' },
    last: { claim: 'c5', actor: 'organization:herald', document: 'document:herald' },
  };

  it.each([
    ['onwards', 'SAME_AS', false],
    ['backwards', 'SAME_AS', true],
    ['towards what is narrower', 'REFINES', true],
  ] as const)('reports claims that are too far away, %s', async (_way, kind, isBack) => {
    const relations = row.slice(1).map((to, index) => {
      const [one, other] = [`claim:${row[index]}`, `claim:${to}`];
      return { ...(isBack ? { from: other, to: one } : { from: one, to: other }), kind, basis: 'ANALYST' };
    });
    await desk.record(
      small({
        ...papers('post', 'herald'),
        people: ['ana'],
        claims: Object.fromEntries(row.map((id) => [id, {}])),
        attributions: ends,
        relations,
      }),
    );
    const { coverage, newsrooms, reasons } = await independenceOf(desk.ask, 'c0');
    expect({ coverage, newsrooms }).toEqual({ coverage: 'PARTIAL', newsrooms: 1 });
    expect(reasons).toContain(FAR);
    const middle = await independenceOf(desk.ask, 'c2');
    const rest = kind === 'SAME_AS' ? { coverage: 'FULL', newsrooms: 2 } : { coverage: 'FULL', newsrooms: 1 };
    expect({ coverage: middle.coverage, newsrooms: middle.newsrooms }).toEqual(rest);
  });

  it('counts what may have been said in time of a claim that refines it', async () => {
    await desk.record(
      small({
        ...papers('post'),
        people: ['ana', 'ben'],
        claims: { a: {}, b: {} },
        attributions: {
          ana: { claim: 'b', actor: 'person:ana', saidAt: '2025-03-05' },
          ben: { claim: 'b', actor: 'person:ben', saidAt: '2025-03' },
          post: {
            claim: 'a',
            actor: 'organization:post',
            document: 'document:post',
            stance: 'REPORTS',
            saidAt: '2025-03-10',
            cites: [{ attribution: 'attribution:ana' }],
          },
        },
        relations: [{ from: 'claim:b', to: 'claim:a', kind: 'REFINES', basis: 'ANALYST' }],
      }),
    );
    const early = await independenceOf(desk.ask, 'a', { said: '2025-03-15' });
    expect([early.roots, early.coverage]).toEqual([['attribution:ana'], 'PARTIAL']);
    expect(early.reasons).toContain(
      '1 attribution may have been said by then, but not certainly, and is left out: ben, March 2025 (attribution:ben).',
    );
    const late = await independenceOf(desk.ask, 'a', { said: '2025-04' });
    expect([late.roots, late.coverage]).toEqual([['attribution:ana', 'attribution:ben'], 'FULL']);
  });

  it('a claim that was stated again after its retraction is not retracted', async () => {
    const ana = (stance: string, saidAt: string) => ({ claim: 'a', actor: 'person:ana', stance, saidAt });
    await desk.record(
      small({
        people: ['ana'],
        claims: { a: {} },
        attributions: {
          one: ana('ASSERTS', '2025-01-01'),
          two: ana('RETRACTS', '2025-01-02'),
          three: ana('ASSERTS', '2025-01-03'),
        },
      }),
    );
    const standingAt = async (said: string) => (await ofClaim(desk.ask, 'a', 'standing', { said })).standing;
    expect(await standingAt('2025-01-01')).toBe('SINGLE_SOURCE');
    expect(await standingAt('2025-01-02')).toBe('RETRACTED');
    expect(await standingAt('2025-01-03')).toBe('SINGLE_SOURCE');
    const { nodes } = await answer(desk.ask, '{ whoReported(claim: "claim:a") { nodes { id retractedBy { id } } } }');
    expect(nodes).toEqual([
      { id: 'attribution:three', retractedBy: null },
      { id: 'attribution:two', retractedBy: null },
      { id: 'attribution:one', retractedBy: 'attribution:two' },
    ]);
  });
});

import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readBundle } from '../src/bundle/read-files.ts';
import { present } from './oracle/load.ts';
import { chainsFrom } from './oracle/trace/chains.ts';
import { denialsOf } from './oracle/trace/denials.ts';
import { impactOf } from './oracle/trace/impact.ts';
import { independenceOf } from './oracle/trace/independence.ts';
import { lifeOf } from './oracle/trace/life.ts';
import { isOwnVoiceOnly } from './oracle/trace/rests-on.ts';
import { standingOf } from './oracle/trace/standing.ts';
import { trailOf } from './oracle/trace/trail.ts';
import { walkOf } from './oracle/trace/walk.ts';

const { bundle } = readBundle(fileURLToPath(new URL('../seed/manifest.json', import.meta.url)));
const view = present([{ bundle, at: 1, by: 'test' }]);

const ids = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);
const names = (records: readonly { readonly id: string }[]) => ids(records).map((id) => id.replace(/^\w+:/, ''));

describe('the naive tracing of the article of the seed', () => {
  it('finds two newsrooms and unnamed sources behind the request for amnesty', () => {
    const { dependsOn, readIn, ...counts } = independenceOf(view, 'claim:amnesty');
    expect(names(trailOf(walkOf(view), 'claim:amnesty').roots)).toEqual([
      'miami-herald-sources-amnesty',
      'reuters-sources-amnesty',
    ]);
    expect([dependsOn, ids(readIn)]).toEqual([[], ['document:cibercuba-article']]);
    expect(counts).toEqual({
      newsrooms: 2,
      ultimateSources: { min: 2, max: null },
      onRecord: 0,
      loops: [],
      coverage: 'PARTIAL',
    });
    expect(standingOf(view, 'claim:amnesty')).toBe('DISPUTED');
  });

  it('follows both ways from the headline to those sources', () => {
    const start = view.attributions.find(({ id }) => id === 'attribution:cibercuba-headline-amnesty');
    expect(start && chainsFrom(view, start, 8, 50).map(names)).toEqual([
      ['cibercuba-headline-amnesty', 'miami-herald-amnesty', 'miami-herald-sources-amnesty'],
      ['cibercuba-headline-amnesty', 'reuters-amnesty', 'reuters-sources-amnesty'],
    ]);
  });

  it('knows what the denial leaves open, and names it last', () => {
    const [denial, ...others] = denialsOf(view, 'claim:amnesty');
    expect(others).toEqual([]);
    expect(denial?.attribution.id).toBe('attribution:maduro-denies-amnesty');
    expect(names(denial?.covers ?? [])).toEqual(['amnesty']);
    expect(names(denial?.leavesOpen ?? [])).toEqual(['icc-case', 'interim-government', 'sanctions']);
    expect(lifeOf(view, 'claim:amnesty').some(({ change }) => change === 'DENIED')).toBe(true);
  });

  it.each([
    [
      'organization:reuters',
      [
        'exit-needs-changes',
        'exit-not-ruled-out',
        'reopen-attempt',
        'safe-conduct-72h',
        'trump-rejected',
        'white-house-silent',
      ],
    ],
    ['organization:miami-herald', ['call-purpose', 'demand-ended-talks', 'us-demanded-handover']],
    ['person:nicolas-maduro', ['regime-change-for-resources']],
  ])('makes the right claims fall without %s', (source, claims) => {
    expect(names(impactOf(view, source).losesEveryRoot)).toEqual(claims);
  });

  it('makes what CiberCuba says in its own voice fall without it, and what only it has analysts say', () => {
    const fallen = ids(impactOf(view, 'organization:cibercuba').losesEveryRoot);
    const own = ids(view.claims.filter(({ id }) => isOwnVoiceOnly(view, id)));
    const analysts = ['claim:closure-ended-ultimatum', 'claim:flight-activity'];
    expect(own.filter((id) => fallen.includes(id))).toHaveLength(32);
    expect(fallen.filter((id) => !own.includes(id))).toEqual(analysts);
  });
});

import fc from 'fast-check';
import type { Bundle } from '../../src/bundle/bundle.ts';
import { small } from '../small-bundle.ts';
import { dated, maybe, oneOf } from './arbitraries.ts';

const LOADS = 3;
const PAPERS = ['post', 'herald', 'wire'] as const;
const load = fc.nat(LOADS - 1);
const day = oneOf('2025-11-20', '2025-11-21', '2025-11-24', '2025-12-01', '2025-11');

const attribution = fc.record({
  claim: oneOf('span', 'offer', 'end', 'end', 'other'),
  paper: oneOf(...PAPERS),
  speaker: oneOf('paper', 'paper', 'ana'),
  stance: oneOf('ASSERTS', 'ASSERTS', 'ASSERTS', 'CONFIRMS', 'REPORTS', 'DENIES', 'CORRECTS', 'RETRACTS'),
  saidAt: maybe(day),
  cites: maybe(fc.record({ number: fc.nat(20), basis: oneOf('STATED', 'STATED', 'MODEL') })),
  load,
});

const derivation = fc.record({
  document: oneOf(...PAPERS),
  from: oneOf(...PAPERS),
  kind: oneOf('COPY', 'UPDATE', 'UPDATE'),
  basis: oneOf('STATED', 'ANALYST', 'RULE'),
  load,
});

/** Three papers that report an offer, how long it lasted and its end, in any order, with any citations. */
export const newsrooms: fc.Arbitrary<readonly Bundle[]> = fc
  .record({
    owned: fc.boolean(),
    start: day,
    until: day,
    text: dated,
    span: oneOf(
      { min: 1, max: 3, unit: 'day' },
      { min: 72, unit: 'hours' },
      { max: 1, unit: 'week' },
      { min: 3, unit: 'metre' },
    ),
    first: fc.record({ span: load, offer: load, end: load, other: load }),
    attributions: fc.array(attribution, { minLength: 6, maxLength: 16, size: 'max' }),
    opposed: maybe(fc.record({ basis: oneOf('STATED', 'ANALYST', 'MODEL'), load })),
    twins: maybe(load),
    derivations: fc.uniqueArray(derivation, { maxLength: 2, selector: ({ document, from }) => `${document} ${from}` }),
  })
  .map((given) => Array.from({ length: LOADS }, (_, number) => bundleOf(given, number)));

type Given = {
  readonly owned: boolean;
  readonly start: string;
  readonly until: string;
  readonly text: string;
  readonly span: object;
  readonly first: Readonly<Record<string, number>>;
  readonly attributions: readonly {
    readonly claim: string;
    readonly paper: string;
    readonly speaker: string;
    readonly stance: string;
    readonly saidAt: string | undefined;
    readonly cites: { readonly number: number; readonly basis: string } | undefined;
    readonly load: number;
  }[];
  readonly opposed: { readonly basis: string; readonly load: number } | undefined;
  /** The load in which two papers tell all of it in the same way. */
  readonly twins: number | undefined;
  readonly derivations: readonly {
    readonly document: string;
    readonly from: string;
    readonly kind: string;
    readonly basis: string;
    readonly load: number;
  }[];
};

function bundleOf(
  { owned, start, until, text, span, first, attributions: all, derivations, opposed, twins }: Given,
  number: number,
): Bundle {
  const claims: Readonly<Record<string, object>> = {
    span: {
      predicate: 'gave',
      subject: 'event:deadline',
      value: { text: 'some time', ...span },
      about: ['event:offer'],
    },
    offer: { predicate: 'took-place', subject: 'event:offer', when: start },
    end: {
      predicate: 'lapsed',
      subject: 'event:deadline',
      when: until,
      texts: [{ text, language: 'en' }],
    },
    other: { predicate: 'lapsed', subject: 'event:offer', when: start, texts: [{ text, language: 'en' }] },
  };
  const isNow = (one: { readonly load: number }) => one.load === number;
  const drawn = all.map((one, index) => ({ ...one, index, load: Math.max(one.load, first[one.claim] ?? 0) }));
  const firstAttributions = Object.keys(claims).map(
    (claim) => [`first-${claim}`, { claim, actor: 'person:ana' }] as const,
  );
  const told = ['span', 'offer', 'end'];
  const since = Math.max(...told.map((claim) => first[claim] ?? 0));
  const twin = (paper: string) =>
    told.map((claim) => {
      const own = { claim, actor: `organization:${paper}`, document: `document:${paper}` };
      return [`${paper}-${claim}`, own] as const;
    });
  const attributions = drawn.filter(isNow).map(({ index, claim, paper, speaker, stance, saidAt, cites }) => {
    const cited = cites && drawn[cites.number % drawn.length];
    const known = cited && cited.index !== index && cited.load <= number;
    const attribution = {
      claim,
      actor: speaker === 'paper' ? `organization:${paper}` : 'person:ana',
      document: `document:${paper}`,
      stance,
      saidAt,
      cites: known ? [{ attribution: `attribution:${cited.index}`, basis: cites.basis }] : [],
    };
    return [String(index), attribution] as const;
  });
  return small({
    ...(number === 0 && {
      people: ['ana'],
      outlets: PAPERS,
      events: ['offer', 'deadline'],
      families: owned ? { herald: 'post' } : {},
      documents: PAPERS.map((id) => ({
        id,
        publisher: `organization:${id}`,
        ...(id === 'herald' && { authors: ['person:ana'], publishedAt: '2025-11-22' }),
      })),
    }),
    claims: Object.fromEntries(Object.entries(claims).filter(([id]) => first[id] === number)),
    attributions: Object.fromEntries([
      ...firstAttributions.filter(([, { claim }]) => first[claim] === number),
      ...attributions,
      ...(twins !== undefined && Math.max(twins, since) === number ? ['post', 'wire'].flatMap(twin) : []),
    ]),
    relations:
      opposed && isNow({ load: Math.max(opposed.load, first.end ?? 0, first.other ?? 0) })
        ? [{ from: 'claim:end', to: 'claim:other', kind: 'CONTRADICTS', basis: opposed.basis }]
        : [],
    derivations: derivations
      .filter((one) => isNow(one) && one.document !== one.from)
      .map(({ document, from, kind, basis }) => ({
        document: `document:${document}`,
        from: `document:${from}`,
        kind,
        credited: false,
        basis,
      })),
  });
}

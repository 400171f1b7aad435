import fc from 'fast-check';
import { ClaimRelationKind, DerivationKind, Stance } from '../../src/bundle/enums.ts';
import { maybe, oneOf, range } from './arbitraries.ts';

/** A reference as it is drawn: a number, taken modulo the records that it can lead to. */
const some = fc.nat(99);

/** A value in one of four. */
function rarely<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
}

/** Mostly what counts, sometimes what does not. */
const basis = oneOf('STATED', 'STATED', 'ANALYST', 'ANALYST', 'STATED', 'RULE', 'MODEL');

/** Few of them, some of which overlap. */
export const SAID = ['2025-11-19', '2025-11-20', '2025-11-20/2025-11-22', '2025-11-21', '2025-11', '2025-12-01'];

const date = oneOf(...SAID);

const attribution = fc.record({
  /** Whose claim, stance and speaker it repeats, if anybody's. */
  echoes: fc.option(some, { nil: undefined, freq: 2 }),
  claim: some,
  actor: some,
  document: maybe(some),
  isByPublisher: fc.boolean(),
  stance: fc.oneof(
    { weight: 5, arbitrary: oneOf('ASSERTS', 'ASSERTS', 'REPORTS', 'REPORTS', 'REPORTS', 'REPORTS', 'DENIES') },
    { weight: 2, arbitrary: oneOf(...Stance.options, 'RETRACTS', 'CORRECTS') },
  ),
  saidAt: maybe(date),
  sources: rarely(range),
  cites: fc.array(
    fc.record({ attribution: some, isNear: fc.boolean(), credited: fc.boolean(), joint: fc.boolean(), basis }),
    { maxLength: 3 },
  ),
  covers: fc.array(some, { maxLength: 1 }),
  basis,
});

/** The records of one load, with so many attributions at most. */
export const citationDraft = (attributions: number) =>
  fc.record({
    organizations: fc.array(
      fc.record({
        kind: oneOf('OUTLET', 'OUTLET', 'AGENCY', 'GOVERNMENT', 'COMPANY'),
        owner: maybe(oneOf('before', 'first')),
      }),
      { minLength: 1, maxLength: 7 },
    ),
    speakers: fc.array(oneOf('PERSON', 'GROUP'), { maxLength: 3 }),
    sources: fc.array(fc.record({ count: maybe(range), shield: maybe(some) }), { maxLength: 3 }),
    documents: fc.array(
      fc.record({
        publisher: maybe(some),
        read: oneOf(true, true, false),
        publishedAt: maybe(date),
        authors: fc.array(some, { maxLength: 1 }),
      }),
      { maxLength: 6 },
    ),
    claims: fc.array(
      fc.record({
        partOf: fc.option(some, { nil: undefined, freq: 2 }),
        when: maybe(date),
        subject: rarely(oneOf(0, 1)),
        predicate: rarely(oneOf('saw', 'met')),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    attributions: fc.array(attribution, { minLength: 1, maxLength: attributions, size: 'max' }),
    relations: fc.array(
      fc.record({
        from: some,
        to: some,
        kind: oneOf('SAME_AS', 'SAME_AS', 'REFINES', 'ENTAILS', 'REFINES', ...ClaimRelationKind.options),
        basis,
      }),
      { maxLength: 4 },
    ),
    derivations: fc.array(
      fc.record({
        document: some,
        from: some,
        kind: oneOf('UPDATE', ...DerivationKind.options),
        credited: fc.boolean(),
        basis,
      }),
      { maxLength: 5 },
    ),
  });

export type CitationDraft = ReturnType<typeof citationDraft> extends fc.Arbitrary<infer Drawn> ? Drawn : never;

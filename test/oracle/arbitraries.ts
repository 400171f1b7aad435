import fc from 'fast-check';
import { NameKind } from '../../src/bundle/enums.ts';

export const oneOf = fc.constantFrom;

/** A value, or nothing in one of three. */
export function maybe<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(value, { nil: undefined, freq: 3 });
}

/** Few of them, so that many are equal or overlap. */
export const DATES = [
  '2025-11-21',
  '2025-11-21~',
  '2025-11',
  '2025-11-20/2025-11-23',
  '2025-12-01',
  '2025',
  '2024-02-29?',
  '2025-09/..',
  '2025-11-21T15:30:00Z',
  '[2025-10-01,2025-12-03]',
] as const;

export const date = oneOf(...DATES);

export const WORDS = ['call', 'Caller', 'ámnistia', 'Amnistía', 'Ñandú', 'nandu', 'of', 'the', '15', 'Élan', 'Zürich'];

export const word = oneOf(...WORDS);

export const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((some) => some.join(' '));

/** A phrase, or a weekday beside a day: of those that DATES hold, right and wrong. */
export const dated = fc.oneof(
  { weight: 3, arbitrary: phrase },
  {
    weight: 2,
    arbitrary: oneOf(
      'Friday, November 21st',
      'On Thursday the 21 of November',
      'el sábado 21 de noviembre de 2025',
      '1 December 2025, a Tuesday',
      'lunes 1 de diciembre',
      'Monday, 29 February',
    ),
  },
);

export const range = fc
  .record({ min: fc.integer({ min: 1, max: 3 }), more: fc.option(fc.nat(2)) })
  .map(({ min, more }) => ({ min, max: more === null ? null : min + more }));

const name = fc.record({
  text: phrase,
  language: maybe(oneOf('en', 'en-GB', 'es', 'es-VE', 'fr')),
  kind: oneOf(...NameKind.options, 'PREFERRED' as const),
});

export const names = fc.array(name, { minLength: 1, maxLength: 3 });

export const SCHEMES = ['wikidata', 'viaf', 'website', 'other'] as const;

/** Values differ from all others, or nearly: two entities with the same one are no valid bundle. */
export const identifiers = fc.array(
  oneOf(...SCHEMES).chain((scheme) =>
    fc.noBias(fc.nat()).map((number) => ({
      scheme,
      value: scheme === 'website' ? `https://example.org/${number}?$&=1` : `Q${number}`,
    })),
  ),
  { maxLength: 2 },
);

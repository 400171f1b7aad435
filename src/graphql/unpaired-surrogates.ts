import { badInput } from '../errors.ts';

/**
 * Refuses variables with half of a character, which a database would take for another one. In a document the parser
 * refuses it.
 */
export function refuseUnpairedSurrogates(variables: Readonly<Record<string, unknown>>): void {
  const place = placeOfHalf(variables, []);
  if (place) throw badInput(place.join('.'), 'has half of a character (an unpaired surrogate)');
}

function placeOfHalf(value: unknown, path: readonly string[]): readonly string[] | null {
  if (typeof value === 'string') return /\p{Cs}/u.test(value) ? path : null;
  if (value === null || typeof value !== 'object') return null;
  for (const [key, inner] of Object.entries(value)) {
    const place = placeOfHalf(inner, [...path, key]);
    if (place) return place;
  }
  return null;
}

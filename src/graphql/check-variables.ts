import { badInput } from '../errors.ts';

/** Levels that variables may have inside each other: far more than any input of the contract. */
const DEEPEST = 100;

/**
 * Refuses variables with half of a character, which a database would take for another one, and those that are nested too
 * deeply to be looked through. In a document the parser refuses both.
 */
export function checkVariables(variables: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(variables)) check(value, [name]);
}

function check(value: unknown, path: readonly string[]): void {
  if (typeof value === 'string' && /\p{Cs}/u.test(value)) {
    throw badInput(path.join('.'), 'has half of a character (an unpaired surrogate)');
  }
  if (value === null || typeof value !== 'object') return;
  if (path.length > DEEPEST) throw badInput(path[0] as string, `is nested more than ${DEEPEST} levels deep`);
  for (const [key, inner] of Object.entries(value)) check(inner, [...path, key]);
}

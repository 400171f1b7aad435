import { type Bounds, boundsOf, NEVER } from '../time/edtf.ts';
import type { StatedValue } from './stated-value.ts';

/** What a claim says of its subject, as far as two claims can disagree on it. */
export interface Stated extends StatedValue {
  readonly id: string;
  readonly subject: string;
  readonly predicate: string;
}

/**
 * Predicates that can hold of a subject in one way only. Of a `measure` the values are compared: numbers in the same
 * unit, or dates. What `happens` once is compared by its date: that of the value, else the time that the claim speaks of.
 */
const FUNCTIONAL = new Map<string, 'measure' | 'happens'>([
  ['lasted', 'measure'],
  ['caused-deaths', 'measure'],
  ['caused-injuries', 'measure'],
  ['displaced', 'measure'],
  ['cost', 'measure'],
  ['took-place', 'happens'],
  ['began', 'happens'],
  ['ended-on', 'happens'],
  ['lapsed', 'happens'],
  ['expired', 'happens'],
  ['born-on', 'happens'],
  ['died-on', 'happens'],
  ['founded-on', 'happens'],
  ['signed-on', 'happens'],
]);

/** Whether two claims with this predicate about one subject can stand against each other. */
export function isFunctional(predicate: string | null | undefined): boolean {
  return FUNCTIONAL.has(predicate ?? '');
}

/** Why two claims about one subject cannot both hold, in a sentence; null where they can. */
export function disagreement(one: Stated, other: Stated): string | null {
  const kind = FUNCTIONAL.get(one.predicate);
  if (!kind || one.predicate !== other.predicate || one.subject !== other.subject || one.id === other.id) return null;
  const [first, second] = one.id < other.id ? [one, other] : [other, one];
  const differ = (what: string, left: string, right: string) =>
    `"${first.predicate}" has only one value for ${first.subject}, but the ${what} of ${first.id} (${left}) and ${second.id} (${right}) do not overlap.`;
  if (kind === 'measure' && first.unit === second.unit && apart(amount(first), amount(second))) {
    return differ('numbers', shown(first), shown(second));
  }
  const dates = [first, second].map(({ date, when }) => (kind === 'measure' ? date : (date ?? when)));
  const [left, right] = dates as [string | null, string | null];
  if (left === null || right === null || !apart(boundsOf(left), boundsOf(right))) return null;
  return differ('dates', left, right);
}

function amount({ min, max }: Stated): Bounds | null {
  return min === null && max === null ? null : { earliest: min ?? -NEVER, latest: max ?? NEVER };
}

function apart(one: Bounds | null, other: Bounds | null): boolean {
  return one !== null && other !== null && (one.latest < other.earliest || other.latest < one.earliest);
}

/** "80", "80 or more", "up to 15 minute": as the range is stored, so that the sentence depends on nothing else. */
function shown({ min, max, unit }: Stated): string {
  const range =
    min === max ? `${min}` : max === null ? `${min} or more` : min === null ? `up to ${max}` : `${min} to ${max}`;
  return unit === null ? range : `${range} ${unit}`;
}

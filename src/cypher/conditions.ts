import type { ASTNode } from 'graphql';
import { badInput } from '../errors.ts';
import { searchWords } from '../text/fold.ts';
import { inputBounds, isGiven } from './arguments.ts';
import type { Condition, Parameter, Predicates } from './mapping.ts';

/** A range of dates as clients send it; both ends are included. */
export interface Range {
  readonly from?: string | null;
  readonly until?: string | null;
}

/**
 * Predicates that a node's bounds can overlap a range; what has no bounds never does. `argument` names the range; null
 * where its ends are arguments themselves.
 */
export function overlaps(
  argument: string | null,
  range: Range | null | undefined,
  [earliest, latest]: readonly [string, string],
  node: ASTNode,
): Predicates | null {
  if (!range) return null;
  const named = (end: string) => (argument === null ? end : `${argument}.${end}`);
  const from = isGiven(range.from) ? inputBounds(named('from'), range.from, node).earliest : null;
  const until = isGiven(range.until) ? inputBounds(named('until'), range.until, node).latest : null;
  if (from !== null && until !== null && from > until) {
    throw badInput(argument ?? 'until', `the range ends (${range.until}) before it begins (${range.from})`, node);
  }
  return (_variable, parameter, _roles, bound) => [
    ...(until === null ? [] : [`${bound(earliest)} <= ${parameter(until)}`]),
    ...(from === null ? [] : [`${bound(latest)} >= ${parameter(from)}`]),
    ...(from === null && until === null ? [`${bound(latest)} IS NOT NULL`] : []),
  ];
}

/** A condition on the row itself that its bounds overlap a range. */
export function overlapping(
  argument: string,
  range: Range | null | undefined,
  bounds: readonly [string, string],
  node: ASTNode,
): Condition[] {
  const predicates = overlaps(argument, range, bounds, node);
  return predicates ? [{ where: { self: predicates } }] : [];
}

/** A predicate that every word of a text begins a word of one of the folded properties; a blank text finds nothing. */
export function hasWords(folded: readonly string[], text: string, parameter: Parameter): string {
  const [longest, ...rest] = searchWords(text);
  const [first, others] = [parameter(longest), parameter(rest)];
  const inOne = (property: string) =>
    `${property} CONTAINS ${first} AND all(word IN ${others} WHERE ${property} CONTAINS word)`;
  return folded.length === 1
    ? inOne(folded[0] as string)
    : `(${folded.map((property) => `(${inOne(property)})`).join(' OR ')})`;
}

/** A condition that the row's own folded text has the words. */
export function withWords(text: string | null | undefined): Condition[] {
  if (!isGiven(text)) return [];
  return [{ where: { self: (variable, parameter) => [hasWords([`${variable}.folded`], text, parameter)] } }];
}

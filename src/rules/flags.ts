import type { FlagKind } from '../contract.ts';
import type { Ground } from './contradictions.ts';

/** Something odd that a rule has found; `grounds` are the attributions that must be visible for it to show. */
export interface FoundFlag {
  readonly id: string;
  readonly kind: FlagKind;
  readonly message: string;
  /** The claim or document that carries it. */
  readonly owner: string;
  readonly grounds: readonly Ground[];
  /** The two documents, where one may be a copy of the other. */
  readonly documents?: readonly [string, string];
}

/** The flags that say that a date is wrong. */
export const DATE_ERRORS = [
  'WEEKDAY_MISMATCH',
  'DURATION_MISMATCH',
  'DEADLINE_BEFORE_EVENT',
  'REPORTED_BEFORE_EVENT',
] as const satisfies readonly FlagKind[];

/** An id that says what was found, on what and by which records; the same whenever it is found again. */
export function flagId(owner: string, kind: FlagKind, ...found: readonly string[]): string {
  return ['flag', owner, kind.toLowerCase().replaceAll('_', '-'), ...found].join(':');
}

import type { Basis, Stance } from '../contract.ts';

/** The stances that say that a claim is so. A relay takes no side of its own. */
export const AFFIRMING = ['ASSERTS', 'CONFIRMS', 'CORRECTS'] as const satisfies readonly Stance[];

/** The grounds on which an edge counts: what a rule or a model supposes changes no answer. */
export const COUNTED = ['STATED', 'ANALYST'] as const satisfies readonly Basis[];

/** The other grounds: what has one of these is a suggestion. */
export const SUGGESTED = ['RULE', 'MODEL'] as const satisfies readonly Basis[];

/** Whether a record is counted: what has another basis is a suggestion. */
export function isCounted({ basis }: { readonly basis: Basis }): boolean {
  return COUNTED.some((one) => one === basis);
}

/** Whether a claim is affirmed or denied. */
export type Side = 'AFFIRMS' | 'DENIES';

/** The side that a stance takes; null where it takes none. */
export function sideOf(stance: Stance): Side | null {
  if (stance === 'DENIES') return 'DENIES';
  return AFFIRMING.some((one) => one === stance) ? 'AFFIRMS' : null;
}

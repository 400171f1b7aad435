import type { Basis, ClaimRelationKind, ContradictionKind } from '../contract.ts';

/** A relation between two claims that cannot both hold. */
export interface Opposition {
  readonly from: string;
  readonly to: string;
  readonly kind: Extract<ClaimRelationKind, 'CONTRADICTS' | 'CONTRARY_TO'>;
  readonly basis: Basis;
  readonly by: string;
  readonly reason: string | null;
}

/** Attributions that a finding rests on: of a claim, and, where they are given, on one side, of these speakers, in a document. */
export interface Ground {
  readonly claim: string;
  readonly affirms?: boolean;
  readonly speakers?: readonly string[];
  readonly document?: string;
  /** The attributions that count, by id. */
  readonly among?: readonly string[];
  /** Whether only what somebody says in their own voice counts, and no relay. */
  readonly ownVoice?: boolean;
  /** Whether the claim needs an own origin. */
  readonly origin?: boolean;
}

export interface FoundContradiction {
  readonly id: string;
  readonly kind: ContradictionKind;
  readonly basis: Basis;
  readonly by: string;
  readonly reason: string;
  readonly sides: readonly [ContradictionSide, ContradictionSide];
  /** The documents in which both sides stand, where somebody contradicts themselves. */
  readonly within?: readonly string[];
}

export type ContradictionSide = Ground & { readonly affirms: boolean };

/** The rule that finds claims that cannot both hold, and the one that finds speakers and documents that contradict themselves. */
export const RULES = { functional: 'rule:functional-predicate', self: 'rule:self-contradiction' } as const;

/** The contradiction on a claim that is both affirmed and denied; `by` is who recorded the attribution that made it one. */
export function stanceContradiction(claim: string, by: string): FoundContradiction {
  return {
    id: `contradiction:stance:${claim}`,
    kind: 'STANCE',
    basis: 'STATED',
    by,
    reason: `${claim} is affirmed by some and denied by others.`,
    sides: bothSidesOf(claim),
  };
}

/** The contradiction that a relation says there is. One in either direction is the same. */
export function relationContradiction({ from, to, kind, basis, by, reason }: Opposition): FoundContradiction {
  const [one, other] = inOrder(from, to);
  const name = by === RULES.functional ? 'rule' : kind.toLowerCase().replace('_', '-');
  return {
    id: `contradiction:claim:${name}:${one}:${other}`,
    kind: 'CLAIM',
    basis,
    by,
    reason: reason ?? `${one} and ${other} were recorded as claims that cannot both hold.`,
    sides: [
      { claim: one, affirms: true, origin: true },
      { claim: other, affirms: true, origin: true },
    ],
  };
}

/** Two claims in the order of their ids. */
export function inOrder(one: string, other: string): [string, string] {
  return one < other ? [one, other] : [other, one];
}

export function bothSidesOf(claim: string): [ContradictionSide, ContradictionSide] {
  return [
    { claim, affirms: true },
    { claim, affirms: false },
  ];
}

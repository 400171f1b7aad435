import { grouped } from '../collections/grouped.ts';
import type { Basis, ClaimRelationKind, ContradictionKind } from '../contract.ts';

/** Who takes which side on a claim, and in which document. */
export interface Position {
  readonly claim: string;
  readonly affirms: boolean;
  readonly speaker: string;
  readonly document: string | null;
}

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
}

export interface FoundContradiction {
  readonly id: string;
  readonly kind: ContradictionKind;
  readonly basis: Basis;
  readonly by: string;
  readonly reason: string;
  readonly sides: readonly [ContradictionSide, ContradictionSide];
  /** The document in which both sides stand, where it is one document that goes against itself. */
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
      { claim: one, affirms: true },
      { claim: other, affirms: true },
    ],
  };
}

/**
 * Who contradict themselves: speakers on both sides of one claim or of two that cannot both hold, and documents that do
 * so in attributions of two of their own creators. `creatorsOf` gives publisher and authors.
 */
export function selfContradictions(
  positions: readonly Position[],
  oppositions: readonly Opposition[],
  creatorsOf: (document: string) => readonly string[],
): FoundContradiction[] {
  const single = [...new Set(positions.map(({ claim }) => claim))].map(bothSidesOf);
  const pairs = oppositions.map(({ from, to }) => inOrder(from, to).map((claim) => ({ claim, affirms: true })));
  const known = new Set<string>();
  const bySide = grouped(positions, sideKey);
  return [...single, ...(pairs as [ContradictionSide, ContradictionSide][])].flatMap(([one, other]) => {
    const [left, right] = [bySide.get(sideKey(one)) ?? [], bySide.get(sideKey(other)) ?? []];
    const found = [...speakers(one, other, left, right), ...documents(one, other, left, right, creatorsOf)];
    return found.filter(({ id }) => known.size < known.add(id).size);
  });
}

function speakers(
  one: ContradictionSide,
  other: ContradictionSide,
  left: readonly Position[],
  right: readonly Position[],
): FoundContradiction[] {
  const held = grouped(right, ({ speaker }) => speaker);
  return [...grouped(left, ({ speaker }) => speaker)].flatMap(([speaker, mine]) => {
    const others = held.get(speaker);
    if (!others) return [];
    const both = mine.flatMap(({ document }) =>
      others.some((position) => position.document === document) ? (document ?? []) : [],
    );
    return [against(speaker, [one, [speaker]], [other, [speaker]], { within: [...new Set(both)] })];
  });
}

function documents(
  one: ContradictionSide,
  other: ContradictionSide,
  left: readonly Position[],
  right: readonly Position[],
  creatorsOf: (document: string) => readonly string[],
): FoundContradiction[] {
  return left.flatMap(({ speaker, document }) => {
    if (document === null || !creatorsOf(document).includes(speaker)) return [];
    const others = right.filter((position) => position.document === document && position.speaker !== speaker);
    return others
      .filter((position) => creatorsOf(document).includes(position.speaker))
      .map((position) =>
        against(document, [one, [speaker]], [other, [position.speaker]], { document, within: [document] }),
      );
  });
}

function against(
  whom: string,
  [one, first]: readonly [ContradictionSide, readonly string[]],
  [other, second]: readonly [ContradictionSide, readonly string[]],
  { document, within }: { document?: string; within: readonly string[] },
): FoundContradiction {
  const claims = [...new Set([one.claim, other.claim])];
  const speakers = document === undefined ? [] : [...first, ...second];
  const place = document === undefined ? {} : { document };
  return {
    id: ['contradiction:self', whom, ...claims, ...speakers].join(':'),
    kind: 'SELF',
    basis: 'RULE',
    by: RULES.self,
    reason: other.affirms
      ? `${whom} affirms both ${one.claim} and ${other.claim}, which cannot both hold.`
      : `${whom} both affirms and denies ${one.claim}.`,
    sides: [
      { ...one, speakers: first, ...place },
      { ...other, speakers: second, ...place },
    ],
    within,
  };
}

function bothSidesOf(claim: string): [ContradictionSide, ContradictionSide] {
  return [
    { claim, affirms: true },
    { claim, affirms: false },
  ];
}

function sideKey({ claim, affirms }: { claim: string; affirms: boolean }): string {
  return `${affirms} ${claim}`;
}

function inOrder(one: string, other: string): [string, string] {
  return one < other ? [one, other] : [other, one];
}

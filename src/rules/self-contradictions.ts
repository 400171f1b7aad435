import { grouped } from '../collections/grouped.ts';
import {
  bothSidesOf,
  type ContradictionSide,
  type FoundContradiction,
  inOrder,
  type Opposition,
  RULES,
} from './contradictions.ts';
import { type FoundFlag, flagId } from './flags.ts';

/** An attribution on one side of a claim. */
export interface Position {
  readonly claim: string;
  readonly affirms: boolean;
  readonly attribution: string;
  readonly speaker: string;
  readonly document: string | null;
  readonly isRelay: boolean;
  /** The speakers that a relay cites, on whose word it stands. */
  readonly cites: readonly string[];
}

/** What is known of the documents that positions stand in. */
export interface PositionContext {
  /** Publisher and authors. */
  readonly creatorsOf: (document: string) => readonly string[];
  /** Whether two documents are versions of one. */
  readonly areVersions: (one: string, other: string) => boolean;
}

type Sides = readonly [ContradictionSide, ContradictionSide];
type Pair = readonly [Position, Position];

/** On whose word a document's own creators speak in it: nobody else's. */
const OWN_WORD = '';

/**
 * Who contradict themselves: speakers who are in their own voice on both sides of one claim or affirm two that cannot both
 * hold, and documents whose creators do so on the word of the same speaker, or on nobody's. What two versions of a document
 * say is a correction.
 */
export function selfContradictions(
  positions: readonly Position[],
  oppositions: readonly Opposition[],
  context: PositionContext,
): FoundContradiction[] {
  const single = [...new Set(positions.map(({ claim }) => claim))].map(bothSidesOf);
  const pairs = oppositions.map(({ from, to }) => inOrder(from, to).map((claim) => ({ claim, affirms: true })));
  const known = new Set<string>();
  const bySide = grouped(positions, sideKey);
  return [...single, ...(pairs as [ContradictionSide, ContradictionSide][])].flatMap((sides) => {
    const [left = [], right = []] = sides.map((side) => bySide.get(sideKey(side)) ?? []);
    const found = [...speakers(sides, left, right, context), ...documents(sides, left, right, context)];
    return found.filter(({ id }) => known.size < known.add(id).size);
  });
}

function speakers(
  sides: Sides,
  left: readonly Position[],
  right: readonly Position[],
  { areVersions }: PositionContext,
): FoundContradiction[] {
  const own = (all: readonly Position[]) =>
    grouped(
      all.filter(({ isRelay }) => !isRelay),
      ({ speaker }) => speaker,
    );
  const held = own(right);
  return [...own(left)].flatMap(([speaker, mine]) => {
    const others = held.get(speaker) ?? [];
    const corrects = ({ document: one }: Position, { document: other }: Position) =>
      one !== null && other !== null && one !== other && areVersions(one, other);
    const against = pairsOf(mine, others).filter(([one, other]) => !corrects(one, other));
    if (against.length === 0) return [];
    const within = against.flatMap(([one, other]) => (one.document === other.document ? (one.document ?? []) : []));
    const isWhole = against.length === mine.length * others.length;
    const ground = { speakers: [speaker], ownVoice: true };
    return [
      selfContradiction(speaker, sides, [ground, ground], {
        pairs: isWhole ? null : against,
        within: [...new Set(within)],
      }),
    ];
  });
}

/** What a document says of itself: in the words of its creators, of whom no one alone says both in their own voice. */
function documents(
  sides: Sides,
  left: readonly Position[],
  right: readonly Position[],
  { creatorsOf }: PositionContext,
): FoundContradiction[] {
  const byDocument = (all: readonly Position[]) =>
    grouped(
      all.filter(({ document, speaker }) => document !== null && creatorsOf(document).includes(speaker)),
      ({ document }) => document as string,
    );
  const held = byDocument(right);
  return [...byDocument(left)].flatMap(([document, mine]) => {
    const creators = creatorsOf(document);
    const shared = pairsOf(mine, held.get(document) ?? []).flatMap((pair) =>
      sharedWords(pair, creators).map((word) => ({ word, pair })),
    );
    const byWord = grouped(
      shared,
      ({ word }) => word,
      ({ pair }) => pair,
    );
    return [...byWord].map(([word, pairs]) =>
      selfContradiction(document, sides, [{ document }, { document }], {
        pairs,
        within: [document],
        ...(word !== OWN_WORD && { word }),
      }),
    );
  });
}

function pairsOf(left: readonly Position[], right: readonly Position[]): Pair[] {
  return left.flatMap((one) => right.map((other): Pair => [one, other]));
}

/** On whose word two positions in a document both stand; none where one speaker holds both, which is said of the speaker. */
function sharedWords([one, other]: Pair, creators: readonly string[]): string[] {
  if (one.speaker === other.speaker && !one.isRelay && !other.isRelay) return [];
  const wordsOf = ({ isRelay, cites }: Position) =>
    isRelay && cites.length > 0
      ? new Set(cites.map((speaker) => (creators.includes(speaker) ? OWN_WORD : speaker)))
      : new Set([OWN_WORD]);
  const others = wordsOf(other);
  return [...wordsOf(one)].filter((word) => others.has(word));
}

interface Against {
  /** The pairs of positions that stand against each other, where not all do. */
  readonly pairs: readonly Pair[] | null;
  readonly within: readonly string[];
  /** On whose word both sides stand in a document. */
  readonly word?: string;
}

function selfContradiction(
  whom: string,
  [one, other]: Sides,
  grounds: readonly [Partial<ContradictionSide>, Partial<ContradictionSide>],
  { pairs, within, word }: Against,
): FoundContradiction {
  const claims = [...new Set([one.claim, other.claim])];
  const among = (index: 0 | 1) =>
    pairs ? { among: [...new Set(pairs.map((pair) => pair[index].attribution))].sort() } : {};
  const says = other.affirms
    ? `affirms both ${one.claim} and ${other.claim}, which cannot both hold`
    : `both affirms and denies ${one.claim}`;
  return {
    id: ['contradiction:self', whom, ...claims, ...(word === undefined ? [] : [word])].join(':'),
    kind: 'SELF',
    basis: 'RULE',
    by: RULES.self,
    reason: `${whom} ${says}${word === undefined ? '' : `, on the word of ${word}`}.`,
    sides: [
      { ...one, ...grounds[0], ...among(0) },
      { ...other, ...grounds[1], ...among(1) },
    ],
    within,
  };
}

function sideKey({ claim, affirms }: { claim: string; affirms: boolean }): string {
  return `${affirms} ${claim}`;
}

/** Flags on the claims, and on the documents, in which somebody contradicts themselves. */
export function selfContradictionFlags({ id, kind, reason, sides, within = [] }: FoundContradiction): FoundFlag[] {
  if (kind !== 'SELF') return [];
  const flag = (owner: string, message: string, grounds: FoundFlag['grounds']): FoundFlag => ({
    id: flagId(owner, 'SELF_CONTRADICTION', id),
    kind: 'SELF_CONTRADICTION',
    message,
    owner,
    grounds,
  });
  const claims = [...new Set(sides.map(({ claim }) => claim))];
  return [
    ...claims.map((claim) => flag(claim, reason, sides)),
    ...within.map((document) =>
      flag(
        document,
        `In ${document}: ${reason}`,
        sides.map((side) => ({ ...side, document })),
      ),
    ),
  ];
}

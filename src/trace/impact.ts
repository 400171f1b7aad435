import { cascadeOf } from './cascade.ts';
import { affirming } from './independence.ts';
import { newsroomsOf, onRecordOf } from './origin.ts';
import type { Sight } from './sight.ts';
import { fallenWith, isCutNear, isCutShort, supportOf, type Withdrawn } from './withdrawal.ts';

/** What claims lose with a withdrawal; ids in their order. */
export interface Losses {
  readonly losesEveryRoot: readonly string[];
  readonly losesOnRecord: readonly string[];
  readonly fallsToOneNewsroom: readonly string[];
  /** Whether more decides on them than was fetched. */
  readonly isCut: boolean;
}

/** Compares claims before and after somebody withdraws. Words keep the side that they were on. */
export function lossesWith(sight: Sight, claims: readonly string[], withdrawn: Withdrawn): Losses {
  const { around } = sight;
  const support = supportOf(
    sight,
    claims.flatMap((claim) => affirming(sight, claim)),
  );
  const fallen = fallenWith(sight, support, withdrawn);
  const after = sight.without(fallen);
  const sorted = [...claims].sort();
  const origins = (claim: string, seen: Sight) => cascadeOf(seen, claim).origins;
  return {
    losesEveryRoot: sorted.filter((claim) => {
      const before = affirming(sight, claim);
      return before.length > 0 && before.every((id) => fallen.has(id));
    }),
    losesOnRecord: sorted.filter(
      (claim) =>
        onRecordOf(around, origins(claim, sight)).length > 0 && onRecordOf(around, origins(claim, after)).length === 0,
    ),
    fallsToOneNewsroom: sorted.filter(
      (claim) =>
        newsroomsOf(around, origins(claim, sight)).length > 1 &&
        newsroomsOf(around, origins(claim, after)).length === 1,
    ),
    isCut: isCutShort(sight, support) || claims.some((claim) => isCutNear(sight, claim)),
  };
}

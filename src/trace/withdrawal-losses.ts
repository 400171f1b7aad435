import { cascadeOf } from './cascade.ts';
import { newsroomsOf, onRecordOf } from './newsrooms.ts';
import type { SubgraphView } from './subgraph-view.ts';
import { fallenWith, isCutAtClaims, originsWithout, supportOfOrigins, type Withdrawn } from './withdrawal.ts';

/** What claims lose with a withdrawal; ids in their order. */
export interface Losses {
  readonly losesEveryRoot: readonly string[];
  readonly losesOnRecord: readonly string[];
  readonly fallsToOneNewsroom: readonly string[];
  /** Whether more decides on them than was fetched. */
  readonly isCut: boolean;
}

/** Compares claims before and after somebody withdraws. Attributions keep the side that they were on. */
export function lossesWith(view: SubgraphView, claims: readonly string[], withdrawn: Withdrawn): Losses {
  const { subgraph } = view;
  const origins = new Map([...claims].sort().map((claim) => [claim, cascadeOf(view, claim).origins]));
  const support = supportOfOrigins(view, [...origins.values()].flat());
  const fallen = fallenWith(view, support, withdrawn);
  const compared = [...origins].map(([claim, before]) => ({
    claim,
    before,
    after: originsWithout(view, before, fallen),
  }));
  const claimsThat = (lose: (one: (typeof compared)[number]) => boolean) =>
    compared.filter(lose).map(({ claim }) => claim);
  return {
    losesEveryRoot: claimsThat(({ before, after }) => before.length > 0 && after.length === 0),
    losesOnRecord: claimsThat(
      ({ before, after }) => onRecordOf(subgraph, before).length > 0 && onRecordOf(subgraph, after).length === 0,
    ),
    fallsToOneNewsroom: claimsThat(
      ({ before, after }) => newsroomsOf(subgraph, before).length > 1 && newsroomsOf(subgraph, after).length === 1,
    ),
    isCut: claims.some((claim) => isCutAtClaims(view, claim)),
  };
}

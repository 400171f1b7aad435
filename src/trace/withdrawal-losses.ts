import { cascadeOf } from './cascade.ts';
import { affirming } from './independence.ts';
import { newsroomsOf, onRecordOf } from './origin.ts';
import type { SubgraphView } from './subgraph-view.ts';
import { fallenWith, isCutAtCitations, isCutAtClaims, supportOf, type Withdrawn } from './withdrawal.ts';

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
  const support = supportOf(
    view,
    claims.flatMap((claim) => affirming(view, claim)),
  );
  const fallen = fallenWith(view, support, withdrawn);
  const after = view.without(fallen);
  const sorted = [...claims].sort();
  const origins = (claim: string, seen: SubgraphView) => cascadeOf(seen, claim).origins;
  return {
    losesEveryRoot: sorted.filter((claim) => {
      const before = affirming(view, claim);
      return before.length > 0 && before.every((id) => fallen.has(id));
    }),
    losesOnRecord: sorted.filter(
      (claim) =>
        onRecordOf(subgraph, origins(claim, view)).length > 0 &&
        onRecordOf(subgraph, origins(claim, after)).length === 0,
    ),
    fallsToOneNewsroom: sorted.filter(
      (claim) =>
        newsroomsOf(subgraph, origins(claim, view)).length > 1 &&
        newsroomsOf(subgraph, origins(claim, after)).length === 1,
    ),
    isCut: isCutAtCitations(view, support) || claims.some((claim) => isCutAtClaims(view, claim)),
  };
}

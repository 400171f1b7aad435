import type { Standing } from '../contract.ts';
import { type Cascade, cascadeOf } from './cascade.ts';
import { denialsOf, isDenied } from './denials.ts';
import { newsroomsOf, onRecordOf } from './origin.ts';
import type { TracedAttribution } from './subgraph.ts';
import type { SubgraphView } from './subgraph-view.ts';
import { countSources } from './ultimate-sources.ts';

/** Where a claim stands: how many are behind it and whether somebody is against it, not how true it is. */
export function standingOf(view: SubgraphView, cascade: Cascade): Standing {
  const { claim, origins } = cascade;
  const isAffirmed = cascade.attributions.size > 0;
  if (isAffirmed && origins.every(({ attribution }) => isRetracted(view, claim, attribution))) return 'RETRACTED';
  if (!isAffirmed && isDenied(view, claim)) return 'DENIED';
  if (isAffirmed && (denialsOf(view, claim).length > 0 || isContradicted(view, claim))) return 'DISPUTED';
  if (isAffirmed && origins.every(({ isOwnVoice, isRead }) => isOwnVoice && isRead)) return 'UNATTRIBUTED';
  const behind = new Set([...newsroomsOf(view.subgraph, origins), ...onRecordOf(view.subgraph, origins)]);
  return behind.size >= 2 && countSources(view.subgraph, origins).min >= 2 ? 'CORROBORATED' : 'SINGLE_SOURCE';
}

/** Whether the speaker of a root later took back what it says, or the claim that rests on it. */
function isRetracted(view: SubgraphView, claim: string, root: TracedAttribution): boolean {
  return [...view.sameAs(claim), root.claim].some((one) =>
    view
      .attributionsOf(one)
      .some(
        (attribution) =>
          attribution.stance === 'RETRACTS' && attribution.actor === root.actor && !isEarlier(attribution, root),
      ),
  );
}

/** Whether an attribution came before another, as far as dates show. */
function isEarlier(one: TracedAttribution, other: TracedAttribution): boolean {
  return one.saidAt !== null && other.saidAt !== null && one.order < other.order;
}

/** Whether somebody affirms a claim that cannot be right beside this one. */
function isContradicted(view: SubgraphView, claim: string): boolean {
  const opposed = [...view.sameAs(claim)].flatMap((one) => view.subgraph.opposedTo.get(one) ?? []);
  return opposed.some((other) => cascadeOf(view, other).attributions.size > 0);
}

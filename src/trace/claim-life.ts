import type { LifeChange } from '../contract.ts';
import type { TracedAttribution } from './subgraph.ts';
import type { SubgraphView } from './subgraph-view.ts';

const CHANGES: Readonly<Record<string, LifeChange>> = {
  ASSERTS: 'REPORTED',
  CONFIRMS: 'CONFIRMED',
  CORRECTS: 'CORRECTED',
  DENIES: 'DENIED',
  RETRACTS: 'RETRACTED',
  DECLINES_TO_COMMENT: 'NOT_COMMENTED',
  NO_RESPONSE: 'NOT_COMMENTED',
  EVADES: 'NOT_COMMENTED',
};

/**
 * What happened to a claim, earliest first: each time that somebody spoke to it. A relay of a denial or of a refusal to
 * comment is no event beside what it relays.
 */
export function lifeOf(
  view: SubgraphView,
  claim: string,
): Array<{ change: LifeChange; attribution: TracedAttribution }> {
  const attributions = [...view.sameAs(claim)].flatMap((one) => view.attributionsOf(one));
  const sorted = attributions.sort((one, other) => one.order - other.order || (one.id < other.id ? -1 : 1));
  return sorted.flatMap((one) => {
    const relayed = view.sideOf(one) === 'AFFIRMS' ? 'REPORTED' : undefined;
    const change = one.stance === 'REPORTS' ? relayed : CHANGES[one.stance];
    return change ? [{ change, attribution: one }] : [];
  });
}

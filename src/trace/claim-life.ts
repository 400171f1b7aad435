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

export interface LifeEvent {
  readonly change: LifeChange;
  readonly attribution: TracedAttribution;
}

/**
 * What happened to a claim, earliest first: each time that somebody spoke to it, and each correction in a newer version
 * of a document that gives another account instead. A relay of a denial or of a refusal to comment is no event beside
 * what it relays.
 */
export function lifeOf(view: SubgraphView, claim: string): LifeEvent[] {
  const own = [...view.sameAs(claim)]
    .flatMap((one) => view.subgraph.ofClaim.get(one) ?? [])
    .filter((attribution) => view.isThere(attribution));
  const corrections = new Set(
    own.flatMap(({ id }) => view.takenBack.by.get(id) ?? []).filter(({ stance }) => stance === 'CORRECTS'),
  );
  const events = [...new Set([...own, ...corrections])].flatMap((attribution): LifeEvent[] => {
    const relayed = view.sideOf(attribution) === 'AFFIRMS' ? 'REPORTED' : undefined;
    const change = attribution.stance === 'REPORTS' ? relayed : CHANGES[attribution.stance];
    return change ? [{ change, attribution }] : [];
  });
  return events.sort(
    ({ attribution: one }, { attribution: other }) => one.order - other.order || (one.id < other.id ? -1 : 1),
  );
}

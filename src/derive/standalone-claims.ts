import type { Bundle } from '../bundle/bundle.ts';
import type { BundleIndex } from '../bundle/bundle-index.ts';
import type { Dates } from '../bundle/dates.ts';
import { END_PREDICATES, UNITS } from '../rules/deadlines.ts';
import { isFunctional } from '../rules/functional-predicates.ts';
import { isCounted } from '../rules/stances.ts';

type Claim = Bundle['claims'][number];
type Attribution = Bundle['attributions'][number];

/** New claims for which the graph need not be read. */
export interface StandaloneClaims {
  /**
   * Claims that come with all their attributions and are not connected to others: the records are enough to trace them.
   */
  readonly traceable: ReadonlySet<string>;
  /** Those of them for which rules need only their attributions. */
  readonly checkable: ReadonlySet<string>;
}

/**
 * Finds the new claims that are not connected to others, as most of a large import; `types` are those of existing
 * records.
 */
export function standaloneClaims(
  index: BundleIndex,
  types: ReadonlyMap<string, string>,
  dates: Dates,
): StandaloneClaims {
  const { bundle, attributionsOf } = index;
  const connected = connectedClaims(bundle);
  const derived = new Set(bundle.derivations.flatMap(({ document, from }) => [document, from]));
  const claimOf = new Map(bundle.attributions.map(({ id, claim }) => [id, claim]));
  const citedElsewhere = new Set(
    bundle.attributions.flatMap(({ claim, cites }) =>
      cites.flatMap(({ attribution }) => {
        const cited = claimOf.get(attribution);
        return cited === undefined || cited === claim ? [] : [cited];
      }),
    ),
  );
  const isStandalone = (claim: string) => (attribution: Attribution) =>
    isCounted(attribution) &&
    attribution.stance !== 'RETRACTS' &&
    attribution.covers.length === 0 &&
    !derived.has(attribution.document ?? '') &&
    attribution.cites.every(({ attribution: cited }) => claimOf.get(cited) === claim);
  const traceable = bundle.claims.filter(
    ({ id, predicate, partOf }) =>
      !connected.has(id) &&
      !citedElsewhere.has(id) &&
      partOf === undefined &&
      !isFunctional(predicate) &&
      (attributionsOf.get(id) ?? []).every(isStandalone(id)),
  );
  const isEvent = (id: string | undefined) => id !== undefined && (index.types.get(id) ?? types.get(id)) === 'Event';
  const checkable = traceable.filter(
    (claim) =>
      !canBreakDates(claim, isEvent(claim.subject)) &&
      (attributionsOf.get(claim.id) ?? []).every((attribution) => isAfterEvent(attribution, claim, dates)),
  );
  return { traceable: idsOf(traceable), checkable: idsOf(checkable) };
}

/** The claims that have relations, that denials cover, or that others are a part of. */
function connectedClaims({ relations, attributions, claims }: Bundle): Set<string> {
  return new Set([
    ...relations.flatMap(({ from, to }) => [from, to]),
    ...attributions.flatMap(({ covers }) => covers),
    ...claims.flatMap(({ partOf }) => partOf ?? []),
  ]);
}

/** Whether the claim alone can trigger a rule on dates and durations. */
function canBreakDates({ predicate, value, flags, when }: Claim, isOfEvent: boolean): boolean {
  return (
    flags.length > 0 ||
    UNITS[value?.unit ?? ''] !== undefined ||
    END_PREDICATES.some((one) => one === predicate) ||
    (isOfEvent && when !== undefined)
  );
}

/** Whether its document was not published before the time that the claim speaks of. */
function isAfterEvent({ document }: Attribution, claim: Claim, dates: Dates): boolean {
  if (document === undefined) return true;
  const [happened, published] = [dates.whenWithin(claim), dates.publishedWithin(document)];
  return !happened || !published || happened.earliest <= published.latest;
}

function idsOf(claims: readonly Claim[]): Set<string> {
  return new Set(claims.map(({ id }) => id));
}

import type { Bundle } from '../bundle/bundle.ts';
import { wholeBundle } from '../bundle/records.ts';
import { grouped } from '../collections/grouped.ts';
import { END_PREDICATES, UNITS } from '../rules/deadlines.ts';
import { isFunctional } from '../rules/functional-predicates.ts';
import type { PublishedAt } from '../store/attribution-rows.ts';
import { boundsOfDate } from '../store/rows.ts';

type Claim = Bundle['claims'][number];
type Attribution = Bundle['attributions'][number];

/** What is known of records that are in the graph already. */
interface Old {
  /** Contract types by id. */
  readonly types: ReadonlyMap<string, string>;
  readonly publishedAt: PublishedAt;
}

/** New claims about which little has to be asked. */
export interface Apart {
  /** They come with everything that is said of them, and what is said goes back to and bears on nothing else: nothing can be added to their traces. */
  readonly contained: ReadonlySet<string>;
  /** Of these, those of which nothing is odd by itself: no rule has to look further than what is said of them. */
  readonly quiet: ReadonlySet<string>;
}

/** The new claims that stand apart from all others: most of a large import. */
export function claimsApart(added: Bundle, old: Old): Apart {
  const words = grouped(added.attributions, ({ claim }) => claim);
  const claimOf = new Map(added.attributions.map(({ id, claim }) => [id, claim]));
  const tied = new Set([
    ...added.relations.flatMap(({ from, to }) => [from, to]),
    ...added.attributions.flatMap(({ covers }) => covers),
    ...added.claims.flatMap(({ partOf }) => partOf ?? []),
  ]);
  const derived = new Set(added.derivations.flatMap(({ document, from }) => [document, from]));
  const events = new Set(added.events.map(({ id }) => id));
  const isEvent = (id: string | undefined) => id !== undefined && (events.has(id) || old.types.get(id) === 'Event');
  const contained = added.claims.filter(({ id, predicate, partOf }) => {
    if (tied.has(id) || partOf !== undefined || isFunctional(predicate)) return false;
    return (words.get(id) ?? []).every(
      ({ stance, document, cites, covers }) =>
        stance !== 'RETRACTS' &&
        covers.length === 0 &&
        !derived.has(document ?? '') &&
        cites.every(({ attribution }) => claimOf.get(attribution) === id),
    );
  });
  const quiet = contained.filter((claim) => {
    const own = words.get(claim.id) ?? [];
    return !isOdd(claim, isEvent(claim.subject)) && own.every((said) => isPlain(said, claim, old));
  });
  return { contained: new Set(contained.map(({ id }) => id)), quiet: new Set(quiet.map(({ id }) => id)) };
}

/** A bundle with nothing but some claims and what is said of them. */
export function onlyClaims(bundle: Bundle, claims: ReadonlySet<string>): Bundle {
  return {
    ...wholeBundle({}),
    claims: bundle.claims.filter(({ id }) => claims.has(id)),
    attributions: bundle.attributions.filter(({ claim }) => claims.has(claim)),
  };
}

/** A bundle without some claims and what is said of them. */
export function withoutClaims(bundle: Bundle, claims: ReadonlySet<string>): Bundle {
  return {
    ...bundle,
    claims: bundle.claims.filter(({ id }) => !claims.has(id)),
    attributions: bundle.attributions.filter(({ claim }) => !claims.has(claim)),
  };
}

/** Whether the claim by itself can stand in a reckoning of dates. */
function isOdd({ predicate, value, flags, when }: Claim, isOfEvent: boolean): boolean {
  return (
    flags.length > 0 ||
    UNITS[value?.unit ?? ''] !== undefined ||
    END_PREDICATES.some((one) => one === predicate) ||
    (isOfEvent && when !== undefined)
  );
}

/** It does not stand in a document from before what it speaks of. */
function isPlain({ document }: Attribution, { when }: Claim, { publishedAt }: Old): boolean {
  if (document === undefined) return true;
  const [happened, published] = [boundsOfDate(when), boundsOfDate(publishedAt(document))];
  return !happened || !published || happened.earliest <= published.latest;
}

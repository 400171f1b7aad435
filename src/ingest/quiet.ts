import { END_PREDICATES, UNITS } from '../rules/deadlines.ts';
import { isFunctional } from '../rules/functional.ts';
import { grouped } from '../rules/groups.ts';
import { affirms } from '../rules/stances.ts';
import type { PublishedAt } from './attribution-rows.ts';
import type { Bundle } from './bundle.ts';
import { boundsOfDate } from './rows.ts';

type Claim = Bundle['claims'][number];
type Attribution = Bundle['attributions'][number];

/** What is known of records that are in the graph already. */
interface Old {
  /** Contract types by id. */
  readonly types: ReadonlyMap<string, string>;
  readonly publishedAt: PublishedAt;
}

/**
 * New claims that come with everything that is said of them, and of which nothing is odd by itself: no rule has to look
 * into the graph for them. Most claims of a large import are such.
 */
export function quietClaims(added: Bundle, old: Old): Set<string> {
  const words = grouped(added.attributions, ({ claim }) => claim);
  const claimOf = new Map(added.attributions.map(({ id, claim }) => [id, claim]));
  const tied = new Set([
    ...added.relations.flatMap(({ from, to }) => [from, to]),
    ...added.attributions.flatMap(({ covers }) => covers),
  ]);
  const derived = new Set(added.derivations.flatMap(({ document, from }) => [document, from]));
  const events = new Set(added.events.map(({ id }) => id));
  const isEvent = (id: string | undefined) => id !== undefined && (events.has(id) || old.types.get(id) === 'Event');
  const quiet = added.claims.filter((claim) => {
    const own = words.get(claim.id) ?? [];
    return (
      !tied.has(claim.id) &&
      !isOdd(claim, isEvent(claim.subject)) &&
      isOneSided(own) &&
      own.every((said) => isPlain(said, claim, claimOf, old) && !derived.has(said.document ?? ''))
    );
  });
  return new Set(quiet.map(({ id }) => id));
}

/** A bundle without some claims and what is said of them. */
export function withoutClaims(bundle: Bundle, claims: ReadonlySet<string>): Bundle {
  return {
    ...bundle,
    claims: bundle.claims.filter(({ id }) => !claims.has(id)),
    attributions: bundle.attributions.filter(({ claim }) => !claims.has(claim)),
  };
}

/** Whether the claim by itself can stand against others, or in a reckoning of dates. */
function isOdd({ predicate, value, flags, when }: Claim, isOfEvent: boolean): boolean {
  return (
    flags.length > 0 ||
    isFunctional(predicate) ||
    UNITS[value?.unit ?? ''] !== undefined ||
    END_PREDICATES.some((one) => one === predicate) ||
    (isOfEvent && when !== undefined)
  );
}

/** Nobody takes anything back, and nobody denies what another affirms. */
function isOneSided(words: readonly Attribution[]): boolean {
  const sides = new Set(words.map(({ stance }) => affirms(stance)));
  return !(sides.has(true) && sides.has(false)) && words.every(({ stance }) => stance !== 'RETRACTS');
}

/** It cites words on the same claim that are as new as itself, in a document that is new, and that came out afterwards. */
function isPlain(
  { cites, document }: Attribution,
  { id, when }: Claim,
  claimOf: ReadonlyMap<string, string>,
  { types, publishedAt }: Old,
): boolean {
  if (cites.some(({ attribution }) => claimOf.get(attribution) !== id)) return false;
  if (document === undefined) return true;
  if (cites.length > 0 && types.has(document)) return false;
  const [happened, published] = [boundsOfDate(when), boundsOfDate(publishedAt(document))];
  return !happened || !published || happened.earliest <= published.latest;
}

import { isCounted } from '../../src/rules/stances.ts';
import { type Bounds, NEVER } from '../../src/time/edtf.ts';
import { boundsOf } from '../oracle/dates.ts';
import { boundsIn, dateOf } from './bound-definitions.ts';
import {
  ACTOR_NUMBERS,
  type AttributionSpec,
  type ClaimSpec,
  EVENT_NUMBERS,
  idOf,
  numbered,
  PUBLISHED,
  type World,
} from './random-worlds.ts';

type Attribution = AttributionSpec & { readonly number: number };
type Claim = ClaimSpec & { readonly number: number };

/** The records of all loads so far; suggested attributions are not counted. */
interface Loaded {
  readonly attributions: readonly Attribution[];
  readonly claims: readonly Claim[];
}

type Counters = Readonly<Record<string, number>>;

/** The counters of a world after so many loads, by id: each computed from its definition, without regard to speed. */
export function countersOf(
  { claims, attributions, derivations }: World,
  tag: string,
  loads: number,
): Record<string, Counters> {
  const past = numbered(attributions).filter(({ load }) => load < loads);
  const loaded = {
    attributions: past.filter(isCounted),
    claims: numbered(claims).filter(({ number }) => past.some((one) => one.claim === number)),
  };
  const bounds = boundsIn({ claims, attributions, derivations }, tag, loads);
  const entries = [
    ...past.map(
      (one) =>
        [
          idOf('attribution', tag, one.number),
          countersOfAttribution(loaded, one, bounds.get(idOf('attribution', tag, one.number)) as Bounds),
        ] as const,
    ),
    ...loaded.claims.map(({ number }) => [idOf('claim', tag, number), countersOfClaim(loaded, number)] as const),
    ...ACTOR_NUMBERS.map((number) => [idOf('person', tag, number), countersOfActor(loaded, number)] as const),
    ...EVENT_NUMBERS.map((number) => [idOf('event', tag, number), countersOfEvent(loaded, number)] as const),
    ...PUBLISHED.map(
      (_, number) =>
        [
          idOf('document', tag, number),
          countersOfDocument(loaded, number, bounds.get(idOf('document', tag, number)) as Bounds),
        ] as const,
    ),
  ];
  return Object.fromEntries(entries);
}

function datesOf(attributions: readonly Attribution[]) {
  return attributions
    .map(dateOf)
    .filter((date) => date !== undefined)
    .map(boundsOf);
}

function firstWhen({ claims }: Loaded, event: number): number {
  const dates = claims.flatMap(({ subject, when }) =>
    subject === event && when !== undefined ? [boundsOf(when)] : [],
  );
  return Math.min(NEVER, ...dates.map(({ earliest }) => earliest));
}

function countersOfAttribution(loaded: Loaded, attribution: Attribution, { earliest, latest }: Bounds): Counters {
  const citedCount = loaded.attributions.filter(
    ({ cites, citedBy }) => isCounted({ basis: citedBy }) && cites.includes(attribution.number),
  ).length;
  return { saidEarliest: earliest, saidLatest: latest, citedCount };
}

function countersOfClaim({ attributions }: Loaded, number: number): Counters {
  const own = attributions.filter(({ claim }) => claim === number);
  const keys = datesOf(own).map(({ earliest }) => earliest);
  return { attributionCount: own.length, lastSaid: Math.max(-NEVER, ...keys), firstSaid: Math.min(NEVER, ...keys) };
}

function countersOfActor({ attributions, claims }: Loaded, number: number): Counters {
  const touching = claims.filter(
    ({ subject, object }) => number === 0 && (subject === 'person' || object === 'person'),
  );
  return {
    attributionCount: attributions.filter(({ actor }) => actor === number).length,
    claimCount: touching.length,
  };
}

function countersOfEvent(loaded: Loaded, number: number): Counters {
  const touching = loaded.claims.filter(({ subject, object }) => subject === number || object === number);
  return { claimCount: touching.length, firstWhen: firstWhen(loaded, number) };
}

function countersOfDocument({ attributions }: Loaded, number: number, { earliest, latest }: Bounds): Counters {
  const within = attributions.filter(({ document }) => document === number);
  return { attributionCount: within.length, publishedEarliest: earliest, publishedLatest: latest };
}

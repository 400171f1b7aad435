import { NEVER } from '../../src/time/edtf.ts';
import { boundsOf } from '../oracle/dates.ts';
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

/** The records of all loads so far. */
interface Loaded {
  readonly attributions: readonly Attribution[];
  readonly claims: readonly Claim[];
}

type Counters = Readonly<Record<string, number>>;

/** The counters of a world after so many loads, by id: each computed from its definition, without regard to speed. */
export function countersOf({ claims, attributions }: World, tag: string, loads: number): Record<string, Counters> {
  const past = numbered(attributions).filter(({ load }) => load < loads);
  const loaded = {
    attributions: past,
    claims: numbered(claims).filter(({ number }) => past.some((one) => one.claim === number)),
  };
  const entries = [
    ...past.map((one) => [idOf('attribution', tag, one.number), countersOfAttribution(loaded, one)] as const),
    ...loaded.claims.map(({ number }) => [idOf('claim', tag, number), countersOfClaim(loaded, number)] as const),
    ...ACTOR_NUMBERS.map((number) => [idOf('person', tag, number), countersOfActor(loaded, number)] as const),
    ...EVENT_NUMBERS.map((number) => [idOf('event', tag, number), countersOfEvent(loaded, number)] as const),
    ...PUBLISHED.map((_, number) => [idOf('document', tag, number), countersOfDocument(loaded, number)] as const),
  ];
  return Object.fromEntries(entries);
}

function dateOf({ saidAt, document }: AttributionSpec): string | undefined {
  return saidAt ?? (document === undefined ? undefined : PUBLISHED[document]);
}

function datesOf(attributions: readonly Attribution[]) {
  return attributions
    .map(dateOf)
    .filter((date) => date !== undefined)
    .map(boundsOf);
}

/** What cites an attribution, directly or through others without a date. A stated date is never changed. */
function citingOf({ attributions }: Loaded, number: number, found = new Set<number>()): readonly Attribution[] {
  for (const citer of attributions) {
    if (!citer.cites.includes(number) || found.has(citer.number)) continue;
    found.add(citer.number);
    if (dateOf(citer) === undefined) citingOf({ attributions, claims: [] }, citer.number, found);
  }
  return attributions.filter((citer) => found.has(citer.number));
}

function boundsOfAttribution(loaded: Loaded, attribution: Attribution) {
  const own = dateOf(attribution);
  if (own !== undefined) return boundsOf(own);
  const latest = Math.min(NEVER, ...datesOf(citingOf(loaded, attribution.number)).map((bounds) => bounds.latest));
  const claim = loaded.claims.find(({ number }) => number === attribution.claim) as Claim;
  return { earliest: Math.min(earliestEvent(loaded, claim), latest), latest };
}

/** The earliest time of what a claim speaks of: its own, else that of claims about its events. */
function earliestEvent(loaded: Loaded, { when, subject, object }: Claim): number {
  if (when !== undefined) return boundsOf(when).earliest;
  const events = [subject, object].filter((one) => typeof one === 'number');
  const first = Math.min(NEVER, ...events.map((event) => firstWhen(loaded, event)));
  return first === NEVER ? -NEVER : first;
}

function firstWhen({ claims }: Loaded, event: number): number {
  const dates = claims.flatMap(({ subject, when }) =>
    subject === event && when !== undefined ? [boundsOf(when)] : [],
  );
  return Math.min(NEVER, ...dates.map(({ earliest }) => earliest));
}

function countersOfAttribution(loaded: Loaded, attribution: Attribution): Counters {
  const { earliest, latest } = boundsOfAttribution(loaded, attribution);
  const citedCount = loaded.attributions.filter(({ cites }) => cites.includes(attribution.number)).length;
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

function countersOfDocument(loaded: Loaded, number: number): Counters {
  const within = loaded.attributions.filter(({ document }) => document === number);
  const own = PUBLISHED[number];
  const bounds =
    own === undefined ? within.map((attribution) => boundsOfAttribution(loaded, attribution)) : [boundsOf(own)];
  const isKnown = bounds.length > 0;
  return {
    attributionCount: within.length,
    publishedEarliest: isKnown ? Math.min(...bounds.map(({ earliest }) => earliest)) : -NEVER,
    publishedLatest: isKnown ? Math.min(...bounds.map(({ latest }) => latest)) : NEVER,
  };
}

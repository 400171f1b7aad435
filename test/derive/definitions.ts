import { NEVER } from '../../src/time/edtf.ts';
import { boundsOf } from '../oracle/dates.ts';
import {
  ACTOR_NUMBERS,
  type ClaimSpec,
  EVENT_NUMBERS,
  idOf,
  numbered,
  PUBLISHED,
  type SaidSpec,
  type World,
} from './world.ts';

type Said = SaidSpec & { readonly number: number };
type Claim = ClaimSpec & { readonly number: number };

/** What has been told by a load. */
interface Told {
  readonly attributions: readonly Said[];
  readonly claims: readonly Claim[];
}

type View = Readonly<Record<string, number>>;

/** The stored views of a world after so many loads, by id: each from its definition, as slowly as that reads. */
export function viewsOf({ claims, attributions }: World, tag: string, loads: number): Record<string, View> {
  const said = numbered(attributions).filter(({ load }) => load < loads);
  const told = {
    attributions: said,
    claims: numbered(claims).filter(({ number }) => said.some((one) => one.claim === number)),
  };
  const entries = [
    ...said.map((one) => [idOf('attribution', tag, one.number), viewOfSaid(told, one)] as const),
    ...told.claims.map(({ number }) => [idOf('claim', tag, number), viewOfClaim(told, number)] as const),
    ...ACTOR_NUMBERS.map((number) => [idOf('person', tag, number), viewOfActor(told, number)] as const),
    ...EVENT_NUMBERS.map((number) => [idOf('event', tag, number), viewOfEvent(told, number)] as const),
    ...PUBLISHED.map((_, number) => [idOf('document', tag, number), viewOfDocument(told, number)] as const),
  ];
  return Object.fromEntries(entries);
}

function dateOf({ saidAt, document }: SaidSpec): string | undefined {
  return saidAt ?? (document === undefined ? undefined : PUBLISHED[document]);
}

function datesOf(attributions: readonly Said[]) {
  return attributions
    .map(dateOf)
    .filter((date) => date !== undefined)
    .map(boundsOf);
}

/** All that cites an attribution, directly or through others without a date: a date is kept as stated. */
function citersOf({ attributions }: Told, number: number, found = new Set<number>()): readonly Said[] {
  for (const citer of attributions) {
    if (!citer.cites.includes(number) || found.has(citer.number)) continue;
    found.add(citer.number);
    if (dateOf(citer) === undefined) citersOf({ attributions, claims: [] }, citer.number, found);
  }
  return attributions.filter((citer) => found.has(citer.number));
}

function boundsOfSaid(told: Told, said: Said) {
  const own = dateOf(said);
  if (own !== undefined) return boundsOf(own);
  const latest = Math.min(NEVER, ...datesOf(citersOf(told, said.number)).map((bounds) => bounds.latest));
  const claim = told.claims.find(({ number }) => number === said.claim) as Claim;
  return { earliest: Math.min(eventOf(told, claim), latest), latest };
}

/** When what the claim is about was: as it says itself, else as claims about its events say. */
function eventOf(told: Told, { when, subject, object }: Claim): number {
  if (when !== undefined) return boundsOf(when).earliest;
  const events = [subject, object].filter((one) => typeof one === 'number');
  const first = Math.min(NEVER, ...events.map((event) => firstWhen(told, event)));
  return first === NEVER ? -NEVER : first;
}

function firstWhen({ claims }: Told, event: number): number {
  const dates = claims.flatMap(({ subject, when }) =>
    subject === event && when !== undefined ? [boundsOf(when)] : [],
  );
  return Math.min(NEVER, ...dates.map(({ earliest }) => earliest));
}

function viewOfSaid(told: Told, said: Said): View {
  const { earliest, latest } = boundsOfSaid(told, said);
  const citedCount = told.attributions.filter(({ cites }) => cites.includes(said.number)).length;
  return { saidEarliest: earliest, saidLatest: latest, citedCount };
}

function viewOfClaim({ attributions }: Told, number: number): View {
  const own = attributions.filter(({ claim }) => claim === number);
  const keys = datesOf(own).map(({ earliest }) => earliest);
  return { attributionCount: own.length, lastSaid: Math.max(-NEVER, ...keys), firstSaid: Math.min(NEVER, ...keys) };
}

function viewOfActor({ attributions, claims }: Told, number: number): View {
  const touching = claims.filter(
    ({ subject, object }) => number === 0 && (subject === 'person' || object === 'person'),
  );
  return {
    attributionCount: attributions.filter(({ actor }) => actor === number).length,
    claimCount: touching.length,
  };
}

function viewOfEvent(told: Told, number: number): View {
  const touching = told.claims.filter(({ subject, object }) => subject === number || object === number);
  return { claimCount: touching.length, firstWhen: firstWhen(told, number) };
}

function viewOfDocument(told: Told, number: number): View {
  const within = told.attributions.filter(({ document }) => document === number);
  const own = PUBLISHED[number];
  const bounds = own === undefined ? within.map((said) => boundsOfSaid(told, said)) : [boundsOf(own)];
  const isKnown = bounds.length > 0;
  return {
    attributionCount: within.length,
    publishedEarliest: isKnown ? Math.min(...bounds.map(({ earliest }) => earliest)) : -NEVER,
    publishedLatest: isKnown ? Math.min(...bounds.map(({ latest }) => latest)) : NEVER,
  };
}

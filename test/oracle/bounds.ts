import { type Bounds, NEVER } from '../../src/time/edtf.ts';
import { boundsOf } from './dates.ts';
import { type Attribution, type Claim, type Document, isCounted, saidAt, type World } from './world.ts';

/** Something that has a date, by its id, with the bounds that its own date gives it. */
interface Dated {
  readonly id: string;
  readonly stated: Bounds;
}

/** `before` is not later than `after`, as they are joined. */
export interface Order {
  readonly how: 'cites' | 'contains' | 'derives' | 'within';
  readonly before: string;
  readonly after: string;
}

const ANY_TIME: Bounds = { earliest: -NEVER, latest: NEVER };

/** Between which moments each attribution was made and each document published, by id. */
export function dateBounds(world: World): ReadonlyMap<string, Bounds> {
  const { suggested } = world;
  const dated = datedIn(world);
  const earliest = earliestBounds(world);
  const latest = latestTimes(dated, ordersIn(world));
  const bounds = dated.map(({ id }): [string, Bounds] => {
    const [from, until] = [earliest.get(id) as number, latest.get(id) as number];
    return [id, { earliest: Math.min(from, until), latest: until }];
  });
  return new Map([...bounds, ...suggested.map((one): [string, Bounds] => [one.id, statedTime(world, one)])]);
}

/** Before which moments nothing was made or published, by id, also where that is after the latest moment. */
export function earliestBounds(world: World): ReadonlyMap<string, number> {
  return withCiters(world, earliestTimes(datedIn(world), ordersIn(world)));
}

function datedIn(world: World): Dated[] {
  return [
    ...world.attributions.map((one) => ({ id: one.id, stated: statedTime(world, one) })),
    ...world.documents.map((one) => ({ id: one.id, stated: publishedTime(one) })),
  ];
}

function publishedTime({ publishedAt }: Document): Bounds {
  return publishedAt === undefined ? ANY_TIME : boundsOf(publishedAt);
}

function statedTime(world: World, attribution: Attribution): Bounds {
  const date = saidAt(world, attribution);
  return date === null ? { earliest: earliestEvent(world, attribution), latest: NEVER } : boundsOf(date);
}

/** The verbs of demands, plans and deadlines, which speak of a time after they were made. What was requested or proposed is a deed. */
const AHEAD = /^(demand|offer|plan|schedul|announc|threat|warn|deadline|due|lapse|expire)/;

/** The earliest moment of what a claim speaks of: as the claim dates it, else as the events that it joins are dated. */
function earliestEvent({ claims, entities }: World, { claim: of }: Attribution): number {
  const claim = claims.find(({ id }) => id === of);
  if (claim === undefined || AHEAD.test(claim.predicate ?? '')) return -NEVER;
  if (claim.when) return boundsOf(claim.when).earliest;
  const events = entities.filter(({ id, type }) => type === 'Event' && [claim.subject, claim.object].includes(id));
  const dates = claims
    .filter(({ subject }) => events.some(({ id }) => id === subject))
    .flatMap(({ when }: Claim) => (when ? [boundsOf(when).earliest] : []));
  return dates.length > 0 ? Math.min(...dates) : -NEVER;
}

/** What cannot be later than what: the cited, the words in a document, and originals. */
export function ordersIn({ attributions, documents, derivations }: World): Order[] {
  const citations = attributions.flatMap(({ id, cites }) =>
    cites.filter(isCounted).map(({ attribution }): Order => ({ how: 'cites', before: attribution, after: id })),
  );
  const words = attributions.flatMap(({ id, document }): Order[] =>
    document ? [{ how: 'contains', before: id, after: document }] : [],
  );
  const originals = derivations
    .filter((one) => isCounted(one) && one.kind !== 'SAME_TEXT')
    .flatMap(({ document, from }): Order[] => [
      { how: 'derives', before: from, after: document },
      ...attributions
        .filter((one) => one.document === document)
        .map(({ id }): Order => ({ how: 'within', before: from, after: id })),
    ]);
  const ids = new Set([...attributions, ...documents].map(({ id }) => id));
  return [...citations, ...words, ...originals].filter(({ before, after }) => ids.has(before) && ids.has(after));
}

/** Nothing is earlier than what came before it, unless its own date says so. The latest of them are settled first. */
function earliestTimes(dated: readonly Dated[], orders: readonly Order[]): Map<string, number> {
  const times = new Map(dated.map(({ id, stated }) => [id, stated.earliest]));
  const open = new Map(dated.map((one) => [one.id, one]));
  while (open.size > 0) {
    const time = Math.max(...[...open.keys()].map((id) => times.get(id) as number));
    const id = [...open.keys()].find((one) => times.get(one) === time) as string;
    open.delete(id);
    for (const { before, after } of orders) {
      const later = before === id ? open.get(after) : undefined;
      if (later && time <= later.stated.latest) times.set(after, Math.max(time, times.get(after) as number));
    }
  }
  return times;
}

/** Nothing is later than what came after it, unless its own date says so: the same, backwards. */
function latestTimes(dated: readonly Dated[], orders: readonly Order[]): Map<string, number> {
  const times = earliestTimes(
    dated.map(({ id, stated }) => ({ id, stated: { earliest: -stated.latest, latest: -stated.earliest } })),
    orders.map(({ how, before, after }) => ({ how, before: after, after: before })),
  );
  return new Map([...times].map(([id, time]) => [id, -time]));
}

/** Words without a date and without a document are there only with something that cites them. */
function withCiters({ attributions }: World, times: Map<string, number>): Map<string, number> {
  const loose = attributions.filter((one) => one.saidAt === undefined && one.document === undefined);
  const raise = ({ id }: Attribution): boolean => {
    const citers = attributions.filter(({ cites }) =>
      cites.some((cited) => isCounted(cited) && cited.attribution === id),
    );
    const first = Math.min(...citers.map((citer) => times.get(citer.id) as number));
    if (citers.length === 0 || first <= (times.get(id) as number)) return false;
    times.set(id, first);
    return true;
  };
  let isChanged = true;
  while (isChanged) isChanged = loose.map(raise).includes(true);
  return times;
}

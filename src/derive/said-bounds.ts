import type { Bundle } from '../bundle/bundle.ts';
import type { Run } from '../engine/engine.ts';
import { batched } from '../store/batched.ts';
import { isCurrent } from '../store/rows.ts';
import { NEVER } from '../time/edtf.ts';

const CITED_BY = `UNWIND $rows AS id
MATCH (citer:Node) WHERE citer.key = id
CALL (citer) { MATCH (citer)-[:CITES]->(cited) WHERE ${isCurrent('cited')} RETURN cited }
RETURN citer.id AS citer, citer.saidLatest AS latest,
  cited.id AS cited, cited.saidLatest AS limit, cited.saidAt IS NULL AS undated`;

const CITERS = `UNWIND $rows AS id
MATCH (cited:Node) WHERE cited.key = id
CALL (cited) { MATCH (cited)<-[:CITES]-(citer) WHERE ${isCurrent('citer')} RETURN citer }
RETURN id, citer.id AS citer, citer.saidLatest AS latest`;

const OF_EVENTS = `UNWIND $rows AS id
MATCH (event:Node) WHERE event.key = id
CALL (event) {
  MATCH (event)<-[:SUBJECT|OBJECT]-(claim) WHERE claim.whenEarliest IS NULL AND ${isCurrent('claim')}
  MATCH (claim)<-[:OF]-(said) WHERE said.saidAt IS NULL AND ${isCurrent('said')}
  RETURN said.id AS found
}
RETURN DISTINCT found AS id`;

const UNDATED = `UNWIND $rows AS id
MATCH (said:Node) WHERE said.key = id AND said.saidAt IS NULL
CALL (said) { MATCH (said)-[:OF]->(claim) WHERE ${isCurrent('claim')} RETURN claim }
CALL (claim) {
  MATCH (claim)-[:SUBJECT|OBJECT]->(event) WHERE ${isCurrent('event')}
  RETURN min(event.firstWhen) AS first
}
RETURN said.id AS id, said.saidEarliest AS earliest, said.saidLatest AS latest,
  claim.whenEarliest AS stated, first`;

/**
 * Earlier bounds are kept with the record time until which they were current, for reads as of an earlier record time.
 */
const RENEW = `UNWIND $rows AS row
MATCH (said:Node) WHERE said.key = row.id
SET said.pastUntil = CASE WHEN said.recorded = $at THEN said.pastUntil ELSE coalesce(said.pastUntil, []) + [$at] END,
  said.pastEarliest = CASE WHEN said.recorded = $at THEN said.pastEarliest ELSE coalesce(said.pastEarliest, []) + [row.wasEarliest] END,
  said.pastLatest = CASE WHEN said.recorded = $at THEN said.pastLatest ELSE coalesce(said.pastLatest, []) + [row.wasLatest] END,
  said.saidEarliest = row.earliest, said.saidLatest = row.latest, said.viewAt = $at`;

/**
 * Derives the date bounds of attributions without a date: not before the time that their claim speaks of, and not after
 * the earliest attribution that cites them, directly or through others. Visits only those that new records can have
 * changed: the `added` ones, those that they cite, and those about `events`, whose first date has changed. Returns the
 * ids of the attributions whose bounds have changed.
 */
export async function narrowBounds(
  run: Run,
  added: Bundle['attributions'],
  events: readonly string[],
  at: number,
): Promise<string[]> {
  const latest = await latestByCitation(run, added);
  const undated = added.filter(({ saidAt }) => saidAt === undefined).map(({ id }) => id);
  return deriveBounds(run, [...undated, ...latest.keys(), ...(await undatedAboutEvents(run, events))], latest, at);
}

/**
 * The same after a change that can also raise bounds: derives the bounds of all undated attributions that depend on
 * these ones again.
 */
export async function rederiveBounds(
  run: Run,
  attributions: readonly string[],
  events: readonly string[],
  at: number,
): Promise<string[]> {
  const reached = await undatedBelow(run, [...attributions, ...(await undatedAboutEvents(run, events))]);
  const latest = new Map(reached.map((id) => [id, NEVER]));
  const citers = await batched(run, CITERS, reached);
  for (let moved = true; moved; ) {
    moved = false;
    for (const { id, citer, latest: bound } of citers) {
      const limit = Math.min(latest.get(citer as string) ?? (bound as number), latest.get(id as string) as number);
      moved ||= limit < (latest.get(id as string) as number);
      latest.set(id as string, limit);
    }
  }
  return deriveBounds(run, reached, latest, at);
}

async function undatedAboutEvents(run: Run, events: readonly string[]): Promise<string[]> {
  return (await batched(run, OF_EVENTS, events)).map(({ id }) => id as string);
}

/** The undated ones among these attributions and all that they cite, directly or through others. */
async function undatedBelow(run: Run, start: readonly string[]): Promise<string[]> {
  const seen = new Set(start);
  let level = [...seen];
  while (level.length > 0) {
    const below = (await batched(run, CITED_BY, level)).filter(({ undated }) => undated);
    level = [...new Set(below.map(({ cited }) => cited as string))].filter((id) => !seen.has(id));
    for (const id of level) seen.add(id);
  }
  return (await batched(run, UNDATED, [...seen])).map(({ id }) => id as string);
}

/**
 * Derives the bounds of undated attributions with their new upper bounds; returns the ids of those that have changed.
 */
async function deriveBounds(
  run: Run,
  attributions: readonly string[],
  latest: ReadonlyMap<string, number>,
  at: number,
): Promise<string[]> {
  const rows = (await batched(run, UNDATED, [...new Set(attributions)])).map((row) => ({
    id: row.id as string,
    before: { earliest: row.earliest as number, latest: row.latest as number },
    ...boundsBetween(
      lowerBound(row.stated as number | null, row.first as number | null),
      latest.get(row.id as string) ?? (row.latest as number),
    ),
  }));
  const moved = rows.filter((row) => row.earliest !== row.before.earliest || row.latest !== row.before.latest);
  await batched(
    run,
    RENEW,
    moved.map(({ id, before, earliest, latest: until }) => ({
      id,
      earliest,
      latest: until,
      wasEarliest: before.earliest,
      wasLatest: before.latest,
    })),
    { at },
  );
  return moved.map(({ id }) => id);
}

/** The time of the claim's event: as the claim states it, else the first date that claims give for the event. */
function lowerBound(stated: number | null, first: number | null): number {
  return stated ?? (first === null || first === NEVER ? -NEVER : first);
}

/** Keeps the bounds in order even if something is cited before it happened: a flag reports that. */
function boundsBetween(earliest: number, latest: number) {
  return { earliest: Math.min(earliest, latest), latest };
}

/**
 * The new upper bounds of undated attributions, by id, in milliseconds since 1970. Nothing older cites a new
 * attribution, so bounds can only fall. It is enough to follow citations from the new ones, one level at a time, as
 * long as bounds fall. A stated date never changes, so dated attributions pass nothing on.
 */
async function latestByCitation(run: Run, attributions: Bundle['attributions']): Promise<Map<string, number>> {
  const reached = new Map<string, number>();
  let level = attributions.filter(({ cites }) => cites.length > 0).map(({ id }) => id);
  while (level.length > 0) {
    const next = new Set<string>();
    for (const row of await batched(run, CITED_BY, level)) {
      const cited = row.cited as string;
      const bound = Math.min(row.latest as number, reached.get(row.citer as string) ?? NEVER);
      if (!row.undated || bound >= (reached.get(cited) ?? (row.limit as number))) continue;
      reached.set(cited, bound);
      next.add(cited);
    }
    level = [...next];
  }
  return reached;
}

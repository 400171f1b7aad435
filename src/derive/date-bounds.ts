import type { Bundle } from '../bundle/bundle.ts';
import type { Dates } from '../bundle/dates.ts';
import type { Run } from '../engine/engine.ts';
import { LATER_MATTERS } from '../rules/later-matters.ts';
import { batched } from '../store/batched.ts';
import { isCurrent, type Stamp } from '../store/rows.ts';
import { NEVER } from '../time/edtf.ts';
import { renewDateOrderFlags } from './date-order-flags.ts';
import { settleBound } from './settle-bound.ts';
import { CITED_FIRST, earliestOf, latestOf, ORDER } from './time-order.ts';

const OF_EVENTS = `UNWIND $rows AS id
MATCH (event:Node) WHERE event.key = id
CALL (event) {
  MATCH (event)<-[:SUBJECT|OBJECT]-(claim) WHERE claim.whenEarliest IS NULL AND ${isCurrent('claim')}
  MATCH (claim)<-[:OF]-(said) WHERE said.saidAt IS NULL AND ${isCurrent('said')}
  RETURN said.id AS found
}
RETURN DISTINCT found AS id`;

/** Words without a date are not older than what they speak of: `datedFrom` of these. Returns those that have another one. */
const DATE_FROM = `UNWIND $rows AS id
MATCH (said:Node) WHERE said.key = id
WITH said WHERE said.type = 'Attribution' AND said.saidAt IS NULL
CALL (said) { MATCH (said)-[:OF]->(claim) WHERE ${isCurrent('claim')} RETURN claim }
CALL (claim) {
  MATCH (claim)-[:SUBJECT|OBJECT]->(event) WHERE ${isCurrent('event')}
  RETURN min(event.firstWhen) AS first
}
WITH said, CASE
  WHEN any(beginning IN $later WHERE coalesce(claim.predicate, '') STARTS WITH beginning) THEN $past
  WHEN claim.whenEarliest IS NOT NULL THEN claim.whenEarliest
  WHEN first IS NULL OR first = $future THEN $past
  ELSE first END AS since
WHERE said.datedFrom <> since
SET said.datedFrom = since
RETURN said.id AS id, said.recorded = $at AS isNew`;

/**
 * Makes working values the bounds of a node, in order. Earlier ones are kept with the record time until which they were
 * current, for reads as of an earlier record time.
 */
const FINISH = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
WITH n, n.type = 'Attribution' AS said, ${earliestOf('n')} AS lower, ${latestOf('n')} AS upper,
  coalesce(n.saidEarliest, n.publishedEarliest) AS wasEarliest, coalesce(n.saidLatest, n.publishedLatest) AS wasLatest
WITH n, said, lower, upper, wasEarliest, wasLatest, CASE WHEN lower > upper THEN upper ELSE lower END AS earliest
WITH n, said, lower, upper, earliest, wasEarliest, wasLatest, earliest <> wasEarliest OR upper <> wasLatest AS moved
WITH n, said, lower, upper, earliest, wasEarliest, wasLatest, moved, moved AND n.recorded < $at AS kept
SET n.rawEarliest = CASE WHEN lower > upper THEN lower ELSE null END, n.rawLatest = null,
  n.saidEarliest = CASE WHEN said THEN earliest ELSE n.saidEarliest END,
  n.saidLatest = CASE WHEN said THEN upper ELSE n.saidLatest END,
  n.publishedEarliest = CASE WHEN said THEN n.publishedEarliest ELSE earliest END,
  n.publishedLatest = CASE WHEN said THEN n.publishedLatest ELSE upper END,
  n.pastUntil = CASE WHEN kept THEN coalesce(n.pastUntil, []) + [$at] ELSE n.pastUntil END,
  n.pastEarliest = CASE WHEN kept THEN coalesce(n.pastEarliest, []) + [wasEarliest] ELSE n.pastEarliest END,
  n.pastLatest = CASE WHEN kept THEN coalesce(n.pastLatest, []) + [wasLatest] ELSE n.pastLatest END,
  n.viewAt = CASE WHEN moved THEN $at ELSE n.viewAt END
RETURN n.id AS id, moved`;

/** What a write has changed of what date bounds follow from. */
interface ChangedRecords {
  /** The ids of attributions and documents whose bounds follow from more than their own date, and are not derived yet. */
  readonly fresh: readonly string[];
  /** The ids of attributions whose claims may speak of another time now. */
  readonly redated: readonly string[];
  /** The ids of documents that others are now taken from. */
  readonly originals: readonly string[];
  /** The ids of attributions and documents whose bounds may have got wider. */
  readonly widened: readonly string[];
  /** The keys of versions that have ended. */
  readonly ended: readonly string[];
}

/**
 * Derives the date bounds that new records change: their own, and those of older ones that they narrow. `events` are those
 * whose first date has changed.
 */
export async function boundNewRecords(
  run: Run,
  bundle: Bundle,
  dates: Dates,
  events: readonly string[],
  stamp: Stamp,
): Promise<void> {
  const fresh = openRecords(bundle, dates);
  const undated = bundle.attributions.filter((said) => dates.saidAt(said) === undefined).map(({ id }) => id);
  const redated = [...undated, ...(await undatedAboutEvents(run, events))];
  const originals = bundle.derivations.map(({ from }) => from);
  await deriveBounds(run, { fresh, redated, originals, widened: [], ended: [] }, stamp);
}

/**
 * The same after a change that ends or replaces records, which can also widen the bounds of others. `affected` are the
 * records that have ended, those in their place, and those around them.
 */
export async function boundChangedRecords(
  run: Run,
  affected: Bundle,
  events: readonly string[],
  stamp: Stamp,
): Promise<void> {
  const said = affected.attributions.map(({ id }) => id);
  const ids = [...new Set([...said, ...affected.documents.map(({ id }) => id)])];
  const redated = [...said, ...(await undatedAboutEvents(run, events))];
  const originals = affected.derivations.map(({ from }) => from);
  const ended = ids.map((id) => `${id} ${stamp.at}`);
  await deriveBounds(run, { fresh: ids, redated, originals, widened: [], ended }, stamp);
}

/**
 * Derives the bounds of these attributions and documents again, and of what depends on them, and keeps earlier ones. Returns the
 * ids of those whose bounds have changed.
 */
export async function renewBounds(run: Run, ids: readonly string[], stamp: Stamp): Promise<string[]> {
  return deriveBounds(run, { fresh: ids, redated: ids, originals: [], widened: ids, ended: [] }, stamp);
}

async function deriveBounds(run: Run, changed: ChangedRecords, stamp: Stamp): Promise<string[]> {
  const { fresh, originals, ended } = changed;
  if (fresh.length + changed.redated.length + originals.length === 0) return [];
  const parameters = { later: LATER_MATTERS, past: -NEVER, future: NEVER, at: stamp.at };
  const redated = await batched(run, DATE_FROM, [...new Set(changed.redated)], parameters);
  const older = redated.filter(({ isNew }) => !isNew).map(({ id }) => id as string);
  const widened = [...changed.widened, ...older];
  const cited = await batched(run, CITED_FIRST, fresh, { ...ORDER, at: stamp.at });
  const citedFirst = cited.filter(({ others }) => others === 0).map(({ id }) => id as string);
  const earliest = await settleBound(run, 'earliest', {
    ...{ fresh: [...fresh, ...citedFirst], leading: originals, widened, ended },
  });
  const latest = await settleBound(run, 'latest', {
    ...{ fresh: [...fresh, ...originals], leading: [], widened, ended },
  });
  const touched = [...new Set([...earliest.keys(), ...latest.keys()])];
  const finished = await batched(run, FINISH, touched, { at: stamp.at });
  await renewDateOrderFlags(run, { checked: [...fresh, ...originals], moved: earliest, ended }, stamp);
  return finished.flatMap(({ id, moved }) => (moved ? (id as string) : []));
}

async function undatedAboutEvents(run: Run, events: readonly string[]): Promise<string[]> {
  return (await batched(run, OF_EVENTS, events)).map(({ id }) => id as string);
}

/**
 * The new records whose bounds follow from more than their date: without a date, citing others, in an older document or in
 * one of another date, or in one that has derivations.
 */
function openRecords({ documents, attributions, derivations }: Bundle, dates: Dates): string[] {
  const added = new Set(documents.map(({ id }) => id));
  const derived = new Set(derivations.flatMap(({ document, from }) => [document, from]));
  const isOpen = (said: Bundle['attributions'][number]) => {
    const { document } = said;
    const date = dates.saidAt(said);
    if (date === undefined || said.cites.length > 0) return true;
    return (
      document !== undefined && (!added.has(document) || derived.has(document) || dates.publishedAt(document) !== date)
    );
  };
  return [...attributions.filter(isOpen), ...documents.filter(({ id }) => derived.has(id))].map(({ id }) => id);
}

import type { Bundle } from '../bundle/bundle.ts';
import type { Run } from '../engine/engine.ts';
import { batched } from '../store/batched.ts';
import type { Stamp } from '../store/rows.ts';
import { renewDateOrderFlags } from './date-order-flags.ts';
import { dateFromClaims, undatedAboutEvents } from './dates-from-claims.ts';
import { type Changed, overtakenBy, settleBound } from './settle-bound.ts';
import { CITED_FIRST, earliestOf, latestOf, ORDER } from './time-order.ts';

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
export interface ChangedBounds {
  readonly earliest: Changed;
  readonly latest: Changed;
  /** The ids of attributions and documents whose order in time has to be looked at. */
  readonly checked: readonly string[];
  /** The keys of versions that have ended. */
  readonly ended: readonly string[];
}

/**
 * Derives the date bounds that follow from a change that ends or replaces records, which can also widen the bounds of
 * others. `affected` are the records that have ended, those in their place, and those around them.
 */
export async function boundChangedRecords(
  run: Run,
  affected: Bundle,
  events: readonly string[],
  stamp: Stamp,
): Promise<void> {
  const said = affected.attributions.map(({ id }) => id);
  const fresh = [...new Set([...said, ...affected.documents.map(({ id }) => id)])];
  const redated = [...said, ...(await undatedAboutEvents(run, events))];
  const originals = affected.derivations.map(({ from }) => from);
  const ended = fresh.map((id) => `${id} ${stamp.at}`);
  await deriveAgain(run, { fresh, redated, originals, widened: [], ended }, stamp);
}

/**
 * Derives the bounds of these attributions and documents again, and of what depends on them, and keeps earlier ones. Returns the
 * ids of those whose bounds have changed.
 */
export async function renewBounds(run: Run, ids: readonly string[], stamp: Stamp): Promise<string[]> {
  return deriveAgain(run, { fresh: ids, redated: ids, originals: [], widened: ids, ended: [] }, stamp);
}

interface ToDeriveAgain {
  readonly fresh: readonly string[];
  /** The ids of attributions whose claims may speak of another time now. */
  readonly redated: readonly string[];
  /** The ids of documents that others may now be taken from. */
  readonly originals: readonly string[];
  readonly widened: readonly string[];
  readonly ended: readonly string[];
}

async function deriveAgain(run: Run, changed: ToDeriveAgain, stamp: Stamp): Promise<string[]> {
  const { fresh, originals, ended } = changed;
  const redated = await dateFromClaims(run, changed.redated, stamp.at);
  const widened = [...changed.widened, ...redated.flatMap(({ id, isNew }) => (isNew ? [] : [id]))];
  const cited = await batched(run, CITED_FIRST, fresh, { ...ORDER, at: stamp.at });
  const citedFirst = cited.flatMap(({ id, others }) => (others === 0 ? [id as string] : []));
  const overtaken = await overtakenBy(run, fresh);
  return deriveBounds(
    run,
    {
      earliest: { fresh: [...fresh, ...citedFirst], leading: originals, widened: [...widened, ...overtaken] },
      latest: { fresh: [...fresh, ...originals], leading: [], widened },
      ...{ checked: [...fresh, ...originals], ended },
    },
    stamp,
  );
}

/** Derives bounds from what has changed, and keeps earlier ones. Returns the ids of those whose bounds have changed. */
export async function deriveBounds(run: Run, changed: ChangedBounds, stamp: Stamp): Promise<string[]> {
  const { checked, ended } = changed;
  const earliest = await settleBound(run, 'earliest', changed.earliest, ended);
  const latest = await settleBound(run, 'latest', changed.latest, ended);
  const touched = [...new Set([...earliest.keys(), ...latest.keys()])];
  const finished = await batched(run, FINISH, touched, { at: stamp.at });
  await renewDateOrderFlags(run, { checked, moved: earliest, ended }, stamp);
  return finished.flatMap(({ id, moved }) => (moved ? (id as string) : []));
}

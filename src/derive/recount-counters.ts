import type { Bundle } from '../bundle/bundle.ts';
import type { BundleIndex } from '../bundle/bundle-index.ts';
import { entitiesOf } from '../bundle/records.ts';
import type { Run } from '../engine/engine.ts';
import { COUNTED } from '../rules/stances.ts';
import { batched } from '../store/batched.ts';
import { isCurrent } from '../store/rows.ts';
import { NEVER } from '../time/edtf.ts';
import { rederiveBounds } from './said-bounds.ts';

const CLAIMS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)<-[:OF]-(said) WHERE said.superseded > $at AND said.basis IN $counted
  RETURN count(said) AS total, max(said.saidDesc) AS last, min(said.saidAsc) AS first
}
SET n.attributionCount = total, n.lastSaid = coalesce(last, $past), n.firstSaid = coalesce(first, $future), n.viewAt = $at`;

const ENTITIES = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)<-[:ABOUT]-(claim) WHERE claim.superseded > $at
  RETURN count(claim) AS total
}
SET n.claimCount = total, n.viewAt = $at`;

const ACTORS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)<-[:BY]-(said) WHERE said.superseded > $at AND said.basis IN $counted
  RETURN count(said) AS total
}
SET n.attributionCount = total, n.viewAt = $at`;

const CITED = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)<-[e:CITES]-(citer)
  WHERE citer.superseded > $at AND citer.basis IN $counted AND e.basis IN $counted
  RETURN count(citer) AS total
}
SET n.citedCount = total, n.viewAt = $at`;

/** Returns the events whose first date has changed: undated attributions about them depend on it. */
const EVENTS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id AND n.firstWhen IS NOT NULL
CALL (n) {
  MATCH (n)<-[:SUBJECT]-(claim) WHERE claim.superseded > $at
  RETURN min(claim.whenAsc) AS earliest
}
WITH n, coalesce(earliest, $future) AS first
WHERE n.firstWhen <> first
SET n.firstWhen = first, n.viewAt = $at
RETURN n.id AS id`;

/** A document without a date has the bounds of its attributions; earlier bounds are kept. */
const DOCUMENTS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)<-[:APPEARS_IN]-(said) WHERE said.superseded > $at AND said.basis IN $counted
  RETURN count(said) AS total, min(said.saidEarliest) AS first, min(said.saidLatest) AS last
}
WITH n, total, n.publishedEarliest AS wasEarliest, n.publishedLatest AS wasLatest,
  CASE WHEN n.publishedAt IS NULL THEN coalesce(first, $past) ELSE n.publishedEarliest END AS earliest,
  CASE WHEN n.publishedAt IS NULL THEN coalesce(last, $future) ELSE n.publishedLatest END AS latest
WITH n, total, wasEarliest, wasLatest, earliest, latest,
  n.recorded < $at AND (earliest <> wasEarliest OR latest <> wasLatest) AS moved
SET n.attributionCount = total, n.viewAt = $at, n.publishedEarliest = earliest, n.publishedLatest = latest,
  n.pastUntil = CASE WHEN moved THEN coalesce(n.pastUntil, []) + [$at] ELSE n.pastUntil END,
  n.pastEarliest = CASE WHEN moved THEN coalesce(n.pastEarliest, []) + [wasEarliest] ELSE n.pastEarliest END,
  n.pastLatest = CASE WHEN moved THEN coalesce(n.pastLatest, []) + [wasLatest] ELSE n.pastLatest END`;

const DOCUMENTS_OF = `UNWIND $rows AS id
MATCH (said:Node) WHERE said.key = id
CALL (said) { MATCH (said)-[:APPEARS_IN]->(document) WHERE ${isCurrent('document')} RETURN document.id AS found }
RETURN DISTINCT found AS id`;

/**
 * Counts again for all nodes that a change affects, in its transaction. For changes that only add records,
 * `addToCounters` is enough. `events` are entities whose claims may have changed.
 */
export async function renewCounters(
  run: Run,
  { bundle, entities }: BundleIndex,
  at: number,
  events: readonly string[] = [],
): Promise<void> {
  const parameters = { at, past: -NEVER, future: NEVER, counted: COUNTED };
  const renew = (text: string, ids: readonly string[]) => batched(run, text, [...new Set(ids)], parameters);
  const { claims, attributions, documents, actors } = bundle;
  await renew(CLAIMS, [...idsOf(claims), ...attributions.map(({ claim }) => claim)]);
  await renew(ENTITIES, [...idsOf(entities), ...claims.flatMap(entitiesOf)]);
  await renew(ACTORS, [...idsOf(actors), ...attributions.map(({ actor }) => actor)]);
  await renew(
    CITED,
    attributions.flatMap(({ id, cites }) => [id, ...cites.map(({ attribution }) => attribution)]),
  );
  const dated = (await renew(EVENTS, [...datedSubjects(claims), ...events])).map(({ id }) => id as string);
  const moved = await rederiveBounds(run, idsOf(attributions), [...new Set([...dated, ...events])], at);
  await renewDocuments(
    run,
    [...idsOf(documents), ...attributions.flatMap(({ document }) => document ?? [])],
    moved,
    at,
  );
}

/**
 * Counts the attributions in documents again, and derives the bounds of undated documents. Includes the documents of
 * attributions whose bounds have `moved`.
 */
export async function renewDocuments(
  run: Run,
  documents: readonly string[],
  moved: readonly string[],
  at: number,
): Promise<void> {
  const indirect = (await batched(run, DOCUMENTS_OF, moved)).map(({ id }) => id as string);
  const parameters = { at, past: -NEVER, future: NEVER, counted: COUNTED };
  await batched(run, DOCUMENTS, [...new Set([...documents, ...indirect])], parameters);
}

function idsOf(records: readonly { id: string }[]): string[] {
  return records.map(({ id }) => id);
}

/** The subjects of dated claims: only their first date can change. */
function datedSubjects(claims: Bundle['claims']): string[] {
  return claims.flatMap(({ subject, when }) => (subject !== undefined && when !== undefined ? [subject] : []));
}

import type { Bundle } from '../bundle/bundle.ts';
import type { BundleIndex } from '../bundle/bundle-index.ts';
import { entitiesOf } from '../bundle/records.ts';
import type { Run } from '../engine/engine.ts';
import { COUNTED } from '../rules/stances.ts';
import { batched } from '../store/batched.ts';
import type { Stamp } from '../store/rows.ts';
import { NEVER } from '../time/edtf.ts';
import { boundChangedRecords } from './date-bounds.ts';

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

const DOCUMENTS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)<-[:APPEARS_IN]-(said) WHERE said.superseded > $at AND said.basis IN $counted
  RETURN count(said) AS total
}
SET n.attributionCount = total, n.viewAt = $at`;

/**
 * Counts again for all nodes that a change affects, in its transaction. For changes that only add records,
 * `addToCounters` is enough. `events` are entities whose claims may have changed.
 */
export async function renewCounters(
  run: Run,
  { bundle, entities }: BundleIndex,
  stamp: Stamp,
  events: readonly string[] = [],
): Promise<void> {
  const { at } = stamp;
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
  await renew(DOCUMENTS, [...idsOf(documents), ...attributions.flatMap(({ document }) => document ?? [])]);
  await boundChangedRecords(run, bundle, [...new Set([...dated, ...events])], stamp);
}

function idsOf(records: readonly { id: string }[]): string[] {
  return records.map(({ id }) => id);
}

/** The subjects of dated claims: only their first date can change. */
function datedSubjects(claims: Bundle['claims']): string[] {
  return claims.flatMap(({ subject, when }) => (subject !== undefined && when !== undefined ? [subject] : []));
}

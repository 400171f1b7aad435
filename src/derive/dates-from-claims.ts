import type { Run } from '../engine/engine.ts';
import { LATER_MATTERS } from '../rules/later-matters.ts';
import { batched } from '../store/batched.ts';
import { isCurrent } from '../store/rows.ts';
import { NEVER } from '../time/edtf.ts';

const OF_EVENTS = `UNWIND $rows AS id
MATCH (event:Node) WHERE event.key = id
CALL (event) {
  MATCH (event)<-[:SUBJECT|OBJECT]-(claim) WHERE claim.whenEarliest IS NULL AND ${isCurrent('claim')}
  MATCH (claim)<-[:OF]-(said) WHERE said.saidAt IS NULL AND ${isCurrent('said')}
  RETURN said.id AS found
}
RETURN DISTINCT found AS id`;

/** Returns those that have another time now. */
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
RETURN said.id AS id, since, said.recorded = $at AS isNew`;

/** An attribution without a date, and the time that it is not older than. */
export interface DatedFromClaim {
  readonly id: string;
  readonly since: number;
  /** Whether it came with this write. */
  readonly isNew: boolean;
}

/**
 * Words without a date are not older than what they speak of: stores that time as `datedFrom`. Returns those of which it has
 * changed.
 */
export async function dateFromClaims(run: Run, attributions: readonly string[], at: number): Promise<DatedFromClaim[]> {
  const parameters = { later: LATER_MATTERS, past: -NEVER, future: NEVER, at };
  return (await batched(run, DATE_FROM, [...new Set(attributions)], parameters)) as unknown as DatedFromClaim[];
}

/** The attributions without a date whose time follows from that of an event. */
export async function undatedAboutEvents(run: Run, events: readonly string[]): Promise<string[]> {
  return (await batched(run, OF_EVENTS, events)).map(({ id }) => id as string);
}

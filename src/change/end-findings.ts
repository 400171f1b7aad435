import type { Run } from '../engine/engine.ts';
import { batched } from '../store/batched.ts';
import { BY_RULE } from '../store/finding-rows.ts';
import { isCurrent } from '../store/rows.ts';

/** What a rule has found, and not a flag that came with a record. */
export const FOUND_BY_RULE = `${isCurrent('f')} AND coalesce(f.position, ${BY_RULE}) = ${BY_RULE}`;

/** What rests on a record: on a claim by an edge, on what stands in a document or on an attribution by its id. */
const FINDINGS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)<-[:SIDE|RESTS_ON]-(f) WHERE ${FOUND_BY_RULE} RETURN f
  UNION ALL
  MATCH (n)-[:FLAGGED]->(f) WHERE ${FOUND_BY_RULE} RETURN f
  UNION ALL
  MATCH (n)-[:OF]->(c)<-[g:RESTS_ON]-(f) WHERE ${FOUND_BY_RULE} AND n.id IN g.among RETURN f
  UNION ALL
  MATCH (n)<-[:APPEARS_IN]-(said)-[:OF]->(c)<-[g:RESTS_ON]-(f) WHERE ${FOUND_BY_RULE} AND g.document = n.id RETURN f
}
WITH DISTINCT f
SET f.superseded = $at, f.key = f.id + $past`;

/** Ends what rules have found of records that say something else from now on; what still holds is found again. */
export async function endFindings(run: Run, ids: readonly string[], at: number): Promise<void> {
  await batched(run, FINDINGS, ids, { at, past: ` ${at}` });
}

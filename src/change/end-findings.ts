import type { Run } from '../engine/engine.ts';
import { batched } from '../store/batched.ts';
import { FOUND_BY_RULE } from '../store/finding-rows.ts';

/** Ends the findings that rest on a record: on a claim by an edge, on a document or an attribution by its id. */
const END_FINDINGS = `UNWIND $rows AS id
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

/** Ends the findings that rest on records that change. The rules find those that still apply again. */
export async function endFindings(run: Run, ids: readonly string[], at: number): Promise<void> {
  await batched(run, END_FINDINGS, ids, { at, past: ` ${at}` });
}

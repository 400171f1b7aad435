import { live } from '../ingest/rows.ts';

/** Whether a record leads back to itself, through others that were there before. */
export const circles = (type: string) => `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH way = (n)-[:${type}*2..20]->(end) WHERE end.key = n.key AND all(step IN nodes(way) WHERE ${live('step')})
  RETURN end LIMIT 1
}
RETURN id`;

import type { Run } from '../engine/engine.ts';
import { batched } from '../store/batched.ts';
import { isCurrent } from '../store/rows.ts';

const NEXT = (type: string) => `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)-[:${type}]->(next) WHERE ${isCurrent('next')} AND next.id <> n.id RETURN next }
RETURN DISTINCT next.id AS id`;

/** Whether a record leads back to itself through others. */
export async function isInCycle(run: Run, type: 'PART_OF' | 'FAMILY', start: string): Promise<boolean> {
  const seen = new Set<string>();
  let level = [start];
  while (level.length > 0) {
    const next = (await batched(run, NEXT(type), level)).map(({ id }) => id as string);
    if (next.includes(start)) return true;
    level = next.filter((id) => !seen.has(id));
    for (const id of level) seen.add(id);
  }
  return false;
}

import type { Verdict } from '../contract.ts';
import type { Run } from '../engine/engine.ts';
import { batched } from '../store/batched.ts';
import { readMembers, readMergedIds } from '../store/merged-ids.ts';
import { readCurrentRecords } from '../store/read-records.ts';
import type { StoredRecord } from '../store/records-from-rows.ts';
import { isCurrent } from '../store/rows.ts';

/** A decision on two entities, with the ids that were given. */
export interface RecordedJudgement {
  readonly left: string;
  readonly right: string;
  readonly verdict: Verdict;
  /** The record time, in milliseconds since 1970. */
  readonly recorded: number;
}

/** The ids of entities that are shown as one: first the shown id, then the others, sorted. */
export type Cluster = readonly [shown: string, ...others: string[]];

const JUDGEMENTS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)-[e:JUDGED]->(m) WHERE ${isCurrent('e')} AND ${isCurrent('m')} RETURN e
  UNION ALL
  MATCH (n)<-[e:JUDGED]-(m) WHERE ${isCurrent('e')} AND ${isCurrent('m')} RETURN e
}
RETURN DISTINCT e.left AS left, e.right AS right, e.verdict AS verdict, e.recorded AS recorded`;

/** The current clusters of these entities; an entity alone is a cluster of one. */
export async function readClusters(run: Run, ids: readonly string[]): Promise<Cluster[]> {
  const merged = await readMergedIds(run, ids);
  const shown = [...new Set(ids.map((id) => merged.get(id) ?? id))];
  const members = await readMembers(run, shown);
  return shown.map((id) => [id, ...[...members].flatMap(([one, into]) => (into === id ? [one] : [])).sort()]);
}

/** All judgements on members of these clusters, oldest first. */
export async function readJudgements(run: Run, clusters: readonly Cluster[]): Promise<RecordedJudgement[]> {
  const rows = await batched(
    run,
    JUDGEMENTS,
    clusters.map(([shown]) => shown),
  );
  return (rows as unknown as RecordedJudgement[]).toSorted((one, other) => one.recorded - other.recorded);
}

/** The records of members, in the order of their clusters. */
export async function readMemberRecords(run: Run, clusters: readonly Cluster[], at: number): Promise<StoredRecord[]> {
  const ids = clusters.flat();
  const records = await readCurrentRecords(run, ids, at);
  return ids.map((id) => {
    const record = records.get(id);
    if (!record) throw new Error(`${id} has no record`);
    return record;
  });
}

/**
 * The clusters of these entities by their judgements, oldest first: each `SAME` puts the right entity, with all that is
 * shown under it, under the left one.
 */
export function clustersOf(ids: readonly string[], judgements: readonly RecordedJudgement[]): Cluster[] {
  const shown = new Map(ids.map((id) => [id, id]));
  for (const { left, right, verdict } of judgements) {
    const [into, from] = [shown.get(left), shown.get(right)];
    if (verdict !== 'SAME' || into === undefined || from === undefined || into === from) continue;
    for (const [id, under] of shown) if (under === from) shown.set(id, into);
  }
  return ids
    .filter((id) => shown.get(id) === id)
    .map((id) => [id, ...ids.filter((other) => other !== id && shown.get(other) === id).sort()]);
}

/** The entities between two others on a shortest path of judgements. */
export function connectingMembers(left: string, right: string, judgements: readonly RecordedJudgement[]): string[] {
  const same = judgements.filter(({ verdict }) => verdict === 'SAME');
  const before = new Map<string, string | null>([[left, null]]);
  for (const [id] of before) {
    for (const { left: one, right: other } of same) {
      const next = one === id ? other : other === id ? one : null;
      if (next !== null && !before.has(next)) before.set(next, id);
    }
  }
  const path: string[] = [];
  for (let step = before.get(right); step && step !== left; step = before.get(step)) path.unshift(step);
  return path;
}

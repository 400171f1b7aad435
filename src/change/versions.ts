import { ClaimRelationKind } from '../bundle/terms.ts';
import { grouped } from '../collections/grouped.ts';
import type { Run } from '../engine/engine.ts';
import { RULES } from '../rules/contradictions.ts';
import { batched } from '../store/batched.ts';
import { BY_RULE } from '../store/finding-rows.ts';
import { led } from '../store/merged-entities.ts';
import { type EdgeRow, edgeRow, live } from '../store/rows.ts';
import { writeEdges } from '../store/write-records.ts';
import { NEVER } from '../time/edtf.ts';

/** Edges with a record time of their own, which belong to no record: they outlive the version that they start from. */
const DATED = [...ClaimRelationKind.options, 'DERIVED_FROM', 'JUDGED'].join('|');

/** An edge of a version that its successor takes over; the ends that are no nodes of the contract carry another label. */
export interface Inherited {
  readonly edge: EdgeRow;
  readonly from: string;
  readonly to: string;
}

/** A version by the id of its record and by its own key, which is the id while it holds. */
export interface Version {
  readonly id: string;
  readonly key: string;
}

const ENDED = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.id = id AND n.superseded < $never
RETURN n.id AS id, n.key AS key ORDER BY n.superseded`;

const INCOMING = `UNWIND $rows AS row
MATCH (n:Node) WHERE n.key = row.key
CALL (n) {
  MATCH (n)<-[e]-(x)
  WHERE ${live('x')} AND coalesce(e.superseded = $never, true) AND NOT type(e) IN ['CHANGED', 'TAKES_BACK']
    AND coalesce(e.by <> $rule, true)
  RETURN e, x
}
RETURN row.id AS id, type(e) AS type, properties(e) AS properties, x.key AS other,
  CASE WHEN x:Flag THEN 'Flag' WHEN x:Contradiction THEN 'Contradiction' ELSE 'Node' END AS label`;

const OUTGOING = `UNWIND $rows AS row
MATCH (n:Node) WHERE n.key = row.key
CALL (n) {
  MATCH (n)-[e:${DATED}|FLAGGED]->(x)
  WHERE ${live('x')} AND coalesce(e.superseded = $never, true) AND coalesce(e.by <> $rule, true)
    AND (type(e) <> 'FLAGGED' OR x.position = ${BY_RULE})
  RETURN e, x
}
RETURN row.id AS id, type(e) AS type, properties(e) AS properties, x.key AS other,
  CASE WHEN x:Flag THEN 'Flag' ELSE 'Node' END AS label`;

/** No id holds a blank, so the key of an old version is nobody's id. */
const END = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
SET n.superseded = $at, n.key = id + $past`;

const END_FLAGS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)-[:FLAGGED]->(f) WHERE ${live('f')} AND f.position <> ${BY_RULE} RETURN f }
SET f.superseded = $at, f.key = f.key + $past`;

/** The last versions of records that were taken back. */
export async function lastVersions(run: Run, ids: readonly string[]): Promise<Version[]> {
  const rows = await batched(run, ENDED, ids, { never: NEVER });
  const last = new Map(rows.map(({ id, key }) => [id as string, key as string]));
  return [...last].map(([id, key]) => ({ id, key }));
}

/** What leads to versions from records that hold, and what of theirs is not a part of the record. */
export async function inheritedEdges(run: Run, versions: readonly Version[]): Promise<Inherited[]> {
  const parameters = { never: NEVER, rule: RULES.functional };
  const own = new Set(versions.map(({ id }) => id));
  const incoming = await batched(run, INCOMING, versions, parameters);
  const outgoing = await batched(run, OUTGOING, versions, parameters);
  return [
    // What starts from another of these is written with it, or is among what leads away from it.
    ...incoming
      .filter(({ other }) => !own.has(other as string))
      .map(({ id, type, properties, other, label }) => ({
        edge: edgeRow(type as string, other as string, id as string, properties as Record<string, unknown>),
        from: label as string,
        to: 'Node',
      })),
    ...outgoing.map(({ id, type, properties, other, label }) => ({
      edge: edgeRow(type as string, id as string, other as string, properties as Record<string, unknown>),
      from: 'Node',
      to: label as string,
    })),
  ];
}

/** Ends the holding versions of records: from now on they are seen only as of an earlier record time. */
export async function endVersions(run: Run, ids: readonly string[], at: number): Promise<void> {
  await batched(run, END_FLAGS, ids, { at, past: ` ${at}` });
  await batched(run, END, ids, { at, past: ` ${at}` });
}

/** Gives the successors what was inherited; `successorOf` names the one that is shown, or whose id is another. */
export async function inherit(
  run: Run,
  edges: readonly Inherited[],
  successorOf: (id: string) => string = (id) => id,
): Promise<void> {
  for (const group of grouped(edges, ({ from, to }) => `${from} ${to}`).values()) {
    const [{ from, to }] = group as [Inherited];
    const own = group.map(({ edge }) => edge);
    await writeEdges(run, led(own, successorOf), { from, to });
  }
}

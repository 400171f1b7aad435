import { ClaimRelationKind } from '../bundle/enums.ts';
import type { Run } from '../engine/engine.ts';
import { RULES } from '../rules/contradictions.ts';
import { batched } from '../store/batched.ts';
import { BY_RULE } from '../store/finding-rows.ts';
import { redirected } from '../store/redirect-edges.ts';
import { type EdgeRow, type Ends, edgeRow, isCurrent, type Properties } from '../store/rows.ts';
import { writeEdges } from '../store/write-records.ts';
import { NEVER } from '../time/edtf.ts';

/**
 * The edge types with their own record time. They are not part of a record and outlive the version that they start
 * from.
 */
const DATED = [...ClaimRelationKind.options, 'DERIVED_FROM', 'JUDGED'].join('|');

/** A version of a record. Its key is the id while the version is current. */
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
  WHERE ${isCurrent('x')} AND coalesce(e.superseded = $never, true) AND NOT type(e) IN ['CHANGED', 'TAKES_BACK']
    AND coalesce(e.by <> $rule, true)
  RETURN e, x
}
RETURN row.id AS id, type(e) AS type, properties(e) AS properties, x.key AS other,
  CASE WHEN x:Flag THEN 'Flag' WHEN x:Contradiction THEN 'Contradiction' ELSE 'Node' END AS label`;

const OUTGOING = `UNWIND $rows AS row
MATCH (n:Node) WHERE n.key = row.key
CALL (n) {
  MATCH (n)-[e:${DATED}|FLAGGED]->(x)
  WHERE ${isCurrent('x')} AND coalesce(e.superseded = $never, true) AND coalesce(e.by <> $rule, true)
    AND (type(e) <> 'FLAGGED' OR x.position = ${BY_RULE})
  RETURN e, x
}
RETURN row.id AS id, type(e) AS type, properties(e) AS properties, x.key AS other,
  CASE WHEN x:Flag THEN 'Flag' ELSE 'Node' END AS label`;

/** Ids have no spaces, so the key of an old version is never an id. */
const END = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
SET n.superseded = $at, n.key = id + $past`;

const END_FLAGS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)-[:FLAGGED]->(f) WHERE ${isCurrent('f')} AND f.position <> ${BY_RULE} RETURN f }
SET f.superseded = $at, f.key = f.key + $past`;

/** The last versions of retracted records. */
export async function lastVersions(run: Run, ids: readonly string[]): Promise<Version[]> {
  const rows = await batched(run, ENDED, ids, { never: NEVER });
  const last = new Map(rows.map(({ id, key }) => [id as string, key as string]));
  return [...last].map(([id, key]) => ({ id, key }));
}

/** The edges from current records to these versions, and their own edges that are not part of the record. */
export async function inheritedEdges(run: Run, versions: readonly Version[]): Promise<EdgeRow[]> {
  const parameters = { never: NEVER, rule: RULES.functional };
  const versionIds = new Set(versions.map(({ id }) => id));
  const incoming = await batched(run, INCOMING, versions, parameters);
  const outgoing = await batched(run, OUTGOING, versions, parameters);
  return [
    // An edge from another of these versions is written with that record, or is among its outgoing edges.
    ...incoming
      .filter(({ other }) => !versionIds.has(other as string))
      .map(({ id, type, properties, other, label }) =>
        edgeRow(type as string, other as string, id as string, properties as Properties, {
          from: label as Ends['from'],
          to: 'Node',
        }),
      ),
    ...outgoing.map(({ id, type, properties, other, label }) =>
      edgeRow(type as string, id as string, other as string, properties as Properties, {
        from: 'Node',
        to: label as Ends['to'],
      }),
    ),
  ];
}

/** Ends the current versions of records: from now on they are visible only as of an earlier record time. */
export async function endVersions(run: Run, ids: readonly string[], at: number): Promise<void> {
  await batched(run, END_FLAGS, ids, { at, past: ` ${at}` });
  await batched(run, END, ids, { at, past: ` ${at}` });
}

/** Gives inherited edges to new versions; `successorOf` gives the shown id or the new id of a record. */
export async function inherit(
  run: Run,
  edges: readonly EdgeRow[],
  successorOf: (id: string) => string = (id) => id,
): Promise<void> {
  await writeEdges(run, redirected(edges, successorOf));
}

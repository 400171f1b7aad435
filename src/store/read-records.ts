import type { Bundle } from '../bundle/bundle.ts';
import { ClaimRelationKind } from '../bundle/enums.ts';
import { NODE_TYPES } from '../bundle/records.ts';
import type { Engine, Row, Run } from '../engine/engine.ts';
import { RULES } from '../rules/contradictions.ts';
import { batched } from './batched.ts';
import { type Edge, recordOf, type StoredRecord } from './records-from-rows.ts';
import { asRecorded } from './redirect-edges.ts';
import { type EdgeRow, isCurrent } from './rows.ts';

/**
 * Adds to a node its edges to nodes that were current at a time, with the properties of their ends that records have.
 */
const EDGES = (at: string) => `CALL (n) {
  MATCH (n)-[e]->(x) WHERE x.recorded <= ${at} AND x.superseded > ${at}
  RETURN collect([type(e), properties(e), x.id, x.scheme, x.value, x.kind, x.message, x.basis, x.position]) AS edges
}
RETURN properties(n) AS own, edges`;

/** The records of entities that are shown as another one. */
const MERGED = `UNWIND $rows AS id
MATCH (m:Merged) WHERE m.key = id
RETURN m.own AS own`;

const MERGED_IDS = `MATCH (m:Merged)
WHERE m.collection = $collection AND m.recorded <= $at AND m.superseded > $at AND m.id > $after
RETURN m.id AS id ORDER BY id LIMIT $size`;

const MERGED_AS_OF = `UNWIND $rows AS id
MATCH (m:Merged) WHERE m.id = id AND m.recorded <= $at AND m.superseded > $at
RETURN id, m.own AS own`;

const CURRENT = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id AND n.type <> 'Revision'
${EDGES('$at')}`;

const LABELS = { actors: 'Actor', ...NODE_TYPES } as const;

const ENTITIES: ReadonlySet<string> = new Set(['actors', 'places', 'things', 'events']);

/** The collections whose records are nodes. */
export type NodeCollection = keyof typeof LABELS;

const IDS = (label: string) => `MATCH (n:${label})
WHERE n.recorded <= $at AND n.superseded > $at AND n.id > $after
RETURN n.id AS id ORDER BY id LIMIT $size`;

const COUNT = (label: string) => `MATCH (n:${label})
WHERE ${isCurrent('n')} AND n.id > $after
RETURN count(n) AS total`;

const AS_OF = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.id = id AND n.recorded <= $at AND n.superseded > $at
${EDGES('$at')}`;

const RELATIONS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.id = id AND n.recorded <= $at AND n.superseded > $at
CALL (n) {
  MATCH (n)-[e:${ClaimRelationKind.options.join('|')}]->(x)
  WHERE e.recorded <= $at AND e.superseded > $at AND x.recorded <= $at AND x.superseded > $at AND e.by <> $rule
  RETURN e, x
}
RETURN n.id AS source, x.id AS target, type(e) AS kind, e.basis AS basis, e.reason AS reason`;

const DERIVATIONS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.id = id AND n.recorded <= $at AND n.superseded > $at
CALL (n) {
  MATCH (n)-[e:DERIVED_FROM]->(x)
  WHERE e.recorded <= $at AND e.superseded > $at AND x.recorded <= $at AND x.superseded > $at
  RETURN e, x
}
RETURN n.id AS document, x.id AS origin, e.kind AS kind, e.credited AS credited, e.basis AS basis`;

/** The current records with these ids, by id, in the form of a bundle. Unknown ids are left out. */
export async function readCurrentRecords(
  run: Run,
  ids: readonly string[],
  at: number,
): Promise<Map<string, StoredRecord>> {
  const rows = await batched(run, CURRENT, [...new Set(ids)], { at });
  const merged = (await batched(run, MERGED, [...new Set(ids)])).map(({ own }) => parsedRecord(own as string));
  return new Map([
    ...rows.map((row) => [(row.own as { id: string }).id, recordOfRow(row)] as const),
    ...merged.map((one) => [one.record.id, one] as const),
  ]);
}

/**
 * The ids of a collection as of a record time, sorted, at most `size`; `after` is the last id that was read before, or
 * "".
 */
export async function readIds(
  run: Run,
  collection: NodeCollection,
  at: number,
  after: string,
  size: number,
): Promise<string[]> {
  const rows = await run({ text: IDS(LABELS[collection]), parameters: { at, after, size } });
  const merged = ENTITIES.has(collection)
    ? await run({ text: MERGED_IDS, parameters: { at, after, size, collection } })
    : [];
  return [...rows, ...merged]
    .map(({ id }) => id as string)
    .sort()
    .slice(0, size);
}

/** How many current records of a collection have an id after this one; "" for all. Without those of merged entities. */
export async function countCurrent(engine: Engine, collection: NodeCollection, after: string): Promise<number> {
  const [row] = await engine.read({ text: COUNT(LABELS[collection]), parameters: { after } });
  return (row?.total ?? 0) as number;
}

/** The records with these ids as of a record time, in the order of the ids. Ids without a record then are left out. */
export async function readRecordsAt(run: Run, ids: readonly string[], at: number): Promise<StoredRecord[]> {
  const rows = await batched(run, AS_OF, ids, { at });
  const merged = await batched(run, MERGED_AS_OF, ids, { at });
  const records = new Map([
    ...rows.map((row) => [(row.own as { id: string }).id, recordOfRow(row)] as const),
    ...merged.map(({ id, own }) => [id as string, parsedRecord(own as string)] as const),
  ]);
  return ids.flatMap((id) => records.get(id) ?? []);
}

/** The relations that start at these claims, as of a record time, without those that a rule found. */
export async function readRelations(run: Run, claims: readonly string[], at: number): Promise<Bundle['relations']> {
  const rows = await batched(run, RELATIONS, claims, { at, rule: RULES.functional });
  return rows
    .map(({ source: from, target: to, kind, basis, reason }) => ({
      ...({ from, to, kind, basis } as Bundle['relations'][number]),
      ...(reason !== null && { reason: reason as string }),
    }))
    .sort((one, other) => (relationKey(one) < relationKey(other) ? -1 : 1));
}

/** The derivations of these documents, as of a record time. */
export async function readDerivations(
  run: Run,
  documents: readonly string[],
  at: number,
): Promise<Bundle['derivations']> {
  const rows = await batched(run, DERIVATIONS, documents, { at });
  return rows
    .map(({ origin: from, ...rest }) => ({ ...rest, from }) as Bundle['derivations'][number])
    .sort((one, other) => (derivationKey(one) < derivationKey(other) ? -1 : 1));
}

function relationKey({ from, kind, to }: Bundle['relations'][number]): string {
  return `${from} ${kind} ${to}`;
}

/** The record of an entity that is shown with or as another one: the database keeps it as JSON. */
function parsedRecord(text: string): StoredRecord {
  return JSON.parse(text) as StoredRecord;
}

function derivationKey({ document, kind, from }: Bundle['derivations'][number]): string {
  return `${document} ${kind} ${from}`;
}

function recordOfRow({ own, edges }: Row): StoredRecord {
  const json = (own as { own?: string }).own;
  if (json) return parsedRecord(json);
  return recordOf(own as Readonly<Record<string, unknown>>, (edges as unknown[][]).map(edgeOf));
}

function edgeOf([type, properties, to, scheme, value, kind, message, basis, position]: unknown[]): Edge {
  const stored = { type, from: '', to, properties } as EdgeRow;
  return { ...asRecorded(stored), end: { scheme, value, kind, message, basis, position } };
}

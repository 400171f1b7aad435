import type { Row, Run } from '../engine/engine.ts';
import { RULES } from '../rules/contradictions.ts';
import { batched } from './batch.ts';
import type { Bundle, Collection } from './bundle.ts';
import { type Edge, recordOf, type StoredRecord } from './stored-records.ts';
import { ClaimRelationKind } from './terms.ts';

/** What leads away from a node to what was there at a time, with what a record says of it. */
const EDGES = (at: string) => `CALL (n) {
  MATCH (n)-[e]->(x) WHERE x.recorded <= ${at} AND x.superseded > ${at}
  RETURN collect([type(e), properties(e), x.id, x.scheme, x.value, x.kind, x.message, x.basis, x.position]) AS edges
}
RETURN properties(n) AS own, edges`;

const HOLDING = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id AND n.type <> 'Revision'
${EDGES('$at')}`;

const LABELS = {
  actors: 'Actor',
  places: 'Place',
  things: 'Thing',
  events: 'Event',
  documents: 'Document',
  claims: 'Claim',
  attributions: 'Attribution',
  mentions: 'Mention',
} as const satisfies Partial<Record<Collection, string>>;

/** The collections whose records are nodes. */
export type NodeCollection = keyof typeof LABELS;

const IDS = (label: string) => `MATCH (n:${label})
WHERE n.recorded <= $at AND n.superseded > $at AND n.id > $after
RETURN n.id AS id ORDER BY id LIMIT $size`;

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

/** The records that hold now, by id, as they would be written in a bundle; what is not there is left out. */
export async function readRecords(run: Run, ids: readonly string[], at: number): Promise<Map<string, StoredRecord>> {
  const rows = await batched(run, HOLDING, [...new Set(ids)], { at });
  return new Map(rows.map((row) => [(row.own as { id: string }).id, recordOfRow(row)]));
}

/** Ids of a collection as of a record time, in their order; `after` is the last id of the page before, or "". */
export async function readIds(
  run: Run,
  collection: NodeCollection,
  at: number,
  after: string,
  size: number,
): Promise<string[]> {
  const rows = await run({ text: IDS(LABELS[collection]), parameters: { at, after, size } });
  return rows.map(({ id }) => id as string);
}

/** The records with these ids as of a record time, in the order of the ids; what was not there is left out. */
export async function readAsOf(run: Run, ids: readonly string[], at: number): Promise<StoredRecord[]> {
  const rows = await batched(run, AS_OF, ids, { at });
  const records = new Map(rows.map((row) => [(row.own as { id: string }).id, recordOfRow(row)]));
  return ids.flatMap((id) => records.get(id) ?? []);
}

/** The relations that start at claims, as of a record time; what a rule of ours has found is none that anybody wrote. */
export async function readRelations(run: Run, claims: readonly string[], at: number): Promise<Bundle['relations']> {
  const rows = await batched(run, RELATIONS, claims, { at, rule: RULES.functional });
  return rows
    .map(({ source: from, target: to, kind, basis, reason }) => ({
      ...({ from, to, kind, basis } as Bundle['relations'][number]),
      ...(reason !== null && { reason: reason as string }),
    }))
    .sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}

/** How documents come from others, as of a record time. */
export async function readDerivations(
  run: Run,
  documents: readonly string[],
  at: number,
): Promise<Bundle['derivations']> {
  const rows = await batched(run, DERIVATIONS, documents, { at });
  return rows
    .map(({ origin: from, ...rest }) => ({ ...rest, from }) as Bundle['derivations'][number])
    .sort((one, other) => (originOf(one) < originOf(other) ? -1 : 1));
}

function nameOf({ from, kind, to }: Bundle['relations'][number]): string {
  return `${from} ${kind} ${to}`;
}

function originOf({ document, kind, from }: Bundle['derivations'][number]): string {
  return `${document} ${kind} ${from}`;
}

function recordOfRow({ own, edges }: Row): StoredRecord {
  return recordOf(own as Readonly<Record<string, unknown>>, (edges as unknown[][]).map(edgeOf));
}

function edgeOf([type, properties, to, scheme, value, kind, message, basis, position]: unknown[]): Edge {
  return { type, properties, to, end: { scheme, value, kind, message, basis, position } } as Edge;
}

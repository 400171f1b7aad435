import type { Row, Run } from '../engine/engine.ts';
import { RULES } from '../rules/contradictions.ts';
import { batched } from './batch.ts';
import type { Bundle, Collection } from './bundle.ts';
import { asNamed } from './merged.ts';
import type { EdgeRow } from './rows.ts';
import { type Edge, recordOf, type StoredRecord } from './stored-records.ts';
import { ClaimRelationKind } from './terms.ts';

/** What leads away from a node to what was there at a time, with what a record says of it. */
const EDGES = (at: string) => `CALL (n) {
  MATCH (n)-[e]->(x) WHERE x.recorded <= ${at} AND x.superseded > ${at}
  RETURN collect([type(e), properties(e), x.id, x.scheme, x.value, x.kind, x.message, x.basis, x.position]) AS edges
}
RETURN properties(n) AS own, edges`;

/** The records of entities that are shown as another one. */
const MERGED = `UNWIND $rows AS id
MATCH (m:Merged) WHERE m.key = id
RETURN m.own AS own`;

const MERGED_PAGE = `MATCH (m:Merged)
WHERE m.collection = $collection AND m.recorded <= $at AND m.superseded > $at
  AND (m.recorded > $after OR (m.recorded = $after AND m.id > $id))
RETURN m.recorded AS recorded, m.id AS id, m.own AS own ORDER BY recorded, id LIMIT $size`;

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

const ENTITIES: ReadonlySet<string> = new Set(['actors', 'places', 'things', 'events']);

/** A place in the order of recording. */
interface Place {
  readonly recorded: number;
  readonly id: string;
}

/** The collections whose records are nodes. */
export type NodeCollection = keyof typeof LABELS;

/** Some thousands of nodes of a label in the order of their recording, for one page after the other. */
const PAGE = (label: string) => `MATCH (n:${label})
WHERE n.recorded <= $at AND n.superseded > $at AND (n.recorded > $after OR (n.recorded = $after AND n.id > $id))
WITH n ORDER BY n.recorded, n.id LIMIT $size
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
  const merged = (await batched(run, MERGED, [...new Set(ids)])).map(({ own }) => ownRecord(own as string));
  return new Map([
    ...rows.map((row) => [(row.own as { id: string }).id, recordOfRow(row)] as const),
    ...merged.map((one) => [one.record.id, one] as const),
  ]);
}

/** One page of a collection as of a record time, in the order of recording; `after` is the last record of the page before. */
export async function readPage(
  run: Run,
  collection: NodeCollection,
  at: number,
  after: { readonly recorded: number; readonly id: string } | null,
  size: number,
): Promise<{ readonly records: StoredRecord[]; readonly last: { recorded: number; id: string } | null }> {
  const text = PAGE(LABELS[collection]);
  const parameters = { at, after: after?.recorded ?? -1, id: after?.id ?? '', size };
  const nodes = (await run({ text, parameters })).map((row) => {
    const { recorded, id } = row.own as Place;
    return { recorded, id, of: recordOfRow(row) };
  });
  const merged = ENTITIES.has(collection)
    ? await run({ text: MERGED_PAGE, parameters: { ...parameters, collection } })
    : [];
  const others = merged.map(
    ({ recorded, id, own }) => ({ recorded, id, of: ownRecord(own as string) }) as Place & { of: StoredRecord },
  );
  const page = [...nodes, ...others].sort(inOrder).slice(0, size);
  const last = page.at(-1);
  return { records: page.map(({ of }) => of), last: last ? { recorded: last.recorded, id: last.id } : null };
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
    .sort((one, other) => (one.document + one.from < other.document + other.from ? -1 : 1));
}

function nameOf({ from, kind, to }: Bundle['relations'][number]): string {
  return `${from} ${kind} ${to}`;
}

/** A record that is kept as text: of an entity that is shown with others, or as another one. */
function ownRecord(text: string): StoredRecord {
  return JSON.parse(text) as StoredRecord;
}

function inOrder(one: Place, other: Place): number {
  return one.recorded - other.recorded || (one.id < other.id ? -1 : 1);
}

function recordOfRow({ own, edges }: Row): StoredRecord {
  const kept = (own as { own?: string }).own;
  if (kept) return ownRecord(kept);
  return recordOf(own as Readonly<Record<string, unknown>>, (edges as unknown[][]).map(edgeOf));
}

function edgeOf([type, properties, to, scheme, value, kind, message, basis, position]: unknown[]): Edge {
  const led = { type, from: '', to, properties } as EdgeRow;
  return { ...asNamed(led), end: { scheme, value, kind, message, basis, position } };
}

import { type Bundle, COLLECTIONS } from '../bundle/bundle.ts';
import { BundleIndex } from '../bundle/bundle-index.ts';
import { ClaimRelationKind } from '../bundle/enums.ts';
import { keyOf } from '../bundle/records.ts';
import type { Existing } from '../bundle/validate.ts';
import { grouped } from '../collections/grouped.ts';
import type { Run } from '../engine/engine.ts';
import { RULES } from '../rules/contradictions.ts';
import { batched } from './batched.ts';
import { type Clock, readClock } from './clock.ts';
import { type MergedIds, NONE_MERGED } from './merged-ids.ts';
import { type CachedRecord, RecordCache } from './record-cache.ts';
import { isCurrent } from './rows.ts';

/** What the graph already has of the records that a bundle names. */
export interface ExistingRecords extends Existing {
  readonly digests: ReadonlyMap<string, readonly string[]>;
  /** The publication dates of documents that have one, by id. */
  readonly publishedAt: ReadonlyMap<string, string>;
  /** The keys (`keyOf`) of relations and derivations. */
  readonly edges: ReadonlySet<string>;
  /** The entities that are shown as another one. */
  readonly merged: MergedIds;
}

/** All versions of a record; one of them is current, unless the record was retracted. */
const NODES = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.id = id
RETURN n.id AS id, n.key = id AS isCurrent, n.type AS type, n.publishedAt AS publishedAt, n.digest AS digest`;

const IDENTIFIERS = `UNWIND $rows AS key
MATCH (i:Identifier) WHERE i.key = key
CALL (i) { MATCH (i)<-[e:IDENTIFIED_BY]-(n) WHERE ${isCurrent('n')} RETURN coalesce(e.named, n.id) AS owner }
RETURN i.key AS key, owner AS id`;

/** An entity that is shown as another one keeps its id and its record. */
const MERGED = `UNWIND $rows AS id
MATCH (m:Merged) WHERE m.id = id
RETURN m.id AS id, m.key = id AS isCurrent, m.type AS type, m.digest AS digest, m.into AS into`;

/** Relations that a rule found do not count: somebody may still state the same relation. */
const RELATIONS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)-[e:${ClaimRelationKind.options.join('|')}]->(to) WHERE e.by <> $rule AND ${isCurrent('e')} AND ${isCurrent('to')} RETURN type(e) AS kind, to.id AS target }
RETURN 'relations ' + n.id + ' ' + kind + ' ' + target AS key`;

const DERIVATIONS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)-[e:DERIVED_FROM]->(to) WHERE ${isCurrent('e')} AND ${isCurrent('to')} RETURN e.kind AS kind, to.id AS target }
RETURN 'derivations ' + n.id + ' ' + kind + ' ' + target AS key`;

const NO_RECORDS: ExistingRecords = {
  types: new Map(),
  digests: new Map(),
  publishedAt: new Map(),
  identifiers: new Map(),
  merged: NONE_MERGED,
  edges: new Set(),
};

/**
 * Reads what the graph already has of the records that a bundle names. Give a locked clock and a cache that is valid at
 * that clock; by default reads the clock and caches nothing.
 */
export async function readExisting(
  run: Run,
  index: BundleIndex,
  { clock, cache = new RecordCache() }: { clock?: Clock; cache?: RecordCache } = {},
): Promise<ExistingRecords> {
  const { sequence, hasMerged } = clock ?? (await readClock(run));
  if (sequence === 0) return NO_RECORDS;
  const merged = hasMerged ? await batched(run, MERGED, [...index.namedIds]) : [];
  const current = new Map<string, CachedRecord>();
  // The bundle's records are compared with all their versions; the records that they refer to only have to exist.
  const others = [...index.namedIds].filter((id) => !index.types.has(id));
  const asked = [...(cache.isAllNew ? [] : index.ids), ...cache.records.take(others, current)];
  const versions = [...(await batched(run, NODES, asked)), ...merged];
  for (const { id, type, publishedAt } of versions.filter(({ isCurrent }) => isCurrent)) {
    const record = { type: type as string, publishedAt: (publishedAt ?? undefined) as string | undefined };
    current.set(id as string, record);
    cache.records.keep(id as string, record);
  }
  const identifiers = await batched(run, IDENTIFIERS, [...new Set(index.identifiers.map(({ key }) => key))]);
  return {
    types: new Map([...current].map(([id, { type }]) => [id, type])),
    digests: new Map(
      [...grouped(versions, ({ id }) => id as string)].map(([id, all]) => [
        id,
        all.map(({ digest }) => digest as string),
      ]),
    ),
    publishedAt: new Map(
      [...current].flatMap(([id, { publishedAt }]) => (publishedAt === undefined ? [] : [[id, publishedAt] as const])),
    ),
    identifiers: new Map(identifiers.map(({ key, id }) => [key as string, id as string])),
    merged: new Map(
      merged.flatMap(({ id, isCurrent, into }) => (isCurrent ? [[id as string, into as string] as const] : [])),
    ),
    edges: await readEdgeKeys(run, index.bundle, current),
  };
}

/** The keys of the relations and derivations that start from existing records. */
async function readEdgeKeys(
  run: Run,
  { relations, derivations }: Bundle,
  existing: ReadonlyMap<string, unknown>,
): Promise<Set<string>> {
  const starts = (ids: readonly string[]) => [...new Set(ids)].filter((id) => existing.has(id));
  const claims = starts(relations.map(({ from }) => from));
  const documents = starts(derivations.map(({ document }) => document));
  const related = await batched(run, RELATIONS, claims, { rule: RULES.functional });
  const derived = await batched(run, DERIVATIONS, documents);
  return new Set([...related, ...derived].map(({ key }) => key as string));
}

/** The records of a bundle that are not in the graph yet; the same index if all are new. */
export function newRecords(
  index: BundleIndex,
  { types, edges }: Pick<ExistingRecords, 'types' | 'edges'>,
): BundleIndex {
  const parts = COLLECTIONS.map((collection) => {
    const records = index.bundle[collection] as readonly Bundle[typeof collection][number][];
    const isNew = (record: Bundle[typeof collection][number]) =>
      'id' in record ? !types.has(record.id) : !edges.has(keyOf(record));
    return [collection, records.filter(isNew)] as const;
  });
  const isWhole = parts.every(([collection, records]) => records.length === index.bundle[collection].length);
  return isWhole ? index : new BundleIndex(Object.fromEntries(parts) as unknown as Bundle);
}

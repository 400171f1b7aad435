import type { Bundle } from '../bundle/bundle.ts';
import { BundleIndex } from '../bundle/bundle-index.ts';
import { bundleOf, union } from '../bundle/combine.ts';
import { type AnyRecord, canonicalRecord, digestOf } from '../bundle/digest.ts';
import { BundleError } from '../bundle/problem.ts';
import { validate } from '../bundle/validate.ts';
import type { Row, Run } from '../engine/engine.ts';
import { lockClock, nextRevision, writeRevision } from '../store/clock.ts';
import { type ExistingRecords, newRecords, readExisting } from '../store/existing-records.ts';
import { readMergedIds } from '../store/merged-ids.ts';
import { readCurrentRecords } from '../store/read-records.ts';
import type { StoredRecord } from '../store/records-from-rows.ts';
import { isCurrent } from '../store/rows.ts';
import { applyChange, type Change } from './apply-change.ts';
import { readClusters, readMemberRecords } from './clusters.ts';
import { isInCycle } from './cycles.ts';
import type { EntityGroup } from './merge-entities.ts';
import { type Neighbourhood, readNeighbourhood } from './neighbourhood.ts';
import { refusal } from './refusal.ts';
import { type Author, type ChangeResult, earlierResult } from './result.ts';

/** A new version of a record, with the records that it needs. */
export interface Correction {
  readonly id: string;
  readonly replacement: Bundle;
  /** The operation of the revision; by default CORRECT. */
  readonly operation?: 'CORRECT' | 'ACCEPT' | 'RESOLVE_MENTION';
}

const VERSIONS = `MATCH (n:Node) WHERE n.id = $id
RETURN n.key = n.id AS isCurrent, n.recorded AS recorded`;

const MERGED_AT = 'MATCH (m:Merged) WHERE m.key = $id RETURN m.recorded AS recorded';

const REPLACES = `MATCH (new:Node) WHERE new.key = $new
MATCH (old:Node) WHERE old.key = $old
CREATE (new)-[:REPLACES]->(old)`;

const ATTRIBUTION_COUNT = `MATCH (n:Node) WHERE n.key = $id
CALL (n) { MATCH (n)<-[:OF]-(said) WHERE ${isCurrent('said')} RETURN count(said) AS attributions }
RETURN attributions`;

const REDATED = `MATCH (d:Node) WHERE d.key = $id
CALL (d) { MATCH (d)<-[:APPEARS_IN]-(said) WHERE ${isCurrent('said')} AND said.statedAt IS NULL RETURN said }
RETURN said.id AS id`;

/** The fields of an actor that change how its attributions are counted. */
const COUNTING_FIELDS = ['type', 'kind', 'publisherFamily', 'shieldedBy', 'count'];

/**
 * Replaces a record by a new version: a record with the same id and different content, or, for an attribution, also one
 * with a new id. Correcting a retracted record brings it back. Throws a BundleError whose paths start at the input.
 */
export async function correct(run: Run, correction: Correction, author: Author): Promise<ChangeResult> {
  const { id, replacement, operation = 'CORRECT' } = correction;
  const index = new BundleIndex(replacement);
  const revisionTime = nextRevision(await lockClock(run), author.now);
  const { at } = revisionTime;
  const versions = await run({ text: VERSIONS, parameters: { id } });
  if (versions.length === 0) throw refusal('NOT_FOUND', ['id'], `${id} is not in the graph`);
  const existing = await readExisting(run, index);
  const before = (await readCurrentRecords(run, [id], at)).get(id);
  const successor = successorOf(id, index, existing, before);
  const after = recordIn(index, successor);
  if (before && digestOf(before.record as AnyRecord) === digestOf(after)) {
    return earlierCorrection(run, versions, id, at);
  }
  checkRecords(index, existing, id);
  const group = await groupWith(run, id, before, after, at);
  const shown = group?.[0].record.id ?? id;
  const change = await changeOf(run, { id, index, existing, before, after, successor, group }, at);
  await applyChange(run, change, { at, by: author.by });
  await checkCycles(run, after, shown);
  await checkAttributed(run, before, after);
  if (change.renamed) await run({ text: REPLACES, parameters: { new: successor, old: `${id} ${at}` } });
  const first = group ? shown : successor;
  const changed = [first, ...new BundleIndex(change.added).ids.filter((one) => one !== first)];
  const revision = await writeRevision(run, revisionTime, {
    operation,
    by: author.by,
    reason: author.reason,
    before: before && JSON.stringify(before.record),
    after: JSON.stringify(canonicalRecord(after)),
    subjects: changed,
  });
  return { revision, changed, replayed: false, changedAt: at };
}

/** A record and the one that replaces it. */
interface Replaced {
  readonly id: string;
  readonly index: BundleIndex;
  readonly existing: ExistingRecords;
  readonly before: StoredRecord | undefined;
  readonly after: AnyRecord;
  /** The id of the record that replaces it. */
  readonly successor: string;
  /** The entities that are shown as one with it; null if it is alone. */
  readonly group: EntityGroup | null;
}

/** The change that replaces a record, with everything around it. */
async function changeOf(run: Run, replaced: Replaced, at: number): Promise<Change> {
  const { id, index, existing, before, after, successor, group } = replaced;
  const redated = await redatedBy(run, before, after);
  const shown = group?.[0].record.id ?? id;
  const recountedActors = isCountedDifferently(before, after) ? [shown] : [];
  const merged = group ? [shown] : [];
  const neighbourhood = await readNeighbourhood(run, [shown, ...redated], at, recountedActors, merged);
  // Entities that are shown as one have a single version, which is written from all their records.
  const types = group ? existing.types : typesWithout(existing, id);
  return {
    ended: [...neighbourhood.requested.keys()],
    added: union(newRecords(index, { ...existing, types }).bundle, bundleOfRequested(neighbourhood, redated)),
    neighbourhood: neighbourhood.all,
    renamed: successor === id ? undefined : { from: id, to: successor },
    ...(group && { groups: [group] }),
  };
}

/** The records of all entities that are shown as one with this one, including its new version; null if it is alone. */
async function groupWith(
  run: Run,
  id: string,
  before: StoredRecord | undefined,
  after: AnyRecord,
  at: number,
): Promise<EntityGroup | null> {
  if (!before || !('names' in after)) return null;
  const clusters = await readClusters(run, [id]);
  if (clusters.every(({ length }) => length < 2)) return null;
  if ('type' in after && after.type !== (before.record as { type?: string }).type) {
    const message = `${id} was judged to be the same as others of its type: judge that first`;
    throw refusal('CONFLICT', ['replacement'], message);
  }
  const records = await readMemberRecords(run, clusters, at);
  const corrected = { collection: before.collection, record: canonicalRecord(after) } as StoredRecord;
  return records.map((one) => (one.record.id === id ? corrected : one)) as unknown as EntityGroup;
}

/** Refuses to move the only attribution of a claim to another claim. */
async function checkAttributed(run: Run, before: StoredRecord | undefined, after: AnyRecord): Promise<void> {
  if (before?.collection !== 'attributions' || !('claim' in after) || before.record.claim === after.claim) return;
  const { claim } = before.record;
  const [count] = await run({ text: ATTRIBUTION_COUNT, parameters: { id: claim } });
  if (count?.attributions !== 0) return;
  throw refusal('UNATTRIBUTED_CLAIM', ['replacement'], `${claim} would have no attribution left: retract it first`);
}

/** The result of a correction that was made before. */
async function earlierCorrection(run: Run, versions: readonly Row[], id: string, at: number): Promise<ChangeResult> {
  const shown = (await readMergedIds(run, [id])).get(id) ?? id;
  const [merged] = shown === id ? [] : await run({ text: MERGED_AT, parameters: { id } });
  const recorded = merged?.recorded ?? versions.find(({ isCurrent }) => isCurrent)?.recorded;
  return earlierResult(run, recorded as number, [shown], at);
}

/** The id of the record that replaces another. */
function successorOf(
  id: string,
  { bundle, types }: BundleIndex,
  existing: ExistingRecords,
  before: StoredRecord | undefined,
): string {
  if (types.has(id)) return id;
  const [only, ...others] = bundle.attributions.filter((record) => !existing.types.has(record.id));
  if (before?.collection === 'attributions' && only && others.length === 0) return only.id;
  throw refusal('INVALID', ['replacement'], `has no record ${id} to replace it with`);
}

function recordIn({ bundle, nodes }: BundleIndex, id: string): AnyRecord {
  const found = nodes.find((record) => record.id === id);
  if (!found) throw new Error(`${id} is not in the bundle`);
  return bundle[found.collection][found.index] as AnyRecord;
}

/** Throws what is wrong with a replacement. The corrected record and retracted ones may have different content. */
function checkRecords(replacement: BundleIndex, existing: ExistingRecords, id: string): void {
  const digests = new Map([...(existing.digests ?? [])].filter(([one]) => one !== id && existing.types.has(one)));
  const problems = validate(replacement, { ...existing, digests });
  if (problems.length === 0) return;
  throw new BundleError(problems.map((one) => ({ ...one, path: ['replacement', ...one.path] })));
}

/** The ids of attributions that take their date from the document, if the correction changes that date. */
async function redatedBy(run: Run, before: StoredRecord | undefined, after: AnyRecord): Promise<string[]> {
  if (before?.collection !== 'documents') return [];
  if (before.record.publishedAt === (after as Bundle['documents'][number]).publishedAt) return [];
  const rows = await run({ text: REDATED, parameters: { id: before.record.id } });
  return rows.map(({ id }) => id as string);
}

/** Whether the correction changes how an actor's attributions are counted. */
function isCountedDifferently(before: StoredRecord | undefined, after: AnyRecord): boolean {
  if (before?.collection !== 'actors') return false;
  const countingFields = (record: AnyRecord) => {
    const fields = canonicalRecord(record) as Readonly<Record<string, unknown>>;
    return JSON.stringify(COUNTING_FIELDS.map((field) => fields[field] ?? null));
  };
  return countingFields(before.record) !== countingFields(after);
}

function bundleOfRequested({ requested }: Neighbourhood, ids: readonly string[]): Bundle {
  return bundleOf(ids.map((id) => requested.get(id) as StoredRecord));
}

function typesWithout({ types }: ExistingRecords, id: string): Map<string, string> {
  return new Map([...types].filter(([one]) => one !== id));
}

async function checkCycles(run: Run, after: AnyRecord, shown: string): Promise<void> {
  const [field, type] = 'texts' in after ? (['partOf', 'PART_OF'] as const) : (['publisherFamily', 'FAMILY'] as const);
  if (!(field in after)) return;
  const id = type === 'FAMILY' ? shown : (after as { id: string }).id;
  if (await isInCycle(run, type, id))
    throw refusal('INVALID', ['replacement'], `${field} of ${id} leads back to itself`);
}

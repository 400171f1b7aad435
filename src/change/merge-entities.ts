import type { Bundle } from '../bundle/bundle.ts';
import { type AnyRecord, digestOf } from '../bundle/digest.ts';
import { actorType } from '../bundle/records.ts';
import type { Run } from '../engine/engine.ts';
import { batched } from '../store/batched.ts';
import type { MergedIds } from '../store/merged-ids.ts';
import type { StoredRecord } from '../store/records-from-rows.ts';
import { NEVER } from '../time/edtf.ts';

type Actor = Bundle['actors'][number];
type EntityRecord = Actor | Bundle['places'][number];

/** The records of entities that are shown as one from now on, under the id of the first. */
export type EntityGroup = readonly [StoredRecord, ...StoredRecord[]];

/** The fields of an actor that the first record of a group may leave open, so that another one fills them. */
const OPTIONAL_FIELDS = ['country', 'publisherFamily', 'size', 'description', 'count', 'shieldedBy'] as const;

/** The values of fields that mean "not known". */
const UNKNOWN_VALUES: Readonly<Record<string, string>> = { kind: 'OTHER', access: 'UNKNOWN' };

const END = `UNWIND $rows AS id
MATCH (m:Merged) WHERE m.key = id
SET m.superseded = $at, m.key = id + $past`;

const CREATE = `UNWIND $rows AS row
CREATE (m:Merged) SET m = row`;

/** Stores with a shown entity its own record, because the node has the names of all. */
const KEEP = `UNWIND $rows AS row
MATCH (n:Node) WHERE n.key = row.id
SET n.own = row.own, n.digest = row.digest`;

const NAME_IDENTIFIERS = `UNWIND $rows AS row
MATCH (n:Node) WHERE n.key = row.into
CALL (n, row) { MATCH (n)-[e:IDENTIFIED_BY]->(i) WHERE i.key IN row.keys RETURN e }
SET e.named = row.id`;

/** Sets the speakers of attributions. Earlier speakers are kept with the record time until which they were current. */
const SPEAKERS = `UNWIND $rows AS row
MATCH (n:Node) WHERE n.key = row.id
WITH n, row WHERE n.speaker <> row.speaker
SET n.pastSpeakerUntil = coalesce(n.pastSpeakerUntil, []) + [$at],
  n.pastSpeaker = coalesce(n.pastSpeaker, []) + [n.speaker], n.speaker = row.speaker
RETURN n.id AS id`;

/** Marks on the clock that shown ids have changed, for servers that keep them in memory. */
const MARK_CLOCK = "MATCH (c:Clock) WHERE c.id = 'record' SET c.merged = $at";

/** The shown id of each member of groups, including the shown entities themselves. */
export function shownIdsOf(groups: readonly EntityGroup[]): MergedIds {
  return new Map(
    groups.flatMap(([first, ...others]) => [first, ...others].map(({ record }) => [record.id, first.record.id])),
  );
}

/** Ends the earlier merges of these entities, and stores their new shown ids and their own records. */
export async function writeMergedEntities(run: Run, groups: readonly EntityGroup[], at: number): Promise<void> {
  const ids = groups.flatMap((group) => group.map(({ record }) => record.id));
  await batched(run, END, ids, { at, past: ` ${at}` });
  const rows = groups.flatMap(([{ record: first }, ...others]) =>
    others.map((one) => ({
      id: one.record.id,
      key: one.record.id,
      into: first.id,
      type: typeOf(one),
      collection: one.collection,
      own: JSON.stringify(one),
      digest: digestOf(one.record as AnyRecord),
      recorded: at,
      superseded: NEVER,
    })),
  );
  await batched(run, CREATE, rows);
  await run({ text: MARK_CLOCK, parameters: { at } });
}

/** Stores with the new versions of shown entities their own records and the owners of identifiers. */
export async function storeOwnRecords(run: Run, groups: readonly EntityGroup[]): Promise<void> {
  const several = groups.filter(({ length }) => length > 1);
  const records = several.map(([first]) => ({
    id: first.record.id,
    own: JSON.stringify(first),
    digest: digestOf(first.record as AnyRecord),
  }));
  await batched(run, KEEP, records);
  const identifiers = several.flatMap(([{ record: first }, ...others]) =>
    others.map(({ record }) => ({
      id: record.id,
      into: first.id,
      keys: ((record as EntityRecord).identifiers ?? []).map(({ scheme, value }) => `${scheme}:${value}`),
    })),
  );
  await batched(run, NAME_IDENTIFIERS, identifiers);
}

/** Sets the shown speakers of attributions; returns the ids of those that had another speaker. */
export async function updateSpeakers(
  run: Run,
  rows: readonly { readonly id: string; readonly speaker: string }[],
  at: number,
): Promise<void> {
  await batched(run, SPEAKERS, rows, { at });
}

/**
 * The record that a group is shown as: all names and identifiers, and each open field from the next record that has it.
 */
export function mergedRecord([first, ...others]: EntityGroup, merged: MergedIds): StoredRecord {
  if (others.length === 0) return first;
  const all = [first, ...others].map(({ record }) => record as EntityRecord);
  const shown = first.record as EntityRecord;
  const names = all.flatMap((one, index) =>
    one.names.map((name) => (index > 0 && name.kind === 'PREFERRED' ? { ...name, kind: 'ALIAS' as const } : name)),
  );
  const listed = new Set(shown.names.map(nameKey));
  const more = names.slice(shown.names.length).filter((name) => listed.size < listed.add(nameKey(name)).size);
  const identifiers = all.flatMap((one) => one.identifiers ?? []);
  const record = {
    ...shown,
    ...firstKnownValues(all as readonly Readonly<Record<string, unknown>>[], shown.id, merged),
    names: [...shown.names, ...more],
    ...(identifiers.length > 0 && { identifiers }),
  };
  return { collection: first.collection, record } as StoredRecord;
}

function nameKey({ text, language }: { readonly text: string; readonly language?: string | undefined }): string {
  return `${language ?? ''} ${text}`;
}

function firstKnownValues(all: readonly Readonly<Record<string, unknown>>[], id: string, merged: MergedIds): object {
  const open = OPTIONAL_FIELDS.map((name) => {
    const values = all.map((one) => one[name]).map((value) => merged.get(value as string) ?? value);
    return [name, values.find((value) => value !== undefined && value !== id)] as const;
  });
  const known = Object.entries(UNKNOWN_VALUES).map(([name, unknown]) => {
    const values = all.map((one) => one[name]).filter((value) => value !== undefined);
    return [name, values.find((value) => value !== unknown) ?? values[0]] as const;
  });
  const whole = all.some(({ type }) => type !== undefined) ? [...open, ...known] : open;
  return Object.fromEntries(whole.filter(([, value]) => value !== undefined));
}

/** The contract type of an entity. */
function typeOf({ collection, record }: StoredRecord): string {
  if (collection === 'actors') return actorType(record as Actor);
  return { places: 'Place', things: 'Thing', events: 'Event' }[collection as string] as string;
}

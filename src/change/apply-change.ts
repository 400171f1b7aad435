import type { Bundle } from '../bundle/bundle.ts';
import { BundleIndex } from '../bundle/bundle-index.ts';
import { bundleOf, concatenated, union, withoutRecords } from '../bundle/combine.ts';
import { datesIn } from '../bundle/dates.ts';
import { storeFindings, type ToSearch } from '../derive/findings.ts';
import { renewCounters } from '../derive/recount-counters.ts';
import { renewTraceMarks } from '../derive/renew-trace-marks.ts';
import type { Run } from '../engine/engine.ts';
import { readExisting } from '../store/existing-records.ts';
import { type MergedIds, readMergedIds, withShownIds } from '../store/merged-ids.ts';
import { asRecorded } from '../store/redirect-edges.ts';
import type { EdgeRow, Stamp } from '../store/rows.ts';
import { writeRecords } from '../store/write-records.ts';
import { endFindings } from './end-findings.ts';
import {
  type EntityGroup,
  mergedRecord,
  shownIdsOf,
  storeOwnRecords,
  updateSpeakers,
  writeMergedEntities,
} from './merge-entities.ts';
import { endFindingsNotRepeated, endOutdatedFindings } from './outdated-findings.ts';
import { endVersions, inherit, inheritedEdges, lastVersions } from './versions.ts';

/** A change of records in the graph. */
export interface Change {
  /** The ids of the records whose current versions end. */
  readonly ended: readonly string[];
  /** The records to write: new ones, and the new versions of those that end. */
  readonly added: Bundle;
  /** The records around those that end, as they were before. */
  readonly neighbourhood: Bundle;
  /** The one new version with a different id, if there is one. */
  readonly renamed?: { readonly from: string; readonly to: string } | undefined;
  /** The groups of entities that are shown as one from now on. Those that were shown before are among `ended`. */
  readonly groups?: readonly EntityGroup[] | undefined;
  /** Connects the records as they are shown from now on, before anything is derived from them. */
  readonly connect?: (() => Promise<void>) | undefined;
}

/** Writes a change and updates everything that is derived from it, within the transaction. */
export async function applyChange(run: Run, change: Change, stamp: Stamp): Promise<void> {
  const { ended, neighbourhood, renamed, groups = [] } = change;
  if (groups.length > 0) await writeMergedEntities(run, groups, stamp.at);
  const members = shownIdsOf(groups);
  const added = new BundleIndex(withShown(change.added, groups, members));
  await endFindings(run, ended, stamp.at);
  const inherited = await readInherited(run, added, change, members);
  await endVersions(run, ended, stamp.at);
  const named = [...added.namedIds, ...new BundleIndex(neighbourhood).namedIds, ...inherited.flatMap(endsOf)];
  const merged = new Map([...(await readMergedIds(run, named)), ...members]);
  const { publishedAt } = await readExisting(run, added);
  await writeRecords(run, added, { dates: datesIn(added.bundle, publishedAt), stamp, merged });
  await inherit(run, inherited, (id) => (id === renamed?.from ? renamed.to : (merged.get(id) ?? id)));
  await updateGroups(run, groups, inherited, stamp);
  await change.connect?.();
  // Attributions that have ended are affected too, with those that replace them.
  const affected = withShownIds(new BundleIndex(concatenated(added.bundle, neighbourhood)), merged);
  const events = groups.map(([{ record }]) => record.id);
  await renewCounters(run, affected, stamp, events);
  const kept = union(added.bundle, withoutRecords(neighbourhood, new Set(ended)));
  const idsOf = (records: readonly { readonly id: string }[]) => records.map(({ id }) => id);
  const { documents, attributions } = affected.bundle;
  const changed = { documents: idsOf(documents), attributions: idsOf(attributions) };
  const renewed = await renewTraceMarks(run, affected, stamp.at, changed);
  const current = { added: withShownIds(new BundleIndex(kept), merged), renewed };
  await renewFindings(run, affected, current, members, stamp);
}

/** The edges that new versions take over, and those that retracted records get back. */
async function readInherited(
  run: Run,
  added: BundleIndex,
  { ended, renamed, groups = [] }: Change,
  members: MergedIds,
): Promise<EdgeRow[]> {
  const replaced = ended.filter((id) => added.types.has(id) || id === renamed?.from || members.has(id));
  // A record that comes back is cited again by those that cited it. Entities that are shown separately again get their
  // edges from the version that ends.
  const restored = groups.length > 0 ? [] : added.ids.filter((id) => !ended.includes(id));
  return inheritedEdges(run, [...replaced.map((id) => ({ id, key: id })), ...(await lastVersions(run, restored))]);
}

/**
 * Finds contradictions and flags in the current records again. First ends those that depend on which entities are the
 * same.
 */
async function renewFindings(
  run: Run,
  affected: BundleIndex,
  current: ToSearch,
  members: MergedIds,
  stamp: Stamp,
): Promise<void> {
  if (members.size === 0) {
    await storeFindings(run, current, stamp);
    return;
  }
  const addressed = affected.addressedClaims;
  const claims = [...new Set(affected.bundle.claims.map(({ id }) => id))];
  const attributions = current.added.bundle.attributions.map(({ id }) => id);
  const ids = { claims, addressed, entities: [...members.keys()], attributions };
  await endOutdatedFindings(run, ids, stamp);
  const found = await storeFindings(run, current, stamp);
  await endFindingsNotRepeated(run, ids, found, stamp);
}

/** Adds the records that the groups are shown as. */
function withShown(added: Bundle, groups: readonly EntityGroup[], members: MergedIds): Bundle {
  return concatenated(added, bundleOf(groups.map((group) => mergedRecord(group, members))));
}

/** Updates what depends on the groups after their new versions are written. */
async function updateGroups(
  run: Run,
  groups: readonly EntityGroup[],
  inherited: readonly EdgeRow[],
  { at }: Stamp,
): Promise<void> {
  if (groups.length === 0) return;
  await storeOwnRecords(run, groups);
  const members = shownIdsOf(groups);
  const bySpeaker = inherited.filter(({ type }) => type === 'BY').map(asRecorded);
  const rows = bySpeaker.map(({ from: id, to }) => ({ id, speaker: members.get(to) ?? to }));
  await updateSpeakers(run, rows, at);
}

function endsOf(edge: EdgeRow): string[] {
  const { from, to } = asRecorded(edge);
  return [from, to];
}

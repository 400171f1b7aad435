import { type Bundle, COLLECTIONS } from '../bundle/bundle.ts';
import { takeBackBetween } from '../derive/contradictions.ts';
import { renewViews } from '../derive/counters.ts';
import { applyRules } from '../derive/findings.ts';
import { renewMarks } from '../derive/trace-marks.ts';
import type { Run } from '../engine/engine.ts';
import { readStored } from '../store/existing-records.ts';
import { asNamed, asShown, type Merged, namedIn, readMerged } from '../store/merged-entities.ts';
import type { EdgeRow, Stamp } from '../store/rows.ts';
import { writeRecords } from '../store/write-records.ts';
import { bundled, merged as mergedBundle, without } from './around.ts';
import { endFindings } from './findings.ts';
import { dates } from './load.ts';
import { type Group, keepOwn, moveSpeakers, shownIn, shownRecord, writeMembers } from './regroup.ts';
import { endUnfound, unfind } from './stale.ts';
import { endVersions, type Inherited, inherit, inheritedEdges, lastVersions } from './versions.ts';

/** A change of what the graph holds. */
export interface Change {
  /** Ids of the records whose holding versions end. */
  readonly ended: readonly string[];
  /** Records to write: new ones, and the successors of those that end. */
  readonly added: Bundle;
  /** What stands around those that end, as it was before. */
  readonly around: Bundle;
  /** The one successor with an id of its own. */
  readonly renamed?: { readonly from: string; readonly to: string } | undefined;
  /** Entities that are shown as one from now on, of whom those that were shown before are among `ended`. */
  readonly groups?: readonly Group[] | undefined;
}

/** Writes a change, and renews all that follows from it, within the transaction. */
export async function apply(run: Run, change: Change, stamp: Stamp): Promise<void> {
  const { ended, around, renamed, groups = [] } = change;
  if (groups.length > 0) await writeMembers(run, groups, stamp.at);
  const members = shownIn(groups);
  const added = withShown(change.added, groups, members);
  const successors = new Set(
    COLLECTIONS.flatMap((name) => added[name].flatMap((one) => ('id' in one ? [one.id] : []))),
  );
  const replaced = ended.filter((id) => successors.has(id) || id === renamed?.from || members.has(id));
  await endFindings(run, ended, stamp.at);
  // What comes back is cited again by those who cited it; entities that are shown apart again have their edges from elsewhere.
  const fresh = groups.length > 0 ? [] : [...successors].filter((id) => !ended.includes(id));
  const restored = await lastVersions(run, fresh);
  const inherited = await inheritedEdges(run, [...replaced.map((id) => ({ id, key: id })), ...restored]);
  await endVersions(run, ended, stamp.at);
  const named = [...namedIn(together(added, around)), ...inherited.flatMap(({ edge }) => endsOf(edge))];
  const merged = new Map([...(await readMerged(run, named)), ...members]);
  await writeRecords(run, added, dates(added, await readStored(run, added)), stamp, merged);
  await inherit(run, inherited, (id) => (id === renamed?.from ? renamed.to : (merged.get(id) ?? id)));
  const moved = await regrouped(run, groups, inherited, stamp);
  // What somebody said no longer is to be looked at too, with what says it now.
  const wide = asShown(together(added, around), merged);
  const events = groups.map(([{ record }]) => record.id);
  await renewViews(run, wide, stamp.at, events);
  const kept = asShown(mergedBundle(added, without(around, new Set(ended))), merged);
  const spoken = [...new Set(wide.attributions.flatMap(({ claim, covers }) => [claim, ...covers]))];
  const touched = { claims: idsOf(wide.claims), spoken, who: [...members.keys()] };
  if (groups.length > 0) {
    await takeBackBetween(run, spoken, moved);
    await unfind(run, touched, stamp);
  }
  const found = await applyRules(run, kept, stamp);
  if (groups.length > 0) await endUnfound(run, touched, found, stamp);
  await renewMarks(run, wide, stamp.at);
}

/** Adds the records that groups are shown as. */
function withShown(added: Bundle, groups: readonly Group[], members: Merged): Bundle {
  return together(added, bundled(groups.map((group) => shownRecord(group, members))));
}

/** What is to be done where groups have new versions; returns the attributions that have other speakers now. */
async function regrouped(
  run: Run,
  groups: readonly Group[],
  inherited: readonly Inherited[],
  { at }: Stamp,
): Promise<string[]> {
  if (groups.length === 0) return [];
  await keepOwn(run, groups);
  const members = shownIn(groups);
  const words = inherited.filter(({ edge }) => edge.type === 'BY').map(({ edge }) => asNamed(edge));
  const rows = words.map(({ from: id, to }) => ({ id, speaker: members.get(to) ?? to }));
  return moveSpeakers(run, rows, at);
}

function endsOf(edge: EdgeRow): string[] {
  const { from, to } = asNamed(edge);
  return [from, to];
}

function idsOf(records: readonly { readonly id: string }[]): string[] {
  return [...new Set(records.map(({ id }) => id))];
}

function together(one: Bundle, other: Bundle): Bundle {
  return Object.fromEntries(COLLECTIONS.map((name) => [name, [...one[name], ...other[name]]])) as Bundle;
}

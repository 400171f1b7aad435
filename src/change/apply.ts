import type { Run } from '../engine/engine.ts';
import { batched } from '../ingest/batch.ts';
import { type Bundle, COLLECTIONS } from '../ingest/bundle.ts';
import { BY_RULE } from '../ingest/finding-rows.ts';
import { readStored } from '../ingest/known.ts';
import { dates } from '../ingest/load.ts';
import { renewMarks } from '../ingest/marks.ts';
import { live, type Stamp } from '../ingest/rows.ts';
import { applyRules } from '../ingest/rules.ts';
import { renewViews } from '../ingest/views.ts';
import { writeRecords } from '../ingest/write.ts';
import { merged, without } from './around.ts';
import { endVersions, inherit, inheritedEdges } from './versions.ts';

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
}

/** What a rule has found of records that say something else now, and does not find any more. */
const STALE = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)<-[:SIDE|RESTS_ON]-(f) WHERE ${live('f')} RETURN f
  UNION ALL
  MATCH (n)-[:FLAGGED]->(f) WHERE ${live('f')} RETURN f
}
WITH DISTINCT f WHERE coalesce(f.position = ${BY_RULE}, true) AND NOT f.id IN $found
SET f.superseded = $at, f.key = f.id + $past`;

/** Writes a change, and renews all that follows from it, within the transaction. */
export async function apply(run: Run, { ended, added, around, renamed }: Change, stamp: Stamp): Promise<void> {
  const successors = new Set(
    COLLECTIONS.flatMap((name) => added[name].flatMap((one) => ('id' in one ? [one.id] : []))),
  );
  const replaced = ended.filter((id) => successors.has(id) || id === renamed?.from);
  const inherited = await inheritedEdges(run, replaced);
  await endVersions(run, ended, stamp.at);
  await writeRecords(run, added, dates(added, await readStored(run, added)), stamp);
  await inherit(run, inherited, (id) => (id === renamed?.from ? renamed.to : id));
  // What somebody said no longer is to be looked at too, with what says it now.
  const wide = together(added, around);
  await renewViews(run, wide, stamp.at);
  const found = await applyRules(run, merged(added, without(around, new Set(ended))), stamp);
  const rows = replaced.filter((id) => successors.has(id));
  await batched(run, STALE, rows, { at: stamp.at, past: ` ${stamp.at}`, found });
  await renewMarks(run, wide, stamp.at);
}

function together(one: Bundle, other: Bundle): Bundle {
  return Object.fromEntries(COLLECTIONS.map((name) => [name, [...one[name], ...other[name]]])) as Bundle;
}

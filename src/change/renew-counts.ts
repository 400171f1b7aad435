import type { Bundle } from '../bundle/bundle.ts';
import { BundleIndex } from '../bundle/bundle-index.ts';
import { completeBundle } from '../bundle/combine.ts';
import { renewCounters } from '../derive/recount-counters.ts';
import { unmarkSuggestions } from '../derive/renew-trace-marks.ts';
import type { Run } from '../engine/engine.ts';
import { isCounted } from '../rules/stances.ts';
import { batched } from '../store/batched.ts';
import { readMergedIds, withShownIds } from '../store/merged-ids.ts';
import { readRecordsAt } from '../store/read-records.ts';
import type { Stamp } from '../store/rows.ts';

const COUNTS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
RETURN id, [n.attributionCount, n.citedCount, n.firstSaid, n.lastSaid] AS counts`;

type Attribution = Bundle['attributions'][number];

/**
 * Counts again where those of these attributions that are suggestions, or cite by one, were counted, and marks the
 * suggestions as what they are. Returns the ids of what has other counts or marks now.
 */
export async function renewCountsOfSuggested(run: Run, ids: readonly string[], stamp: Stamp): Promise<string[]> {
  const records = (await readRecordsAt(run, ids, stamp.at)).map(({ record }) => record as Attribution);
  const attributions = records.filter((said) => !isCounted(said) || !said.cites.every(isCounted));
  if (attributions.length === 0) return [];
  const index = new BundleIndex(completeBundle({ attributions }));
  const shown = withShownIds(index, await readMergedIds(run, index.namedIds));
  const counted = [...shown.namedIds];
  const before = await readCounts(run, counted);
  await renewCounters(run, shown, stamp);
  const after = await readCounts(run, counted);
  const suggested = attributions.filter((said) => !isCounted(said)).map(({ id }) => id);
  const marked = await unmarkSuggestions(run, suggested, stamp.at);
  return [...new Set([...counted.filter((id) => before.get(id) !== after.get(id)), ...marked])];
}

async function readCounts(run: Run, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await batched(run, COUNTS, ids);
  return new Map(rows.map(({ id, counts }) => [id as string, JSON.stringify(counts)]));
}

import type { BundleIndex } from '../bundle/bundle-index.ts';
import type { Run } from '../engine/engine.ts';
import type { Stamp } from '../store/rows.ts';
import { findContradictions } from './contradictions.ts';
import { findFlags, storeFlags, wrongWeekdayFlags } from './flags.ts';
import { findCopies } from './suspected-copies.ts';

const NONE: ReadonlySet<string> = new Set();

/**
 * Stores what rules find in new records, in the transaction that wrote them. Suspected copies come last, because they
 * rest on the other flags. For `checkable` claims the records are enough; for others it reads the graph. Returns the
 * ids of all findings, including those that were stored already.
 */
export async function storeFindings(
  run: Run,
  added: BundleIndex,
  stamp: Stamp,
  checkable: ReadonlySet<string> = NONE,
): Promise<string[]> {
  const others = added.without(checkable);
  const contradictions = await findContradictions(run, others, added.only(checkable).bundle.attributions, stamp);
  const flags = [...wrongWeekdayFlags(added.bundle), ...(await findFlags(run, others.bundle, contradictions, stamp))];
  await storeFlags(run, flags, stamp);
  const claims = [...others.bundle.attributions.map(({ claim }) => claim), ...flags.map(({ owner }) => owner)];
  const copies = await findCopies(run, added.bundle, claims, stamp);
  await storeFlags(run, copies, stamp);
  return [...contradictions, ...flags, ...copies].map(({ id }) => id);
}

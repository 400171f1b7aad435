import type { Bundle } from '../bundle/bundle.ts';
import type { Run } from '../engine/engine.ts';
import type { Stamp } from '../store/rows.ts';
import { findContradictions } from './contradictions.ts';
import { findFlags, storeFlags, weekdays } from './flags.ts';
import { onlyClaims, withoutClaims } from './standalone-claims.ts';
import { findCopies } from './suspected-copies.ts';

/**
 * Stores what rules find about newly written records, in the transaction that wrote them. Suspected copies come last:
 * they rest on the other flags. Of the `quiet` claims the records tell all; about the others the graph is asked. Returns the
 * ids of all that was found, also of what is there already.
 */
export async function applyRules(
  run: Run,
  added: Bundle,
  stamp: Stamp,
  quiet: ReadonlySet<string> = new Set(),
): Promise<string[]> {
  const noticed = withoutClaims(added, quiet);
  const contradictions = await findContradictions(run, noticed, onlyClaims(added, quiet), stamp);
  const flags = [...weekdays(added), ...(await findFlags(run, noticed, contradictions, stamp))];
  await storeFlags(run, flags, stamp);
  const copies = await findCopies(run, added, noticed, flags, stamp);
  await storeFlags(run, copies, stamp);
  return [...contradictions, ...flags, ...copies].map(({ id }) => id);
}

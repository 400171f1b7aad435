import type { Run } from '../engine/engine.ts';
import type { Bundle } from './bundle.ts';
import type { Stamp } from './rows.ts';
import { findContradictions } from './rules-contradictions.ts';
import { findCopies } from './rules-copies.ts';
import { findFlags, storeFlags } from './rules-flags.ts';

/**
 * Stores what rules find about newly written records, in the transaction that wrote them. Suspected copies come last:
 * they rest on the other flags. Returns the ids of all that was found, also of what is there already.
 */
export async function applyRules(run: Run, added: Bundle, stamp: Stamp): Promise<string[]> {
  const contradictions = await findContradictions(run, added, stamp);
  const flags = await findFlags(run, added, contradictions, stamp);
  await storeFlags(run, flags, stamp);
  const copies = await findCopies(run, added, flags, stamp);
  await storeFlags(run, copies, stamp);
  return [...contradictions, ...flags, ...copies].map(({ id }) => id);
}

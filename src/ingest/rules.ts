import type { Run } from '../engine/engine.ts';
import type { Bundle } from './bundle.ts';
import type { Stamp } from './rows.ts';
import { findContradictions } from './rules-contradictions.ts';
import { findCopies } from './rules-copies.ts';
import { findFlags, storeFlags } from './rules-flags.ts';

/**
 * Stores what rules find about newly written records, in the transaction that wrote them. Suspected copies come last:
 * they rest on the other flags.
 */
export async function applyRules(run: Run, added: Bundle, stamp: Stamp): Promise<void> {
  const contradictions = await findContradictions(run, added, stamp);
  const flags = await findFlags(run, added, contradictions, stamp);
  await storeFlags(run, flags, stamp);
  await storeFlags(run, await findCopies(run, added, flags, stamp), stamp);
}

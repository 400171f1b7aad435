import type { Run } from '../engine/engine.ts';
import type { Bundle } from './bundle.ts';
import type { Stamp } from './rows.ts';
import { findContradictions } from './rules-contradictions.ts';

/** Stores what rules find about newly written records, in the transaction that wrote them. */
export async function applyRules(run: Run, added: Bundle, stamp: Stamp): Promise<void> {
  await findContradictions(run, added, stamp);
}

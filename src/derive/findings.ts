import type { BundleIndex } from '../bundle/bundle-index.ts';
import type { Run } from '../engine/engine.ts';
import { batched } from '../store/batched.ts';
import { FOUND_BY_RULE } from '../store/finding-rows.ts';
import type { Stamp } from '../store/rows.ts';
import { findContradictions } from './contradictions.ts';
import { findFlags, storeFlags, wrongWeekdayFlags } from './flags.ts';
import { findCopies } from './suspected-copies.ts';
import { renewTakingsBack } from './takings-back.ts';

const END_SELF_CONTRADICTIONS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)<-[:SIDE|RESTS_ON]-(f) WHERE ${FOUND_BY_RULE} AND f.kind IN ['SELF', 'SELF_CONTRADICTION'] RETURN f
}
WITH DISTINCT f WHERE NOT f.id IN $found
SET f.superseded = $at, f.key = f.id + $past`;

/** New records, and what is known of their claims. */
export interface ToSearch {
  readonly added: BundleIndex;
  /** New claims for which the records are enough. */
  readonly checkable?: ReadonlySet<string>;
  /** The claims whose trace marks were renewed. */
  readonly renewed: readonly string[];
}

/**
 * Stores what rules find in new records, in the transaction that wrote them and renewed their trace marks, on which findings
 * rest. Suspected copies come last, because they rest on the other flags. Returns the ids of all findings, including
 * those that were stored already.
 */
export async function storeFindings(
  run: Run,
  { added, checkable, renewed }: ToSearch,
  stamp: Stamp,
): Promise<string[]> {
  const others = added.without(undisputed(added, checkable ?? new Set()));
  await renewTakingsBack(run, others.bundle, renewed, stamp.at);
  const { found: contradictions, searched } = await findContradictions(run, { added: others, claims: renewed }, stamp);
  const flags = [...wrongWeekdayFlags(added.bundle), ...(await findFlags(run, others, contradictions, stamp))];
  await storeFlags(run, flags, stamp);
  const claims = [...others.bundle.attributions.map(({ claim }) => claim), ...flags.map(({ owner }) => owner)];
  const copies = await findCopies(run, added.bundle, claims, stamp);
  await storeFlags(run, copies, stamp);
  const found = [...contradictions, ...flags, ...copies].map(({ id }) => id);
  await batched(run, END_SELF_CONTRADICTIONS, searched, { at: stamp.at, past: ` ${stamp.at}`, found });
  return found;
}

/** Those of the claims that nobody denies. */
function undisputed({ bundle }: BundleIndex, checkable: ReadonlySet<string>): ReadonlySet<string> {
  const denied = new Set(bundle.attributions.flatMap(({ claim, stance }) => (stance === 'DENIES' ? [claim] : [])));
  return new Set([...checkable].filter((claim) => !denied.has(claim)));
}

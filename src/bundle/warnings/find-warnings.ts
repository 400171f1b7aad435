import type { FileOf } from '../bundle.ts';
import type { BundleIndex } from '../bundle-index.ts';
import { placedFaults } from '../faults.ts';
import { type FactSource, gatherFacts } from './needed-facts.ts';
import { riskyRecords } from './risky-records.ts';
import { riskyRelays } from './risky-relays.ts';
import { riskyVoices } from './risky-voices.ts';
import type { Warning } from './warning.ts';

/**
 * What a well-formed bundle says that is valid and probably not meant, in bundle order. Looks at the bundle, and at what
 * the sources know around it; where nothing is known, nothing is warned of.
 */
export async function findWarnings(
  index: BundleIndex,
  sources: readonly FactSource[],
  fileOf: FileOf = () => null,
): Promise<Warning[]> {
  const { bundle } = index;
  const facts = await gatherFacts(bundle, sources);
  const risks = [...riskyRelays(bundle, facts), ...riskyVoices(bundle, facts), ...riskyRecords(bundle, facts)];
  return placedFaults(bundle, risks, fileOf);
}

import { completeBundle } from '../bundle/combine.ts';
import type { Run } from '../engine/engine.ts';
import { isCounted } from '../rules/stances.ts';
import { lockClock } from '../store/clock.ts';
import { readCurrentRecords } from '../store/read-records.ts';
import { correct } from './correct.ts';
import { refusal } from './refusal.ts';
import { type Author, type ChangeResult, earlierResult } from './result.ts';

/** The time of the acceptance that made the current version of a record. */
const ACCEPTED = `MATCH (n:Node) WHERE n.key = $id
MATCH (r:Revision) WHERE r.at = n.recorded AND r.operation = 'ACCEPT'
RETURN r.at AS at`;

/**
 * Makes a suggested attribution count, with those of its citations that are suggestions: all get the basis ANALYST, in a
 * new version. Accepting it again gives the first result. Throws a BundleError whose paths are names of arguments.
 */
export async function accept(run: Run, id: string, author: Author): Promise<ChangeResult> {
  const { at } = await lockClock(run);
  const existing = (await readCurrentRecords(run, [id], at)).get(id);
  if (!existing) throw refusal('NOT_FOUND', ['id'], `${id} is not in the graph`);
  if (existing.collection !== 'attributions') {
    throw refusal('INVALID', ['id'], `${id} is not an attribution: only attributions can be accepted`);
  }
  const { record } = existing;
  if (isCounted(record)) {
    const [accepted] = await run({ text: ACCEPTED, parameters: { id } });
    if (accepted) return earlierResult(run, accepted.at as number, [id], at);
    throw refusal('CONFLICT', ['id'], `${id} is not a suggestion: its basis is ${record.basis}`);
  }
  const cites = record.cites.map((citation) =>
    isCounted(citation) ? citation : { ...citation, basis: 'ANALYST' as const },
  );
  const replacement = completeBundle({ attributions: [{ ...record, basis: 'ANALYST', cites }] });
  return correct(run, { id, replacement, operation: 'ACCEPT' }, author);
}

import { completeBundle } from '../bundle/combine.ts';
import { BundleError } from '../bundle/problem.ts';
import type { Run } from '../engine/engine.ts';
import { lockClock } from '../store/clock.ts';
import { readCurrentRecords } from '../store/read-records.ts';
import { correct } from './correct.ts';
import { problem, refusal } from './refusal.ts';
import type { Author, ChangeResult } from './result.ts';

/**
 * Decides who or what a mention means; null leaves it open. Throws a BundleError whose paths are names of arguments.
 */
export async function resolveMention(
  run: Run,
  { id, entity }: { readonly id: string; readonly entity: string | null },
  author: Author,
): Promise<ChangeResult> {
  const clock = await lockClock(run);
  const existing = (await readCurrentRecords(run, [id], clock.at)).get(id);
  if (existing?.collection !== 'mentions') throw refusal('NOT_FOUND', ['id'], `${id} is not a mention in the graph`);
  const { entity: _before, ...rest } = existing.record;
  const mention = { ...rest, basis: 'ANALYST' as const, ...(entity !== null && { entity }) };
  const replacement = completeBundle({ mentions: [mention] });
  try {
    return await correct(run, { id, replacement, operation: 'RESOLVE_MENTION' }, author);
  } catch (error) {
    if (!(error instanceof BundleError)) throw error;
    throw new BundleError(error.problems.map(({ code, message }) => problem(code, ['entity'], message)));
  }
}

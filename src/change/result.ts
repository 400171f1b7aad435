import type { Warning } from '../bundle/warnings/warning.ts';
import type { Run } from '../engine/engine.ts';
import type { Revision } from '../store/clock.ts';

/** The result of a change: its revision, and the ids of the records that are new or different now. */
export interface ChangeResult {
  readonly revision: Pick<Revision, 'id' | 'at'>;
  readonly changed: readonly string[];
  /** Whether the same change had been made before, so that nothing was written. */
  readonly replayed: boolean;
  /** The record time at which to read the changed records, in milliseconds: for retracted ones the time before. */
  readonly changedAt: number;
  /** What was stored and is probably not meant; the paths start at the arguments. */
  readonly warnings?: readonly Warning[];
}

/** Who makes a change, and why. */
export interface Author {
  readonly by: string;
  readonly reason?: string | undefined;
  /** The time of the write, in milliseconds since 1970; by default now. */
  readonly now?: number | undefined;
}

const REVISION_AT = 'MATCH (r:Revision) WHERE r.at = $at RETURN r.id AS id, r.at AS at';

/** The result of a change that was made before, at the record time `recorded`; `at` is the current record time. */
export async function earlierResult(
  run: Run,
  recorded: number,
  changed: readonly string[],
  at: number,
): Promise<ChangeResult> {
  const [revision] = await run({ text: REVISION_AT, parameters: { at: recorded } });
  return { revision: revision as unknown as ChangeResult['revision'], changed, replayed: true, changedAt: at };
}

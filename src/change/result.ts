import type { Run } from '../engine/engine.ts';
import type { Revision } from '../store/clock.ts';

/** What came of a change: its revision and the ids of what is another now. */
export interface ChangeResult {
  readonly revision: Pick<Revision, 'id' | 'at'>;
  readonly changed: readonly string[];
  /** Whether it had been made before, so that nothing was written. */
  readonly replayed: boolean;
  /** The record time, in milliseconds, to read what was changed at: that before, where it was taken away. */
  readonly changedAt: number;
}

/** Who asks for a change, and why. */
export interface Author {
  readonly by: string;
  readonly reason?: string | undefined;
  /** The time of the write, in milliseconds since 1970; the present unless told. */
  readonly now?: number | undefined;
}

const REVISION_AT = 'MATCH (r:Revision) WHERE r.at = $at RETURN r.id AS id, r.at AS at';

/** The answer to a change that was made before, at the record time `recorded`; `at` is the present. */
export async function earlierResult(
  run: Run,
  recorded: number,
  changed: readonly string[],
  at: number,
): Promise<ChangeResult> {
  const [revision] = await run({ text: REVISION_AT, parameters: { at: recorded } });
  return { revision: revision as unknown as ChangeResult['revision'], changed, replayed: true, changedAt: at };
}

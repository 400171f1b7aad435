import type { Engine, Row, Statement } from '../engine/engine.ts';

/**
 * The version of what is stored with records because it follows from them: date bounds, trace marks and findings. It
 * rises whenever the same records would get others. Databases of version 1 do not state it.
 */
export const MARKS_VERSION = 2;

const CLOCK = 'record';

const READ = 'MATCH (c:Clock) WHERE c.id = $id RETURN c.marks AS marks';

const STORE = 'MATCH (c:Clock) WHERE c.id = $id SET c.marks = $version';

/** The version of the stored marks; null where there is no database yet. */
export async function readMarksVersion(engine: Engine): Promise<number | null> {
  const [clock] = await engine.read({ text: READ, parameters: { id: CLOCK } });
  return clock ? versionOf(clock) : null;
}

/** The version that a clock states, in its property `marks`. */
export function versionOf({ marks }: Row): number {
  return (marks as number | null | undefined) ?? 1;
}

/** The statement that notes that all marks are of the current version. */
export function storeMarksVersion(): Statement {
  return { text: STORE, parameters: { id: CLOCK, version: MARKS_VERSION } };
}

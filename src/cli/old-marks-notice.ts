import type { Engine } from '../engine/engine.ts';
import { MARKS_VERSION, readMarksVersion } from '../store/marks-version.ts';

/** What to say of a database that an older version of the program has filled; null if there is nothing to say. */
export async function oldMarksNotice(engine: Engine): Promise<string | null> {
  const version = await readMarksVersion(engine);
  if (version === null || version >= MARKS_VERSION) return null;
  return (
    `The stored marks (standings, roots, date bounds, findings) in ${engine.description} are of version ${version}; ` +
    `this program counts by version ${MARKS_VERSION}. Lists that filter, sort or count by standing may still have the ` +
    'old meaning. Run "claimgraph recompute" to renew them.'
  );
}

import type { Engine, Statement } from '../engine/engine.ts';
import { MARKS_VERSION } from './marks-version.ts';

/** How far a recomputation has come. It is in the graph while the recomputation is unfinished. */
export interface RecomputeCheckpoint {
  /** The name of the step. */
  readonly step: string;
  /** The last id of the step that is done; "" before the first. */
  readonly after: string;
  /** How many records of the step are done. */
  readonly done: number;
}

const ID = 'recompute';

/** A checkpoint of another version is of no use: its steps may have been others. */
const READ = `MATCH (r:Recompute) WHERE r.id = $id AND r.version = $version
RETURN r.step AS step, r.after AS after, r.done AS done`;

const SAVE = `MERGE (r:Recompute {id: $id})
SET r.version = $version, r.step = $step, r.after = $after, r.done = $done`;

const DELETE = 'MATCH (r:Recompute) WHERE r.id = $id DELETE r';

const of = { id: ID, version: MARKS_VERSION };

/** Where an interrupted recomputation stopped; null if there is none. */
export async function readRecomputeCheckpoint(engine: Engine): Promise<RecomputeCheckpoint | null> {
  const [found] = await engine.read({ text: READ, parameters: of });
  return (found as RecomputeCheckpoint | undefined) ?? null;
}

/** The statement that saves a checkpoint. Run it in the transaction that renews the batch. */
export function saveRecomputeCheckpoint({ step, after, done }: RecomputeCheckpoint): Statement {
  return { text: SAVE, parameters: { ...of, step, after, done } };
}

export function deleteRecomputeCheckpoint(): Statement {
  return { text: DELETE, parameters: { id: ID } };
}

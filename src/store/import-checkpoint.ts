import type { Engine, Statement } from '../engine/engine.ts';

/** How far pieces were dealt out by earlier runs: those before a position, without some; and whether any were tried again. */
export interface ImportPosition {
  readonly position: number;
  readonly leftOut: readonly number[];
  readonly retried: boolean;
}

export const START: ImportPosition = { position: 0, leftOut: [], retried: false };

/** How far an import came. It stands in the graph while the import is under way, and goes when it is done. */
export interface Checkpoint extends ImportPosition {
  /** What tells one input from another: a digest of all that was read. */
  readonly id: string;
}

/** Where more are left out, the import begins anew: what is stored already does no harm. */
const MOST_LEFT_OUT = 10_000;

const READ = `MATCH (i:Import) WHERE i.id = $id
RETURN i.position AS position, i.leftOut AS leftOut, i.retried AS retried`;

const SAVE = `MERGE (i:Import {id: $id})
SET i.position = $position, i.leftOut = $leftOut, i.retried = $retried, i.files = $files`;

const FORGET = 'MATCH (i:Import) WHERE i.id = $id DELETE i';

/** Where an input is to go on; at its beginning where it is new here. */
export async function readCheckpoint(engine: Engine, id: string): Promise<Checkpoint> {
  const [found] = await engine.read({ text: READ, parameters: { id } });
  return { id, ...START, ...(found as Partial<ImportPosition> | undefined) };
}

/** To run in the transaction that stores a batch, so that one is never without the other. */
export function saveCheckpoint({ id, ...position }: Checkpoint, files: readonly string[]): Statement {
  const saved = position.leftOut.length <= MOST_LEFT_OUT ? position : START;
  return { text: SAVE, parameters: { id, ...saved, files } };
}

export async function deleteCheckpoint(engine: Engine, id: string): Promise<void> {
  await engine.write((run) => run({ text: FORGET, parameters: { id } }));
}

import type { Engine, Statement } from '../engine/engine.ts';

/**
 * How far earlier runs of an import came: all pieces before a position, except those left out, and whether any was
 * retried.
 */
export interface ImportPosition {
  readonly position: number;
  readonly leftOut: readonly number[];
  readonly retried: boolean;
}

export const START: ImportPosition = { position: 0, leftOut: [], retried: false };

/** How far an import has come. It is in the graph while the import is unfinished, and is deleted at the end. */
export interface Checkpoint extends ImportPosition {
  /** Identifies the input: a digest of everything that was read. */
  readonly id: string;
}

/**
 * If more pieces are left out, the next run starts from the beginning; records that are already stored stay as they
 * are.
 */
const MOST_LEFT_OUT = 10_000;

const READ = `MATCH (i:Import) WHERE i.id = $id
RETURN i.position AS position, i.leftOut AS leftOut, i.retried AS retried`;

const SAVE = `MERGE (i:Import {id: $id})
SET i.position = $position, i.leftOut = $leftOut, i.retried = $retried, i.files = $files`;

const DELETE = 'MATCH (i:Import) WHERE i.id = $id DELETE i';

/** The checkpoint of an input; its beginning if there is none. */
export async function readCheckpoint(engine: Engine, id: string): Promise<Checkpoint> {
  const [found] = await engine.read({ text: READ, parameters: { id } });
  return { id, ...START, ...(found as Partial<ImportPosition> | undefined) };
}

/**
 * The statement that saves a checkpoint. Run it in the transaction that stores the batch, so neither is without the
 * other.
 */
export function saveCheckpoint({ id, ...position }: Checkpoint, files: readonly string[]): Statement {
  const saved = position.leftOut.length <= MOST_LEFT_OUT ? position : START;
  return { text: SAVE, parameters: { id, ...saved, files } };
}

/** Deletes the checkpoint of a finished import. */
export async function deleteCheckpoint(engine: Engine, id: string): Promise<void> {
  await engine.write((run) => run({ text: DELETE, parameters: { id } }));
}

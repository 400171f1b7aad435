import type { Engine, Statement } from '../engine/engine.ts';

/** How far an import came. It stands in the graph while the import is under way, and goes when it is done. */
export interface Checkpoint {
  /** What tells one input from another: a digest of all that was read. */
  readonly id: string;
  /** Pieces of the input, in its order, that were stored or left out. */
  readonly position: number;
  /** The numbers of those that were left out. */
  readonly leftOut: readonly number[];
}

/** Where more are left out, the import begins anew: what is stored already does no harm. */
const MOST_LEFT_OUT = 10_000;

const READ = 'MATCH (i:Import) WHERE i.id = $id RETURN i.position AS position, i.leftOut AS leftOut';

const SAVE = 'MERGE (i:Import {id: $id}) SET i.position = $position, i.leftOut = $leftOut, i.files = $files';

const FORGET = 'MATCH (i:Import) WHERE i.id = $id DELETE i';

/** Where an input is to go on; at its beginning where it is new here. */
export async function readCheckpoint(engine: Engine, id: string): Promise<Checkpoint> {
  const [found] = await engine.read({ text: READ, parameters: { id } });
  const { position = 0, leftOut } = (found ?? {}) as { position?: number; leftOut?: readonly number[] | null };
  return { id, position, leftOut: leftOut ?? [] };
}

/** To run in the transaction that stores a batch, so that one is never without the other. */
export function saving({ id, position, leftOut }: Checkpoint, files: readonly string[]): Statement {
  const isKept = leftOut.length <= MOST_LEFT_OUT;
  const parameters = { id, position: isKept ? position : 0, leftOut: isKept ? leftOut : [], files };
  return { text: SAVE, parameters };
}

export async function forget(engine: Engine, id: string): Promise<void> {
  await engine.write((run) => run({ text: FORGET, parameters: { id } }));
}

import type { Engine, Statement } from '../engine/engine.ts';

/** How far an import came. It stands in the graph while the import is under way, and goes when it is done. */
export interface Checkpoint {
  /** What tells one input from another: a digest of all that was read. */
  readonly id: string;
  /** Pieces of the input, in its order, that were stored or left out. */
  readonly position: number;
}

const READ = 'MATCH (i:Import) WHERE i.id = $id RETURN i.position AS position';

const SAVE = 'MERGE (i:Import {id: $id}) SET i.position = $position, i.files = $files';

const FORGET = 'MATCH (i:Import) WHERE i.id = $id DELETE i';

/** Where an input is to go on: 0 for one that is new here. */
export async function readPosition(engine: Engine, id: string): Promise<number> {
  const [found] = await engine.read({ text: READ, parameters: { id } });
  return (found?.position as number | undefined) ?? 0;
}

/** To run in the transaction that stores a batch, so that one is never without the other. */
export function saving({ id, position }: Checkpoint, files: readonly string[]): Statement {
  return { text: SAVE, parameters: { id, position, files } };
}

export async function forget(engine: Engine, id: string): Promise<void> {
  await engine.write((run) => run({ text: FORGET, parameters: { id } }));
}

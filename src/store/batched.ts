import type { Row, Run } from '../engine/engine.ts';

/** Rows of one statement: enough to make round trips cheap, few enough to keep a statement's memory small. */
const SIZE = 5_000;

/**
 * Runs a statement over `$rows`, some thousands at a time; not at all where there is none.
 *
 * Such a statement looks nodes up by one property alone and follows their edges in a `CALL` of its own. In the seconds
 * after the first large write Neo4j has no figures about an index, and where edges or labels stand beside the lookup
 * it may then scan the whole index for every row.
 */
export async function batched(
  run: Run,
  text: string,
  rows: readonly unknown[],
  parameters: Readonly<Record<string, unknown>> = {},
): Promise<Row[]> {
  const parts: Promise<Row[]>[] = [];
  for (let start = 0; start < rows.length; start += SIZE) {
    parts.push(run({ text, parameters: { ...parameters, rows: rows.slice(start, start + SIZE) } }));
  }
  return (await Promise.all(parts)).flat();
}

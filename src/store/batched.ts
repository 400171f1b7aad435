import type { Row, Run } from '../engine/engine.ts';

/** The most rows of one statement: enough to make round trips cheap, few enough to keep its memory small. */
const SIZE = 5_000;

/**
 * Runs a statement over `$rows`, 5,000 at a time, and returns all its rows. Does nothing if there are no rows.
 *
 * Such a statement looks nodes up by one property alone and follows their edges in a separate `CALL`. In the seconds
 * after the first large write Neo4j has no statistics about an index. If the lookup also names edges or labels, Neo4j
 * may then scan the whole index for every row.
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

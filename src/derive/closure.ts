import type { Run } from '../engine/engine.ts';
import { batched } from '../store/batched.ts';

/** The most steps that are followed. */
const MOST_STEPS = 20;

/**
 * The edges that can be reached from some nodes, up to 20 steps, by id; the statement returns their ends as `later` and
 * `origin`.
 */
export async function readClosure(
  run: Run,
  text: string,
  start: readonly string[],
  parameters: Readonly<Record<string, unknown>>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const edges = new Map<string, string[]>();
  let level = [...new Set(start)];
  for (let step = 0; step < MOST_STEPS && level.length > 0; step++) {
    for (const id of level) edges.set(id, []);
    for (const { later, origin } of await batched(run, text, level, parameters)) {
      edges.get(later as string)?.push(origin as string);
    }
    level = [...new Set(level.flatMap((id) => edges.get(id) ?? []))].filter((id) => !edges.has(id));
  }
  return edges;
}

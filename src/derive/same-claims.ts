import { reachableFrom } from '../collections/reachable.ts';
import type { Run } from '../engine/engine.ts';
import { COUNTED } from '../rules/stances.ts';
import { isCurrent } from '../store/rows.ts';
import { readClosure } from './closure.ts';

const SAME_AS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)-[e:SAME_AS]-(m) WHERE e.basis IN $counted AND ${isCurrent('e')} AND ${isCurrent('m')} RETURN DISTINCT m.id AS same }
RETURN id AS later, same AS origin`;

/** The claims that are the same as each of these, transitively; itself among them. */
export async function readSameClaims(
  run: Run,
  claims: readonly string[],
): Promise<(claim: string) => ReadonlySet<string>> {
  const edges = await readClosure(run, SAME_AS, claims, { counted: COUNTED });
  return (claim) => reachableFrom([claim], (one) => edges.get(one) ?? []);
}

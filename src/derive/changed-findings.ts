import type { Run } from '../engine/engine.ts';
import type { FoundContradiction } from '../rules/contradictions.ts';
import type { FoundFlag } from '../rules/flags.ts';
import { batched } from '../store/batched.ts';
import { contentOf } from '../store/finding-rows.ts';
import type { Stamp } from '../store/rows.ts';

const existing = (label: string) => `UNWIND $rows AS id
MATCH (n:${label}) WHERE n.key = id
RETURN n.id AS id, n.content AS content`;

const end = (label: string) => `UNWIND $rows AS id
MATCH (n:${label}) WHERE n.key = id
SET n.superseded = $at, n.key = n.id + $past`;

/**
 * The findings that are not stored yet. A stored one that says something else now, because more has come to light of the
 * same, ends: it is still seen as of earlier record times.
 */
export async function changedFindings<T extends FoundFlag | FoundContradiction>(
  run: Run,
  label: 'Flag' | 'Contradiction',
  found: readonly T[],
  { at }: Stamp,
): Promise<T[]> {
  const byId = new Map(found.map((one) => [one.id, one]));
  const stored = new Map(
    (await batched(run, existing(label), [...byId.keys()])).map(({ id, content }) => [id as string, content]),
  );
  const changed = [...byId.values()].filter((one) => {
    return !stored.has(one.id) || (stored.get(one.id) ?? contentOf(one)) !== contentOf(one);
  });
  const outdated = changed.flatMap(({ id }) => (stored.has(id) ? [id] : []));
  await batched(run, end(label), outdated, { at, past: ` ${at}` });
  return changed;
}

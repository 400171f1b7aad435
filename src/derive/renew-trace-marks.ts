import type { BundleIndex } from '../bundle/bundle-index.ts';
import type { Run } from '../engine/engine.ts';
import { model } from '../model.ts';
import { batched } from '../store/batched.ts';
import { attributionMarksOf, traceMarksOf } from '../trace/trace-marks.ts';
import { createTracer, TRACING_LIMITS, type Tracing } from '../trace/tracer.ts';
import { affectedClaims, type Changed } from './affected-claims.ts';

/** The most claims that are traced together: few enough to keep their attributions in memory. */
const TRACED_TOGETHER = 200;

/** Stored marks need complete traces. */
const tracer = createTracer(model, { ...TRACING_LIMITS, alone: Number.MAX_SAFE_INTEGER - 1 });

/** Marks that are kept together when one of them changes: under `until`, with the record time until which they were current. */
interface MarkGroup {
  readonly until: string;
  readonly marks: readonly [string, ...string[]];
}

/** The earlier marks of a group are kept for reads as of an earlier record time. */
function updateStatement(groups: readonly MarkGroup[]): string {
  const past = (name: string) => `past${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const isOther = ({ marks }: MarkGroup) =>
    marks.map((name) => `n.${name} IS NULL OR n.${name} <> row.${name}`).join(' OR ');
  const kept = (index: number, name: string, before: string) =>
    `n.${name} = CASE WHEN isOther${index} AND known${index} AND n.recorded < $at THEN coalesce(n.${name}, []) + [${before}] ELSE n.${name} END`;
  const setGroup = ({ until, marks }: MarkGroup, index: number) => [
    kept(index, until, '$at'),
    ...marks.map((name) => kept(index, past(name), `n.${name}`)),
    ...marks.map((name) => `n.${name} = row.${name}`),
  ];
  const all = (cell: (index: number) => string) => groups.map((_, index) => cell(index));
  return `UNWIND $rows AS row
MATCH (n:Node) WHERE n.key = row.id
WITH n, row, ${groups.map((group, index) => `(${isOther(group)}) AS isOther${index}, n.${group.marks[0]} IS NOT NULL AS known${index}`).join(', ')}
WHERE ${all((index) => `isOther${index}`).join(' OR ')}
SET ${groups.flatMap(setGroup).join(',\n  ')}
WITH n, ${all((index) => `(isOther${index} AND known${index})`).join(' OR ')} AS isRenewed WHERE isRenewed
RETURN n.id AS id`;
}

const RENEW_CLAIMS = updateStatement([
  { until: 'pastMarksUntil', marks: ['standing', 'unnamedOnly', 'ownVoiceOnly', 'rootKeys'] },
]);
const RENEW_ATTRIBUTIONS = updateStatement([
  { until: 'pastMarksUntil', marks: ['isRoot'] },
  { until: 'pastSideUntil', marks: ['side'] },
]);

/**
 * Updates the stored trace marks that new records can have changed, in the transaction that wrote them. Returns the claims
 * whose marks were looked at. `changed` were there before.
 */
export async function renewTraceMarks(
  run: Run,
  written: BundleIndex,
  at: number,
  changed: Changed = { documents: [], attributions: [] },
): Promise<readonly string[]> {
  const claims = await affectedClaims(run, written, changed);
  await renewMarksOf(run, claims, at);
  return claims;
}

/**
 * Updates the stored trace marks of claims and of all that was said of them. Returns the ids of those whose marks are
 * different now, without those that had none.
 */
export async function renewMarksOf(run: Run, claims: readonly string[], at: number): Promise<string[]> {
  const changed: string[] = [];
  for (let start = 0; start < claims.length; start += TRACED_TOGETHER) {
    const ids = claims.slice(start, start + TRACED_TOGETHER);
    await tracer.trace(run, [{ recorded: at, ids }], { kind: 'public' }, async ({ tracing, ids: traced }) => {
      const view = (tracing as Tracing).viewAt(null);
      const claimRows = traced.map((id) => ({ id, ...traceMarksOf(view, id) }));
      const said = traced.flatMap((claim) => (view.subgraph.ofClaim.get(claim) ?? []).filter((one) => one.isRecorded));
      const attributionRows = said.map((one) => ({ id: one.id, ...attributionMarksOf(view, one) }));
      const renewed = [
        ...(await batched(run, RENEW_CLAIMS, claimRows, { at })),
        ...(await batched(run, RENEW_ATTRIBUTIONS, attributionRows, { at })),
      ];
      changed.push(...renewed.map(({ id }) => id as string));
    });
  }
  return changed;
}

/** Marks suggestions as on no side and as no roots, since tracing leaves them out. Returns the ids of those marked otherwise before. */
export async function unmarkSuggestions(run: Run, ids: readonly string[], at: number): Promise<string[]> {
  const rows = ids.map((id) => ({ id, side: 'NONE', isRoot: false }));
  return (await batched(run, RENEW_ATTRIBUTIONS, rows, { at })).map(({ id }) => id as string);
}

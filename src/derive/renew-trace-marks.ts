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

/**
 * Earlier marks are kept with the record time until which they were current, under `until`, for reads as of an earlier
 * record time.
 */
function updateStatement(until: string, marks: readonly string[]): string {
  const past = (name: string) => `past${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const kept = (name: string, before: string) =>
    `n.${name} = CASE WHEN old THEN coalesce(n.${name}, []) + [${before}] ELSE n.${name} END`;
  return `UNWIND $rows AS row
MATCH (n:Node) WHERE n.key = row.id
WITH n, row, n.${marks[0]} IS NOT NULL AS known, n.recorded < $at AND n.${marks[0]} IS NOT NULL AS old
WHERE ${marks.map((name) => `n.${name} IS NULL OR n.${name} <> row.${name}`).join(' OR ')}
SET ${[kept(until, '$at'), ...marks.map((name) => kept(past(name), `n.${name}`)), ...marks.map((name) => `n.${name} = row.${name}`)].join(',\n  ')}
RETURN n.id AS id, known`;
}

const RENEW_CLAIMS = updateStatement('pastMarksUntil', ['standing', 'unnamedOnly', 'ownVoiceOnly', 'rootKeys']);
const RENEW_ROOTS = updateStatement('pastMarksUntil', ['isRoot']);
const RENEW_SIDES = updateStatement('pastSideUntil', ['side']);

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
        ...(await batched(run, RENEW_ROOTS, attributionRows, { at })),
        ...(await batched(run, RENEW_SIDES, attributionRows, { at })),
      ];
      changed.push(...renewed.flatMap(({ id, known }) => (known ? (id as string) : [])));
    });
  }
  return changed;
}

import type { BundleIndex } from '../bundle/bundle-index.ts';
import type { Run } from '../engine/engine.ts';
import { model } from '../model.ts';
import { batched } from '../store/batched.ts';
import { isCurrent } from '../store/rows.ts';
import { rootsOf, traceMarksOf } from '../trace/trace-marks.ts';
import { createTracer, TRACING_LIMITS, type Tracing } from '../trace/tracer.ts';

/** The most claims that are traced together: few enough to keep their attributions in memory. */
const TRACED_TOGETHER = 200;

/** Stored marks need complete traces. */
const tracer = createTracer(model, { ...TRACING_LIMITS, alone: Number.MAX_SAFE_INTEGER - 1 });

/**
 * The claims whose marks depend on a claim: those that are the same, that it refines or entails, or that it is a part
 * of.
 */
const NEXT = `UNWIND $rows AS id
MATCH (c:Node) WHERE c.key = id
CALL (c) {
  MATCH (c)-[:SAME_AS]-(d) WHERE ${isCurrent('d')} RETURN d.id AS found
  UNION ALL
  MATCH (c)-[:REFINES|ENTAILS|PART_OF]->(d) WHERE ${isCurrent('d')} RETURN d.id AS found
}
RETURN DISTINCT found AS id`;

const OPPOSED = `UNWIND $rows AS id
MATCH (c:Node) WHERE c.key = id
CALL (c) { MATCH (c)-[:CONTRADICTS|CONTRARY_TO]-(d) WHERE ${isCurrent('d')} RETURN d.id AS found }
RETURN DISTINCT found AS id`;

/** The claims of the attributions in a document and in its copies. */
const IN_COPIES = `UNWIND $rows AS id
MATCH (d:Node) WHERE d.key = id
CALL (d) {
  MATCH (d)<-[:DERIVED_FROM*0..3]-(copy)
  MATCH (copy)<-[:APPEARS_IN]-(said) WHERE ${isCurrent('said')}
  MATCH (said)-[:OF]->(c) WHERE ${isCurrent('c')}
  RETURN DISTINCT c.id AS found
}
RETURN DISTINCT found AS id`;

/**
 * Earlier marks are kept with the record time until which they were current, for reads as of an earlier record time.
 */
function updateStatement(marks: readonly string[]): string {
  const past = (name: string) => `past${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const kept = (name: string, before: string) =>
    `n.${name} = CASE WHEN old THEN coalesce(n.${name}, []) + [${before}] ELSE n.${name} END`;
  return `UNWIND $rows AS row
MATCH (n:Node) WHERE n.key = row.id
WITH n, row, n.recorded < $at AS old
WHERE ${marks.map((name) => `n.${name} IS NULL OR n.${name} <> row.${name}`).join(' OR ')}
SET ${[kept('pastMarksUntil', '$at'), ...marks.map((name) => kept(past(name), `n.${name}`)), ...marks.map((name) => `n.${name} = row.${name}`)].join(',\n  ')}`;
}

const RENEW_CLAIMS = updateStatement(['standing', 'unnamedOnly', 'ownVoiceOnly', 'rootKeys']);
const RENEW_ATTRIBUTIONS = updateStatement(['isRoot', 'side']);

/**
 * Updates the stored trace marks that new records can have changed, in the transaction that wrote them. Returns the claims
 * whose marks were looked at.
 */
export async function renewTraceMarks(run: Run, written: BundleIndex, at: number): Promise<readonly string[]> {
  const claims = await affectedClaims(run, written);
  for (let start = 0; start < claims.length; start += TRACED_TOGETHER) {
    const ids = claims.slice(start, start + TRACED_TOGETHER);
    await tracer.trace(run, [{ recorded: at, ids }], { kind: 'public' }, async ({ tracing, ids: traced }) => {
      const view = (tracing as Tracing).viewAt(null);
      const claimRows = traced.map((id) => ({ id, ...traceMarksOf(view, id) }));
      await batched(run, RENEW_CLAIMS, claimRows, { at });
      const attributionRows = traced.flatMap((claim) => {
        const roots = rootsOf(view, claim);
        return view
          .attributionsOf(claim)
          .map((one) => ({ id: one.id, isRoot: roots.has(one.id), side: view.sideOf(one) ?? 'NONE' }));
      });
      await batched(run, RENEW_ATTRIBUTIONS, attributionRows, { at });
    });
  }
  return claims;
}

async function affectedClaims(run: Run, { bundle, addressedClaims }: BundleIndex): Promise<string[]> {
  const { claims, relations, derivations } = bundle;
  const affected = new Set([
    ...claims.map(({ id }) => id),
    ...addressedClaims,
    ...relations.flatMap(({ from, to }) => [from, to]),
  ]);
  const documents = derivations.flatMap(({ document, from }) => [document, from]);
  for (const id of await readIds(run, IN_COPIES, documents)) affected.add(id);
  await addDependents(run, affected);
  for (const id of await readIds(run, OPPOSED, [...affected])) affected.add(id);
  await addDependents(run, affected);
  return [...affected];
}

/** Adds to `claims` all claims whose marks depend on them, directly or through others. */
async function addDependents(run: Run, claims: Set<string>): Promise<void> {
  let frontier = [...claims];
  while (frontier.length > 0) {
    const next = await readIds(run, NEXT, frontier);
    frontier = next.filter((id) => !claims.has(id));
    for (const id of frontier) claims.add(id);
  }
}

async function readIds(run: Run, text: string, ids: readonly string[]): Promise<string[]> {
  return (await batched(run, text, [...new Set(ids)])).map(({ id }) => id as string);
}

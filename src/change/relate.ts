import type { Bundle } from '../bundle/bundle.ts';
import { BundleIndex } from '../bundle/bundle-index.ts';
import { completeBundle } from '../bundle/combine.ts';
import { BundleError } from '../bundle/problem.ts';
import type { Run } from '../engine/engine.ts';
import { RULES } from '../rules/contradictions.ts';
import { lockClock } from '../store/clock.ts';
import { loadWithin } from './load.ts';
import { refusal } from './refusal.ts';
import { type Author, type ChangeResult, earlierResult } from './result.ts';

export type Relation = Bundle['relations'][number];

const RELATED = (kind: string) => `MATCH (from:Node) WHERE from.key = $from
CALL (from) { MATCH (from)-[e:${kind}]->(to) WHERE to.key = $to AND e.superseded > $at AND e.by <> $rule RETURN e }
RETURN e.basis AS basis, e.reason AS reason, e.recorded AS recorded`;

/** Stores how one claim relates to another. Throws a BundleError whose paths are names of arguments. */
export async function relate(run: Run, relation: Relation, author: Author): Promise<ChangeResult> {
  const { from, to, kind, basis } = relation;
  const clock = await lockClock(run);
  const text = RELATED(kind);
  const [existing] = await run({ text, parameters: { from, to, at: clock.at, rule: RULES.functional } });
  if (existing && existing.basis !== basis) {
    throw refusal('CONFLICT', ['basis'], `the claims already have this relation, with the basis ${existing.basis}`);
  }
  if (existing && relation.reason !== undefined && existing.reason !== relation.reason) {
    throw refusal('CONFLICT', ['reason'], 'the claims already have this relation, with another reason');
  }
  if (existing) return earlierResult(run, existing.recorded as number, [from, to], clock.at);
  const bundle = new BundleIndex(completeBundle({ relations: [relation] }));
  const entry = { operation: 'RELATE', subjects: [from, to], after: JSON.stringify(relation) } as const;
  const { revision } = await loadWithin(run, bundle, { ...author, entry }).catch((error: unknown) => {
    throw amongArguments(error);
  });
  if (!revision) throw new Error(`${from} ${kind} ${to} exists, but was not found`);
  return { revision, changed: [from, to], replayed: false, changedAt: revision.at };
}

/** The problems of the bundle's only relation, with paths that name the arguments. */
function amongArguments(error: unknown): unknown {
  if (!(error instanceof BundleError)) return error;
  return new BundleError(error.problems.map((one) => ({ ...one, path: one.path.slice(2) })));
}

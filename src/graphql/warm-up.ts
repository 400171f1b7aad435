import { getOperationAST, parse } from 'graphql';
import type { Limits } from '../cypher/budget.ts';
import { ShownIdsCache } from '../cypher/shown-ids.ts';
import type { Engine } from '../engine/engine.ts';
import { model } from '../model.ts';
import { mutation, query } from '../resolvers.ts';
import type { Question } from '../web/saved-questions.ts';
import { readWithin } from './operation-time.ts';
import { planOperation } from './plan-operation.ts';
import { createSchema } from './schema.ts';

/**
 * Asks every saved question once, so that its statements are planned before anybody waits for them; no further one once
 * `signal` is given.
 */
export async function warm(
  engine: Engine,
  questions: readonly Question[],
  limits: Limits,
  signal: AbortSignal,
): Promise<void> {
  const schema = createSchema(query, mutation);
  const cache = new ShownIdsCache();
  for (const { query: text, variables } of questions) {
    const document = parse(text);
    const operation = getOperationAST(document);
    if (!operation || signal.aborted) continue;
    const asked = { schema, document, operation, variables };
    const { plans } = planOperation(asked, model, limits, { kind: 'public' }, cache);
    for (const { plan } of plans.values())
      await plan.run(readWithin(engine, { due: Number.POSITIVE_INFINITY, signal })).catch(() => undefined);
  }
}

import type { GraphQLFieldResolver } from 'graphql';
import type { Context } from './graphql/context.ts';
import type { MutationResolvers, QueryResolvers } from './graphql/generated.ts';

/** Runs the statements that the root field was compiled to. */
const answer: GraphQLFieldResolver<unknown, Context, Record<string, unknown>> = async (_root, _args, context, info) => {
  const plan = context.plans.get(String(info.path.key));
  if (!plan) throw new Error(`no plan for ${info.fieldName}`);
  return plan.run((statement) => context.engine.read(statement, { signal: context.signal }), context.writer);
};

// biome-ignore lint/suspicious/noExplicitAny: one resolver serves fields of all types.
const planned = answer as any;

export const query: Required<QueryResolvers<Context>> = {
  node: planned,
  nodes: planned,
  entity: planned,
  actors: planned,
  places: planned,
  events: planned,
  documents: planned,
  claims: planned,
  whoReported: planned,
  contradictions: planned,
  mentions: planned,
  history: planned,
  impactOfWithdrawing: planned,
  paths: planned,
  search: planned,
  statistics: planned,
  timeline: planned,
};

export const mutation: Required<MutationResolvers<Context>> = {
  record: planned,
  correct: planned,
  retract: planned,
  relate: planned,
  judge: planned,
  resolveMention: planned,
};

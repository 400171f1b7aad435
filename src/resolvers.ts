import type { Mutation, Query } from './contract.ts';
import type { RootResolver, RootResolvers } from './graphql/context.ts';

/** Runs the statements that the root field was compiled to. */
const planned: RootResolver = async (_root, _args, context, info) => {
  const run = context.plans.get(String(info.path.key));
  if (!run) throw new Error(`no plan for ${info.fieldName}`);
  return run();
};

export const query: RootResolvers<Query> = {
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

export const mutation: RootResolvers<Mutation> = {
  record: planned,
  correct: planned,
  retract: planned,
  accept: planned,
  relate: planned,
  judge: planned,
  resolveMention: planned,
};

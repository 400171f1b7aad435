import { makeExecutableSchema } from '@graphql-tools/schema';
import { type ExecutionResult, execute, type GraphQLFieldResolver, type GraphQLSchema, parse } from 'graphql';
import { scalars } from '../../src/graphql/scalars.ts';
import { readContract } from '../../src/graphql/schema.ts';
import * as records from './claims-and-attributions.ts';
import { Contradiction, ContradictionSide, contradictions } from './contradictions.ts';
import * as entities from './entities.ts';
import { touchedBy } from './filters.ts';
import { entityIn, nodeIn } from './find.ts';
import {
  actors,
  attributionsWhere,
  claimsWhere,
  documentsWhere,
  events,
  type ListArguments,
  type MentionArguments,
  mentionsWhere,
  places,
} from './lists.ts';
import { PathHop, paths } from './paths.ts';
import { statistics } from './statistics.ts';
import { history, Revision, timeline } from './timelines.ts';
import { Denial, Impact, Independence, impactOfWithdrawing, LifeEvent } from './trace/resolvers.ts';
import type { Seen, View } from './view.ts';

interface Named {
  readonly id?: string | null;
  readonly identifier?: { readonly scheme: string; readonly value: string } | null;
}

interface Reported extends ListArguments {
  readonly about?: readonly string[] | null;
  readonly claim?: string | null;
}

const Query = {
  node: (view: View, { id }: { id: string }) => nodeIn(view, id),
  nodes: (view: View, { ids }: { ids: readonly string[] }) => ids.map((id) => nodeIn(view, id)),
  entity: (view: View, { id, identifier }: Named) => {
    if (!identifier) return entityIn(view, id ?? undefined);
    const { scheme, value } = identifier;
    const owner = view.entities.find(({ identifiers }) =>
      identifiers?.some((one) => one.scheme === scheme && one.value === value),
    );
    return entityIn(view, owner?.id);
  },
  actors,
  places,
  events,
  documents: (view: View, args: ListArguments) => documentsWhere(view, args, () => true),
  claims: (view: View, args: ListArguments) => claimsWhere(view, args, () => true),
  whoReported: (view: View, { about, claim, ...args }: Reported) =>
    attributionsWhere(view, args, (attribution, seen) => {
      const stated = seen.claims.find(({ id }) => id === attribution.claim);
      const touched = stated ? touchedBy(stated) : [];
      return (!about || about.some((id) => touched.includes(id))) && (claim ?? attribution.claim) === attribution.claim;
    }),
  contradictions,
  impactOfWithdrawing,
  mentions: (view: View, args: MentionArguments) => mentionsWhere(view, args, () => true),
  history,
  timeline,
  paths,
  statistics,
};

const byType = { __resolveType: ({ type }: Seen<unknown>) => type };

let contract: GraphQLSchema | undefined;

/** The contract with resolvers that look every field up for itself in plain arrays. */
export function oracleSchema(): GraphQLSchema {
  contract ??= makeExecutableSchema({
    typeDefs: readContract(),
    resolvers: {
      Query,
      Node: byType,
      Entity: byType,
      Actor: byType,
      TimelineSubject: byType,
      SearchResult: byType,
      Revision,
      PathHop,
      ...entities,
      ...records,
      Contradiction,
      ContradictionSide,
      Independence,
      Denial,
      LifeEvent,
      Impact,
      ...scalars,
    },
  });
  return contract;
}

/** A field without a resolver of its own is read off the record, or computed by it; what is left out there is null. */
const readRecord: GraphQLFieldResolver<unknown, unknown> = (parent, args, _context, { fieldName }) => {
  const plain = parent as Record<string, unknown>;
  const record = (plain.record ?? plain) as Record<string, unknown>;
  const value = record[fieldName];
  return (typeof value === 'function' ? value(args) : value) ?? null;
};

/** Answers an operation from a view of the present, field by field. */
export async function answerFrom(
  view: View,
  query: string,
  variableValues: Readonly<Record<string, unknown>>,
): Promise<ExecutionResult> {
  return execute({
    schema: oracleSchema(),
    document: parse(query),
    rootValue: view,
    variableValues,
    fieldResolver: readRecord,
  });
}

import type { DocumentNode, GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import type { AuthorizedWriter } from '../cypher/mapping.ts';
import type { Viewer } from '../cypher/scope.ts';
import type { Engine, ReadOptions } from '../engine/engine.ts';
import type { Feed, FeedPlace } from '../live/follow-feed.ts';
import type { Place } from './admission.ts';

/** A subscription that was compiled: what it has in common with equal ones, and where it begins. */
export interface PlannedFeed {
  readonly feed: Feed;
  start(signal: AbortSignal): Promise<FeedPlace>;
}

/** A subscription that may be followed. */
export interface Planned extends PlannedFeed {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
}

/** What the resolvers of one operation share; of its reads: who asks, and when all of it is due. */
export interface Context extends Pick<ReadOptions, 'client' | 'due'> {
  readonly engine: Engine;
  readonly viewer: Viewer;
  /** Who may write, if anybody has shown to be allowed. */
  readonly writer?: AuthorizedWriter | null;
  /** Aborted when the client goes away. */
  readonly signal?: AbortSignal;
  /** Where the operation takes its turn with others before it reads anything. */
  readonly place?: Place;
  /** Waits for that turn where the operation asks for the schema, which is answered in one go. */
  admit?: () => Promise<void>;
  /** Whether the answer is put together over several turns of the event loop. */
  isLarge?: boolean;
  /** The compiled root fields by response key, each ready to run, made before the first of them runs. */
  plans: ReadonlyMap<string, () => Promise<unknown>>;
  /** Where the operation came over a socket: a place for the subscription, once it is compiled. */
  readonly socket?: { planned: Planned | null };
}

/** A resolver for each field of a root type of the contract. */
export type RootResolvers<Root> = Readonly<Record<keyof Root, RootResolver>>;

export type RootResolver = GraphQLFieldResolver<unknown, Context, Record<string, unknown>>;

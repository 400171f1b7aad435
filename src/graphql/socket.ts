import type { ApolloServer } from '@apollo/server';
import { type ExecutionArgs, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Context as Connection, SubscribePayload } from 'graphql-ws';
import { makeHandler } from 'graphql-ws/use/@fastify/websocket';
import { type AnswerObject, readAnswer } from '../cypher/answer-object.ts';
import type { Engine } from '../engine/engine.ts';
import { limitExceeded } from '../errors.ts';
import { follow } from '../live/follow-feed.ts';
import type { RecordWatch } from '../live/record-watch.ts';
import type { Context } from './context.ts';
import { formatUnhandled, type Report } from './errors.ts';

/** What sockets may have; `docs/operations.md` explains each. */
export interface SocketLimits {
  /** Subscriptions of one socket, and of all together. */
  readonly perSocket: number;
  readonly perServer: number;
  /** How long a socket may take to introduce itself, in milliseconds. */
  readonly introduction: number;
}

export const SOCKET_LIMITS: SocketLimits = { perSocket: 20, perServer: 1_000, introduction: 5_000 };

export interface SocketOptions {
  readonly apollo: ApolloServer<Context>;
  readonly engine: Engine;
  readonly watch: RecordWatch;
  readonly report: Report;
  readonly limits: SocketLimits;
}

/** An error as it goes outside. */
class FormattedError extends GraphQLError {
  readonly formatted: GraphQLFormattedError;

  constructor(formatted: GraphQLFormattedError) {
    super(formatted.message);
    this.formatted = formatted;
  }
}

/** Answers subscriptions over sockets, by the protocol graphql-transport-ws. `close` ends those that are left. */
export function createSockets(options: SocketOptions) {
  const active = new Set<AsyncGenerator>();
  const close = async () => {
    await Promise.all([...active].map((events) => events.return(undefined)));
  };
  return { handle: handler(options, active), close };
}

function handler(options: SocketOptions, active: Set<AsyncGenerator>) {
  const format = formatUnhandled(options.report);
  const formatOnce = (error: unknown) => (error instanceof FormattedError ? error.formatted : format(error));
  const open = new Set<Connection>();
  return makeHandler({
    connectionInitWaitTimeout: options.limits.introduction,
    // What goes wrong inside is not for clients to read.
    isProd: true,
    onConnect: (connection) => {
      open.add(connection as Connection);
    },
    onClose: (connection) => {
      open.delete(connection as Connection);
    },
    onSubscribe: async (connection, _id, payload) => {
      try {
        checkRoom(options.limits, connection as Connection, open);
        return await subscription(options, active, payload);
      } catch (error) {
        return Array.isArray(error) ? error : [new FormattedError(format(error))];
      }
    },
    onNext: (_connection, _id, _payload, _args, result) =>
      result.errors ? { ...result, errors: result.errors.map(formatOnce) } : undefined,
    // What could not be sent because the client has left is nobody's fault.
    onError: ({ extra: { socket } }, _id, _payload, errors) =>
      socket.readyState === socket.OPEN ? errors.map(formatOnce) : [],
  });
}

/** The new one is counted already. */
function checkRoom(
  { perSocket, perServer }: SocketLimits,
  connection: Connection,
  open: ReadonlySet<Connection>,
): void {
  const count = ({ subscriptions }: Connection) => Object.keys(subscriptions).length;
  if (count(connection) > perSocket) {
    throw limitExceeded(`This connection has ${perSocket} subscriptions, which is all it may have. End one first.`);
  }
  if ([...open].reduce((sum, one) => sum + count(one), 0) > perServer) {
    throw limitExceeded('This server has as many subscriptions as it can serve. Please try again later.');
  }
}

/** A subscription to be followed. It goes the way of a question until it would run; throws what is wrong with it. */
async function subscription(
  options: SocketOptions,
  active: Set<AsyncGenerator>,
  payload: SubscribePayload,
): Promise<ExecutionArgs> {
  const { query, variables, operationName } = payload;
  const stop = new AbortController();
  const socket: Required<Context>['socket'] = { planned: null };
  const contextValue: Context = {
    engine: options.engine,
    viewer: { kind: 'public' },
    writer: null,
    signal: stop.signal,
    plans: new Map(),
    socket,
  };
  const request = { query, variables: variables ?? {}, ...(operationName && { operationName }) };
  const { body } = await options.apollo.executeOperation(request, { contextValue });
  const errors = body.kind === 'single' ? body.singleResult.errors : undefined;
  if (errors) throw errors.map((error) => new FormattedError(error));
  if (!socket.planned) throw new Error('a subscription was neither planned nor refused');
  const { schema, document, feed } = socket.planned;
  const from = await feed.start();
  const events = followed(follow(feed, from, options.watch, stop.signal), stop, () => active.delete(events));
  active.add(events);
  return {
    ...{ schema, document, operationName, variableValues: variables, contextValue, fieldResolver: readAnswer },
    ...{ subscribeFieldResolver: () => events },
  };
}

/** Events as values of the root. To end them ends what is waited for and what is being read; `over` hears of any end. */
function followed(events: AsyncGenerator<AnswerObject>, stop: AbortController, over: () => void): AsyncGenerator {
  const next = async () => {
    const { done, value } = await events.next();
    if (done) over();
    return done ? { done, value: undefined } : { done, value: { recorded: value } };
  };
  const end = async () => {
    stop.abort();
    return events.return(undefined).finally(over);
  };
  return {
    next: () =>
      next().catch((error: unknown) => {
        over();
        throw error;
      }),
    return: end,
    throw: end,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

import type { ExecutionArgs } from 'graphql';
import { type Context as Connection, makeServer, type SubscribePayload } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { limitExceeded } from '../errors.ts';
import { formatUnhandled } from './errors.ts';
import { SharedSubscriptions } from './shared-subscriptions.ts';
import { type SocketExtra, serveSocket, type TransportLimits } from './socket-transport.ts';
import { beginSubscription, compileSubscription, FormattedError, type SubscriptionOptions } from './subscription.ts';

/** What sockets may have; `docs/operations.md` explains each. */
export interface SocketLimits extends TransportLimits {
  /** Subscriptions of one socket, and of all together. */
  readonly perSocket: number;
  readonly perServer: number;
  /** Characters of all different subscriptions together. */
  readonly characters: number;
  /** How long a socket may take to introduce itself, in milliseconds. */
  readonly introduction: number;
}

export const SOCKET_LIMITS: SocketLimits = {
  ...{ perSocket: 20, perServer: 1_000, characters: 1_000_000 },
  ...{ introduction: 5_000, ping: 12_000, unsent: 256_000, frames: { perSecond: 100, atOnce: 500 } },
};

/** The longest id that a client may give to a subscription: it is in every message about it. */
const LONGEST_ID = 100;

/** The code of graphql-transport-ws for a message that cannot be used. */
const BAD_REQUEST = 4400;

export interface SocketOptions extends Omit<SubscriptionOptions, 'shared'> {
  readonly limits: SocketLimits;
}

type Socketed = Connection<Record<string, unknown> | undefined, SocketExtra>;

/**
 * Answers subscriptions over sockets, by the protocol graphql-transport-ws. `serve` gives what says whether its socket is
 * in use; `close` ends the subscriptions that are left.
 */
export function createSockets(options: SocketOptions) {
  const active = new Set<AsyncGenerator>();
  const server = createServer(options, active);
  const serve = (socket: WebSocket) => serveSocket(server, socket, options.limits, options.report);
  const close = async () => {
    await Promise.all([...active].map((events) => events.return(undefined)));
  };
  return { serve, close };
}

function createServer({ limits, ...options }: SocketOptions, active: Set<AsyncGenerator>) {
  const format = formatUnhandled(options.report);
  const shared = new SharedSubscriptions(limits.characters);
  const open = new Set<Socketed>();
  const begin = async ({ extra }: Socketed, id: string, payload: SubscribePayload): Promise<ExecutionArgs> => {
    const head = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
    const send = (text: string) => extra.send(`${head}${text}}`);
    const over = (events: AsyncGenerator) => active.delete(events);
    const compiled = await compileSubscription(options, payload).finally(extra.planned);
    const { schema, document, events } = await beginSubscription({ ...options, shared }, compiled, send, over);
    active.add(events);
    return { schema, document, operationName: payload.operationName, rootValue: events };
  };
  return makeServer<Record<string, unknown> | undefined, SocketExtra>({
    connectionInitWaitTimeout: limits.introduction,
    onConnect: (connection) => {
      // Nobody needs what came with it.
      Object.assign(connection, { connectionParams: undefined });
      connection.extra.isIntroduced = true;
      open.add(connection);
    },
    onClose: (connection) => void open.delete(connection),
    onSubscribe: async (connection, id, payload) => {
      try {
        checkId(connection, id);
        checkRoom(limits, connection, open);
        return await begin(connection, id, payload);
      } catch (error) {
        return Array.isArray(error) ? error : [new FormattedError(format(error))];
      }
    },
    subscribe: ({ rootValue }) => rootValue as AsyncGenerator<never>,
    // What could not be sent because the client has left is nobody's fault.
    onError: ({ extra: { socket } }, _id, _payload, errors) =>
      socket.readyState === socket.OPEN
        ? errors.map((error) => (error instanceof FormattedError ? error.formatted : format(error)))
        : [],
  });
}

function checkId({ extra: { socket } }: Socketed, id: string): void {
  if (id.length <= LONGEST_ID) return;
  socket.close(BAD_REQUEST, `The id of a subscription has at most ${LONGEST_ID} characters`);
  throw limitExceeded('The id of a subscription is too long.');
}

/** The new one is counted already. */
function checkRoom({ perSocket, perServer }: SocketLimits, connection: Socketed, open: ReadonlySet<Socketed>): void {
  const count = ({ subscriptions }: Socketed) => Object.keys(subscriptions).length;
  if (count(connection) > perSocket) {
    throw limitExceeded(`This connection has ${perSocket} subscriptions, which is all it may have. End one first.`);
  }
  if ([...open].reduce((sum, one) => sum + count(one), 0) > perServer) {
    throw limitExceeded('This server has as many subscriptions as it can serve. Please try again later.');
  }
}

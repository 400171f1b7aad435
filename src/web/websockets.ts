import type { Socket } from 'node:net';
import websocket, { type WebSocket } from '@fastify/websocket';
import type { FastifyInstance } from 'fastify';
import { handleProtocols } from 'graphql-ws';
import { badRequest, refuse, refuseOnSocket } from './refusal.ts';

/** The largest message of a client, in bytes, and of how many parts it may consist. */
const MESSAGE = { bytes: 250_000, parts: 250 };

/** How long a socket may take to close once it has been told to, in milliseconds. */
const CLOSING = 5_000;

/** How long a socket may take to say goodbye when the server closes, in milliseconds. */
const GOODBYE = 1_000;

/** A close code of RFC 6455. */
const GOING_AWAY = 1001;

/** Lets routes take WebSockets of graphql-transport-ws, without compression. */
export async function registerWebSockets(app: FastifyInstance): Promise<void> {
  const options = { maxPayload: MESSAGE.bytes, maxFragments: MESSAGE.parts, closeTimeout: CLOSING, handleProtocols };
  await app.register(websocket, { options, preClose: sayGoodbye, errorHandler: ignore });
  app.websocketServer.on('wsClientError', ({ message }, socket) => {
    const refusal = badRequest(`This is not a valid request for a WebSocket: ${message}.`);
    refuseOnSocket(socket as Socket, refusal, 'sec-websocket-version: 13, 8');
  });
}

/** Refuses upgrades to WebSockets while so many of them are open, and where there are none: anywhere but at `path`. */
export function limitWebSockets(app: FastifyInstance, path: string, most: number): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!request.ws || request.is404) return undefined;
    if (request.routeOptions.url !== path) {
      return refuse(reply, {
        status: 404,
        code: 'NOT_FOUND',
        message: `There are no WebSockets here. Ask at ${path}.`,
      });
    }
    if (app.websocketServer.clients.size < most) return undefined;
    const message = 'There are too many WebSockets at the moment. Please try again.';
    return refuse(reply, { status: 503, code: 'SERVICE_UNAVAILABLE', message });
  });
}

/** A client that breaks the protocol gets a code; it is not for the log. */
function ignore(): void {}

/** Tells all sockets that the server goes, so that clients come back, and waits until they are closed. */
function sayGoodbye(this: FastifyInstance, done: () => void): void {
  const { clients } = this.websocketServer;
  const end = (how: (socket: WebSocket) => void) => {
    for (const socket of clients) how(socket);
  };
  end((socket) => socket.close(GOING_AWAY, 'The server is going away'));
  const late = setTimeout(() => end((socket) => socket.terminate()), GOODBYE);
  this.websocketServer.close(() => {
    clearTimeout(late);
    done();
  });
}

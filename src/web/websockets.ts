import websocket, { type WebSocket } from '@fastify/websocket';
import type { FastifyInstance } from 'fastify';
import { handleProtocols } from 'graphql-ws';

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

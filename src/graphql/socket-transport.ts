import type { Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { Backpressure, type BackpressureLimits } from './backpressure.ts';
import type { Report } from './errors.ts';

/** What a socket may have waiting and send; `docs/operations.md` explains each. */
export interface TransportLimits extends BackpressureLimits {
  /** How often a client is pinged, and how long it may take to answer, in milliseconds. */
  readonly ping: number;
}

/** Resolves when the client's connection has taken the text, or is closed. */
export type Send = (text: string) => Promise<void>;

/** What goes with a connection of graphql-ws. */
export interface SocketExtra {
  readonly socket: WebSocket;
  readonly send: Send;
}

/** A code of graphql-transport-ws. */
const INTERNAL_ERROR = 4500;

/** The longest reason that a close frame holds, in bytes. */
const REASON = 123;

/**
 * Speaks graphql-transport-ws over a socket. Reads no further while the client does not take what it is sent, or sends
 * more than it may, and cuts off a client that does not read at all. A fault of the server is reported once.
 */
export function serveSocket(
  server: Server<SocketExtra>,
  socket: WebSocket,
  limits: TransportLimits,
  report: Report,
): void {
  const pressure = new Backpressure(socket, limits);
  const send = sender(socket, () => pressure.adjust());
  let take: (text: string) => Promise<void> = async () => undefined;
  const onMessage = (handle: typeof take) => {
    take = handle;
  };
  const close = (code: number, reason: string) => closeWith(socket, code, reason);
  const closed = server.opened({ protocol: socket.protocol, send, close, onMessage }, { socket, send });
  const fail = (error: unknown) => {
    if (socket.readyState !== socket.OPEN) return;
    report(error);
    close(INTERNAL_ERROR, 'Internal server error');
  };
  socket.on('message', (data: Buffer) => {
    if (socket.readyState === socket.OPEN) take(String(data)).catch(fail);
    pressure.received(data.length);
  });
  for (const frame of ['ping', 'pong'] as const) socket.on(frame, (data) => pressure.received(data.length));
  const stopPinging = keepAlive(socket, limits.ping);
  socket.once('close', (code, reason) => {
    stopPinging();
    pressure.end();
    closed(code, String(reason)).catch(report);
  });
}

function sender(socket: WebSocket, taken: () => void): Send {
  return (text) =>
    new Promise((resolve) => {
      if (socket.readyState !== socket.OPEN) return resolve();
      socket.send(text, () => {
        taken();
        resolve();
      });
    });
}

function closeWith(socket: WebSocket, code: number, reason: string): void {
  const short = Buffer.from(reason).subarray(0, REASON).toString();
  socket.close(code, short.replace(/\uFFFD$/, ''));
}

/** Pings a client from time to time, and cuts it off when it has not answered until the next ping. */
function keepAlive(socket: WebSocket, every: number): () => void {
  let asked = '';
  let isAnswered = true;
  const timer = setInterval(() => {
    if (!isAnswered) return socket.terminate();
    // The answer repeats the content of the ping, which nobody knows without having read it.
    asked = String(Math.random());
    isAnswered = false;
    if (socket.readyState === socket.OPEN) socket.ping(asked);
  }, every);
  socket.on('pong', (data) => {
    if (String(data) === asked) isAnswered = true;
  });
  return () => clearInterval(timer);
}

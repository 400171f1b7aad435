import type { Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Report } from './errors.ts';
import { Inbox, type InboxLimits } from './inbox.ts';

/** What a socket may have waiting and send; `docs/operations.md` explains each. */
export interface TransportLimits extends InboxLimits {
  /** How often a client is pinged, and how long it may take to answer, in milliseconds. */
  readonly ping: number;
}

/** Resolves when the client's connection has taken the text, or is closed. */
export type Send = (text: string) => Promise<void>;

/** What goes with a connection of graphql-ws. */
export interface SocketExtra {
  readonly socket: WebSocket;
  readonly send: Send;
  /** Whether the client has introduced itself (`connection_init`). */
  isIntroduced: boolean;
  /** To be called when a subscription is planned or refused: then the next message is handled. */
  planned: () => void;
}

/** Codes of graphql-transport-ws. */
const BAD_REQUEST = 4400;
const INTERNAL_ERROR = 4500;

/** The longest reason that a close frame holds, in bytes. */
const REASON = 123;

/**
 * Speaks graphql-transport-ws over a socket. Reads no further while the client does not take what it is sent, or sends
 * more than it may, and cuts off a client that does not read at all. A fault of the server is reported once. Gives what
 * says whether the socket is in use: its client has introduced itself, and it is not being closed.
 */
export function serveSocket(
  server: Server<SocketExtra>,
  socket: WebSocket,
  limits: TransportLimits,
  report: Report,
): () => boolean {
  let take: (text: string) => Promise<void> = async () => undefined;
  const onMessage = (handle: typeof take) => {
    take = handle;
  };
  const close = (code: number, reason: string) => closeWith(socket, code, reason);
  const fail = (error: unknown) => {
    if (socket.readyState !== socket.OPEN) return;
    if (isOfClient(error)) return close(BAD_REQUEST, error.message);
    report(error);
    close(INTERNAL_ERROR, 'Internal server error');
  };
  const inbox = new Inbox(socket, limits, async (text) => {
    if (socket.readyState !== socket.OPEN) return;
    const planned = new Promise<void>((resolve) => {
      extra.planned = resolve;
    });
    await Promise.race([take(text).catch(fail), planned]);
  });
  const send = sender(socket, () => inbox.adjust());
  const extra: SocketExtra = { socket, send, isIntroduced: false, planned: () => undefined };
  const closed = server.opened({ protocol: socket.protocol, send, close, onMessage }, extra);
  const stopPinging = keepAlive(socket, limits.ping);
  socket.once('close', (code, reason) => {
    stopPinging();
    closed(code, String(reason)).catch(report);
  });
  return () => extra.isIntroduced && socket.readyState === socket.OPEN;
}

/** Whether a client sent what only servers send; all else that graphql-ws finds it closes by itself. */
function isOfClient(error: unknown): error is Error {
  return error instanceof Error && error.message.startsWith('Unexpected message of type');
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

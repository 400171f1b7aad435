import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Limits that hold for HTTP itself, in milliseconds: `docs/operations.md` explains each. */
export const CONNECTION_TIMES = { headers: 10_000, request: 30_000, silence: 30_000, check: 1_000 };

/** How fast a client has to take an answer, beside those: bytes in a millisecond. */
const RATE = 10;

/** The most connections at a time, and the open files that are kept for the database and the program. */
const CONNECTIONS = { most: 2_000, kept: 64 };

/** Bytes of bodies and answers under way, of all connections together. */
const UNDER_WAY = 200_000_000;

/** Options of Fastify by which requests that trickle in are ended. Of one without `Host`, its guard says so. */
export const requestTimes = {
  requestTimeout: CONNECTION_TIMES.request,
  http: {
    headersTimeout: CONNECTION_TIMES.headers,
    connectionsCheckingInterval: CONNECTION_TIMES.check,
    requireHostHeader: false,
  },
};

/**
 * How many connections a process may have at a time. Each may need two files, one of them for a part of the playground;
 * what is kept has to be there for a database that opens one.
 */
export function mostConnections(files = openFileLimit()): number {
  return Math.min(CONNECTIONS.most, Math.max(4, Math.floor((files - CONNECTIONS.kept) / 2)));
}

/** How many files the process may have open; Node raises the limit as far as the system lets it. */
function openFileLimit(): number {
  try {
    const [, limit] = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
    return limit === undefined ? Number.POSITIVE_INFINITY : Number(limit);
  } catch {
    // Only Linux has this file.
    const { userLimits } = process.report.getReport() as { userLimits?: { open_files?: { soft?: number | string } } };
    const soft = Number(userLimits?.open_files?.soft);
    return Number.isNaN(soft) ? Number.POSITIVE_INFINITY : soft;
  }
}

/**
 * Keeps the connections of a server within limits. When there are too many, the one goes that has waited longest for a
 * request to be complete, or else for an answer to be taken, or else a WebSocket that is not in use: never one whose request
 * is being worked on.
 */
export function limitConnections(app: FastifyInstance, most = mostConnections()): Connections {
  const connections = new Connections(most);
  app.server.on('connection', (socket) => connections.open(socket));
  app.addHook('onRequest', async ({ headers, raw }, reply) => {
    const length = headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : BODY;
    connections.wait(raw.socket, 'request', Math.min(length || 0, BODY));
    reply.raw.once('close', () => connections.wait(raw.socket, 'request', 0));
  });
  app.addHook('preHandler', async ({ raw }) => connections.work(raw.socket));
  app.addHook('onSend', async ({ raw }, reply, payload) => {
    const known = typeof payload === 'string' || Buffer.isBuffer(payload) ? payload.length : undefined;
    const length = known ?? (Number(reply.getHeader('content-length')) || 0);
    connections.wait(raw.socket, 'answer', known ?? 0);
    endSlowReader(reply, raw.socket, length);
  });
  return connections;
}

/** What a body counts whose length is not known. */
const BODY = 1_000_000;

/** Cuts off a client that takes nothing of its answer for a while, or takes it very slowly. */
function endSlowReader(reply: FastifyReply, socket: Socket, length: number): void {
  if (socket.destroyed) return;
  const late = setTimeout(() => socket.destroy(), CONNECTION_TIMES.silence + length / RATE);
  reply.raw.once('close', () => clearTimeout(late));
  // Node ends a connection on which nothing moves for so long, until the answer is taken.
  socket.setTimeout(CONNECTION_TIMES.silence);
}

type Awaited = 'request' | 'answer';

/** The open connections of a server, and which of them wait for their client. */
export class Connections {
  readonly #most: number;
  /** Those that wait, the longest first, with the bytes that are under way. */
  readonly #waiting: Readonly<Record<Awaited, Map<Socket, number>>> = { request: new Map(), answer: new Map() };
  /** Those that have become WebSockets, with what says whether one is in use. */
  readonly #upgraded = new Map<Socket, () => boolean>();
  readonly #open = new Set<Socket>();
  #bytes = 0;

  constructor(most: number) {
    this.#most = most;
  }

  open(socket: Socket): void {
    this.#open.add(socket);
    socket.once('close', () => {
      this.#open.delete(socket);
      this.#upgraded.delete(socket);
      this.work(socket);
    });
    this.wait(socket, 'request', 0);
    if (this.#open.size > this.#most && !this.#endOldest(() => true, socket)) socket.destroy();
  }

  /** Takes note that a connection waits for its client. */
  wait(socket: Socket, awaited: Awaited, bytes: number): void {
    this.work(socket);
    // Of a name with several addresses, the server listens on each, and says so of one.
    if (!this.#open.has(socket)) return;
    this.#waiting[awaited].set(socket, bytes);
    this.#bytes += bytes;
    while (this.#bytes > UNDER_WAY && this.#endOldest((held) => held > 0, socket));
  }

  /** Takes note that a connection does not wait any more. */
  work(socket: Socket): void {
    for (const waiting of Object.values(this.#waiting)) {
      this.#bytes -= waiting.get(socket) ?? 0;
      waiting.delete(socket);
    }
  }

  /** Takes note that a connection is a WebSocket now. */
  upgrade(socket: Socket, isInUse: () => boolean): void {
    this.work(socket);
    if (this.#open.has(socket)) this.#upgraded.set(socket, isInUse);
  }

  /** Ends the connection that has waited longest, of some and but for one; false if there is none. */
  #endOldest(isOne: (bytes: number) => boolean, but: Socket): boolean {
    const socket = this.#waitingLongest(isOne, but);
    if (!socket) return false;
    this.work(socket);
    this.#upgraded.delete(socket);
    socket.destroy();
    return true;
  }

  #waitingLongest(isOne: (bytes: number) => boolean, but: Socket): Socket | undefined {
    for (const waiting of Object.values(this.#waiting)) {
      for (const [socket, bytes] of waiting) if (socket !== but && isOne(bytes)) return socket;
    }
    if (!isOne(0)) return undefined;
    for (const [socket, isInUse] of this.#upgraded) if (socket !== but && !isInUse()) return socket;
    return undefined;
  }
}

import { setMaxListeners } from 'node:events';
import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { Config } from '../config.ts';
import type { Engine } from '../engine/engine.ts';
import type { Client } from '../engine/fair-queue.ts';
import type { Admission, Place } from './admission.ts';
import type { Context } from './context.ts';
import { mayWrite } from './write-access.ts';

export interface HttpOptions {
  readonly apollo: ApolloServer<Context>;
  readonly engine: Engine;
  readonly admission: Admission;
  readonly writing: Config['writing'];
  /** Hears of every write when it is over. */
  readonly written: () => void;
}

/** Answers GraphQL over HTTP: every operation within the time limit of the engine, large ones by turns. */
export function httpHandler(options: HttpOptions): RouteHandlerMethod {
  const places = new WeakMap<FastifyRequest, Place>();
  const context = async (request: FastifyRequest, reply: FastifyReply) => {
    const started = contextOf(options, request, reply);
    places.set(request, started.place);
    return started;
  };
  const answer = fastifyApolloHandler(options.apollo, { context });
  return async function (request, reply) {
    try {
      return await answer.call(this, request, reply);
    } finally {
      places.get(request)?.leave();
    }
  };
}

function contextOf({ engine, admission, writing, written }: HttpOptions, request: FastifyRequest, reply: FastifyReply) {
  const due = performance.now() + engine.timeout;
  const client = clientOf(request);
  const signal = untilGone(reply);
  const write: Engine['write'] = (work) => engine.write(work, { due }).finally(written);
  return {
    engine,
    viewer: { kind: 'public' as const },
    writer: writing && mayWrite(writing, request.headers.authorization) ? { by: writing.by, write } : null,
    ...{ client, due, signal },
    place: admission.placeOf({ client, due, signal }),
    plans: new Map(),
  };
}

/** Who sent a request. */
function clientOf({ ip, socket }: Pick<FastifyRequest, 'ip' | 'socket'>): Client {
  return { address: ip, connection: String(socket.remotePort) };
}

/** Aborts when the client closes the connection before it has its answer. */
function untilGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  // All statements of an operation listen to it.
  setMaxListeners(0, gone.signal);
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
}

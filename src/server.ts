import type { AddressInfo } from 'node:net';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Config, mayWrite } from './config.ts';
import type { Engine } from './engine/engine.ts';
import { createApollo } from './graphql/apollo.ts';
import type { Context } from './graphql/context.ts';
import { playground } from './web/playground.ts';
import type { Question } from './web/questions.ts';

export interface ServerOptions {
  readonly engine: Engine;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly questions: readonly Question[];
  /** Who may change the graph: whoever sends the token; nobody where it is left out. */
  readonly writing?: Config['writing'];
  /** Level of the log on standard error. */
  readonly log: string;
}

/** A running server; `close` waits for the answers under way and leaves the engine open. */
export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

/** The largest request body, in bytes: room for every operation within the token limit. */
const BODY_LIMIT = 1_000_000;

const PLAYGROUND = new URL('../dist/playground/', import.meta.url);

/** Serves GraphQL at `/graphql`, the playground at `/playground` and liveness at `/health`. */
export async function startServer({
  engine,
  host,
  port,
  questions,
  log,
  writing = null,
}: ServerOptions): Promise<RunningServer> {
  const app = Fastify({
    logger: { level: log, stream: process.stderr },
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
  });
  await app.register(helmet, { contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"] } } });
  await serveGraphql(app, engine, writing);
  await app.register(playground, { questions, assets: PLAYGROUND });
  app.get('/health', async () => ({ status: 'ok' }));
  app.get('/', (_request, reply) => reply.redirect('/playground'));
  await app.listen({ host, port });
  const { port: taken } = app.server.address() as AddressInfo;
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`, close: () => app.close() };
}

async function serveGraphql(app: FastifyInstance, engine: Engine, writing: Config['writing']): Promise<void> {
  const apollo = createApollo((error) => app.log.error(error));
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());
  await app.register(async (scope) => {
    const context = async (request: FastifyRequest, reply: FastifyReply): Promise<Context> => ({
      engine,
      viewer: { kind: 'public' },
      writer: mayWrite(writing, request.headers.authorization) ? { by: writing.by, write: engine.write } : null,
      signal: untilGone(reply),
      plans: new Map(),
    });
    scope.route({
      method: ['GET', 'POST', 'OPTIONS'],
      url: '/graphql',
      preHandler: async (request, reply) => (wantsPage(request) ? reply.redirect('/playground') : undefined),
      handler: fastifyApolloHandler(apollo, { context }),
    });
  });
}

/** Whether somebody opened the address in a browser instead of asking. */
function wantsPage({ method, headers, query }: FastifyRequest): boolean {
  const asks = typeof query === 'object' && query !== null && 'query' in query;
  return method === 'GET' && !asks && headers.accept?.includes('text/html') === true;
}

/** Aborts when the client closes the connection before it has its answer. */
function untilGone(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  return gone.signal;
}

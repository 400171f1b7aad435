import type { AddressInfo } from 'node:net';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Config } from './config.ts';
import type { Engine } from './engine/engine.ts';
import { Admission } from './graphql/admission.ts';
import { createApollo, LIMITS } from './graphql/apollo.ts';
import { httpHandler } from './graphql/http.ts';
import { answerErrors, errorOptions } from './graphql/http-errors.ts';
import { createSockets, SOCKET_LIMITS, type SocketLimits } from './graphql/socket.ts';
import { RecordWatch } from './live/record-watch.ts';
import { SharedPages } from './live/shared-pages.ts';
import { visibleJson } from './text/visible.ts';
import { type Connections, limitConnections, mostConnections, requestTimes } from './web/connections.ts';
import { guardOrigins } from './web/origin-guard.ts';
import { playground } from './web/playground.ts';
import type { Question } from './web/saved-questions.ts';
import { readStrictly } from './web/strict-text.ts';
import { limitWebSockets, registerWebSockets } from './web/websockets.ts';

export interface ServerOptions {
  readonly engine: Engine;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Names that the server goes by, beside those of the loopback and `host`. */
  readonly hosts?: readonly string[];
  /** Whose pages may ask, beside the server's own. */
  readonly origins?: readonly string[];
  readonly questions: readonly Question[];
  /** Who may change the graph: who sends the token; nobody where it is left out. */
  readonly writing?: Config['writing'];
  /** What the sockets of subscriptions may have, where it is not the usual. */
  readonly sockets?: Partial<SocketLimits & { readonly open: number }>;
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

/** WebSockets that may be open at a time; half of the connections are left for requests. */
const OPEN_SOCKETS = Math.min(1_000, Math.floor(mostConnections() / 2));

/** The log: JSON lines that are no harm on a terminal, whatever a client has sent. */
const LOG = { write: (line: string) => process.stderr.write(visibleJson(line)) };

const PLAYGROUND = new URL('../dist/playground/', import.meta.url);

/** Serves GraphQL at `/graphql`, the playground at `/playground` and liveness at `/health`. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, port, hosts = [], origins = [], questions, log } = options;
  const app = Fastify({
    logger: { level: log, stream: LOG },
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
    ...errorOptions,
    ...requestTimes,
  });
  answerErrors(app, (error) => app.log.error(error));
  await app.register(helmet, { contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"] } } });
  const connections = limitConnections(app);
  await registerWebSockets(app);
  guardOrigins(app, { host, hosts, origins });
  readStrictly(app);
  limitWebSockets(app, '/graphql', options.sockets?.open ?? OPEN_SOCKETS);
  await serveGraphql(app, connections, options);
  await app.register(playground, { questions, assets: PLAYGROUND });
  app.get('/health', async () => ({ status: 'ok' }));
  app.get('/', (_request, reply) => reply.redirect('/playground'));
  await app.listen({ host, port });
  const { port: taken } = app.server.address() as AddressInfo;
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`, close: () => closing(app) };
}

/** Waits for the answers under way, and not for clients that keep their connections afterwards. */
async function closing(app: FastifyInstance): Promise<void> {
  const idle = setInterval(() => app.server.closeIdleConnections(), 100);
  try {
    await app.close();
  } finally {
    clearInterval(idle);
  }
}

async function serveGraphql(app: FastifyInstance, connections: Connections, options: ServerOptions): Promise<void> {
  const { engine, writing = null, sockets = {} } = options;
  const report = (error: unknown) => app.log.error(error);
  const apollo = createApollo(report);
  const watch = new RecordWatch(engine);
  const pages = new SharedPages();
  await apollo.start();
  const limits = { ...SOCKET_LIMITS, ...sockets };
  const subscriptions = createSockets({ apollo, engine, watch, pages, report, limits });
  app.addHook('onClose', async () => {
    await subscriptions.close();
    await watch.close();
    await apollo.stop();
  });
  const admission = new Admission(LIMITS.cells);
  const answer = httpHandler({ apollo, engine, admission, writing, written: () => watch.nudge() });
  await app.register(async (scope) => {
    scope.route({
      method: 'GET',
      url: '/graphql',
      preHandler: async (request, reply) => (wantsPage(request) ? reply.redirect('/playground') : undefined),
      handler: answer,
      wsHandler: (socket, request) => connections.upgrade(request.socket, subscriptions.serve(socket)),
    });
    scope.route({ method: ['POST', 'OPTIONS'], url: '/graphql', handler: answer });
  });
}

/** Whether somebody opened the address in a browser instead of asking. */
function wantsPage({ method, headers, query }: FastifyRequest): boolean {
  const asks = typeof query === 'object' && query !== null && 'query' in query;
  return method === 'GET' && !asks && headers.accept?.includes('text/html') === true;
}

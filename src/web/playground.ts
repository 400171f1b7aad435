import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Question } from './saved-questions.ts';

const NOT_BUILT = 'The playground is not built yet. Build it with: npm run build';

/** What GraphiQL needs on its own page: its editor writes styles into the page and carries its font in its styles. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self'",
  "connect-src 'self'",
  "font-src 'self' data:",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export type PlaygroundOptions = {
  /** Offered beside the editor, in this order. */
  readonly questions: readonly Question[];
  /** The folder that `vite build src/web/playground` writes, with a slash at its end. */
  readonly assets: URL;
};

/** GraphiQL at `/playground`, with nothing loaded from elsewhere. Relaxes the headers of these pages and no others. */
export const playground: FastifyPluginAsync<PlaygroundOptions> = async (app, { questions, assets }) => {
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('content-security-policy', CONTENT_SECURITY_POLICY);
  });
  if (!existsSync(new URL('index.html', assets))) {
    app.get('/playground', notBuilt);
    app.get('/playground/*', notBuilt);
    return;
  }
  const root = fileURLToPath(assets);
  const hashed = join(root, 'assets/');
  await app.register(fastifyStatic, {
    root,
    prefix: '/playground/',
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.startsWith(hashed) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.get('/playground', (_request, reply) => reply.sendFile('index.html'));
  app.get('/playground/questions.json', (_request, reply) => reply.header('cache-control', 'no-cache').send(questions));
};

function notBuilt(_request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.code(404).type('text/plain; charset=utf-8').send(NOT_BUILT);
}

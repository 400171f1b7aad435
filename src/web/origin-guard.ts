import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from './refusal.ts';
import { isOwnHost, type ServerNames } from './server-names.ts';

export interface OriginGuardOptions extends ServerNames {
  /** Whose pages may ask, beside those of the server itself: `https://desk.example.org`. */
  readonly origins: readonly string[];
}

/** How long a browser may remember that a page may ask, in seconds. */
const REMEMBERED = '600';

/**
 * Refuses what does not come for this server (`Host`) or comes from a page of another origin, before anything is read or
 * run: requests, and upgrades to WebSockets. Pages of listed origins get the headers of CORS. Programs that are no
 * browsers send none of what is looked at, and are let through.
 */
export function guardOrigins(app: FastifyInstance, options: OriginGuardOptions): void {
  app.addHook('onRequest', async (request, reply) => {
    const { host, origin } = request.headers;
    if (options.origins.length > 0) reply.header('vary', 'Origin');
    if (namesAnotherHost(request))
      return forbid(reply, 'Host: the request has to name one host, in this header alone.');
    if (!isOwnHost(host, options, request.socket.localAddress)) {
      return forbid(reply, `Host: ${quoted(host)} is not a name of this server. CLAIMGRAPH_HOSTS lists further names.`);
    }
    if (origin !== undefined && options.origins.includes(origin)) return letIn(request, reply, origin);
    const from = foreignOrigin(request);
    if (from === null) return undefined;
    return forbid(reply, `Origin: pages of ${from} may not ask this server. CLAIMGRAPH_ORIGINS lists who may.`);
  });
}

/** Whether a request names a host in its address, or several, of which others may take another one. */
function namesAnotherHost({ raw }: FastifyRequest): boolean {
  const hosts = raw.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host');
  return hosts.length > 1 || !raw.url?.startsWith('/');
}

/** Answers a browser that asks whether a page may ask. */
function letIn({ method, headers }: FastifyRequest, reply: FastifyReply, origin: string): FastifyReply | undefined {
  reply.header('access-control-allow-origin', origin);
  if (method !== 'OPTIONS' || headers['access-control-request-method'] === undefined) return undefined;
  const wanted = headers['access-control-request-headers'];
  if (wanted !== undefined) reply.header('access-control-allow-headers', wanted);
  if (headers['access-control-request-private-network']) reply.header('access-control-allow-private-network', 'true');
  reply.header('access-control-allow-methods', 'GET, POST').header('access-control-max-age', REMEMBERED);
  return reply.code(204).send();
}

/** The page that makes a browser ask, in words, if it is not one of this server; null if it is, or no page does. */
function foreignOrigin(request: FastifyRequest): string | null {
  const { origin, host = '', referer } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin !== undefined) return isBare(origin) && isOrigin(origin, host) ? null : quoted(origin);
  // Images, scripts and links come without `Origin`; browsers of before 2023 without `Sec-Fetch-Site`, too.
  if (site === 'cross-site' || site === 'same-site') return opensPage(request) ? null : 'another origin';
  const isForeign = site === undefined && referer !== undefined && asks(request) && !isOrigin(referer, host);
  return isForeign ? quoted(referer) : null;
}

/** Whether an address is of the origin that the server was asked at. Behind a proxy, the scheme may be either. */
function isOrigin(address: string, host: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host: named } = new URL(address);
  return /^https?:$/.test(protocol) && new URL(`${protocol}//${host}`).host === named;
}

/** Whether an `Origin` is nothing but a scheme, a host and a port. */
function isBare(origin: string): boolean {
  return URL.canParse(origin) && new URL(origin).origin === origin.toLowerCase();
}

/** Whether somebody follows a link to a page, which then is no part of the one it was found on. */
function opensPage(request: FastifyRequest): boolean {
  const { 'sec-fetch-mode': mode, 'sec-fetch-dest': destination } = request.headers;
  return request.method === 'GET' && mode === 'navigate' && destination === 'document' && !asks(request);
}

/** Whether a request would run an operation. */
function asks({ routeOptions, method, query }: FastifyRequest): boolean {
  return routeOptions.url === '/graphql' && (method !== 'GET' || Object.keys(query as object).length > 0);
}

function forbid(reply: FastifyReply, message: string): FastifyReply {
  return refuse(reply, { status: 403, code: 'FORBIDDEN', message });
}

function quoted(text = ''): string {
  return JSON.stringify(text.slice(0, 200));
}

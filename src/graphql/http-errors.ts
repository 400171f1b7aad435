import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify';
import { badRequest, errorBody, JSON_TYPE, type Refusal, refuse, refuseOnSocket } from '../web/refusal.ts';
import { RefusedBody } from '../web/strict-text.ts';
import type { Report } from './errors.ts';

/** By Fastify's codes, where its own words would not do. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    code: 'LIMIT_EXCEEDED',
    message:
      'The body of this request is larger than this server takes. Ask for less, or store records in several requests.',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'BAD_REQUEST',
    message: 'The content type of this request is not taken. Send JSON, with "content-type: application/json".',
  },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: badRequest('The body of this request is not as long as its content-length says.'),
  FST_ERR_BAD_URL: badRequest('The address of this request cannot be decoded.'),
  FST_ERR_MAX_PARAM_LENGTH: badRequest('The address of this request is too long.'),
  ERR_INVALID_URL: badRequest('The address or the host of this request is not valid.'),
};

/** By the codes of Node's HTTP parser; what is left of a broken request is a bad one. */
const BROKEN: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'LIMIT_EXCEEDED',
    message: 'The headers or the address of this request are too long. Send the query by POST.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: 'BAD_REQUEST', message: 'This request took too long to arrive.' },
};

/** Options of Fastify with which errors before any route are answered in GraphQL's form too. */
export const errorOptions = {
  frameworkErrors: (error, _request, reply) => refuse(reply, refusalOf(error)),
  clientErrorHandler: (error, socket) => answerBroken(error, socket),
} satisfies FastifyServerOptions;

/** Gives all errors of requests GraphQL's form; what is not the client's is masked and reported. */
export function answerErrors(app: FastifyInstance, report: Report): void {
  // A text would be taken for a body that GraphQL then cannot read.
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler((error: FastifyError, request, reply) => {
    // What a body is wrong in does not matter where nothing takes it; only a long one has to be refused at its start.
    const isBody = error instanceof RefusedBody || error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE';
    if (request.is404 && isBody) return refuseAddress(request, reply);
    const refusal = refusalOf(error);
    if (refusal.status >= 500) report(error);
    return refuse(reply, refusal);
  });
  app.setNotFoundHandler(refuseAddress);
  // Node answers these itself, before there is a request for Fastify.
  app.server.on('checkExpectation', (_request, response) => {
    const body = JSON.stringify(errorBody(EXPECTATION));
    const head = { 'content-type': JSON_TYPE, 'content-length': Buffer.byteLength(body), connection: 'close' };
    response.writeHead(EXPECTATION.status, head).end(body);
  });
  app.server.on('connect', (_request, socket) => {
    socket.on('error', () => socket.destroy());
    refuseOnSocket(socket as Socket, NO_PROXY, 'allow: GET, POST');
  });
}

const EXPECTATION: Refusal = {
  status: 417,
  code: 'BAD_REQUEST',
  message: 'The header "Expect" of this request is not met here. Leave it out.',
};

const NO_PROXY: Refusal = {
  status: 405,
  code: 'BAD_REQUEST',
  message: 'CONNECT is not taken: this server is no proxy. Send a query by POST or GET.',
};

const NOWHERE: Refusal = { status: 404, code: 'NOT_FOUND', message: 'There is nothing here. Ask at /graphql.' };

function refuseAddress(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (request.url.split('?')[0] !== '/graphql') return refuse(reply, NOWHERE);
  const message = `${request.method} is not taken here. Send a query by POST or GET.`;
  return refuse(reply.header('allow', 'GET, POST'), { status: 405, code: 'BAD_REQUEST', message });
}

function refusalOf(error: FastifyError): Refusal {
  if (error instanceof RefusedBody) return error.refusal;
  const { code, statusCode = 500, message } = error;
  const known = REFUSALS[code];
  if (known) return known;
  // Files of the playground outside of its folder.
  if (statusCode === 403) return NOWHERE;
  if (statusCode < 400 || statusCode >= 500) {
    return {
      status: 500,
      code: 'INTERNAL_SERVER_ERROR',
      message: 'Something went wrong here. It has been noted.',
    };
  }
  return { status: statusCode, code: 'BAD_REQUEST', message };
}

function answerBroken({ code }: { code?: string }, socket: Socket): void {
  if (code === 'ECONNRESET' || socket.destroyed) return;
  refuseOnSocket(socket, BROKEN[code ?? ''] ?? badRequest('This is not a valid HTTP request.'));
}

import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply } from 'fastify';
import type { ErrorCode } from '../errors.ts';

/** What is wrong with a request that GraphQL never saw. */
export interface Refusal {
  /** Of HTTP. */
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
}

export const JSON_TYPE = 'application/json; charset=utf-8';

export function badRequest(message: string): Refusal {
  return { status: 400, code: 'BAD_REQUEST', message };
}

/** The body of an answer that is one error, in GraphQL's form. */
export function errorBody({ code, message }: Pick<Refusal, 'code' | 'message'>) {
  return { errors: [{ message, extensions: { code } }] };
}

/** Answers an error in GraphQL's form. */
export function refuse(reply: FastifyReply, refusal: Refusal): FastifyReply {
  return reply.code(refusal.status).type(JSON_TYPE).send(errorBody(refusal));
}

/** The same on a connection that no request can be answered on, with lines for its head; the connection is closed then. */
export function refuseOnSocket(socket: Socket, refusal: Refusal, ...head: readonly string[]): void {
  const body = JSON.stringify(errorBody(refusal));
  if (socket.writable) {
    socket.write(
      [
        `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
        `content-type: ${JSON_TYPE}`,
        `content-length: ${Buffer.byteLength(body)}`,
        'connection: close',
        ...head,
        '',
        body,
      ].join('\r\n'),
    );
  }
  socket.destroySoon();
}

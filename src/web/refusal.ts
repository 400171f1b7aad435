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

export function badRequest(message: string): Refusal {
  return { status: 400, code: 'BAD_REQUEST', message };
}

/** The body of an answer that is one error, in GraphQL's form. */
function errorBody({ code, message }: Pick<Refusal, 'code' | 'message'>) {
  return { errors: [{ message, extensions: { code } }] };
}

/** Answers an error in GraphQL's form. */
export function refuse(reply: FastifyReply, refusal: Refusal): FastifyReply {
  return reply.code(refusal.status).type('application/json; charset=utf-8').send(errorBody(refusal));
}

/** The same on a connection that no request can be answered on, which is closed then. */
export function refuseOnSocket(socket: Socket, refusal: Refusal): void {
  const body = JSON.stringify(errorBody(refusal));
  if (socket.writable) {
    socket.write(
      [
        `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
        'content-type: application/json; charset=utf-8',
        `content-length: ${Buffer.byteLength(body)}`,
        'connection: close',
        '',
        body,
      ].join('\r\n'),
    );
  }
  socket.destroySoon();
}

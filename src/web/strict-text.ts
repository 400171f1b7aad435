import type { FastifyInstance } from 'fastify';
import { badRequest, type Refusal, refuse } from './refusal.ts';

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

const NOT_UTF_8 = badRequest('The body of this request is not valid UTF-8. Send text in UTF-8.');
const EMPTY = badRequest('The body of this request is empty. Send a JSON object with "query".');
const NOT_JSON = badRequest('The body of this request is not JSON.');
const UNSAFE = badRequest(
  'The body of this request has the key "__proto__", or "prototype" in "constructor". No key may have these names.',
);
const BAD_ADDRESS = badRequest('The address of this request cannot be decoded. Percent-encode its text as UTF-8.');

/**
 * Takes text only as its client has written it: JSON in UTF-8 as the body, percent-encoded UTF-8 in the address. Anything
 * else would be read with U+FFFD in place of what is wrong.
 */
export function readStrictly(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    const text = decoded(body);
    if (text === null) return done(new RefusedBody(NOT_UTF_8));
    if (text === '') return done(new RefusedBody(EMPTY));
    parse(request, text, (error, value) => {
      if (error) done(new RefusedBody(isJson(text) ? UNSAFE : NOT_JSON));
      else done(null, value);
    });
  });
  app.addHook('onRequest', async ({ url }, reply) => (isDecodable(url) ? undefined : refuse(reply, BAD_ADDRESS)));
}

/** A body that is not taken. */
export class RefusedBody extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

function decoded(body: Buffer): string | null {
  try {
    return UTF_8.decode(body);
  } catch {
    return null;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Node gives bytes beyond ASCII as if they were Latin-1. */
function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url);
    return !/[^\x20-\x7e]/.test(url);
  } catch {
    return false;
  }
}

import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../src/engine/engine.ts';
import { type RunningServer, startServer } from '../src/server.ts';
import { embeddedOnly } from './engines.ts';

/** The suite and the newest draft of GraphQL over HTTP disagree on these: 200 or 4xx for `application/json`. */
const DISPUTED = ['572B', 'FDE2', '7B9B'];

describe.each(embeddedOnly)('GraphQL over HTTP', ({ openSeeded }) => {
  let engine: Engine;
  let server: RunningServer;

  beforeAll(async () => {
    engine = await openSeeded();
    server = await startServer({ engine, host: '127.0.0.1', port: 0, questions: [], log: 'silent' });
  });

  afterAll(async () => {
    await server.close();
    await engine.close();
  });

  const post = (body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  it('passes the audit of graphql-http', async () => {
    const results = await auditServer({ url: `${server.url}/graphql` });
    const bad = results.filter(({ status }) => status !== 'ok');
    expect(bad.filter(({ status }) => status === 'error').map(({ id, name }) => `${id} ${name}`)).toEqual([]);
    expect(bad.filter(({ id }) => !DISPUTED.includes(id)).map(({ id, name }) => `${id} ${name}`)).toEqual([]);
  });

  it('answers POST and GET alike', async () => {
    const query = '{ node(id: "claim:wife") { ... on Claim { text } } }';
    const posted = await (await post({ query })).json();
    const got = await fetch(`${server.url}/graphql?${new URLSearchParams({ query })}`);
    expect(posted).toEqual({ data: { node: { text: 'Cilia Flores is the wife of Nicolás Maduro.' } } });
    expect(await got.json()).toEqual(posted);
  });

  it('answers bad input with 400 and only its error', async () => {
    const answer = await post({ query: '{ claims(first: 1000) { totalCount } }' });
    expect(answer.status).toBe(400);
    const { errors } = (await answer.json()) as { errors: unknown };
    expect(errors).toEqual([
      {
        message: 'first: 1000 is more than a page holds (200)',
        locations: [{ line: 1, column: 3 }],
        extensions: { code: 'BAD_USER_INPUT', argument: 'first' },
      },
    ]);
  });

  it('refuses a body that is not JSON, too large, or of too many tokens, and goes on', async () => {
    expect((await post('{')).status).toBe(400);
    expect((await post({ query: 'x'.repeat(1_100_000) })).status).toBe(413);
    expect((await post({ query: `{ ${'__typename '.repeat(20_000)} }` })).status).toBe(400);
    expect((await post({ query: '{ __typename }' })).status).toBe(200);
  });

  it('sends strict headers, and says that it is alive', async () => {
    const answer = await fetch(`${server.url}/health`);
    expect(await answer.json()).toEqual({ status: 'ok' });
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });
});

import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Engine } from '../src/engine/engine.ts';
import type { RunningServer } from '../src/server.ts';
import { embeddedOnly } from './engines.ts';
import { connect, listen, summaries } from './live/listener.ts';
import { Newsroom, serve } from './live/newsroom.ts';

const PROTOCOL = 'graphql-transport-ws';

/** What ended a socket: its code, and the reason. */
/** The status and the text with which a handshake is refused. */
function refused(socket: WebSocket): Promise<[number, string]> {
  return new Promise((resolve) => {
    socket.once('error', () => undefined);
    socket.once('unexpected-response', async (_request, response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      resolve([response.statusCode ?? 0, text]);
    });
  });
}

function closed(socket: WebSocket): Promise<[number, string]> {
  return new Promise((resolve) => {
    socket.once('error', () => undefined);
    socket.once('close', (code, reason) => resolve([code, String(reason)]));
  });
}

/** A client as the recipe has it. */
function persistent(url: string) {
  const client = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: () => pause(100),
  });
  const heard: string[] = [];
  const variables: { after: string | null } = { after: null };
  const query = 'subscription ($after: String) { recorded(after: $after) { cursor attribution { id } } }';
  client.subscribe<{ recorded: { cursor: string; attribution: { id: string } } }>(
    { query, variables },
    {
      next: ({ data }) => {
        if (!data) return;
        heard.push(data.recorded.attribution.id);
        variables.after = data.recorded.cursor;
      },
      error: () => undefined,
      complete: () => undefined,
    },
  );
  return { client, heard };
}

/** All that comes of an operation. */
function outcome(url: string, query: string, variables: Record<string, unknown> = {}) {
  const client = connect(url);
  return new Promise<unknown[]>((resolve) => {
    const all: unknown[] = [];
    const end = async () => {
      await client.dispose();
      resolve(all);
    };
    client.subscribe(
      { query, variables },
      {
        next: (value) => all.push(value),
        error: (error) => {
          all.push(...(Array.isArray(error) ? error : [error]));
          void end();
        },
        complete: () => void end(),
      },
    );
  });
}

describe.each(embeddedOnly)('the sockets of subscriptions on $name', ({ open }) => {
  let engine: Engine;
  let server: RunningServer;
  let newsroom: Newsroom;

  beforeEach(async () => {
    engine = await open();
    server = await serve(engine, {
      sockets: { perSocket: 2, perServer: 3, open: 3, introduction: 200 },
    });
    newsroom = new Newsroom(engine);
    await newsroom.open();
  });

  afterEach(async () => {
    await server.close();
    await engine.close();
  });

  const address = () => `${server.url.replace(/^http/, 'ws')}/graphql`;

  it('refuse queries and mutations, and say where to send them', async () => {
    const error = (operation: string) => ({
      message: `operation: a ${operation} is not answered over a WebSocket: send it by POST`,
      locations: [{ line: 1, column: 1 }],
      extensions: { code: 'BAD_USER_INPUT', argument: 'operation' },
    });
    expect(await outcome(server.url, '{ claims { totalCount } }')).toEqual([error('query')]);
    const change = 'mutation { retract(id: "person:ann", reason: "x") { replayed } }';
    expect(await outcome(server.url, change)).toEqual([error('mutation')]);
  });

  it('are named where a subscription comes by POST', async () => {
    const answer = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'subscription { recorded { cursor } }' }),
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      errors: [
        {
          message: 'operation: a subscription needs a WebSocket to this address, with graphql-transport-ws',
          locations: [{ line: 1, column: 1 }],
          extensions: { code: 'BAD_USER_INPUT', argument: 'operation' },
        },
      ],
    });
  });

  it('refuse what cannot be understood, is not in the contract, or is greedy, as a question is refused', async () => {
    const codes = async (query: string) =>
      // biome-ignore lint/suspicious/noExplicitAny: errors as a client reads them.
      (await outcome(server.url, query)).map((error: any) => error.extensions?.code);
    const nested = (depth: number): string =>
      depth === 0 ? 'id' : `id claim { attributions(first: 200) { nodes { ${nested(depth - 1)} } } }`;
    expect(await codes('subscription { recorded( }')).toEqual(['GRAPHQL_PARSE_FAILED']);
    expect(await codes(`subscription { recorded { cursor ${'cursor '.repeat(20_000)} } }`)).toEqual([
      'GRAPHQL_PARSE_FAILED',
    ]);
    expect(await codes('subscription { recorded { nothing } }')).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(await codes('subscription { one: recorded { cursor } two: recorded { cursor } }')).toEqual([
      'GRAPHQL_VALIDATION_FAILED',
    ]);
    expect(await codes('subscription ($a: [ID!]!) { recorded(about: $a) { cursor } }')).toEqual(['BAD_USER_INPUT']);
    expect(await codes(`subscription { recorded { attribution { ${nested(4)} } } }`)).toEqual(['LIMIT_EXCEEDED']);
    expect(await codes(`subscription { recorded { attribution { ${nested(16)} } } }`)).toEqual(['LIMIT_EXCEEDED']);
  });

  it('give traced fields inside of each other', async () => {
    const within = 'attribution { id claim { roots { claim { roots { id } standing } } } }';
    const listener = listen(server.url, {}, `cursor ${within}`);
    await pause(300);
    await newsroom.say(['a']);
    const [heard] = await listener.until(1);
    const claim = { roots: [{ claim: { roots: [{ id: 'attribution:a' }], standing: 'SINGLE_SOURCE' } }] };
    expect(heard.attribution).toEqual({ id: 'attribution:a', claim });
    await listener.leave();
  });

  it('refuse a cursor that is none, or of another list, or of another record', async () => {
    const query = 'subscription ($after: String) { recorded(after: $after) { cursor } }';
    const refusal = async (after: string) => {
      const [error] = (await outcome(server.url, query, { after })) as [{ message: string; extensions: object }];
      return [error.message, error.extensions];
    };
    const bad = { code: 'BAD_USER_INPUT', argument: 'after' };
    const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
    expect(await refusal('nonsense')).toEqual(['after: this is not a cursor of this service', bad]);
    expect(await refusal(cursor('Query.claims', 1, 1, '', null))).toEqual([
      'after: this cursor belongs to another list (Query.claims, or other arguments)',
      bad,
    ]);
    const foreign = 'after: this cursor is not of the record of this service';
    expect(await refusal(cursor('Subscription.recorded', 5, 1, '', null))).toEqual([foreign, bad]);
    expect(await refusal(cursor('Subscription.recorded', Date.now(), 7_000, '', null))).toEqual([foreign, bad]);
    expect(await refusal(cursor('Subscription.recorded', 5, 'a', '', null))).toEqual([foreign, bad]);
  });

  it('have a limited number of subscriptions, and room again when one ends', async () => {
    const client = connect(server.url);
    const other = connect(server.url);
    const begin = (of: typeof client) => {
      const errors: unknown[] = [];
      const query = 'subscription { recorded { cursor } }';
      const end = of.subscribe(
        { query },
        { next: () => undefined, error: (error) => errors.push(...(error as unknown[])), complete: () => undefined },
      );
      return { errors, end };
    };
    const message = (text: string) => [{ message: text, extensions: { code: 'LIMIT_EXCEEDED' } }];
    const [one] = [begin(client), begin(client)];
    await pause(200);
    const third = begin(client);
    await pause(200);
    expect(third.errors).toEqual(
      message('This connection has 2 subscriptions, which is all it may have. End one first.'),
    );
    const [fits, beyond] = [begin(other), begin(other)];
    await pause(200);
    expect(fits.errors).toEqual([]);
    expect(beyond.errors).toEqual(
      message('This server has as many subscriptions as it can serve. Please try again later.'),
    );
    one?.end();
    await pause(200);
    const later = begin(other);
    await pause(200);
    expect(later.errors).toEqual([]);
    await Promise.all([client.dispose(), other.dispose()]);
  });

  it('are limited in number', async () => {
    const sockets = [1, 2, 3].map(() => new WebSocket(address(), PROTOCOL));
    await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('open', resolve))));
    const [status, text] = await refused(new WebSocket(address(), PROTOCOL));
    expect([status, JSON.parse(text)]).toEqual([
      503,
      {
        errors: [
          {
            message: 'There are too many WebSockets at the moment. Please try again.',
            extensions: { code: 'SERVICE_UNAVAILABLE' },
          },
        ],
      },
    ]);
    for (const socket of sockets) socket.terminate();
  });

  it('are closed without an introduction, in another protocol, and on messages too large', async () => {
    expect(await closed(new WebSocket(address(), PROTOCOL))).toEqual([4408, 'Connection initialisation timeout']);
    expect(await closed(new WebSocket(address()))).toEqual([4406, 'Subprotocol not acceptable']);
    const loud = new WebSocket(address(), PROTOCOL);
    loud.once('open', () => loud.send('x'.repeat(1_000_001)));
    expect((await closed(loud))[0]).toBe(1009);
    const confused = new WebSocket(address(), PROTOCOL);
    confused.once('open', () => confused.send('hello'));
    expect(await closed(confused)).toEqual([4400, 'Invalid message received']);
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
  });

  it('say goodbye when the server closes, and a listener goes on with the next one', async () => {
    await newsroom.say(['a']);
    const away = connect(server.url);
    const code = new Promise((resolve) => away.on('closed', (event) => resolve((event as { code: number }).code)));
    let cursor = '';
    away.subscribe<{ recorded: { cursor: string } }>(
      { query: 'subscription { recorded { cursor } }' },
      {
        next: ({ data }) => {
          cursor = data?.recorded.cursor ?? '';
        },
        error: () => undefined,
        complete: () => undefined,
      },
    );
    await pause(300);
    await newsroom.say(['b']);
    while (cursor === '') await pause(20);
    const began = Date.now();
    await server.close();
    expect(Date.now() - began).toBeLessThan(2_000);
    expect(await code).toBe(1001);
    await newsroom.say(['c']);
    server = await serve(engine);
    const back = listen(server.url, { after: cursor });
    expect(summaries(await back.until(1))).toEqual(['4 RECORD attribution:c']);
    await back.leave();
  });

  it('serve a client that connects again by itself and keeps the cursor in its variables', async () => {
    const port = Number(new URL(server.url).port);
    const { client, heard } = persistent(server.url);
    await pause(300);
    await newsroom.say(['a', 'b']);
    while (heard.length < 2) await pause(20);
    await server.close();
    await newsroom.say(['c', 'd']);
    server = await serve(engine, { port });
    await newsroom.say(['e']);
    while (heard.length < 5) await pause(20);
    await pause(700);
    expect(heard).toEqual(['a', 'b', 'c', 'd', 'e'].map((name) => `attribution:${name}`));
    await client.dispose();
  });
});

/** A number once it has not grown for a second. */
async function whenStill(count: () => number): Promise<number> {
  for (;;) {
    const before = count();
    await pause(1_000);
    if (count() === before) return before;
  }
}

describe.each(embeddedOnly)('a slow listener on $name', ({ open }) => {
  it('is not read ahead for, and gets everything in order', async () => {
    const engine = await open();
    const newsroom = new Newsroom(engine);
    let reads = 0;
    const read: Engine['read'] = (statement, options) => {
      reads += 1;
      return engine.read(statement, options);
    };
    const server = await serve({ ...engine, read });
    const after = await newsroom.open();
    const names = Array.from({ length: 4_000 }, (_, index) => `n${String(index).padStart(4, '0')}`);
    // Each event is large, so that what lies between the two is soon full.
    const quote = 'and so on '.repeat(200);
    for (let at = 0; at < names.length; at += 1_000) {
      await newsroom.say(names.slice(at, at + 1_000), 'ASSERTS', 'ann', quote);
    }
    reads = 0;
    const slow = listen(server.url, { after }, 'attribution { id one: quote two: quote three: quote four: quote }');
    await slow.until(1);
    slow.socket.pause();
    const ahead = await whenStill(() => reads);
    await pause(1_000);
    expect(reads).toBe(ahead);
    slow.socket.resume();
    const events = await slow.until(names.length);
    expect(events.map(({ attribution }) => attribution.id)).toEqual(names.map((name) => `attribution:${name}`));
    // A page of 200 takes a statement that finds and one that fills in.
    expect(ahead).toBeLessThan(30);
    expect(reads).toBeGreaterThanOrEqual(40);
    await slow.leave();
    await server.close();
    await engine.close();
  }, 90_000);
});

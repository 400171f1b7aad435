import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Engine } from '../../src/engine/engine.ts';
import type { RunningServer } from '../../src/server.ts';
import { embeddedOnly } from '../engines.ts';
import { listen, summaries } from '../live/listener.ts';
import { Newsroom, serve } from '../live/newsroom.ts';
import { CANNOT_MEASURE, type MeasuredServer, measuredServer } from './measured-server.ts';

type Message = Readonly<Record<string, unknown>>;

const QUERY = 'subscription { recorded { cursor } }';
const LONG = 'x'.repeat(1_000);

/** A socket that has introduced itself. */
function introduced(url: string): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws');
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('message', () => {
      socket.removeListener('error', reject);
      socket.on('error', () => undefined);
      resolve(socket);
    });
    socket.once('open', () => socket.send('{"type":"connection_init"}'));
  });
}

function closed(socket: WebSocket): Promise<readonly [number, string]> {
  return new Promise((resolve) => socket.once('close', (code, reason) => resolve([code, String(reason)])));
}

/** Sends frames as fast as they are taken, and reads nothing, until the socket is closed or the time is over. */
async function flood(socket: WebSocket, frame: (number: number) => void, milliseconds: number): Promise<number> {
  socket.pause();
  const over = Date.now() + milliseconds;
  let sent = 0;
  while (Date.now() < over && socket.readyState === socket.OPEN) {
    for (let count = 0; count < 200 && socket.bufferedAmount < 1_000_000; count += 1) frame(sent++);
    await pause(1);
  }
  return sent;
}

/** What clients send who never read, by what it is. */
const FLOODS: readonly (readonly [string, (socket: WebSocket, number: number) => void])[] = [
  ['pings of the protocol of subscriptions', (socket) => socket.send(`{"type":"ping","payload":{"x":"${LONG}"}}`)],
  ['short pings', (socket) => socket.send('{"type":"ping"}')],
  ['pings of WebSockets', (socket) => socket.ping('x'.repeat(120))],
  ['pongs that nobody asked for', (socket) => socket.pong('x')],
  [
    'wrong subscriptions',
    (socket, number) => {
      const payload = { query: `subscription { recorded { ${'nothing '.repeat(40)} } }` };
      socket.send(JSON.stringify({ type: 'subscribe', id: `${number}`, payload }));
    },
  ],
  [
    'subscriptions that end at once',
    (socket, number) => {
      socket.send(JSON.stringify({ type: 'subscribe', id: `${number}`, payload: { query: QUERY } }));
      socket.send(JSON.stringify({ type: 'complete', id: `${number}` }));
    },
  ],
];

describe.skipIf(CANNOT_MEASURE !== null)('a client that sends and never reads', { timeout: 120_000 }, () => {
  let folder: string;
  let server: MeasuredServer;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sockets-'));
    server = await measuredServer({ CLAIMGRAPH_DATA: folder });
  });

  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  it.each(FLOODS)('by %s costs little memory and no line of the log', async (_, frame) => {
    await fetch(`${server.url}/graphql?query={__typename}`);
    const before = server.memory();
    const log = server.log();
    const sockets = await Promise.all(Array.from({ length: 10 }, () => introduced(server.url)));
    server.resetPeak();
    await Promise.all(sockets.map((socket) => flood(socket, (number) => frame(socket, number), 5_000)));
    const began = Date.now();
    expect((await fetch(`${server.url}/graphql?query={__typename}`)).status).toBe(200);
    expect(Date.now() - began).toBeLessThan(2_000);
    expect(server.peak() - before).toBeLessThan(120);
    for (const socket of sockets) socket.terminate();
    await pause(300);
    expect(server.log()).toBe(log);
    expect(server.isRunning()).toBe(true);
  });

  it('by long subscriptions that are all different costs little memory', async () => {
    const before = server.memory();
    server.resetPeak();
    const sockets = await Promise.all(Array.from({ length: 5 }, () => introduced(server.url)));
    const many = Array.from({ length: 2_400 }, (_, index) => `a${index}: cursor`).join(' ');
    let refused = 0;
    for (const [at, socket] of sockets.entries()) {
      socket.on('message', (data) => {
        if (String(data).includes('"LIMIT_EXCEEDED"')) refused += 1;
      });
      for (let count = 0; count < 20; count += 1) {
        const query = `subscription { recorded { cursor ${many} x${at}_${count}: cursor } }`;
        socket.send(JSON.stringify({ type: 'subscribe', id: `${count}`, payload: { query } }));
      }
    }
    while (refused < 60) await pause(50);
    expect(server.peak() - before).toBeLessThan(600);
    for (const socket of sockets) socket.terminate();
  });
});

describe.each(embeddedOnly)('a socket on $name', ({ open }) => {
  let engine: Engine;
  let server: RunningServer;
  let newsroom: Newsroom;
  let first: string;
  let reads = 0;

  beforeEach(async () => {
    engine = await open();
    const read: Engine['read'] = (statement, options) => {
      reads += 1;
      return engine.read(statement, options);
    };
    server = await serve({ ...engine, read });
    newsroom = new Newsroom(engine);
    first = await newsroom.open();
  });

  afterEach(async () => {
    await server.close();
    await engine.close();
  });

  it.each(FLOODS)('is cut off when its client sends %s and never reads', async (_, frame) => {
    const impatient = await serve(engine, { sockets: { ping: 300 } });
    const socket = await introduced(impatient.url);
    const began = Date.now();
    const end = closed(socket);
    void flood(socket, (number) => frame(socket, number), 20_000);
    await end;
    expect(Date.now() - began).toBeLessThan(5_000);
    await impatient.close();
  });

  it('stays open while its client reads and answers, however much it sends', async () => {
    const socket = await introduced(server.url);
    let pongs = 0;
    socket.on('message', (data) => {
      if (String(data) === '{"type":"pong"}') pongs += 1;
    });
    for (let count = 0; count < 1_000; count += 1) socket.send('{"type":"ping"}');
    const began = Date.now();
    while (pongs < 1_000) await pause(20);
    // 500 at once, and then 100 a second.
    expect(Date.now() - began).toBeGreaterThan(3_000);
    expect(socket.readyState).toBe(socket.OPEN);
    socket.terminate();
  });

  const refused: readonly (readonly [string, number, (socket: WebSocket) => void])[] = [
    ['an id of a megabyte', 4400, (socket) => subscribe(socket, 'i'.repeat(101))],
    ['a message that is too large', 1009, (socket) => socket.send('x'.repeat(250_001))],
    ['a compressed message', 1002, (socket) => send(socket, 0xc1)],
    [
      'a message of too many parts',
      1008,
      (socket) => {
        socket.send('{', { fin: false });
        for (let count = 0; count < 300; count += 1) socket.send('', { fin: false });
      },
    ],
    [
      'the same id twice, even a long one',
      4409,
      (socket) => {
        for (const id of ['é'.repeat(100), 'é'.repeat(100)]) subscribe(socket, id);
      },
    ],
  ];

  it.each(refused)('is closed for %s', async (_, code, act) => {
    const socket = await introduced(server.url);
    const end = closed(socket);
    act(socket);
    expect((await end)[0]).toBe(code);
  });

  it.each([
    ['a name that the document does not have', QUERY, 'b'],
    ['an empty name', QUERY, ''],
    ['two operations without a name', 'subscription a { recorded { cursor } } subscription b { recorded { cursor } }'],
  ])('is told that %s names no operation', async (_, query, operationName?: string) => {
    const socket = await introduced(server.url);
    const answer = new Promise((resolve) => socket.once('message', (data) => resolve(JSON.parse(String(data)))));
    socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query, operationName } }));
    const error = expect.objectContaining({ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
    expect(await answer).toEqual({ type: 'error', id: '1', payload: [error] });
    socket.terminate();
  });

  const subscribe = (socket: WebSocket, id: string, variables: Message = {}, query = QUERY) =>
    socket.send(JSON.stringify({ type: 'subscribe', id, payload: { query, variables } }));

  /** A frame without content, of the masked kind that clients send. */
  const send = (socket: WebSocket, head: number) =>
    (socket as unknown as { _socket: { write(bytes: Buffer): void } })._socket.write(
      Buffer.from([head, 0x80, 0, 0, 0, 0]),
    );

  it('reads once for all who ask alike, wherever they began', async () => {
    await newsroom.say(['a', 'b']);
    const spelt = `subscription Live ($after: String, $many: Boolean = true) { ...All }
      fragment All on Subscription { recorded(after: $after) { cursor attribution @include(if: $many) { id claim { text } } } }`;
    const heard: string[] = [];
    const sockets = await Promise.all(Array.from({ length: 10 }, () => introduced(server.url)));
    for (const [at, socket] of sockets.entries()) {
      socket.on('message', (data) => heard.push(String(data)));
      for (let count = 0; count < 10; count += 1) {
        const variables = count % 2 === 0 ? { after: first } : { after: null, other: at };
        subscribe(socket, `${count}`, variables, spelt);
      }
    }
    while (heard.length < 100) await pause(20);
    await pause(700);
    expect(heard).toHaveLength(100);
    reads = 0;
    await newsroom.say(['c']);
    while (heard.length < 200) await pause(20);
    await pause(700);
    expect(heard).toHaveLength(200);
    // To find and to show; the clock is looked at again and again meanwhile.
    expect(reads).toBeLessThanOrEqual(8);
    const events = heard.slice(100).map((text) => JSON.parse(text).payload.data.recorded);
    expect(new Set(events.map((event) => JSON.stringify(event))).size).toBe(1);
    expect(events[0].attribution).toEqual({ id: 'attribution:c', claim: { text: 'c.' } });
    for (const socket of sockets) socket.terminate();
  });

  it('does not share what is asked otherwise', async () => {
    const several = [
      listen(server.url, { after: first }, 'revision { sequence operation } attribution { id }'),
      listen(server.url, { after: first, about: ['person:bob'] }),
      listen(server.url, { after: first, stance: ['DENIES'] }),
      listen(server.url, { after: first }, 'revision { sequence operation } attribution { id: stance }'),
    ];
    await newsroom.say(['a'], 'ASSERTS', 'ann');
    await newsroom.say(['b'], 'DENIES', 'bob');
    const [all, ofBob, denials, stances] = await Promise.all(
      several.map((one, at) => one.until([2, 1, 1, 2][at] ?? 0)),
    );
    expect(summaries(all ?? [])).toEqual(['2 RECORD attribution:a', '3 RECORD attribution:b']);
    expect(summaries(ofBob ?? [])).toEqual(['3 RECORD attribution:b']);
    expect(summaries(denials ?? [])).toEqual(['3 RECORD attribution:b']);
    expect(summaries(stances ?? [])).toEqual(['2 RECORD ASSERTS', '3 RECORD DENIES']);
    for (const one of several) await one.leave();
  });

  it('that reads slowly does not hold up others who ask alike, and misses nothing', async () => {
    const quote = 'and so on '.repeat(2_000);
    const selection = 'revision { sequence operation } attribution { id one: quote two: quote }';
    const slow = listen(server.url, { after: first }, selection);
    const quick = listen(server.url, { after: first }, selection);
    await newsroom.say(['a'], 'ASSERTS', 'ann', quote);
    await slow.until(1);
    slow.socket.pause();
    const names = Array.from({ length: 300 }, (_, index) => `n${String(index).padStart(3, '0')}`);
    for (let at = 0; at < names.length; at += 50) await newsroom.say(names.slice(at, at + 50), 'ASSERTS', 'ann', quote);
    const events = summaries(await quick.until(301));
    slow.socket.resume();
    expect(summaries(await slow.until(301))).toEqual(events);
    await Promise.all([slow.leave(), quick.leave()]);
  });
});

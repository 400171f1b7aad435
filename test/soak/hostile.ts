import { request } from 'node:http';
import { connect as connectTcp, type Socket } from 'node:net';
import { WebSocket } from 'ws';
import { ask, pause, read } from './ask.ts';
import type { Tally } from './tally.ts';
import type { Target } from './target.ts';

/** A client that means harm, or is badly made. It goes on until the end; `wrong` of the tally hears what it should not get. */
export interface Hostile {
  readonly name: string;
  readonly attack: (target: Target, tally: Tally, isOver: () => boolean) => Promise<void>;
}

/** How long a client waits for a connection, in milliseconds. */
const WAITS = 10_000;

function addressOf({ url }: Target): { readonly host: string; readonly port: number } {
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port) };
}

/** Repeats an attack, however it ends, with a pause between. */
function repeated(between: number, once: (target: Target, tally: Tally) => Promise<void>): Hostile['attack'] {
  return async (target, tally, isOver) => {
    while (!isOver()) {
      await once(target, tally);
      await pause(between);
    }
  };
}

function opened(target: Target): Promise<Socket> {
  return new Promise((done) => {
    const socket = connectTcp(addressOf(target));
    socket.on('error', () => done(socket));
    socket.on('data', () => undefined);
    socket.once('connect', () => done(socket));
  });
}

/** Bodies that come one byte a second. */
async function slowBodies(target: Target): Promise<void> {
  const sockets = await Promise.all(Array.from({ length: 20 }, () => opened(target)));
  for (const socket of sockets) {
    const head = ['POST /graphql HTTP/1.1', `Host: ${new URL(target.url).host}`, 'Content-Type: application/json'];
    socket.write(`${[...head, 'Content-Length: 100000'].join('\r\n')}\r\n\r\n{`);
  }
  for (let second = 0; second < 20; second++) {
    await pause(1_000);
    for (const socket of sockets) if (socket.writable) socket.write(' ');
  }
  for (const socket of sockets) socket.destroy();
}

/** A WebSocket that sends pings as fast as they are taken, and never reads what comes back. */
async function pingingSockets(target: Target): Promise<void> {
  const socket = new WebSocket(`${target.url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', {
    handshakeTimeout: WAITS,
  });
  socket.on('error', () => undefined);
  const isOpen = await new Promise<boolean>((done) => {
    socket.once('open', () => done(true));
    socket.once('close', () => done(false));
  });
  if (!isOpen) return;
  const raw = (socket as unknown as { _socket: Socket })._socket;
  raw.pause();
  socket.send('{"type":"connection_init"}');
  const message = JSON.stringify({ type: 'ping', payload: { text: 'x'.repeat(10_000) } });
  const end = performance.now() + 20_000;
  while (performance.now() < end && socket.readyState === WebSocket.OPEN) {
    if (raw.writableLength < 1_000_000) for (let count = 0; count < 20; count++) socket.send(message);
    await pause(50);
  }
  socket.terminate();
}

const TIMES = Array.from({ length: 20 }, (_, at) => at);
const NESTED = `{ ${TIMES.map((at) => `a${at}: __schema { ...One }`).join(' ')} }
fragment One on __Schema { ${TIMES.map((at) => `b${at}: types { ...Two }`).join(' ')} }
fragment Two on __Type { ${TIMES.map((at) => `c${at}: fields { name args { name type { name } } }`).join(' ')} }`;

/** Introspection by aliases of nested fragments, by POST and by GET. */
async function greedyIntrospection(target: Target, tally: Tally): Promise<void> {
  const start = performance.now();
  const posted = await ask(target.url, NESTED);
  tally.answered('greedy introspection', start, posted);
  if (posted.status === 200) tally.wrong.push('greedy introspection: was answered');
  const fetched = await sent(target, { path: `/graphql?query=${encodeURIComponent(NESTED)}`, method: 'GET' });
  if (fetched.status === 200) tally.wrong.push('greedy introspection by GET: was answered');
}

/** The costliest questions that the schema permits. */
const COSTLY = [
  '{ claims(filter: { standing: DENIED }, asOf: { said: "2025" }) { totalCount } }',
  '{ impactOfWithdrawing(source: "organization:o0") { truncated losesEveryRoot { id } fallsToOneNewsroom { id } } }',
  '{ claims(first: 200) { nodes { independence { reasons } denials { covers { id } } life { at } roots { id } } } }',
  '{ statistics(asOf: { said: "2025" }) { unnamedSourcesOnly byStanding { standing claims } } }',
];

let turn = 0;

async function costlyQuestion(target: Target, tally: Tally): Promise<void> {
  const query = COSTLY[turn++ % COSTLY.length] as string;
  const start = performance.now();
  tally.answered(`costly: ${query.slice(0, 50)}`, start, await ask(target.url, query));
}

interface Sent {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A request as no decent client sends it; `status` is 0 where nothing came. */
function sent(target: Target, { path = '/graphql', method = 'POST', headers = {}, body }: Sent) {
  return new Promise<{ status: number; codes: readonly string[] }>((done) => {
    const json = { 'content-type': 'application/json', ...headers };
    const asked = request({ ...addressOf(target), path, method, headers: json, timeout: 4 * WAITS }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.once('end', () => done({ status: answer.statusCode ?? 0, codes: read(text).codes }));
    });
    asked.once('timeout', () => asked.destroy());
    asked.once('error', () => done({ status: 0, codes: [] }));
    asked.once('close', () => done({ status: 0, codes: [] }));
    asked.end(body);
  });
}

const MALFORMED: readonly Sent[] = [
  ...['{', '[]', 'null', '"x"', '{"query":1}', '{"query":"{"}', '{"query":"{ nothing }"}', '', '\u0000'].map(
    (body) => ({ body }),
  ),
  { body: '['.repeat(100_000) },
  { body: `{"query":"${'{ node '.repeat(20_000)}"}` },
  { body: `{"query":"{ a }","variables":"${'x'.repeat(2_000_000)}"}` },
  { body: 'query=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  { body: '{ __typename }', headers: { 'content-type': 'text/plain' } },
  { method: 'GET', path: '/graphql?query=%7B' },
];

async function malformed(target: Target, tally: Tally): Promise<void> {
  for (const one of MALFORMED) {
    const start = performance.now();
    const answer = await sent(target, one);
    tally.answered(`malformed: \`${JSON.stringify(one.body ?? one.path).slice(1, 30)}\``, start, answer);
  }
}

async function connectionFlood(target: Target): Promise<void> {
  const sockets = await Promise.all(Array.from({ length: 400 }, () => opened(target)));
  await pause(2_000);
  for (const socket of sockets) socket.destroy();
}

/** A page of somebody else, and a name of somebody else that leads here. */
async function foreigners(target: Target, tally: Tally): Promise<void> {
  const body = '{"query":"{ claims(first: 1) { nodes { text } } }"}';
  const all: readonly Sent[] = [
    { body, headers: { host: 'evil.example' } },
    { body, headers: { origin: 'https://evil.example' } },
    { method: 'GET', path: '/graphql?query=%7B__typename%7D', headers: { host: 'evil.example:80' } },
  ];
  for (const one of all) {
    const { status } = await sent(target, one);
    if (status === 200) tally.wrong.push(`a foreign ${Object.keys(one.headers ?? {})[0]}: was answered`);
  }
  const url = `${target.url.replace(/^http/, 'ws')}/graphql`;
  const socket = new WebSocket(url, 'graphql-transport-ws', {
    origin: 'https://evil.example',
    handshakeTimeout: WAITS,
  });
  const isOpen = await new Promise<boolean>((done) => {
    socket.once('open', () => done(true));
    socket.once('error', () => done(false));
  });
  if (isOpen) tally.wrong.push('a WebSocket of a foreign page: was opened');
  socket.terminate();
}

export const HOSTILE: readonly Hostile[] = [
  { name: '20 request bodies that come one byte a second', attack: repeated(500, slowBodies) },
  { name: 'a WebSocket that pings and never reads', attack: repeated(500, pingingSockets) },
  { name: 'introspection by 20 × 20 × 20 aliases', attack: repeated(1_000, greedyIntrospection) },
  { name: 'the costliest permitted questions', attack: repeated(100, costlyQuestion) },
  { name: 'malformed JSON and other requests', attack: repeated(1_000, malformed) },
  { name: '400 connections at a time that say nothing', attack: repeated(5_000, connectionFlood) },
  { name: 'foreign Host and Origin', attack: repeated(1_000, foreigners) },
];

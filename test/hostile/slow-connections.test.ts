import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CONNECTION_TIMES, mostConnections } from '../../src/web/connections.ts';
import { builtProgram } from '../built-program.ts';
import { CANNOT_MEASURE, TOKEN } from './measured-server.ts';

const FILES = 256;

/** An attribution of the seed. */
const RETRACTED = 'attribution:reuters-sources-deal';

/** How long a connection lasted, in milliseconds, and what it was sent. */
interface Ended {
  readonly lasted: number;
  readonly answer: string;
}

interface Limited {
  readonly url: string;
  readonly log: () => string;
  readonly isRunning: () => boolean;
  stop(): Promise<void>;
}

/** The built server in a process that may have few files open. */
async function limitedServer(folder: string): Promise<Limited> {
  const env = { PATH: process.env.PATH, PORT: '0', CLAIMGRAPH_DATA: folder, CLAIMGRAPH_WRITE_TOKEN: TOKEN };
  const command = `ulimit -n ${FILES} && exec "$0" "$1"`;
  const child = spawn('sh', ['-c', command, process.execPath, builtProgram()], { env, stdio: 'pipe' });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  while (!out.includes('curl')) await pause(20);
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  return { url: /answers at (\S+)\/graphql/.exec(out)?.[1] as string, log: () => err, isRunning, stop };
}

/** A connection that sends something, and then perhaps a byte from time to time. */
function slow(url: string, text: string, every = 0): Socket {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname, () => socket.write(text, 'latin1'));
  socket.on('error', () => undefined);
  const timer = every === 0 ? undefined : setInterval(() => socket.write('x'), every);
  socket.once('close', () => clearInterval(timer));
  return socket;
}

const post = async (url: string, query: string) => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}`, connection: 'close' };
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return { status: answer.status, body: await answer.json() };
};

const HEAD =
  'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 500000\r\n';
const UPGRADE =
  'GET /graphql HTTP/1.1\r\nhost: localhost\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n' +
  'sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\nsec-websocket-protocol: graphql-transport-ws\r\n\r\n';
const INTRODUCTION = '\x81\x9a\0\0\0\0{"type":"connection_init"}';
const GREEDY = encodeURIComponent(
  '{ claims(first: 50) { nodes { text attributions { nodes { quote actor { name } } } } } }',
);

describe.skipIf(CANNOT_MEASURE !== null)('slow connections', { timeout: 120_000 }, () => {
  let folder: string;
  let server: Limited;
  let sockets: Socket[];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'slow-'));
    server = await limitedServer(folder);
    sockets = [];
  });

  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const WAYS: readonly (readonly [string, string, number])[] = [
    ['say nothing', '', 0],
    [
      'send their headers byte by byte',
      'GET /graphql?query={__typename} HTTP/1.1\r\nhost: localhost\r\nx-slow: ',
      1_000,
    ],
    ['send their body byte by byte', `${HEAD}\r\n{"query":"`, 1_000],
    ['do not take their answers', `GET /graphql?query=${GREEDY} HTTP/1.1\r\nhost: localhost\r\n\r\n`.repeat(3), 0],
    ['stay after an answer', 'GET /health HTTP/1.1\r\nhost: localhost\r\n\r\n', 0],
    ['are WebSockets that say nothing', UPGRADE, 0],
    ['are WebSockets and introduce themselves', `${UPGRADE}${INTRODUCTION}`, 0],
  ];

  it.each(WAYS)('that %s leave files for the database, and a place for others', async (_, text, every) => {
    for (let count = 0; count < 400; count += 1) {
      sockets.push(slow(server.url, text, every).pause());
      if (count % 50 === 49) await pause(50);
    }
    await pause(500);
    expect(await post(server.url, '{ claims { totalCount } }')).toEqual({
      status: 200,
      body: { data: { claims: { totalCount: 52 } } },
    });
    const change = `mutation { retract(id: "${RETRACTED}", reason: "x") { problems { code } } }`;
    expect(await post(server.url, change)).toEqual({ status: 200, body: { data: { retract: { problems: [] } } } });
    expect(await post(server.url, `{ node(id: "${RETRACTED}") { id } }`)).toEqual({
      status: 200,
      body: { data: { node: null } },
    });
    expect(server.isRunning()).toBe(true);
    expect(server.log()).toBe('');
  });

  it('are ended when a request does not come whole', async () => {
    const began = Date.now();
    const ends = WAYS.slice(0, 3).map(async ([, text, every]) => {
      let answer = '';
      const socket = slow(server.url, text, every).setEncoding('utf8');
      socket.on('data', (chunk) => {
        answer += chunk;
      });
      await new Promise((resolve) => socket.once('close', resolve));
      return { lasted: Date.now() - began, answer };
    });
    const [silent, headers, body] = (await Promise.all(ends)) as [Ended, Ended, Ended];
    for (const { answer } of [silent, headers, body]) {
      const [head = '', text = ''] = answer.split('\r\n\r\n');
      expect(head).toMatch(/^HTTP\/1.1 408 /);
      expect(JSON.parse(text)).toEqual({
        errors: [{ message: 'This request took too long to arrive.', extensions: { code: 'BAD_REQUEST' } }],
      });
    }
    expect(headers.lasted).toBeLessThan(CONNECTION_TIMES.headers + 5_000);
    expect(body.lasted).toBeLessThan(CONNECTION_TIMES.request + 5_000);
    expect((await post(server.url, '{ __typename }')).status).toBe(200);
  });
});

describe('the most connections', () => {
  it('follow from the limit of open files', () => {
    expect([64, 256, 1_024, 4_096, 1_000_000, Number.POSITIVE_INFINITY].map(mostConnections)).toEqual([
      4, 96, 480, 2_000, 2_000, 2_000,
    ]);
  });
});

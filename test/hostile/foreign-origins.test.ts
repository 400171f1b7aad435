import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { readConfig } from '../../src/config.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { type RunningServer, startServer } from '../../src/server.ts';
import { embeddedOnly } from '../engines.ts';

const QUESTION = `/graphql?${new URLSearchParams({ query: '{ claims { totalCount } }' })}`;
const POSTED = JSON.stringify({ query: '{ claims { totalCount } }' });
const LISTED = 'https://desk.example.org';

type Headers = Readonly<Record<string, string>>;

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

function ask(url: string, path: string, headers: Headers, method = 'GET', body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, url), { method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    sent.once('error', reject).end(body);
  });
}

/** What becomes of an upgrade: `open`, or the status and the text of its refusal. */
function upgrade(url: string, headers: Headers): Promise<'open' | readonly [number, string]> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', { headers });
    socket.once('error', () => undefined);
    socket.once('open', () => {
      socket.terminate();
      resolve('open');
    });
    socket.once('unexpected-response', (_request, response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => resolve([response.statusCode ?? 0, text]));
    });
  });
}

describe.each(embeddedOnly)('what comes from another origin, on $name', ({ openSeeded }) => {
  let engine: Engine;
  let server: RunningServer;
  let reads = 0;

  const serve = (more: object = {}) => {
    const read: Engine['read'] = (statement, options) => {
      reads += 1;
      return engine.read(statement, options);
    };
    const names = { host: '127.0.0.1', port: 0, hosts: ['graph.example.org'], origins: [LISTED] };
    return startServer({ engine: { ...engine, read }, ...names, questions: [], log: 'silent', ...more });
  };

  beforeAll(async () => {
    engine = await openSeeded();
    server = await serve();
  });

  afterAll(async () => {
    await server.close();
    await engine.close();
  });

  beforeEach(() => {
    reads = 0;
  });

  const port = () => new URL(server.url).port;
  const own = () => server.url;

  it.each([
    ['evil.example'],
    ['localhost.evil.example:4000'],
    ['127.0.0.1.nip.io'],
    ['graph.example.org.evil.example'],
    ['0.0.0.0:4000'],
    ['192.168.1.20:4000'],
    ['[2001:db8::1]'],
    ['evil@localhost'],
    ['localhost:4000@evil.example'],
    ['localhost evil'],
  ])('is refused by the name %s, at every address', async (host) => {
    for (const path of [QUESTION, '/graphql', '/playground', '/playground/', '/health', '/', '/nowhere']) {
      const { status, text } = await ask(server.url, path, { host });
      const message = `Host: ${JSON.stringify(host)} is not a name of this server. CLAIMGRAPH_HOSTS lists further names.`;
      expect({ path, status, body: JSON.parse(text) }).toEqual({
        path,
        status: 403,
        body: { errors: [{ message, extensions: { code: 'FORBIDDEN' } }] },
      });
    }
    expect(
      (await ask(server.url, '/graphql', { host, 'content-type': 'application/json' }, 'POST', POSTED)).status,
    ).toBe(403);
    expect(await upgrade(server.url, { host })).toEqual([403, expect.stringContaining('"FORBIDDEN"')]);
    expect(reads).toBe(0);
  });

  it.each([
    ['in its address', 'GET http://evil.example/graphql?query={__typename} HTTP/1.1', 'Host: localhost'],
    ['beside ours', 'GET /graphql?query={__typename} HTTP/1.1', 'Host: localhost\r\nHost: evil.example'],
  ])('is refused with another host %s', async (_, line, headers) => {
    const { hostname, port } = new URL(server.url);
    const answer = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect(Number(port), hostname, () =>
        socket.write(`${line}\r\n${headers}\r\nConnection: close\r\n\r\n`),
      );
      socket.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      socket.once('end', () => resolve(text)).once('error', reject);
    });
    expect(answer).toContain('403 Forbidden');
    expect(answer).toContain('"FORBIDDEN"');
    expect(reads).toBe(0);
  });

  it('is answered by every name of the server, on any port', async () => {
    const hosts = ['localhost', 'LOCALHOST:4000', 'localhost.', '127.0.0.1', '127.1.2.3:80', '[::1]:4000'];
    for (const host of [...hosts, 'graph.example.org', 'Graph.Example.Org:443']) {
      expect({ host, status: (await ask(server.url, QUESTION, { host })).status }).toEqual({ host, status: 200 });
      expect({ host, upgrade: await upgrade(server.url, { host }) }).toEqual({ host, upgrade: 'open' });
    }
  });

  it('is answered by any address where the server listens on all, but by no name', async () => {
    const everywhere = await serve({ host: '0.0.0.0', hosts: [] });
    const status = async (host: string) => (await ask(everywhere.url, QUESTION, { host })).status;
    expect(await status('192.168.1.20:4000')).toBe(200);
    expect(await status('[2001:db8::1]')).toBe(200);
    expect(await status('localhost')).toBe(200);
    expect(await status('evil.example')).toBe(403);
    expect(await status('graph.example.org')).toBe(403);
    await everywhere.close();
  });

  it.each([
    ['another name', { origin: 'http://evil.example' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['no origin of its own', { origin: 'null' }],
    ['an origin within ours', { origin: 'http://127.0.0.1.evil.example' }],
    ['a listed name by another scheme', { origin: 'http://desk.example.org' }],
    ['a listed name on another port', { origin: 'https://desk.example.org:8443' }],
    ['nothing that is an origin', { origin: 'evil' }],
    ['an origin with a user', { origin: 'http://evil@127.0.0.1' }],
    ['an origin with a path', { origin: 'http://127.0.0.1/evil' }],
    ['an image', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }],
    ['an image of another port', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }],
    ['a link', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }],
    ['a frame', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }],
    ['an older browser', { referer: 'http://evil.example/page' }],
  ])('is refused to a page of %s', async (_, headers: Headers) => {
    const got = await ask(server.url, QUESTION, headers);
    expect(got.status).toBe(403);
    expect(JSON.parse(got.text).errors[0]).toEqual({
      message: expect.stringMatching(
        /^Origin: pages of .* may not ask this server\. CLAIMGRAPH_ORIGINS lists who may\.$/,
      ),
      extensions: { code: 'FORBIDDEN' },
    });
    expect(got.headers['access-control-allow-origin']).toBeUndefined();
    for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
      const posted = await ask(server.url, '/graphql', { ...headers, 'content-type': type }, 'POST', POSTED);
      expect({ type, status: posted.status }).toEqual({ type, status: 403 });
    }
    if ('origin' in headers) expect(await upgrade(server.url, headers)).toEqual([403, got.text]);
    expect(reads).toBe(0);
  });

  it('is answered to pages of the server itself, by either scheme, and to programs', async () => {
    const graph = { host: 'graph.example.org' };
    const all: Headers[] = [
      {},
      { origin: own() },
      { host: `localhost:${port()}`, origin: `http://localhost:${port()}` },
      { ...graph, origin: 'https://graph.example.org' },
      { ...graph, origin: 'http://graph.example.org' },
      { host: 'graph.example.org:443', origin: 'https://graph.example.org' },
      { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' },
      { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors', referer: `${own()}/playground` },
      { referer: `${own()}/playground` },
    ];
    for (const headers of all) {
      expect({ headers, status: (await ask(server.url, QUESTION, headers)).status }).toEqual({ headers, status: 200 });
    }
    const accept = 'text/html';
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', accept };
    expect((await ask(server.url, '/playground', link)).status).not.toBe(403);
    expect((await ask(server.url, '/', link)).status).toBe(302);
    expect((await ask(server.url, '/graphql', link)).status).toBe(302);
  });

  it('is answered to pages of a listed origin, with the headers that their browser wants', async () => {
    const preflight = await ask(
      server.url,
      '/graphql',
      {
        origin: LISTED,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
        'access-control-request-private-network': 'true',
      },
      'OPTIONS',
    );
    expect(preflight.status).toBe(204);
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': LISTED,
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'authorization,content-type',
      'access-control-allow-private-network': 'true',
      vary: 'Origin',
    });
    const headers = { origin: LISTED, 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' };
    const good = await ask(server.url, '/graphql', headers, 'POST', POSTED);
    const bad = await ask(server.url, '/graphql', headers, 'POST', '{"query":"{ nothing }"}');
    expect([good.status, bad.status]).toEqual([200, 400]);
    for (const answer of [good, bad]) expect(answer.headers['access-control-allow-origin']).toBe(LISTED);
    expect(await upgrade(server.url, { origin: LISTED })).toBe('open');
    const foreign = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const refused = await ask(server.url, '/graphql', foreign, 'OPTIONS');
    expect([refused.status, refused.headers['access-control-allow-origin']]).toEqual([403, undefined]);
  });
});

describe('the settings for other names and origins', () => {
  it('are lists with commas', () => {
    expect(readConfig({})).toMatchObject({ hosts: [], origins: [] });
    const given = {
      CLAIMGRAPH_HOSTS: ' Graph.Example.org, desk ,192.168.1.20',
      CLAIMGRAPH_ORIGINS: 'https://Desk.example.org/, http://localhost:3000,https://a.example:443',
    };
    expect(readConfig(given)).toMatchObject({
      hosts: ['graph.example.org', 'desk', '192.168.1.20'],
      origins: ['https://desk.example.org', 'http://localhost:3000', 'https://a.example'],
    });
  });

  it.each([
    '*',
    'null',
    'desk.example.org',
    'https://desk.example.org/page',
    'https://*.example.org',
    'https://a@b.example',
  ])('refuse the origin %s', (origin) => {
    const read = () => readConfig({ CLAIMGRAPH_ORIGINS: `https://good.example,${origin}` });
    expect(read).toThrow(
      `CLAIMGRAPH_ORIGINS: ${JSON.stringify(origin)} is not an origin, such as https://desk.example.org`,
    );
  });

  it.each(['*', 'graph.example.org:4000', 'https://graph.example.org', 'a b', '*.example.org'])(
    'refuse the name %s',
    (name) => {
      const read = () => readConfig({ CLAIMGRAPH_HOSTS: name });
      expect(read).toThrow(
        `CLAIMGRAPH_HOSTS: ${JSON.stringify(name)} is not a name without a port, such as graph.example.org`,
      );
    },
  );
});

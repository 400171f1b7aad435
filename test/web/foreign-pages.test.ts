import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../src/engine/embedded.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { loadSeed } from '../../src/import/seed.ts';
import { type RunningServer, startServer } from '../../src/server.ts';
import { openStore } from '../../src/store/open-store.ts';
import { type Launch, launchChromium } from './chromium.ts';

const TOKEN = 'a-token-of-many-characters';

/** What a page got of a server: a text that it read, a script that it ran, an event of its element. */
type Got = Readonly<Record<string, string>>;

/** Everything by which a page may ask a server at another address. Runs in the page. */
async function askInEveryWay(url: string): Promise<Got> {
  const path = `${url}/graphql?query=${encodeURIComponent('{ claims { totalCount } }')}`;
  const body = JSON.stringify({ query: '{ claims { totalCount } }' });
  // What fails without saying so has got nothing either.
  const attempt = (work: () => Promise<string>) => {
    const late = new Promise<string>((resolve) => setTimeout(resolve, 2_000, 'nothing'));
    return Promise.race([work().catch(() => 'nothing'), late]);
  };
  const element = (name: string, attributes: Record<string, string>) =>
    new Promise<string>((resolve) => {
      const made = Object.assign(document.createElement(name), attributes);
      made.onload = () => resolve('loaded');
      made.onerror = () => resolve('nothing');
      document.body.append(made);
    });
  const form = (method: string, enctype: string) =>
    new Promise<string>((resolve) => {
      const frame = Object.assign(document.createElement('iframe'), { name: `${method}${enctype}` });
      const made = Object.assign(document.createElement('form'), { action: path, method, enctype, target: frame.name });
      made.append(
        Object.assign(document.createElement('input'), { name: 'query', value: '{ claims { totalCount } }' }),
      );
      document.body.append(frame, made);
      frame.onload = () => resolve(frame.contentDocument?.body.textContent ? 'read' : 'nothing');
      made.submit();
    });
  const fetched = (at: string, how: RequestInit) => async () => {
    const answer = await fetch(at, how);
    return answer.type === 'opaque' ? 'nothing' : `${answer.status} ${await answer.text()}`;
  };
  const post = (type: string, mode: RequestMode) =>
    fetched(`${url}/graphql`, { method: 'POST', body, mode, headers: { 'content-type': type } });
  const socket = () =>
    new Promise<string>((resolve) => {
      const made = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
      made.onopen = () => resolve('open');
      made.onerror = () => resolve('nothing');
    });
  const events = () =>
    new Promise<string>((resolve) => {
      const made = new EventSource(path);
      made.onopen = () => resolve('open');
      made.onerror = () => resolve('nothing');
    });
  navigator.sendBeacon(`${url}/graphql`, body);
  const ways: Record<string, () => Promise<string>> = {
    image: () => element('img', { src: path }),
    script: () => element('script', { src: path }),
    style: () => element('link', { rel: 'stylesheet', href: path }),
    get: () => form('get', 'application/x-www-form-urlencoded'),
    urlencoded: () => form('post', 'application/x-www-form-urlencoded'),
    plain: () => form('post', 'text/plain'),
    multipart: () => form('post', 'multipart/form-data'),
    fetch: fetched(path, {}),
    opaque: fetched(path, { mode: 'no-cors' }),
    health: fetched(`${url}/health`, {}),
    json: post('application/json', 'cors'),
    text: post('text/plain', 'no-cors'),
    socket,
    events,
  };
  const got = Object.entries(ways).map(async ([way, work]) => [way, await attempt(work)]);
  return Object.fromEntries(await Promise.all(got));
}

/** A page of its own for another server. */
async function serveBlank(): Promise<Server> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Elsewhere</title><body>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

describe('a page of another origin in a browser', { timeout: 60_000 }, () => {
  let launched: Launch;
  let engine: Engine;
  let server: RunningServer;
  let elsewhere: Server;
  let page: Page;
  let statements = 0;

  beforeAll(async () => {
    // Every name leads here, as it does for somebody who owns a name and rebinds it.
    launched = await launchChromium('--host-resolver-rules=MAP *.example 127.0.0.1');
    if (!launched.browser) return;
    engine = openEmbedded({ path: null, timeout: 10_000 });
    await openStore(engine);
    await loadSeed(engine);
    elsewhere = await serveBlank();
    const counting: Engine = {
      ...engine,
      read: (statement, options) => {
        statements += 1;
        return engine.read(statement, options);
      },
    };
    server = await startServer({
      ...{ engine: counting, host: '127.0.0.1', port: 0, questions: [], log: 'silent' },
      ...{ origins: [`http://desk.example:${portOf(elsewhere)}`], writing: { token: TOKEN, by: 'desk' } },
    });
  }, 60_000);

  afterAll(async () => {
    await server?.close();
    await engine?.close();
    elsewhere?.close();
    await launched.browser?.close();
  });

  beforeEach(async ({ skip }) => {
    if (!launched.browser) return skip(launched.reason);
    page = await launched.browser.newPage();
    statements = 0;
  });

  afterEach(async () => {
    await page?.close();
  });

  const portOf = (one: Server) => (one.address() as AddressInfo).port;
  it.each(['evil.example', '127.0.0.1', 'localhost'])(
    'at %s reads nothing and runs nothing, whatever way it asks',
    async (host) => {
      await page.goto(`http://${host}:${portOf(elsewhere)}/`);
      for (const name of ['127.0.0.1', 'localhost']) {
        const got = await page.evaluate(askInEveryWay, server.url.replace('127.0.0.1', name));
        expect(Object.keys(got)).toHaveLength(14);
        expect(Object.entries(got).filter(([, what]) => what !== 'nothing')).toEqual([]);
      }
      expect(statements).toBe(0);
    },
  );

  it('runs nothing by a window that it opens, or by a link', async () => {
    await page.goto(`http://evil.example:${portOf(elsewhere)}/`);
    const question = `${server.url}/graphql?query=${encodeURIComponent('{ claims { totalCount } }')}`;
    const [opened] = await Promise.all([page.waitForEvent('popup'), page.evaluate((url) => void open(url), question)]);
    await opened.waitForLoadState();
    expect(await opened.textContent('body')).toContain('"FORBIDDEN"');
    await Promise.all([
      page.waitForNavigation(),
      page.evaluate((url) => {
        location.href = url;
      }, question),
    ]);
    expect(await page.textContent('body')).toContain('"FORBIDDEN"');
    expect(statements).toBe(0);
  });

  it('cannot become the server by a name that it rebinds', async () => {
    const rebound = server.url.replace('127.0.0.1', 'evil.example');
    const question = `/graphql?query=${encodeURIComponent('{ claims { totalCount } }')}`;
    for (const path of ['/playground', question, '/health']) {
      const answer = await page.goto(`${rebound}${path}`);
      expect(answer?.status()).toBe(403);
      expect(await answer?.text()).toContain('is not a name of this server');
    }
    expect(statements).toBe(0);
  });

  it('asks, changes and listens if its origin is listed', async () => {
    await page.goto(`http://desk.example:${portOf(elsewhere)}/`);
    const got = await page.evaluate(
      async ({ url, token }) => {
        const ask = async (query: string) => {
          const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
          const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
          return [answer.status, await answer.json()];
        };
        const socket = new Promise<string>((resolve) => {
          const made = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
          made.onopen = () => made.send('{"type":"connection_init"}');
          made.onmessage = ({ data }) => resolve(data);
          made.onerror = () => resolve('nothing');
        });
        const change = 'mutation { retract(id: "person:nobody", reason: "x") { problems { code } } }';
        return {
          question: await ask('{ __typename }'),
          wrong: await ask('{'),
          change: await ask(change),
          socket: await socket,
        };
      },
      { url: server.url, token: TOKEN },
    );
    expect(got).toEqual({
      question: [200, { data: { __typename: 'Query' } }],
      wrong: [400, { errors: [expect.objectContaining({ extensions: { code: 'GRAPHQL_PARSE_FAILED' } })] }],
      change: [200, { data: { retract: { problems: [{ code: 'NOT_FOUND' }] } } }],
      socket: '{"type":"connection_ack"}',
    });
  });
});

import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import helmet from '@fastify/helmet';
import fastify from 'fastify';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../src/engine/embedded.ts';
import { loadSeed } from '../../src/ingest/seed.ts';
import { openStore } from '../../src/ingest/store.ts';
import { startServer } from '../../src/server.ts';
import { playground } from '../../src/web/playground.ts';
import { type Question, readQuestions } from '../../src/web/questions.ts';
import { type Launch, launchChromium } from './chromium.ts';

const ASSETS = new URL('../../dist/playground/', import.meta.url);
const SOURCES = fileURLToPath(new URL('../../src/web/playground/', import.meta.url));

type Served = { readonly origin: string; readonly questions: readonly Question[]; close(): Promise<void> };

/** A saved question with variables, a word at the beginning of its answer, and one of its variables. */
const ASKED = {
  title: 'What had been said of the amnesty request',
  answer: 'lettingUndatedIn',
  variable: 'claim:amnesty',
};

async function serve(): Promise<Served> {
  const engine = openEmbedded({ path: null, timeout: 10_000 });
  await openStore(engine);
  await loadSeed(engine);
  const questions = readQuestions(new URL('../../seed/queries/', import.meta.url));
  const server = await startServer({ engine, questions, host: '127.0.0.1', port: 0, log: 'silent' });
  const close = async () => {
    await server.close();
    await engine.close();
  };
  return { origin: server.url, questions, close };
}

async function buildIfStale(): Promise<void> {
  const changed = Math.max(...readdirSync(SOURCES).map((file) => statSync(join(SOURCES, file)).mtimeMs));
  const built = statSync(new URL('index.html', ASSETS), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (built < changed) await build({ root: SOURCES, configFile: join(SOURCES, 'vite.config.ts'), logLevel: 'error' });
}

/** Notes what a page must not do: leave its own origin, report an error, break its own content security policy. */
function faultsOf(page: Page, origin: string): string[] {
  const faults: string[] = [];
  page.context().on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && !['data:', 'blob:'].includes(url.protocol)) faults.push(`asked ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} for ${response.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`thrown: ${error.message}`));
  return faults;
}

describe('the playground in a browser', { timeout: 30_000 }, () => {
  let launched: Launch;
  let served: Served;
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    launched = await launchChromium();
    if (!launched.browser) return;
    await buildIfStale();
    served = await serve();
  }, 120_000);

  afterAll(async () => {
    await served?.close();
    await launched.browser?.close();
  });

  beforeEach(async ({ skip }) => {
    if (!launched.browser) return skip(launched.reason);
    page = await launched.browser.newPage();
    faults = faultsOf(page, served.origin);
  });

  afterEach(async () => {
    await page?.close();
  });

  it('offers the saved questions and answers the one that is chosen', async () => {
    await page.goto(`${served.origin}/playground`);
    const questions = page.getByRole('navigation', { name: 'Questions' });
    await questions.getByRole('button', { name: ASKED.title }).waitFor();
    expect(await questions.getByRole('button').allTextContents()).toEqual(served.questions.map(({ title }) => title));

    await ask(ASKED.title);
    await answerWith(ASKED.answer);
    expect(await page.title()).toBe('Playground · claimgraph');
    expect(faults).toEqual([]);
  });

  it('opens with the first saved question and its variables', async () => {
    const [first] = served.questions as [Question];
    await page.goto(`${served.origin}/playground`);
    await page.locator('[aria-current="true"]', { hasText: first.title }).waitFor();
    for (const variable of Object.keys(first.variables)) {
      await page.locator('.graphiql-editor-tool').getByText(`"${variable}"`).waitFor();
    }
    expect(faults).toEqual([]);
  });

  it('can be used by keyboard alone', async () => {
    await page.goto(`${served.origin}/playground`);
    await page.getByRole('button', { name: ASKED.title }).focus();
    await page.keyboard.press('Enter');
    await page.locator('[aria-current="true"]', { hasText: ASKED.title }).waitFor();
    await page.getByRole('button', { name: /^Execute query/ }).focus();
    await page.keyboard.press('Enter');
    await answerWith(ASKED.answer);
    expect(faults).toEqual([]);
  });

  it('keeps what was written by hand when a question is chosen', async () => {
    await page.goto(`${served.origin}/playground?query=${encodeURIComponent('{ actors { totalCount } }')}`);
    await ask(ASKED.title);
    expect(await page.getByRole('tab').count()).toBe(2);
    expect(faults).toEqual([]);
  });

  it('opens with the question and the variables of the address', async () => {
    const { query, variables } = served.questions.find(({ title }) => title.startsWith(ASKED.title)) as Question;
    const address = new URLSearchParams({ query, variables: JSON.stringify(variables) });
    await page.goto(`${served.origin}/playground?${address}`);
    await page.locator('.graphiql-editor-tool').getByText(ASKED.variable).waitFor();
    await page.getByRole('button', { name: /^Execute query/ }).click();
    await answerWith(ASKED.answer);
    expect(faults).toEqual([]);
  });

  it('shows questions, editor and answer below each other in a narrow window', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${served.origin}/playground`);
    await ask(ASKED.title);
    await answerWith(ASKED.answer);
    for (const region of ['Questions', 'Operation Editor', 'Result Window']) {
      const box = await page.getByLabel(region, { exact: true }).first().boundingBox();
      expect(box?.width, region).toBeGreaterThan(250);
      expect((box?.x ?? 0) + (box?.width ?? 0), region).toBeLessThanOrEqual(390);
    }
    expect(faults).toEqual([]);
  });

  async function ask(title: string): Promise<void> {
    const button = page.getByRole('button', { name: title });
    await page.getByRole('button', { name: /^Execute query/ }).waitFor();
    await button.click();
    await page.locator('[aria-current="true"]', { hasText: title }).waitFor();
    await page.getByRole('button', { name: /^Execute query/ }).click();
  }

  async function answerWith(word: string): Promise<void> {
    await page.getByLabel('Result Window').getByText(word).first().waitFor({ timeout: 10_000 });
  }
});

describe('the pages of the playground', () => {
  it('relax the headers of no other page', async () => {
    const folder = temporaryFolder({ 'index.html': '<!doctype html>' });
    const app = fastify();
    await app.register(helmet, {
      contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"] } },
    });
    await app.register(playground, { questions: [], assets: folder });
    app.get('/elsewhere', () => 'plain');
    const policy = async (url: string) => (await app.inject(url)).headers['content-security-policy'];
    expect(await policy('/elsewhere')).toBe("default-src 'none'");
    expect(await policy('/missing')).toBe("default-src 'none'");
    expect(await policy('/playground')).toContain("script-src 'self';");
    await app.close();
  });

  it('are kept for good where their name changes with what they hold, and asked for anew elsewhere', async () => {
    const folder = temporaryFolder({ 'index.html': '<!doctype html>', 'assets/index-1a2b.js': '' });
    const app = fastify();
    await app.register(playground, { questions: [], assets: folder });
    const caching = async (url: string) => (await app.inject(url)).headers['cache-control'];
    expect(await caching('/playground')).toBe('no-cache');
    expect(await caching('/playground/')).toBe('no-cache');
    expect(await caching('/playground/questions.json')).toBe('no-cache');
    expect(await caching('/playground/assets/index-1a2b.js')).toBe('public, max-age=31536000, immutable');
    await app.close();
  });

  it('say how to build them when they are not built', async () => {
    const app = fastify();
    await app.register(playground, { questions: [], assets: temporaryFolder({}) });
    const { statusCode, body } = await app.inject('/playground');
    expect({ statusCode, body }).toEqual({
      statusCode: 404,
      body: 'The playground is not built yet. Build it with: npm run build',
    });
    await app.close();
  });
});

describe('a folder of saved questions', () => {
  it('is read by file name, with the title from the first line and the variables from beside', () => {
    const folder = temporaryFolder({
      '01-named.graphql':
        '# Who goes by this name?\nquery Named($text: String!) { actors(filter: { text: $text }) { totalCount } }\n',
      '01-named.variables.json': '{ "text": "rodri" }',
      '00-most-heard.graphql': '# Who has said the most?\n{ actors { totalCount } }\n',
      'README.md': 'About these questions.',
    });
    expect(readQuestions(folder)).toEqual([
      {
        name: '00-most-heard',
        title: 'Who has said the most?',
        query: '# Who has said the most?\n{ actors { totalCount } }\n',
        variables: {},
      },
      {
        name: '01-named',
        title: 'Who goes by this name?',
        query:
          '# Who goes by this name?\nquery Named($text: String!) { actors(filter: { text: $text }) { totalCount } }\n',
        variables: { text: 'rodri' },
      },
    ]);
  });

  it.each([
    ['a.graphql', '{ actors { totalCount } }', 'a.graphql: must begin with its title'],
    ['a.graphql', '# Broken\n{ actors {', 'a.graphql: Syntax Error'],
    ['a.variables.json', '["rodri"]', 'a.variables.json: must hold a JSON object'],
    ['a.variables.json', '{', 'a.variables.json: '],
    ['b.variables.json', '{}', 'b.variables.json: no b.graphql beside it'],
  ])('is refused by the name of the faulty file: %s with %s', (file, content, problem) => {
    const folder = temporaryFolder({ 'a.graphql': '# Good\n{ actors { totalCount } }', [file]: content });
    expect(() => readQuestions(folder)).toThrow(problem);
  });
});

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function temporaryFolder(files: Readonly<Record<string, string>>): URL {
  const folder = mkdtempSync(join(tmpdir(), 'playground-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return pathToFileURL(`${folder}/`);
}

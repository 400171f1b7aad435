import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openEmbedded } from '../../src/engine/embedded.ts';
import { loadSeed } from '../../src/import/seed.ts';
import { startServer } from '../../src/server.ts';
import { openStore } from '../../src/store/open-store.ts';
import { type Question, readQuestions } from '../../src/web/saved-questions.ts';
import { buildIfStale } from '../built-program.ts';
import { type Launch, launchChromium } from './chromium.ts';

type Served = { readonly origin: string; readonly questions: readonly Question[]; close(): Promise<void> };

/** A saved question with variables, a text at the beginning of its answer, and one of its variables. */
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
    buildIfStale();
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

  async function answerWith(text: string): Promise<void> {
    await page.getByLabel('Result Window').getByText(text).first().waitFor({ timeout: 10_000 });
  }
});

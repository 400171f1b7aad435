import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import { endServing, type Serving, serving } from '../cli/serving.ts';
import { listen } from '../live/listener.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

const NORMAL = [
  '{ claims { nodes { id text roots { id } } } }',
  `{ ${Array.from({ length: 40 }, (_, i) => `a${i}: claims(first: 1) { nodes { id } }`).join(' ')} }`,
  getIntrospectionQuery(),
];

const BAD: readonly RequestInit[] = [
  { method: 'POST', headers: JSON_TYPE, body: '{' },
  { method: 'POST', headers: { 'content-type': 'text/xml' }, body: '<a/>' },
  { method: 'POST', headers: JSON_TYPE, body: 'x'.repeat(2_000_000) },
  { method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ query: `{ ${'a{'.repeat(3_000)} }` }) },
  { method: 'PUT' },
];

/** Starts the built program, lets it be asked, stops it, and gives what it wrote on standard error. */
async function logOf(environment: Record<string, string>, ask: (server: Serving) => Promise<void>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-log-'));
  const server = await serving({ CLAIMGRAPH_DATA: folder, ...environment });
  await ask(server);
  await endServing(server, 'SIGTERM');
  rmSync(folder, { recursive: true });
  return server.running.err().split('\n').filter(Boolean);
}

/** What a library might do in the process, once it gets SIGUSR2. */
function onSignal(script: string): Record<string, string> {
  const module = `process.on('SIGUSR2', () => { ${script} })`;
  return { NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(module)}"` };
}

/** Sends SIGUSR2, and waits until the log has so many lines. */
async function signalled({ running }: Serving, lines: number): Promise<void> {
  running.child.kill('SIGUSR2');
  while (running.err().split('\n').length <= lines) await new Promise((done) => setTimeout(done, 20));
}

describe('the log', () => {
  it('has no word of normal questions, nor of what clients do wrong', async () => {
    const lines = await logOf({}, async ({ url }) => {
      for (const query of NORMAL) {
        const answer = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: JSON_TYPE,
          body: JSON.stringify({ query }),
        });
        expect(answer.status).toBe(200);
        expect(await answer.json()).not.toHaveProperty('errors');
      }
      for (const request of BAD) await (await fetch(`${url}/graphql`, request)).text();
      const listeners = Array.from({ length: 15 }, () => listen(url));
      await new Promise((done) => setTimeout(done, 500));
      await Promise.all(listeners.map((one) => one.leave()));
    });
    expect(lines).toEqual([]);
  });

  it('has lines of JSON only, also for what Node.js and libraries say', async () => {
    const said = `process.emitWarning('a warning', 'DeprecationWarning', 'DEP0001');
      console.error('an error of a library', new Error('why')); console.warn('advice of a library');`;
    const lines = await logOf(onSignal(said), (server) => signalled(server, 3));
    const parsed = lines.map((line) => JSON.parse(line) as { level: number; msg: string });
    expect(parsed.map(({ level, msg }) => `${level} ${msg.split('\n')[0]}`).sort()).toEqual([
      '40 a warning',
      '40 advice of a library',
      '50 an error of a library Error: why',
    ]);
  });

  it('has the error that ends the process', async () => {
    const lines = await logOf(onSignal(`Promise.reject(new Error('the end'))`), (server) => signalled(server, 1));
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { level: 60, msg: 'the end', err: { type: 'Error', message: 'the end' } },
    ]);
  });
});

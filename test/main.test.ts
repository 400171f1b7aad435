import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { openNeo4j } from '../src/engine/neo4j.ts';
import { builtProgram } from './built-program.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'claimgraph-main-'));
const COUNTS = '{ claims { totalCount } whoReported { totalCount } }';
const SEED = { claims: { totalCount: 52 }, whoReported: { totalCount: 105 } };

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
  readonly greeting: string;
}

/** Runs the program as a user would, in a process of its own. */
function run(environment: Record<string, string>): {
  child: ChildProcess;
  output: () => string;
  ended: Promise<number | null>;
} {
  const env = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', PORT: '0', ...environment };
  const child = spawn(process.execPath, [builtProgram()], { cwd: ROOT, env, stdio: 'pipe' });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const ended = new Promise<number | null>((done) => child.once('close', done));
  return { child, output: () => output, ended };
}

async function start(environment: Record<string, string>): Promise<Started> {
  const { child, output, ended } = run(environment);
  let over = false;
  void ended.then(() => (over = true));
  for (;;) {
    const url = /answers at (\S+)\/graphql/.exec(output())?.[1];
    if (url && output().includes('curl')) return { child, url, greeting: output() };
    if (over) throw new Error(output());
    await new Promise((done) => setTimeout(done, 20));
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = new Promise((done) => child.once('close', done));
  child.kill(signal);
  await ended;
}

async function ask(url: string, query: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return ((await answer.json()) as { data: unknown }).data;
}

describe('the program', { timeout: 90_000 }, () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('seeds an empty database, says where it answers, and stops on a signal', async () => {
    const { child, url, greeting } = await start({ CLAIMGRAPH_DATA: folder });
    expect(greeting).toContain(`the embedded database at ${folder}`);
    expect(greeting).toContain(`${url}/playground`);
    expect(await ask(url, COUNTS)).toEqual(SEED);
    await end(child, 'SIGTERM');
    expect(child.exitCode).toBe(0);
  });

  it('leaves a database alone that is not empty, also after it was killed', async () => {
    const recorded = '{ node(id: "attribution:reuters-amnesty") { ... on Attribution { recordedAt } } }';
    const first = await start({ CLAIMGRAPH_DATA: folder });
    const before = await ask(first.url, recorded);
    await end(first.child, 'SIGKILL');
    const second = await start({ CLAIMGRAPH_DATA: folder });
    expect(await ask(second.url, recorded)).toEqual(before);
    expect(await ask(second.url, COUNTS)).toEqual(SEED);
    await end(second.child, 'SIGINT');
  });

  it('names every setting that is wrong, and starts nothing', async () => {
    const { output, ended } = run({ PORT: 'http', NEO4J_URI: 'localhost', CLAIMGRAPH_LOG: 'loud' });
    expect(await ended).toBe(1);
    for (const name of ['PORT', 'NEO4J_URI', 'CLAIMGRAPH_LOG']) expect(output()).toContain(`  ${name}: `);
    expect(output()).not.toContain('    at ');
  });

  it.skipIf(!inject('neo4j'))('runs on a Neo4j (where one runs) and refuses wrong credentials', async () => {
    const { uri, user, password } = inject('neo4j') ?? { uri: '', user: '', password: '' };
    const engine = openNeo4j({ uri, user, password, database: 'neo4j', timeout: 20_000 });
    await engine.write((write) => write({ text: 'MATCH (n) DETACH DELETE n', parameters: {} }));
    await engine.close();
    const { child, url, greeting } = await start({ NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password });
    expect(greeting).toContain(`Neo4j at ${uri}`);
    expect(await ask(url, COUNTS)).toEqual(SEED);
    await end(child, 'SIGTERM');
    const refused = run({ NEO4J_URI: uri, NEO4J_PASSWORD: 'wrong' });
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toContain('unauthorized');
  });
});

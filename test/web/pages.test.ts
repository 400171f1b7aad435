import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import helmet from '@fastify/helmet';
import fastify from 'fastify';
import { afterAll, describe, expect, it } from 'vitest';
import { playground } from '../../src/web/playground.ts';
import { readQuestions } from '../../src/web/saved-questions.ts';

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

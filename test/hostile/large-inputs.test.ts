import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIfStale } from '../built-program.ts';
import { start } from '../cli/program.ts';

/** What reading any of these may take: milliseconds on a busy machine, and megabytes. Old readers took a minute and 3 GB. */
const LONGEST = 25_000;
const MEMORY = 400;

const ALL_PROBLEMS = 10_000;

const nested = (open: string, close: string, depth: number, inner = '1') =>
  `${open.repeat(depth)}${inner}${close.repeat(depth)}`;

const keys = (count: number) => Array.from({ length: count }, (_, index) => `"k${index}":1`).join(',');

const CSV = { rows: { format: 'csv' } };
const ROWS = { rows: { format: 'json' } };
const PERSON = { collection: 'actors', record: { id: 'person:{a|slug}', type: 'PERSON', names: [{ text: '{a}' }] } };

interface Input {
  readonly name: string;
  readonly content: () => string;
  /** What is said of it, with the place. */
  readonly says: string;
  readonly mapping?: object;
  /** How many problems are printed at most. */
  readonly most?: number;
}

const INPUTS: readonly Input[] = [
  {
    name: 'brackets.json',
    content: () => '['.repeat(10_000),
    says: 'item 1: is nested more than 100 levels deep at line 1, column 101',
  },
  {
    name: 'lists.json',
    content: () => `{"claims":[{"texts":${nested('[', ']', 200_000)}}]}`,
    says: 'levels deep at line 1, column ',
  },
  {
    name: 'objects.ndjson',
    content: () => `\n{"claims":[${nested('{"a":', '}', 100_000)}]}\n`,
    says: 'objects.ndjson:2: is nested more than',
  },
  {
    name: 'nested.ftm.json',
    content: () => `{"id":"a","schema":"Person","properties":{"name":${nested('[', ']', 100_000)}}}\n`,
    says: 'nested.ftm.json:1: is nested more than',
  },
  {
    name: 'nested.jsonld',
    content: () => `{"@type":"ClaimReview","author":${nested('{"author":', '}', 50_000)}}`,
    says: 'is nested more than',
  },
  {
    name: 'rows.json',
    content: () => `[${nested('{"a":', '}', 100_000)}]`,
    says: 'is nested more than',
    mapping: { ...ROWS, records: [PERSON] },
  },
  {
    name: 'script.html',
    content: () => `<p>\n<script type="application/ld+json">${'['.repeat(10_000)}</script>`,
    says: 'the script that begins on line 2 is nested more than',
  },
  {
    name: 'tags.html',
    content: () => `<p>\n${'<div>'.repeat(300_000)}`,
    says: 'has tags more than 2000 levels deep at line 2',
  },
  {
    name: 'keys.json',
    content: () => `{"claims":[{"id":"claim:x",${keys(500_000)}}]}`,
    says: 'has an object with more than 10000 keys at line 1, column ',
  },
  {
    name: 'collections.ndjson',
    content: () => `{${keys(500_000)}}\n`,
    says: 'collections.ndjson:1: has an object with more than 10000 keys',
  },
  {
    name: 'properties.ftm.json',
    content: () => `{"id":"a","schema":"Person","properties":{${keys(500_000)}}}\n`,
    says: 'more than 10000 keys',
  },
  { name: 'fields.jsonld', content: () => `{"@type":"ClaimReview",${keys(500_000)}}`, says: 'more than 10000 keys' },
  {
    name: 'items.json',
    content: () => `{"claims":[{"id":"claim:x","texts":[${'{},'.repeat(1_000_000)}{}]}]}`,
    says: 'has a list with more than 10000 items',
  },
  {
    name: 'records.json',
    content: () => `{"claims":[${'{},'.repeat(1_000_000)}{}]}`,
    says: 'records.json: item 1: claims.0: id: is missing',
    most: ALL_PROBLEMS,
  },
  {
    name: 'records.ndjson',
    content: () => `{"claims":[${'{},'.repeat(1_000_000)}{}]}\n`,
    says: 'records.ndjson:1: claims.0: id: is missing',
    most: 1_000,
  },
  {
    name: 'numbers.json',
    content: () => `{"claims":[${'1,'.repeat(1_000_000)}1]}`,
    says: 'numbers.json: item 1: ',
    most: ALL_PROBLEMS,
  },
  {
    name: 'lines.ndjson',
    content: () => '{\n'.repeat(1_000_000),
    says: 'lines.ndjson:1: is not valid JSON at column 2',
    most: ALL_PROBLEMS,
  },
  {
    name: 'scripts.html',
    content: () => '<script type="application/ld+json">{x</script>\n'.repeat(100_000),
    says: 'the script that begins on line 2 is not valid JSON',
    most: ALL_PROBLEMS,
  },
  {
    name: 'cells.csv',
    content: () => `a\n${'x,y\n'.repeat(1_000_000)}`,
    says: 'cells.csv:2: has 2 cells',
    mapping: { ...CSV, records: [PERSON] },
    most: ALL_PROBLEMS,
  },
  {
    name: 'quote.csv',
    content: () => `a\n"open\n${'x,y\n'.repeat(1_000_000)}`,
    says: 'quote.csv:2: has a quote that is never closed',
    mapping: { ...CSV, records: [PERSON] },
  },
  { name: 'line.ndjson', content: () => 'x'.repeat(100_000_000), says: 'line.ndjson:1: is longer than 16777216 bytes' },
  {
    name: 'manifest.json',
    content: () => `{"id":"bundle:m","files":${nested('[', ']', 50_000)}}`,
    says: 'manifest.json: is nested more than',
  },
];

describe('an input that is made to be too much', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimgraph-large-'));
  const environment = { CLAIMGRAPH_DATA: join(folder, 'data'), NODE_OPTIONS: `--max-old-space-size=${MEMORY}` };

  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };

  const ended = async (...args: readonly string[]) => {
    const began = Date.now();
    const { exit, out, err } = await start(args, environment).ended;
    expect({ args, exit, isInTime: Date.now() - began < LONGEST }).toEqual({ args, exit: 1, isInTime: true });
    expect(`${out}${err}`).not.toMatch(/call stack|heap|RangeError/);
    return { out, text: `${out}${err}` };
  };

  beforeAll(buildIfStale, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const alone = INPUTS.filter(({ name, most, mapping }) => most || mapping || name === 'manifest.json');

  it('is one problem with its place, in bounded time and memory, also beside others', async () => {
    const together = INPUTS.filter((input) => !alone.includes(input));
    const files = together.map(({ name, content }) => file(name, content()));
    const { out } = await ended('check', '--offline', ...files);
    const problems = out.split('\n').slice(0, -2);
    expect(problems).toEqual(together.map(({ says }) => expect.stringContaining(says)));
    for (const one of files) rmSync(one);
  });

  it.each(alone)('has a bounded number of problems, in bounded time and memory: $name', async (input) => {
    const { name, content, says, mapping, most = 1 } = input;
    const table = mapping ? ['--mapping', file('mapping', JSON.stringify(mapping))] : [];
    const { out, text } = await ended('check', '--offline', ...table, file(name, content()));
    expect(text).toContain(says);
    const problems = out.split('\n').filter((line) => line.includes(name)).length;
    expect(problems).toBeLessThanOrEqual(most);
    expect(text.includes('the rest was not looked at')).toBe(most === ALL_PROBLEMS);
    rmSync(join(folder, name));
  });

  it('stores nothing, or what is right, and prints no more problems than it says', async () => {
    const lines = file('lines.ndjson', '{\n'.repeat(20_000));
    expect((await ended('import', lines)).text).toContain('the rest was not looked at');
    const skipped = await start(['import', '--on-problem', 'skip', lines], environment).ended;
    expect(skipped.err).toContain('And 10,000 more problems, which --report writes to a file.');
    expect(skipped.out).toContain('Skipped: 20,000 problems in 20,000 lines');
  });

  it('is refused as a mapping and as a packet', async () => {
    const deep = nested('{"a":', '}', 50_000);
    const mapping = file('deep.mapping.json', `{"rows":{"format":"csv"},"records":[{"record":${deep}}]}`);
    const { text } = await ended('check', '--offline', '--mapping', mapping, file('a.csv', 'a\n1\n'));
    expect(text).toContain('deep.mapping.json is nested more than 100 levels deep at line 1, column ');
    for (const content of [deep, `{${keys(500_000)}}`, `{"answer":{"chains":[${'[],'.repeat(1_000_000)}[]]}}`]) {
      expect((await ended('verify', file('a.packet.json', content))).out).toMatch(/^The text (is nested|has an? )/);
    }
  });
});

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { Parser } from 'htmlparser2';
import { Parser as RdfParser } from 'n3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseBundle } from '../../src/bundle/read-files.ts';
import { FORMATS, type FormatName } from '../../src/formats/output-formats.ts';
import { shared } from '../formats/reading.ts';
import { SEED, SEED_MANIFEST } from './files.ts';
import { run, start } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimgraph-export-test-'));
const MAPPING = fileURLToPath(new URL('../formats/table/averitec.mapping.json', import.meta.url));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);
const data = (name: string) => ({ CLAIMGRAPH_DATA: at(name) });

const ftm = shared('ftm/zala.ftm.json');
const averitec = shared('averitec/dev.json');

interface Line {
  readonly [collection: string]: readonly { readonly id?: string; readonly names?: readonly { text: string }[] }[];
}

const jsonLines = (text: string): Line[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** Exports a database to a file and reads that. */
async function exported(database: string, format: FormatName, ...args: readonly string[]): Promise<string> {
  const path = at(`${database}${FORMATS[format].ending}`);
  const ended = await run(['export', '--format', format, '--out', path, ...args], data(database));
  expect(ended).toMatchObject({ exit: 0, out: expect.stringMatching(/^Wrote /) });
  return readFileSync(path, 'utf8');
}

/** How many elements of a name an XML document has. Throws where it does not end as it should. */
function elements(xml: string, name: string): number {
  let count = 0;
  const open: string[] = [];
  const parser = new Parser(
    {
      onopentagname: (tag) => {
        open.push(tag);
        if (tag === name) count += 1;
      },
      onclosetag: (tag) => expect(open.pop()).toBe(tag),
      onerror: (error) => {
        throw error;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  expect(open).toEqual([]);
  return count;
}

/** How many attributions the text of each format has. */
const COUNT_ATTRIBUTIONS: Readonly<Record<FormatName, (text: string) => number>> = {
  bundle: (text) => parseBundle(JSON.parse(text)).attributions.length,
  ndjson: (text) => jsonLines(text).filter(({ attributions }) => attributions).length,
  csv: (text) => (parse(text, { columns: true }) as object[]).length,
  graphml: (text) => (elements(text, 'node') > 0 ? (text.match(/>Attribution</g) ?? []).length : 0),
  gexf: (text) => (elements(text, 'node') > 0 ? (text.match(/value="Attribution"/g) ?? []).length : 0),
  cypher: (text) => text.split('\n').filter((line) => line.startsWith('CREATE (:Node:Attribution ')).length,
  prov: (text) => Object.keys(JSON.parse(text).activity).length,
  nanopub: (text) => {
    const head = 'http://www.nanopub.org/nschema#Nanopublication';
    return new RdfParser({ format: 'application/trig' }).parse(text).filter(({ object }) => object.value === head)
      .length;
  },
  // These formats have claims with their speakers, and not each attribution.
  ftm: (text) => (jsonLines(text).length > 0 ? SEED.attributions.length : 0),
  claimreview: (text) => (JSON.parse(text)['@context'] ? SEED.attributions.length : 0),
  'schema-org': (text) => (JSON.parse(text)['@context'] ? SEED.attributions.length : 0),
};

describe('the export of the seed', { timeout: 120_000 }, () => {
  beforeAll(async () => {
    expect((await run(['import', SEED_MANIFEST], data('seed'))).exit).toBe(0);
  }, 60_000);

  it.each(Object.keys(FORMATS) as FormatName[])('as %s is whole, and read by a parser', async (format) => {
    expect(COUNT_ATTRIBUTIONS[format](await exported('seed', format))).toBe(SEED.attributions.length);
  });

  it('goes to standard output as lines, and says nothing else there', async () => {
    const { exit, out, err } = await run(['export'], data('seed'));
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(jsonLines(out)).toHaveLength(
      Object.values(SEED).reduce((sum, records: readonly unknown[]) => sum + records.length, 0),
    );
  });

  it('prints its counts and its hash, and begins CSV with a byte order mark for Excel', async () => {
    const path = at('for-excel.csv');
    const { exit, out } = await run(['export', '--out', path, '--bom', '--json'], data('seed'));
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ format: 'csv', out: path, counts: { claims: 52, attributions: 105 } });
    expect([...readFileSync(path).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('is empty as of a time before anything was recorded', async () => {
    expect(JSON.parse(await exported('seed', 'bundle', '--as-of', '2001-01-01T00:00:00Z'))).toEqual({});
  });

  it('leaves suggestions out, but for formats that are the record itself and where their basis is asked for', async () => {
    const actor = { id: 'person:ana', type: 'PERSON', names: [{ text: 'Ana', language: 'en' }] };
    const said = { actor: actor.id, claim: 'claim:c', stance: 'ASSERTS', certainty: 'CERTAIN', mode: 'INDIRECT' };
    const hunch = { ...said, id: 'attribution:hunch', onRecord: true, basis: 'MODEL' };
    const cites = [{ attribution: hunch.id, credited: true }];
    const sure = { ...said, id: 'attribution:sure', onRecord: true, cites };
    const claims = [{ id: 'claim:c', texts: [{ text: 'C.', language: 'en' }] }];
    writeFileSync(at('hunch.json'), JSON.stringify({ actors: [actor], claims, attributions: [hunch, sure] }));
    expect((await run(['import', at('hunch.json')], data('hunch'))).exit).toBe(0);
    const formats = Object.keys(FORMATS).filter((name) => name !== 'claimreview') as FormatName[];
    const holding = [];
    for (const format of formats) {
      const usual = await exported('hunch', format);
      if (usual.includes('attribution:hunch')) holding.push(format);
    }
    expect(holding).toEqual(['bundle', 'ndjson']);
    const asked = await exported('hunch', 'graphml', '--basis', 'MODEL');
    expect([asked.includes('attribution:hunch'), asked.includes('attribution:sure')]).toEqual([true, false]);
    expect(await exported('hunch', 'csv', '--basis', 'stated,model')).toContain('attribution:hunch');
    expect(await run(['export', '--basis', 'MODEL'], data('hunch'))).toMatchObject({
      exit: 2,
      err: expect.stringContaining('--basis is not for ndjson, which always holds all records.'),
    });
    expect(await run(['export', '--format', 'csv', '--basis', 'GUESS'], data('hunch'))).toMatchObject({
      exit: 2,
      err: expect.stringContaining('--basis: GUESS is none of STATED, ANALYST, RULE, MODEL.'),
    });
  });

  it('leaves no part of a file, and keeps the old one, where it cannot be done', async () => {
    const path = at('kept.ndjson');
    writeFileSync(path, 'old');
    const late = await run(['export', '--out', path, '--as-of', '2999-01-01T00:00:00Z'], data('seed'));
    expect(late).toMatchObject({ exit: 1, err: '--as-of 2999-01-01T00:00:00Z is in the future.\n' });
    const nowhere = await run(['export', '--out', at('no/folder.ndjson')], data('seed'));
    expect(nowhere).toMatchObject({ exit: 1, err: expect.stringContaining('cannot be written') });
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('is refused when the arguments are not clear', async () => {
    const wrong = [
      ['export', '--out', at('graph.jsonld')],
      ['export', '--json'],
      ['export', '--bom'],
      ['export', '--as-of', 'yesterday'],
    ];
    for (const args of wrong) expect({ args, exit: (await run(args, data('seed'))).exit }).toEqual({ args, exit: 2 });
    expect(existsSync(at('graph.jsonld'))).toBe(false);
  });
});

describe('all that was imported', { timeout: 240_000 }, () => {
  beforeAll(async () => {
    await run(['import', SEED_MANIFEST], data('all'));
    if (ftm.isThere) await run(['import', '--on-problem', 'skip', ftm.path], data('all'));
    if (averitec.isThere) await run(['import', '--mapping', MAPPING, averitec.path], data('all'));
  }, 120_000);

  it.each(['bundle', 'ndjson'] as const)('is the same bytes when a %s goes out and in again', async (format) => {
    const once = await exported('all', format);
    const again = `again-${format}`;
    const path = at(`all${FORMATS[format].ending}`);
    expect((await run(['import', path], data(again))).exit).toBe(0);
    expect((await exported(again, format)) === once).toBe(true);
  });

  it('may be read in part, as by head, without an error', async () => {
    const { child, ended } = start(['export'], data('all'));
    child.stdout?.once('data', () => child.stdout?.destroy());
    const { exit, err } = await ended;
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
  });

  it.skipIf(!ftm.isThere)('keeps its entities and names as FollowTheMoney out and in again', async () => {
    const named = (text: string) =>
      new Map(
        jsonLines(text)
          .flatMap(({ actors = [], places = [] }) => [...actors, ...places])
          .filter(({ id }) => id?.startsWith('entity:ftm/'))
          .map(({ id, names }) => [id, names?.map((name) => name.text).sort()]),
      );
    await exported('all', 'ftm');
    // Copies of documents are links between documents there, and a claim here cannot speak of a document.
    const back = await run(['import', '--json', '--on-problem', 'skip', at('all.ftm.json')], data('back'));
    expect(back.exit).toBe(0);
    const problems: { message: string }[] = JSON.parse(back.out).problems;
    expect(problems.filter(({ message }) => !/ is a Document, not an entity$/.test(message))).toEqual([]);
    const before = named(await exported('all', 'ndjson'));
    const after = named(await exported('back', 'ndjson'));
    expect(before.size).toBeGreaterThan(25);
    expect([...before].map(([id]) => [id, after.get(id)])).toEqual([...before]);
  });
});

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mappingJsonSchema } from '../../../src/formats/table/json-schema.ts';
import { parseMapping } from '../../../src/formats/table/mapping-file.ts';
import { mappingReader } from '../../../src/formats/table/read.ts';
import { fileSource, findings, piecesOf, problemsOf, sourceOf, together } from '../reading.ts';

const json = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

const THINGS = {
  rows: { format: 'csv' },
  records: [{ collection: 'things', record: { id: 'thing:{id}', kind: 'x', names: [{ text: '{name}' }] } }],
};

async function read(mapping: object, content: string | Uint8Array, size = 7) {
  return piecesOf(mappingReader(parseMapping(mapping)), sourceOf(content, size));
}

/** One row through one template. */
async function filled(template: string, row: object, more: object = {}) {
  const mapping = {
    rows: { format: 'json' },
    records: [{ collection: 'things', record: { value: template } }],
    ...more,
  };
  const [piece] = await read(mapping, JSON.stringify([row]));
  const [record] = (piece?.records.things ?? []) as { value?: unknown }[];
  return piece?.problems[0] ?? record?.value;
}

describe('the form of mappings', () => {
  it('is published, and fits the mappings that are there', () => {
    const schema = json('../../../schema/mapping.schema.json');
    expect(schema).toEqual(mappingJsonSchema());
    const validate = new Ajv2020({ strict: false }).compile(schema);
    for (const path of ['averitec.mapping.json', '../../../examples/statements.mapping.json']) {
      expect([path, validate(json(`./${path}`)), validate.errors]).toEqual([path, true, null]);
    }
  });

  it('reports all problems of one at once', () => {
    const wrong = {
      rows: { format: 'csv', encoding: 'utf-16', delimiter: ';;' },
      fields: { a: '{b|shout}', c: '{b|lookup}' },
      records: [],
      extra: 1,
    };
    expect(() => parseMapping(wrong, 'my.json')).toThrow(/5 problems|6 problems/);
    expect(() => parseMapping(wrong, 'my.json')).toThrow(
      /my.json: rows.delimiter[\s\S]*my.json: rows.encoding: is not an encoding[\s\S]*fields.a: "shout" is not a filter; the filters are trim, [\s\S]*fields.c: the filter "lookup" needs a table/,
    );
    expect(() => parseMapping({ ...THINGS, fields: { a: '{b|lookup:constructor}' } })).toThrow(
      'tables: has no table "constructor"',
    );
  });
});

describe('the mapping that the documentation prints', () => {
  it('reads the table beside it', async () => {
    const formats = readFileSync(new URL('../../../docs/formats.md', import.meta.url), 'utf8');
    const printed = (kind: string) => formats.split(`\n\`\`\`${kind}\n`)[1]?.split('\n```')[0] ?? '';
    const pieces = await read(JSON.parse(printed('json mapping')), printed('csv'));
    expect(pieces.map(({ line, problems, leftOut }) => [line, problems, leftOut])).toEqual([
      [2, [], []],
      [3, [], []],
    ]);
    const bundle = together(pieces);
    expect(findings(bundle)).toEqual([]);
    expect(bundle.actors.map(({ id }) => id)).toEqual(['person:minutes/ana-sol', 'person:minutes/luis-vega']);
    expect(bundle.attributions.map(({ saidAt }) => saidAt)).toEqual(['2024-05-06', '2024-05-07']);
  });
});

describe('the example of a mapping', () => {
  it('reads its table', async () => {
    const mapping = parseMapping(json('../../../examples/statements.mapping.json'));
    const source = fileSource(new URL('../../../examples/statements.csv', import.meta.url).pathname);
    const pieces = await piecesOf(mappingReader(mapping), source);
    expect(pieces.map(({ line, problems, leftOut }) => [line, problems, leftOut])).toEqual([
      [2, [], []],
      [3, [], []],
    ]);
    const bundle = together(pieces);
    expect(findings(bundle)).toEqual([]);
    expect(bundle.claims.map(({ texts }) => texts[0]?.text)).toEqual([
      'The bridge is safe.',
      'The bridge was never inspected,\nnot even once.',
    ]);
    expect(bundle.documents.map(({ publishedAt, url, publisher }) => [publishedAt, url, publisher])).toEqual([
      ['2024-05-06', 'https://post.example/bridge', 'organization:statements/the-post'],
      ['2024-05-07', undefined, 'organization:statements/the-herald'],
    ]);
    expect(bundle.attributions.map(({ actor, stance, cites }) => [actor, stance, cites.length])).toEqual([
      ['person:statements/ana-sol', 'ASSERTS', 0],
      ['organization:statements/the-post', 'REPORTS', 1],
      ['organization:statements/the-herald', 'ASSERTS', 0],
    ]);
  });
});

describe('the rows of a CSV file', () => {
  it('have the line on which they begin, and bad ones are reported by it', async () => {
    const text = '\uFEFFid,name\r\na,"one\r\ntwo"\r\n\r\nb\r\nc,three,3\r\nd,"fo"ur\r\ne,five';
    const pieces = await read(THINGS, text);
    expect(pieces.map(({ line, records }) => [line, records.things?.[0]?.id])).toEqual([
      [2, 'thing:a'],
      [5, undefined],
      [6, undefined],
      [7, undefined],
      [8, 'thing:e'],
    ]);
    expect(problemsOf(pieces)).toEqual([
      [5, 'has 1 cells, but there are 2 columns'],
      [6, 'has 3 cells, but there are 2 columns'],
      [7, 'has text after a closing quote'],
    ]);
    expect(pieces[0]?.records.things?.[0]?.names).toEqual([{ text: 'one\r\ntwo' }]);
  });

  it('have at most 10,000 columns, told with the line that names them', async () => {
    const table = (columns: number) => `\n\nid,name${',x'.repeat(columns - 2)}\na,b${',x'.repeat(columns - 2)}\n`;
    expect(problemsOf(await read(THINGS, table(10_000)))).toEqual([]);
    const tooMany = [[3, 'has more than 10,000 columns: nothing after it was read']];
    expect(problemsOf(await read(THINGS, table(10_001)))).toEqual(tooMany);
    expect(problemsOf(await read(THINGS, table(500_000)))).toEqual(tooMany);
  });

  it('come back as a writer of CSV wrote them', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'ñ'), minLength: 1, maxLength: 8 });
    const row = fc.tuple(fc.constantFrom('x', 'y,', '"z'), cell);
    const rows = { format: 'json' };
    const mapping = { rows, records: [{ collection: 'things', record: { id: '{id}', kind: '{name}' } }] };
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1 }), fc.integer({ min: 1, max: 9 }), async (table, size) => {
        const csv = await read({ ...mapping, rows: { format: 'csv' } }, stringify([['id', 'name'], ...table]), size);
        const json = await read(mapping, JSON.stringify(table.map(([id, name]) => ({ id, name }))));
        expect(csv.map(({ records }) => records)).toEqual(json.map(({ records }) => records));
      }),
    );
  });

  it('may be in another encoding and have other characters', async () => {
    const rows = { format: 'csv', delimiter: ';', quote: "'", encoding: 'windows-1252', columns: ['id', 'name'] };
    const pieces = await read({ ...THINGS, rows }, Buffer.from("a;'ma\xf1ana; \x80'\nb;x", 'latin1'));
    expect(pieces.map(({ records }) => records.things?.[0]?.names[0]?.text)).toEqual(['mañana; €', 'x']);
  });

  it('are reported by line if their encoding is not the stated one', async () => {
    const pieces = await read(THINGS, Buffer.from('id,name\na,ma\xf1ana\nb,x', 'latin1'));
    expect(problemsOf(pieces)).toEqual([[2, 'is not text in utf-8']]);
    expect(pieces[1]?.records.things?.[0]?.id).toBe('thing:b');
  });

  it('may have cells of 10 MB, and a quote that is never closed swallows no memory', async () => {
    const long = 'x'.repeat(10_000_000);
    const [piece] = await read(THINGS, `id,name\na,"${long}"`, 100_000);
    expect(piece?.records.things?.[0]?.names[0]?.text === long).toBe(true);
    const cut = await read(THINGS, `id,name\na,b\nb,"${long}\n${long}\n`, 100_000);
    expect(cut[0]?.records.things?.[0]?.id).toBe('thing:a');
    expect(problemsOf(cut)).toEqual([[3, 'has a quote that is never closed: nothing after it was read']]);
  });

  it('are as many as there are, however many', async () => {
    const lines = Array.from({ length: 25_000 }, (_, index) => `a${index},"name\n${index}"`);
    lines[12_345] = 'b,x"y';
    const pieces = await read(THINGS, `id,name\r\n${lines.join('\r\n')}`, 10_000);
    expect(pieces).toHaveLength(25_000);
    expect(pieces.at(-1)).toMatchObject({ line: 50_000 - 1, records: { things: [{ id: 'thing:a24999' }] } });
    expect(problemsOf(pieces)).toEqual([[24_692, 'has a quote inside an unquoted cell']]);
  });

  it('that no template reads are reported as left out', async () => {
    const [piece] = await read(
      { ...THINGS, leftOut: { note: 'private' } },
      'id,name,note,more,constructor\na,b,c,d,\n',
    );
    expect(piece?.leftOut).toEqual([
      { field: 'note', value: 'c', why: 'private' },
      { field: 'more', value: 'd', why: 'the mapping has no place for it' },
    ]);
  });
});

describe('the rows of a JSON file', () => {
  it('are the objects of a list at any place', async () => {
    const rows = { format: 'json', path: ['data', 'items'] };
    const pieces = await read({ ...THINGS, rows }, '{"data": {"items": [{"id": "a", "name": "A"}, 7]}}');
    expect(problemsOf(pieces)).toEqual([[2, 'is not an object']]);
    expect(pieces[0]?.records.things?.[0]?.id).toBe('thing:a');
    expect(problemsOf(await read({ ...THINGS, rows }, '{"data": []}'))).toEqual([
      [1, 'has no list of rows at data.items'],
    ]);
    expect(problemsOf(await read({ ...THINGS, rows }, '{"data": [}'))).toEqual([
      [1, 'is not valid JSON at line 1, column 11'],
    ]);
  });
});

describe('a template', () => {
  it('keeps the kind of a value where it is alone, and is left out where one is missing', async () => {
    expect(await filled('{n}', { n: 4 })).toBe(4);
    expect(await filled('{n|number}', { n: ' 4.5 ' })).toBe(4.5);
    expect(await filled('no {n}', { n: 4 })).toBe('no 4');
    expect(await filled('{n} {m}', { n: 4, m: ' ' })).toBeUndefined();
    expect(await filled('{n}', { n: null })).toBeUndefined();
    expect(await filled('{n|split:;}', { n: 'a; b;;c' })).toEqual(['a', 'b', 'c']);
    expect(await filled('{#row}/{#language}', {}, { language: 'PT-br' })).toBe('1/pt-BR');
  });

  it('changes values by filters', async () => {
    const archived = 'https://web.archive.org/web/20201130144023im_/https://www.news.example/a';
    expect(await filled('{u|unarchive}', { u: archived })).toBe('https://www.news.example/a');
    expect(await filled('{u|unarchive|host}', { u: archived })).toBe('news.example');
    expect(await filled('{u|unarchive}', { u: 'https://a.example/' })).toBe('https://a.example/');
    expect(await filled('{d|date:DD-MM-YYYY}', { d: '1-10-2020' })).toBe('2020-10-01');
    expect(await filled('{d|date:MM/YYYY}', { d: '02/2020' })).toBe('2020-02');
    expect(await filled('{c|country}', { c: 'fr' })).toBe('France');
    expect(await filled('{a|not:b}{a|with:c|default:-}', { a: 'x', b: 'y' })).toBe('x-');
    expect(await filled('{a|or:b|upper}', { b: 'y' })).toBe('Y');
    expect(await filled('{t|shorten:4}', { t: 'abcdef' })).toBe('abc…');
    const tables = { kinds: { news: 'ORGANIZATION', '*': 'PERSON' }, codes: { a: 1 } };
    expect(await filled('{s|words:kinds}', { s: 'Sky NEWS.' }, { tables })).toBe('ORGANIZATION');
    expect(await filled('{s|words:kinds}', { s: 'Newsom' }, { tables })).toBe('PERSON');
    expect(await filled('{s|lookup:codes}', { s: 'a' }, { tables })).toBe(1);
  });

  it('makes a problem of a value that a filter cannot take', async () => {
    expect(await filled('{d|date:DD-MM-YYYY}', { d: '31-02-2020' })).toBe(
      'd: "31-02-2020" is not a date of the form DD-MM-YYYY',
    );
    expect(await filled('{d|number}', { d: '4 or 5' })).toBe('d: "4 or 5" is not a number');
    expect(await filled('{d|host}', { d: 'javascript:alert(1)' })).toBe(
      'd: "javascript:alert(1)" is not a web address',
    );
    expect(await filled('{d|upper}', { d: [1] })).toBe('d: is not text');
    expect(await filled('{d|language}', { d: 'klingon language' })).toBe('d: "klingon language" is not a language tag');
    const tables = { codes: { a: 1 } };
    expect(await filled('{s|lookup:codes}', { s: 'toString' }, { tables })).toBe(
      's: "toString" is not in the table "codes"',
    );
  });
});

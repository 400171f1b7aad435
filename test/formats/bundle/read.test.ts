import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { COLLECTIONS } from '../../../src/bundle/bundle.ts';
import { readBundle } from '../../../src/bundle/read-files.ts';
import { readJsonBundle, readNdjson } from '../../../src/formats/bundle/read.ts';
import { piecesOf, problemsOf, sourceOf, together } from '../reading.ts';

const { bundle: seed } = readBundle(fileURLToPath(new URL('../../../seed/manifest.json', import.meta.url)));
const records = COLLECTIONS.flatMap((collection) =>
  (seed[collection] as object[]).map((record) => ({ [collection]: [record] })),
);

describe('a bundle by lines', () => {
  it('is the bundle that was written', async () => {
    const text = records.map((part) => `${JSON.stringify(part)}\n`).join('');
    const pieces = await piecesOf(readNdjson, sourceOf(text, 100));
    expect(pieces.map(({ line }) => line)).toEqual(records.map((_, index) => index + 1));
    expect(problemsOf(pieces)).toEqual([]);
    expect(together(pieces)).toEqual(seed);
  });

  it('reports problems by line, and goes on', async () => {
    const text = [
      '{"$schema": "bundle.schema.json", "claims": []}',
      '',
      '{"claims": [}',
      '[{"claims": []}]',
      'null',
      '{"claim": [], "actors": {}}',
      '{"$schema": "bundle.schema.json"}',
      '{"id": "seed:x", "title": "x", "files": ["a.json"]}',
      '{"things": [{"id": "thing:a"}], "places": []}',
      '{"claims": [{"id": "claim:cu',
    ].join('\r\n');
    const pieces = await piecesOf(readNdjson, sourceOf(text));
    expect(problemsOf(pieces)).toEqual([
      [3, 'is not valid JSON at column 13'],
      [4, 'is not an object with collections, such as {"claims": [ … ]}'],
      [5, 'is not an object with collections, such as {"claims": [ … ]}'],
      [6, `"claim" is not a collection; the collections are ${COLLECTIONS.join(', ')}`, '"actors" is not a list'],
      [7, 'has no collection of records, such as "claims"'],
      [8, 'is the manifest of a bundle: it has no records itself'],
      [10, 'is not valid JSON at column 20'],
    ]);
    expect(pieces.filter(({ problems }) => problems.length === 0)).toEqual([
      { line: 1, records: { claims: [] }, problems: [], leftOut: [] },
      { line: 9, records: { things: [{ id: 'thing:a' }], places: [] }, problems: [], leftOut: [] },
    ]);
  });

  it('may have texts of 10 MB, whole or cut short', async () => {
    const long = 'ñ'.repeat(5_000_000);
    const line = JSON.stringify({ things: [{ id: 'thing:long', kind: 'x', names: [{ text: long }] }] });
    const [whole, cut] = await piecesOf(readNdjson, sourceOf(`${line}\n${line.slice(0, -20)}`));
    expect(whole?.records.things?.[0]?.names[0]?.text === long).toBe(true);
    expect(cut?.records).toEqual({});
    expect(cut?.problems).toHaveLength(1);
  });

  it('treats inherited names of objects as data', async () => {
    const pieces = await piecesOf(readNdjson, sourceOf('{"__proto__": []}\n{"constructor": []}'));
    expect(problemsOf(pieces)).toEqual([
      [1, `"__proto__" is not a collection; the collections are ${COLLECTIONS.join(', ')}`],
      [2, `"constructor" is not a collection; the collections are ${COLLECTIONS.join(', ')}`],
    ]);
  });
});

describe('a bundle in one document', () => {
  it('is the bundle that was written, a piece for each record', async () => {
    const pieces = await piecesOf(readJsonBundle, sourceOf(`\uFEFF${JSON.stringify(seed, null, 2)}`, 1000));
    expect(pieces.map(({ line }) => line)).toEqual(records.map((_, index) => index + 1));
    expect(pieces.map((piece) => piece.records)).toEqual(records);
    expect(together(pieces)).toEqual(seed);
  });

  it('reports the place where it is not JSON, not text, or no bundle', async () => {
    const problemsIn = async (content: string | Uint8Array) =>
      problemsOf(await piecesOf(readJsonBundle, sourceOf(content)));
    expect(await problemsIn('{\n  "claims": [,]\n}')).toEqual([[1, 'is not valid JSON at line 2, column 14']]);
    expect(await problemsIn('')).toEqual([[1, 'is not valid JSON at line 1, column 1']]);
    expect(await problemsIn('[]')).toEqual([[1, 'is not an object with collections, such as {"claims": [ … ]}']]);
    expect(await problemsIn(Buffer.from('{"\xe9": []}', 'latin1'))).toEqual([[1, 'the file is not text in UTF-8']]);
    expect(await problemsIn(Buffer.from('\uFEFF{}', 'utf16le'))).toEqual([
      [1, 'the file is in UTF-16 and must be in UTF-8'],
    ]);
  });
});

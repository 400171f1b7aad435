import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bundle, COLLECTIONS } from '../../../src/bundle/bundle.ts';
import { parseBundle } from '../../../src/bundle/read-files.ts';
import { exportBundle } from '../../../src/formats/bundle/write-json.ts';
import { exportNdjson } from '../../../src/formats/bundle/write-ndjson.ts';
import { hostileBundle, RUNS } from '../hostile-text.ts';
import { RATED, SEED, written } from '../records.ts';

/** The lines of an NDJSON file, put together again. */
function together(text: string): Bundle {
  const parts = text
    .split('\n')
    .slice(0, -1)
    .map((line) => parseBundle(JSON.parse(line)));
  const gathered = COLLECTIONS.map((collection) => [
    collection,
    parts.flatMap((part) => part[collection] as unknown[]),
  ]);
  return Object.fromEntries(gathered) as Bundle;
}

describe('the bundle as lines and as one document', () => {
  it('gives the seed again, from lines', async () => {
    expect(together(await written(exportNdjson, SEED))).toEqual(SEED);
  });

  it('gives the seed again, from one document', async () => {
    expect(parseBundle(JSON.parse(await written(exportBundle, SEED)))).toEqual(SEED);
  });

  it('leaves out what the schema fills in', async () => {
    const lines = (await written(exportNdjson, RATED)).split('\n');
    expect(lines.slice(0, 2)).toEqual([
      '{"actors":[{"id":"person:minister","names":[{"text":"The Minister","language":"en"}],"country":"ES","type":"PERSON"}]}',
      '{"actors":[{"id":"organization:checker","names":[{"text":"The Checker","language":"en"}],"identifiers":[{"scheme":"website","value":"https://checker.example/"}],"type":"ORGANIZATION","kind":"OUTLET"}]}',
    ]);
    expect(lines[7]).toBe(
      '{"attributions":[{"id":"attribution:checker-prices","claim":"claim:prices","actor":"organization:checker","document":"document:check","stance":"DENIES","certainty":"CERTAIN","mode":"DATA","onRecord":true,"cites":[{"attribution":"attribution:minister-prices"}],"rating":{"label":"Mostly false","value":2,"best":5,"worst":1}}]}',
    );
  });

  it('writes the same bytes for records whose fields come in another order', async () => {
    const backwards = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(backwards);
      if (value === null || typeof value !== 'object') return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, inner]) => [key, backwards(inner)]),
      );
    };
    expect(await written(exportNdjson, backwards(SEED) as Bundle)).toBe(await written(exportNdjson, SEED));
  });

  it('writes an empty bundle for no records', async () => {
    expect(await written(exportBundle, parseBundle({}))).toBe('{}\n');
    expect(await written(exportNdjson, parseBundle({}))).toBe('');
  });

  it('holds hostile text', async () => {
    await fc.assert(
      fc.asyncProperty(hostileBundle, async (bundle) => {
        expect(together(await written(exportNdjson, bundle))).toEqual(bundle);
        expect(parseBundle(JSON.parse(await written(exportBundle, bundle)))).toEqual(bundle);
      }),
      RUNS,
    );
  });
});

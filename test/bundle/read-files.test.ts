import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BundleIndex } from '../../src/bundle/bundle-index.ts';
import { bundleJsonSchema } from '../../src/bundle/json-schema.ts';
import { BundleError, type Problem } from '../../src/bundle/problem.ts';
import { parseBundle, readBundle } from '../../src/bundle/read-files.ts';
import { type Existing, validate } from '../../src/bundle/validate.ts';
import { syntaxProblem } from '../../src/text/json-syntax.ts';
import { claim, name, person, places, said, whole } from './samples.ts';

const SEED = fileURLToPath(new URL('../../seed/', import.meta.url));
const NOTHING: Existing = { types: new Map(), identifiers: new Map() };

function problemsOf(work: () => unknown): readonly Problem[] {
  try {
    work();
  } catch (error) {
    if (error instanceof BundleError) return error.problems;
    throw error;
  }
  return [];
}

describe('the seed', () => {
  it('is well-formed, and its records fit together', () => {
    const { bundle, fileOf } = readBundle(join(SEED, 'manifest.json'));
    expect(validate(new BundleIndex(bundle), NOTHING, fileOf)).toEqual([]);
    expect(bundle.attributions).toHaveLength(105);
    expect(fileOf('claims', 51)).toBe('claims.json');
  });

  it('meets the published schema', () => {
    const schema = JSON.parse(readFileSync(new URL('../../schema/bundle.schema.json', import.meta.url), 'utf8'));
    expect(schema).toEqual(bundleJsonSchema());
    const validate = new Ajv2020({ formats: { uri: (text: string) => URL.canParse(text) } }).compile(schema);
    for (const file of JSON.parse(readFileSync(join(SEED, 'manifest.json'), 'utf8')).files) {
      validate(JSON.parse(readFileSync(join(SEED, file), 'utf8')));
      expect(validate.errors, file).toBeNull();
    }
    expect(validate({ claims: [{ ...claim, visibility: 'PUBLIC' }] })).toBe(false);
    expect(validate({ actors: [{ ...person, size: { min: 1 } }] })).toBe(false);
  });
});

describe('the form of a bundle', () => {
  it('is checked by record and field, with all problems at once', () => {
    const input = {
      actors: [
        { ...person, names: [{ text: ' ', language: 'no_tag' }], size: { min: 1 } },
        { id: 'Person A', type: 'PERSON', names: [] },
        { id: 'group:g', type: 'GROUP', names: name, size: { min: 3, max: 2 } },
        { id: 'revision:1', type: 'CHOIR', names: name },
      ],
      documents: [
        {
          id: 'document:d',
          kind: 'ARTICLE',
          url: 'ftp://x',
          publishedAt: '2025-02-30',
          authors: ['person:a', 'person:a'],
        },
      ],
      claims: [{ ...claim, value: { text: 'x', min: 2, max: 1 }, visibility: 'INTERNAL' }],
      attributions: [{ ...said, stance: undefined, saidAt: 'yesterday', cites: [{ attribution: 'b c' }] }],
      rumours: [],
    };
    expect(places(problemsOf(() => parseBundle(input)))).toEqual([
      ['INVALID', null, 'person:a', 'names.0.text'],
      ['INVALID', null, 'person:a', 'names.0.language'],
      ['INVALID', null, 'person:a', 'size'],
      ['INVALID', null, 'actors.1', 'id'],
      ['INVALID', null, 'actors.1', 'names'],
      ['INVALID', null, 'group:g', 'size.max'],
      ['INVALID', null, 'actors.3', 'type'],
      ['INVALID', null, 'document:d', 'url'],
      ['INVALID', null, 'document:d', 'publishedAt'],
      ['INVALID', null, 'document:d', 'authors'],
      ['INVALID', null, 'claim:c', 'value.max'],
      ['INVALID', null, 'claim:c', 'visibility'],
      ['INVALID', null, 'attribution:a', 'stance'],
      ['INVALID', null, 'attribution:a', 'saidAt'],
      ['INVALID', null, 'attribution:a', 'cites.0.attribution'],
      ['INVALID', null, null, 'rumours'],
    ]);
  });

  it('is completed where the contract has a default', () => {
    const { actors, attributions, claims, mentions } = parseBundle({
      ...whole,
      attributions: [{ ...said, cites: [{ attribution: 'attribution:b' }] }],
      actors: [{ ...person, names: [{ text: 'A', language: 'ES-ve' }] }],
    });
    expect(actors[0]?.names).toEqual([{ text: 'A', language: 'es-VE', kind: 'PREFERRED' }]);
    expect(attributions[0]).toMatchObject({
      basis: 'STATED',
      covers: [],
      cites: [{ attribution: 'attribution:b', credited: true, joint: false, basis: 'STATED' }],
    });
    expect([claims[0]?.about, mentions]).toEqual([[], []]);
  });
});

describe('the files of a bundle', () => {
  let folder: string;
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
  const read = () => readBundle(join(folder, 'manifest.json'));

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'claimgraph-bundle-'));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it('are checked with all problems at once', () => {
    write(
      'manifest.json',
      JSON.stringify({ id: 'test:t', title: 'T', files: ['gone.json', 'broken.json', 'odd.json'] }),
    );
    write('broken.json', '{\n  "claims": [\n    {"id": "claim:c",}\n  ]\n}');
    write('odd.json', JSON.stringify({ claims: [{ ...claim, when: '1st of May' }], places: {} }));
    expect(problemsOf(read)).toEqual([
      { code: 'INVALID', file: 'gone.json', record: null, field: null, path: [], message: 'cannot be read' },
      {
        code: 'INVALID',
        file: 'broken.json',
        record: null,
        field: null,
        path: [],
        message: 'is not valid JSON at line 3, column 22',
      },
      {
        code: 'INVALID',
        file: 'odd.json',
        record: null,
        field: 'places',
        path: ['places'],
        message: 'Invalid input: expected array, received object',
      },
      {
        code: 'INVALID',
        file: 'odd.json',
        record: 'claim:c',
        field: 'when',
        path: ['claims', '0', 'when'],
        message: '"1st of May" is not a date in EDTF (such as 2025-11-21, 2025-11, 2025-11-21~ or 2025-09/..)',
      },
    ]);
    expect(read).toThrow(
      /^The bundle has 4 problems:\n {2}gone.json: cannot be read\n {2}broken.json: is not valid JSON at line 3/,
    );
  });

  it('are one bundle, in which each record knows its file', () => {
    write('manifest.json', JSON.stringify({ id: 'test:t', title: 'T', files: ['one.json', 'two.json'] }));
    write('one.json', `\uFEFF${JSON.stringify({ $schema: 'x', claims: [claim], actors: [person] })}`);
    write('two.json', JSON.stringify({ claims: [claim], attributions: [{ ...said, document: 'document:d' }] }));
    const { bundle, fileOf } = read();
    expect(places(validate(new BundleIndex(bundle), NOTHING, fileOf))).toEqual([
      ['DUPLICATE_ID', 'two.json', 'claim:c', 'id'],
      ['UNKNOWN_REFERENCE', 'two.json', 'attribution:a', 'document'],
    ]);
  });

  it('break where JSON breaks', () => {
    const values = fc.json().filter((text) => text.length > 1);
    fc.assert(
      fc.property(values, fc.nat(), (text, at) => {
        const offset = at % text.length;
        const broken = `${text.slice(0, offset)}\u0001${text.slice(offset)}`;
        expect(() => JSON.parse(broken)).toThrow();
        const { line, column } = syntaxProblem(broken);
        expect(line).toBe(1);
        expect(column - 1).toBeLessThanOrEqual(offset);
      }),
    );
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check, type Known } from '../src/ingest/check.ts';
import { syntaxProblem } from '../src/ingest/json.ts';
import { bundleJsonSchema } from '../src/ingest/json-schema.ts';
import { BundleError, type Problem } from '../src/ingest/problem.ts';
import { parseBundle, readBundle } from '../src/ingest/read.ts';
import { fold, words } from '../src/text/fold.ts';

const SEED = fileURLToPath(new URL('../seed/', import.meta.url));
const NOTHING: Known = { types: new Map(), identifiers: new Map() };

function problemsOf(work: () => unknown): readonly Problem[] {
  try {
    work();
  } catch (error) {
    if (error instanceof BundleError) return error.problems;
    throw error;
  }
  return [];
}

/** Without their sentences, where only the place matters. */
function places(problems: readonly Problem[]) {
  return problems.map(({ code, file, record, field }) => [code, file, record, field]);
}

const name = [{ text: 'A name' }];
const person = { id: 'person:a', type: 'PERSON', names: name };
const outlet = { id: 'organization:o', type: 'ORGANIZATION', kind: 'OUTLET', names: name };
const claim = { id: 'claim:c', texts: [{ text: 'It is so.', language: 'en' }] };
const said = {
  id: 'attribution:a',
  claim: 'claim:c',
  actor: 'person:a',
  stance: 'ASSERTS',
  certainty: 'CERTAIN',
  mode: 'INDIRECT',
  onRecord: true,
};
const whole = { actors: [person, outlet], claims: [claim], attributions: [said] };

describe('folded text', () => {
  it('has no accents, no case and a blank before each word', () => {
    expect(fold('Nicolás  Maduro')).toBe(' nicolas maduro');
    expect(fold('«¿Amnistía?» – ½ 2.0')).toBe(' amnistia 1 2 2 0');
    expect(fold('Ωδυσσεύς Ćwierć 東京')).toBe(' ωδυσσευσ cwierc 東京');
    expect(fold(' … ')).toBe('');
  });

  it('is found by the beginning of any of its words', () => {
    expect(words('la Amnistía, la AMNISTIA y Trump')).toEqual([' amnistia', ' trump', ' la', ' y']);
    expect(words('')).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
        expect(words(text).every((word) => fold(text).includes(word))).toBe(true);
      }),
    );
  });
});

describe('the seed', () => {
  it('is well-formed, and its records fit together', () => {
    const { bundle, fileOf } = readBundle(join(SEED, 'manifest.json'));
    expect(check(bundle, NOTHING, fileOf)).toEqual([]);
    expect(bundle.attributions).toHaveLength(105);
    expect(fileOf('claims', 51)).toBe('claims.json');
  });

  it('meets the published schema', () => {
    const schema = JSON.parse(readFileSync(new URL('../schema/bundle.schema.json', import.meta.url), 'utf8'));
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
  it('is told wrong by record and field, all at once', () => {
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

describe('what is between the records', () => {
  const found = (input: object, known: Partial<Known> = {}) =>
    places(check(parseBundle(input), { ...NOTHING, ...known }));

  it('fits where references lead to the bundle or to the graph', () => {
    expect(found(whole)).toEqual([]);
    expect(found({ attributions: [said] })).toEqual([
      ['UNKNOWN_REFERENCE', null, 'attribution:a', 'claim'],
      ['UNKNOWN_REFERENCE', null, 'attribution:a', 'actor'],
    ]);
    const types = new Map([
      ['claim:c', 'Claim'],
      ['person:a', 'Person'],
    ]);
    expect(found({ attributions: [said] }, { types })).toEqual([]);
  });

  it('needs references to records of the right kind', () => {
    const input = {
      actors: [
        person,
        { ...outlet, publisherFamily: 'person:a' },
        { id: 'source:s', type: 'UNNAMED_SOURCE', names: name, shieldedBy: 'place:p' },
      ],
      places: [{ id: 'place:p', kind: 'city', names: name }],
      documents: [{ id: 'document:d', kind: 'ARTICLE', publisher: 'person:a', authors: ['place:p'] }],
      claims: [
        {
          ...claim,
          subject: 'claim:c',
          participants: [{ entity: 'document:d', role: 'x' }],
          about: ['attribution:a'],
          partOf: 'person:a',
        },
      ],
      attributions: [
        {
          ...said,
          claim: 'claim:c',
          actor: 'place:p',
          document: 'claim:c',
          cites: [{ attribution: 'claim:c' }],
          covers: ['person:a'],
        },
      ],
      relations: [{ from: 'claim:c', to: 'person:a', kind: 'SUPPORTS', basis: 'STATED' }],
      derivations: [{ document: 'document:d', from: 'claim:c', kind: 'COPY', credited: true, basis: 'STATED' }],
      mentions: [{ id: 'mention:m', text: 'x', document: 'claim:c', candidates: ['claim:c'], entity: 'document:d' }],
    };
    expect(found(input)).toEqual([
      ['INVALID', null, 'organization:o', 'publisherFamily'],
      ['INVALID', null, 'source:s', 'shieldedBy'],
      ['INVALID', null, 'document:d', 'publisher'],
      ['INVALID', null, 'document:d', 'authors.0'],
      ['INVALID', null, 'claim:c', 'subject'],
      ['INVALID', null, 'claim:c', 'participants.0.entity'],
      ['INVALID', null, 'claim:c', 'about.0'],
      ['INVALID', null, 'claim:c', 'partOf'],
      ['INVALID', null, 'attribution:a', 'actor'],
      ['INVALID', null, 'attribution:a', 'document'],
      ['INVALID', null, 'attribution:a', 'cites.0.attribution'],
      ['INVALID', null, 'attribution:a', 'covers.0'],
      ['INVALID', null, 'relations.0', 'to'],
      ['INVALID', null, 'derivations.0', 'from'],
      ['INVALID', null, 'mention:m', 'document'],
      ['INVALID', null, 'mention:m', 'candidates.0'],
      ['INVALID', null, 'mention:m', 'entity'],
    ]);
  });

  it('has no id and no identifier twice', () => {
    const identifiers = [{ scheme: 'wikidata', value: 'Q1' }];
    const input = {
      ...whole,
      actors: [
        { ...person, identifiers },
        { ...outlet, identifiers: [...identifiers, { scheme: 'lei', value: '2' }] },
      ],
      events: [{ id: 'person:a', kind: 'x', names: name }],
    };
    const known = { types: new Map([['claim:c', 'Person']]), identifiers: new Map([['lei:2', 'organization:other']]) };
    expect(found(input, known)).toEqual([
      ['CONFLICT', null, 'organization:o', 'identifiers.0'],
      ['CONFLICT', null, 'organization:o', 'identifiers.1'],
      ['DUPLICATE_ID', null, 'person:a', 'id'],
      ['CONFLICT', null, 'claim:c', 'id'],
    ]);
  });

  it('has somebody who makes each claim, unless the graph has it', () => {
    const input = { claims: [claim] };
    expect(found(input)).toEqual([['UNATTRIBUTED_CLAIM', null, 'claim:c', null]]);
    expect(found(input, { types: new Map([['claim:c', 'Claim']]) })).toEqual([]);
  });

  it('has nothing that is a part, a relation or a source of itself', () => {
    const relation = { from: 'claim:c', to: 'claim:d', kind: 'SUPPORTS', basis: 'STATED' };
    const input = {
      actors: [person, { ...outlet, publisherFamily: 'organization:o' }],
      documents: [{ id: 'document:d', kind: 'ARTICLE' }],
      claims: [
        { ...claim, partOf: 'claim:d' },
        { ...claim, id: 'claim:d', partOf: 'claim:e' },
        { ...claim, id: 'claim:e', partOf: 'claim:d' },
      ],
      attributions: [
        { ...said, cites: [{ attribution: 'attribution:b' }, { attribution: 'attribution:a' }] },
        { ...said, id: 'attribution:b', claim: 'claim:d', cites: [{ attribution: 'attribution:a' }] },
        { ...said, id: 'attribution:c', claim: 'claim:e' },
      ],
      relations: [{ ...relation, to: 'claim:c' }, relation, relation],
      derivations: [{ document: 'document:d', from: 'document:d', kind: 'COPY', credited: true, basis: 'STATED' }],
    };
    expect(found(input)).toEqual([
      ['INVALID', null, 'claim:d', 'partOf'],
      ['INVALID', null, 'attribution:a', 'cites.1.attribution'],
      ['INVALID', null, 'relations.0', 'to'],
      ['DUPLICATE_ID', null, 'relations.2', null],
      ['INVALID', null, 'derivations.0', 'from'],
    ]);
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

  it('are told wrong all at once', () => {
    write(
      'manifest.json',
      JSON.stringify({ id: 'test:t', title: 'T', files: ['gone.json', 'broken.json', 'odd.json'] }),
    );
    write('broken.json', '{\n  "claims": [\n    {"id": "claim:c",}\n  ]\n}');
    write('odd.json', JSON.stringify({ claims: [{ ...claim, when: '1st of May' }], places: {} }));
    expect(problemsOf(read)).toEqual([
      { code: 'INVALID', file: 'gone.json', record: null, field: null, message: 'cannot be read' },
      { code: 'INVALID', file: 'broken.json', record: null, field: null, message: 'is no JSON at line 3, column 22' },
      {
        code: 'INVALID',
        file: 'odd.json',
        record: null,
        field: 'places',
        message: 'Invalid input: expected array, received object',
      },
      {
        code: 'INVALID',
        file: 'odd.json',
        record: 'claim:c',
        field: 'when',
        message: '"1st of May" is no date in EDTF (such as 2025-11-21, 2025-11, 2025-11-21~ or 2025-09/..)',
      },
    ]);
    expect(read).toThrow(
      /^The bundle has 4 problems:\n {2}gone.json: cannot be read\n {2}broken.json: is no JSON at line 3/,
    );
  });

  it('are one bundle, in which each record knows its file', () => {
    write('manifest.json', JSON.stringify({ id: 'test:t', title: 'T', files: ['one.json', 'two.json'] }));
    write('one.json', `\uFEFF${JSON.stringify({ $schema: 'x', claims: [claim], actors: [person] })}`);
    write('two.json', JSON.stringify({ claims: [claim], attributions: [{ ...said, document: 'document:d' }] }));
    const { bundle, fileOf } = read();
    expect(places(check(bundle, NOTHING, fileOf))).toEqual([
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

import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { readNdjson } from '../../src/formats/bundle/read.ts';
import { type ImportOptions, importInputs, type Progress } from '../../src/import/import.ts';
import type { Input, PlacedProblem } from '../../src/import/survey-input.ts';
import { attribution, manyClaims, outlet } from '../cli/files.ts';
import { engines } from '../engines.ts';

/** Lines as an input, in chunks that end anywhere. */
function input(lines: string | readonly object[], name = 'input.ndjson'): Input {
  const text = typeof lines === 'string' ? lines : lines.map((line) => JSON.stringify(line)).join('\n');
  const bytes = Buffer.from(text);
  async function* open() {
    for (let start = 0; start < bytes.length; start += 1_000) yield bytes.subarray(start, start + 1_000);
  }
  return { source: { name, open }, reader: readNdjson, format: 'ndjson' };
}

const claim = (name: string, more: object = {}) => ({
  id: `claim:${name}`,
  texts: [{ text: `What ${name} is about.`, language: 'en' }],
  ...more,
});

const cites = (...names: string[]) => ({ cites: names.map((name) => ({ attribution: `attribution:${name}` })) });

describe.each(engines)('importing on $name', ({ open }) => {
  let engine: Engine;
  let problems: PlacedProblem[];

  const importing = (inputs: readonly Input[], options: Partial<ImportOptions> = {}) => {
    const onFound = (problem: PlacedProblem) => problems.push(problem);
    return importInputs(engine, inputs, { by: 'test', onProblem: 'nothing', onFound, ...options });
  };

  const ids = async (label: string) => {
    const rows = await engine.read({ text: `MATCH (n:${label}) RETURN n.id AS id`, parameters: {} });
    return rows.map(({ id }) => id as string).sort();
  };

  beforeEach(async () => {
    problems = [];
    await engine?.close();
    engine = await open();
  });

  afterAll(() => engine.close());

  it('stores a claim with its attributions, however far apart, and in any file', async () => {
    const claims = Array.from({ length: 50 }, (_, index) => ({ claims: [claim(`c${index}`)] }));
    const said = Array.from({ length: 50 }, (_, index) => ({
      attributions: [attribution(`a${index}`, `claim:c${49 - index}`)],
    }));
    const files = [input(claims, 'claims.ndjson'), input([...said, { actors: [outlet('post')] }], 'said.ndjson')];
    const done = await importing(files, { batch: 10 });
    expect(done).toMatchObject({ outcome: 'done', pieces: 101, problems: 0, known: 0 });
    expect(done.counts).toMatchObject({ actors: 1, claims: 50, attributions: 50 });
    expect(done.revisions).toEqual({ first: 'revision:1', last: 'revision:10' });
    expect(await ids('Import')).toEqual([]);
  });

  it('stores attributions that cite each other in a loop in one transaction', async () => {
    const circle = Array.from({ length: 30 }, (_, index) => ({
      attributions: [attribution(`a${index}`, 'claim:c', cites(`a${(index + 1) % 30}`))],
    }));
    const done = await importing([input([{ actors: [outlet('post')], claims: [claim('c')] }, ...circle])], {
      batch: 1,
    });
    expect(done).toMatchObject({
      outcome: 'done',
      problems: 0,
      revisions: { first: 'revision:1', last: 'revision:1' },
    });
  });

  it('stores records of later lines that a left out line has, too', async () => {
    const source = { actors: [outlet('post')], claims: [claim('shared')] };
    const lines = [
      { ...source, attributions: [attribution('bad', 'claim:shared', cites('nowhere'))] },
      { ...source, attributions: [attribution('good', 'claim:shared')] },
      { ...source, claims: [claim('other')], attributions: [attribution('on-bad', 'claim:other', cites('bad'))] },
    ];
    const done = await importing([input(lines)], { onProblem: 'skip' });
    expect(done).toMatchObject({ outcome: 'done', pieces: 3, skipped: 2, problems: 2 });
    expect(await ids('Claim')).toEqual(['claim:shared']);
    expect(await ids('Attribution')).toEqual(['attribution:good']);
    expect(problems.map(({ line, message }) => [line, message])).toEqual([
      [1, 'attribution:nowhere is neither in the bundle nor in the graph'],
      [3, 'attribution:bad is in the input, but was left out'],
    ]);
  });

  it('finds another attribution of a claim when the first is left out', async () => {
    const lines = [
      { actors: [outlet('post')] },
      { claims: [claim('c')] },
      { attributions: [attribution('first', 'claim:c', cites('nowhere'))] },
      { attributions: [attribution('second', 'claim:c')] },
      { claims: [claim('nobodys')] },
    ];
    const done = await importing([input(lines)], { onProblem: 'skip' });
    expect(done.counts).toMatchObject({ claims: 1, attributions: 1 });
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [3, 'UNKNOWN_REFERENCE'],
      [5, 'UNATTRIBUTED_CLAIM'],
    ]);
  });

  it('reports an identifier of two records, a loop of parts, and an id of another type in the graph', async () => {
    const identifiers = [{ scheme: 'wikidata', value: 'Q1' }];
    await importing([input([{ actors: [outlet('post')] }])]);
    const parts = [claim('part', { partOf: 'claim:whole' }), claim('whole', { partOf: 'claim:part' })];
    const lines = [
      { actors: [{ ...outlet('one'), identifiers }] },
      { actors: [{ ...outlet('two'), identifiers }] },
      ...parts.map((part, index) => ({
        claims: [part],
        attributions: [attribution(`p${index}`, part.id, { actor: 'organization:one' })],
      })),
      { places: [{ id: 'organization:post', kind: 'city', names: [{ text: 'Post' }] }] },
    ];
    expect(await importing([input(lines)], { batch: 1 })).toMatchObject({
      outcome: 'refused',
      problems: 3,
      skipped: 3,
    });
    expect(problems.map(({ line, code, message }) => [line, code, message])).toEqual([
      [2, 'CONFLICT', 'wikidata:Q1 is the identifier of another record at input.ndjson:1'],
      [3, 'INVALID', 'leads back to itself: claim:part → claim:whole → claim:part'],
      [5, 'CONFLICT', 'organization:post is an Organization in the graph'],
    ]);
    expect(await ids('Claim')).toEqual([]);
  });

  it('stops after the current batch, goes on there, or begins anew', async () => {
    const inputs = [input(manyClaims(200))];
    const stopping = new AbortController();
    const onProgress = ({ stage, done }: Progress) => {
      if (stage === 'writing' && done > 100) stopping.abort();
    };
    const stopped = await importing(inputs, { batch: 40, onProgress, signal: stopping.signal });
    expect(stopped).toMatchObject({ outcome: 'stopped', began: null, problems: 0 });
    const spot = stopped.stopped;
    expect(spot?.line).toBeGreaterThan(100);
    expect(await ids('Import')).toHaveLength(1);
    const again = await importing(inputs, { batch: 40 });
    expect(again).toMatchObject({ outcome: 'done', began: spot, stopped: null, known: 0 });
    expect(stopped.counts.claims + again.counts.claims).toBe(200);
    expect(await importing(inputs, { batch: 40, restart: true })).toMatchObject({ began: null, known: 401 });
    expect(await ids('Import')).toEqual([]);
  });

  it('goes on where it stopped when lines were left out, and tries those again', async () => {
    const bad = { attributions: [attribution('bad', 'claim:c0', cites('missing'))] };
    const onBad = { attributions: [attribution('on-bad', 'claim:c1', cites('bad'))] };
    const inputs = [input(`${JSON.stringify(bad)}\n${manyClaims(200)}${JSON.stringify(onBad)}\n`)];
    const stopping = new AbortController();
    const onProgress = ({ stage, done }: Progress) => {
      if (stage === 'writing' && done > 100) stopping.abort();
    };
    const skip = { batch: 40, onProblem: 'skip' } as const;
    const stopped = await importing(inputs, { ...skip, onProgress, signal: stopping.signal });
    expect(stopped).toMatchObject({ outcome: 'stopped', began: null, skipped: 2 });
    await importing([input([{ attributions: [attribution('missing', 'claim:c0')] }], 'missing.ndjson')]);
    problems = [];
    const again = await importing(inputs, skip);
    expect(again).toMatchObject({ outcome: 'done', began: stopped.stopped, skipped: 0, known: 0 });
    expect(problems).toEqual([]);
    expect(await ids('Attribution')).toEqual(
      expect.arrayContaining(['attribution:bad', 'attribution:missing', 'attribution:on-bad']),
    );
    expect(stopped.counts.claims + again.counts.claims).toBe(200);
    expect(await ids('Import')).toEqual([]);
  });

  it('loses nothing when it is stopped twice, with lines tried again in between', async () => {
    const relation = { from: 'claim:c', to: 'claim:c2', kind: 'SUPPORTS', basis: 'STATED' };
    const single = (id: string, on: string, more = {}) => ({ attributions: [attribution(id, on, more)] });
    const lines = [
      { relations: [relation] },
      { claims: [claim('e')] },
      single('e0', 'claim:e'),
      single('b', 'claim:e', cites('a')),
      single('a', 'claim:c'),
      { claims: [claim('c')] },
      ...Array.from({ length: 10 }, (_, index) => ({
        claims: [claim(`f${index}`)],
        attributions: [attribution(`f${index}`, `claim:f${index}`)],
      })),
      single('k', 'claim:c'),
    ];
    await importing([input([{ actors: [outlet('post')] }], 'post.ndjson')]);
    const skip = { batch: 1, onProblem: 'skip' } as const;
    const upTo = (last: number) => {
      const stopping = new AbortController();
      const onProgress = ({ stage, done }: Progress) => {
        if (stage === 'writing' && done >= last) stopping.abort();
      };
      return { ...skip, onProgress, signal: stopping.signal };
    };
    expect(await importing([input(lines)], upTo(7))).toMatchObject({ outcome: 'stopped', skipped: 1 });
    await importing([input([{ claims: [claim('c2')], attributions: [attribution('c2', 'claim:c2')] }], 'c2.ndjson')]);
    expect(await importing([input(lines)], upTo(10))).toMatchObject({ outcome: 'stopped', skipped: 0 });
    expect(await importing([input(lines)], skip)).toMatchObject({ outcome: 'done', skipped: 0 });
    expect(await ids('Attribution')).toHaveLength(15);
  });

  it('reports each line whose record is in the graph with other content', async () => {
    await importing([input([{ actors: [outlet('post')] }], 'post.ndjson')]);
    const other = { ...outlet('post'), names: [{ text: 'Another' }] };
    const lines = [
      { actors: [other] },
      { claims: [claim('c')], attributions: [attribution('a', 'claim:c')] },
      { actors: [other], claims: [claim('d')], attributions: [attribution('d', 'claim:d')] },
    ];
    const done = await importing([input(lines)], { onProblem: 'skip', batch: 1 });
    expect(done).toMatchObject({ outcome: 'done', skipped: 2 });
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [1, 'CONFLICT'],
      [3, 'CONFLICT'],
    ]);
    expect(await ids('Claim')).toEqual(['claim:c']);
  });

  it('writes nothing when it is stopped during the survey', async () => {
    const stopped = await importing([input(manyClaims(10))], { signal: AbortSignal.abort() });
    expect(stopped).toMatchObject({ outcome: 'stopped', stopped: null });
    expect(await ids('Claim')).toEqual([]);
  });

  it('reads lines in their encoding, and reports those that are not text', async () => {
    const long = `{"claims":[{"id":"claim:long","texts":[{"text":"${'x'.repeat(17 * 1024 * 1024)}","language":"en"}]}]}`;
    const text = `\ufeff${JSON.stringify({ actors: [outlet('post')] })}\r\n\r\n  \n[]\n${long}\n{"x":1}\nnull\n{"actors":[null]}\n`;
    const wrong = input(text);
    const broken: Input = {
      ...wrong,
      source: {
        name: 'broken.ndjson',
        async *open() {
          yield Uint8Array.from([0x7b, 0xff, 0x7d, 0x0a]);
          yield Buffer.from('{"actors":[');
        },
      },
    };
    const done = await importing([wrong, broken], { onProblem: 'skip' });
    expect(done).toMatchObject({ outcome: 'done', pieces: 8, skipped: 7 });
    expect(done.counts.actors).toBe(1);
    expect(problems.map(({ file, line, message }) => [file, line, message])).toEqual([
      ['input.ndjson', 4, 'is not an object with collections, such as {"claims": [ … ]}'],
      ['input.ndjson', 5, 'is longer than 16777216 bytes'],
      ['input.ndjson', 6, expect.stringMatching(/^"x" is not a collection; the collections are actors, /)],
      ['input.ndjson', 7, 'is not an object with collections, such as {"claims": [ … ]}'],
      ['input.ndjson', 8, 'Invalid input: expected object, received null'],
      ['broken.ndjson', 1, 'is not text in UTF-8'],
      ['broken.ndjson', 2, 'is not valid JSON at column 12'],
    ]);
  });
});

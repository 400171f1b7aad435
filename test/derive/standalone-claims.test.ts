import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { readNdjson } from '../../src/formats/bundle/read.ts';
import { readFtm } from '../../src/formats/ftm/read.ts';
import type { Reader } from '../../src/formats/reader.ts';
import { type ImportOptions, importInputs } from '../../src/import/import.ts';
import { currentRecordTime, recordsAt } from '../../src/store/read-all-records.ts';
import { attribution, outlet } from '../cli/files.ts';
import { engines } from '../engines.ts';
import { sourceOf } from '../formats/reading.ts';

const person = (id: string, properties: object) => ({ id, schema: 'Person', properties, datasets: ['register'] });

describe.each(engines)('importing on $name', ({ open }) => {
  let engine: Engine;
  let problems: string[];

  beforeEach(async () => {
    problems = [];
    await engine?.close();
    engine = await open();
  });

  afterAll(() => engine.close());

  const importing = (reader: Reader, lines: readonly object[], options: Partial<ImportOptions> = {}) => {
    const source = sourceOf(lines.map((line) => JSON.stringify(line)).join('\n'), 1000, 'lines.json');
    return importInputs(engine, [{ source, reader, format: 'test' }], {
      by: 'test',
      onProblem: 'skip',
      onFound: ({ line, record, message }) => problems.push(`${line}: ${record}: ${message}`),
      ...options,
    });
  };

  const stored = async (collection: string) => {
    const records: Record<string, unknown>[] = [];
    for await (const one of recordsAt(engine, await currentRecordTime(engine))()) {
      if (one.collection === collection) records.push(one.record);
    }
    return records;
  };

  it('leaves out only the claim that refers to an unknown entity, not the whole line', async () => {
    const ann = person('ann', { name: ['Ann'], birthDate: ['1970'], addressEntity: ['here', 'nowhere'] });
    const here = { id: 'here', schema: 'Address', properties: { full: ['1 High Street'] }, datasets: ['register'] };
    const owns = { id: 'o', schema: 'Ownership', properties: { owner: ['ann'], asset: ['gone'], role: ['sole'] } };
    const done = await importing(readFtm, [ann, here, owns]);
    expect(done).toMatchObject({ outcome: 'done', pieces: 3, skipped: 2 });
    const claims = await stored('claims');
    expect(claims.map(({ predicate, object }) => [predicate, object]).sort()).toEqual([
      ['address', 'entity:ftm/here'],
      ['born-on', undefined],
    ]);
    expect(problems.map((problem) => problem.replace(/claim:ftm\/\w+/, 'claim'))).toEqual([
      '1: claim: entity:ftm/nowhere is neither in the bundle nor in the graph',
      '3: claim: entity:ftm/gone is neither in the bundle nor in the graph',
    ]);
  });

  it('reports one id with two contents with both lines', async () => {
    const lines = [
      person('ann', { name: ['Ann'] }),
      person('bob', { name: ['Bob'] }),
      person('ann', { name: ['Anna'] }),
    ];
    const done = await importing(readFtm, lines, { onProblem: 'nothing' });
    expect(done.outcome).toBe('refused');
    expect(problems).toEqual(['3: entity:ftm/ann: has different content at lines.json:1']);
  });

  it('stores a relation and a derivation once that come twice, in one batch or in two', async () => {
    const relations = [{ from: 'claim:a', to: 'claim:b', kind: 'SUPPORTS', basis: 'STATED' }];
    const derivations = [{ document: 'document:a', from: 'document:b', kind: 'COPY', credited: true, basis: 'STATED' }];
    const claim = (id: string) => ({ id: `claim:${id}`, texts: [{ text: id, language: 'en' }] });
    const first = {
      actors: [outlet('post')],
      claims: ['a', 'b'].map(claim),
      attributions: ['a', 'b'].map((id) => attribution(id, `claim:${id}`)),
      documents: ['a', 'b'].map((id) => ({ id: `document:${id}`, kind: 'OTHER' })),
    };
    const ties = { relations, derivations };
    const done = await importing(readNdjson, [first, ties, ties, { ...ties }], { batch: 1 });
    expect(done).toMatchObject({ outcome: 'done', problems: 0, counts: { relations: 1, derivations: 1 } });
    const all = await importing(readNdjson, [ties, ties]);
    expect(all).toMatchObject({ outcome: 'done', problems: 0, counts: { relations: 0, derivations: 0 } });
    expect(await stored('relations')).toEqual(relations);
    expect(await stored('derivations')).toEqual(derivations);
  });
});

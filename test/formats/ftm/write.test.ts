import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBundle } from '../../../src/bundle/read-files.ts';
import { Id } from '../../../src/bundle/value-schemas.ts';
import { ftmDate, ftmDates, ftmId } from '../../../src/formats/ftm/output-values.ts';
import { exportFtm } from '../../../src/formats/ftm/write.ts';
import { hostileBundle, RUNS } from '../hostile-text.ts';
import { written } from '../records.ts';
import { REGISTER } from '../register.ts';

const linesOf = (text: string) =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

async function entity(id: string) {
  return linesOf(await written(exportFtm, REGISTER)).find((each) => each.id === id);
}

/** The fields that all claims of the register share. */
const SOURCE = {
  summary: ['ASSERTS: Ministry'],
  proof: ['document.register'],
  sourceUrl: ['https://register.example/'],
  publisher: ['Ministry'],
};

describe('FollowTheMoney', () => {
  it('gives an entity that came from there the id that it had, and its names by kind', async () => {
    expect(await entity('nk-owner')).toEqual({
      id: 'nk-owner',
      caption: 'Owner',
      schema: 'Person',
      properties: {
        name: ['Owner'],
        alias: ['Собственница'],
        weakAlias: ['O.'],
        innCode: ['183116181362'],
        notes: ['country: SU'],
      },
    });
  });

  it('notes an identifier that has no property of its own', async () => {
    expect((await entity('organization.shipping')).properties).toEqual({
      name: ['Shipping'],
      previousName: ['Old Shipping'],
      leiCode: ['529900T8BM49AURSDO55'],
      notes: ['house-list: 7'],
      keywords: ['company'],
    });
  });

  it('writes an ownership with its share, its dates and its source', async () => {
    expect(await entity('claim.shares')).toEqual({
      id: 'claim.shares',
      schema: 'Ownership',
      properties: {
        owner: ['nk-owner'],
        asset: ['organization.shipping'],
        role: ['owns'],
        percentage: ['25.5'],
        startDate: ['2020-01'],
        description: ['shares.', '25.5', 'When: 2020-01/..'],
        ...SOURCE,
        recordId: ['claim:shares'],
        namesMentioned: ['B. C.'],
      },
    });
  });

  it('writes a sanction with its authority', async () => {
    expect(await entity('claim.sanctioned')).toEqual({
      id: 'claim.sanctioned',
      schema: 'Sanction',
      properties: {
        entity: ['thing.ship'],
        authority: ['Ministry'],
        date: ['2024-02-03'],
        description: ['sanctioned.', 'When: 2024-02-03'],
        ...SOURCE,
        recordId: ['claim:sanctioned'],
      },
    });
  });

  it('writes an unknown link where no schema fits', async () => {
    expect(await entity('claim.odd')).toMatchObject({
      schema: 'UnknownLink',
      properties: { subject: ['person.b.5fc'], object: ['nk-owner'], role: ['owns'] },
    });
  });

  it('writes no link for a relation that is only denied', async () => {
    expect(await entity('claim.denied')).toEqual({
      id: 'claim.denied',
      caption: 'denied.',
      schema: 'Note',
      properties: {
        name: ['denied.'],
        entity: ['nk-owner', 'thing.treaty'],
        keywords: ['owns'],
        description: ['denied.'],
        ...SOURCE,
        summary: ['DENIES: Ministry'],
      },
    });
  });

  it('writes dates as far as both formats can express them', () => {
    const dates = [
      '2025',
      '2025-11',
      '2025-11-21~',
      '2025-06-07T08:09:10+02:00',
      '0999',
      '19XX',
      '2025-21',
      '[2024,2025]',
    ];
    expect(dates.map(ftmDate)).toEqual([
      ...['2025', '2025-11', '2025-11-21', '2025-06-07T06:09:10'],
      ...[undefined, undefined, undefined, undefined],
    ]);
    expect(ftmDates('../2025-09')).toEqual({ startDate: [undefined], endDate: ['2025-09'] });
  });

  it('cuts what is too long, and keeps it in full beside it', async () => {
    const name = 'n'.repeat(500);
    const contentHash = `sha256:${'0'.repeat(64)}`;
    const bundle = parseBundle({
      things: [{ id: 'thing:a', kind: 'case', names: [{ text: name }] }],
      documents: [{ id: 'document:a', kind: 'POST', title: 'A', contentHash }],
    });
    const [thing, document] = linesOf(await written(exportFtm, bundle));
    expect(thing.properties).toEqual({
      name: [`${'n'.repeat(383)}…`],
      keywords: ['case'],
      description: [`name: ${name}`],
    });
    expect(document.properties).toEqual({
      name: ['A'],
      title: ['A'],
      keywords: ['post'],
      description: [`contentHash: ${contentHash}`],
    });
  });

  it('gives no two records one id', () => {
    const id = fc
      .stringMatching(/^(ftm|a|ab):[a-z0-9][A-Za-z0-9._~:/@+-]{0,5}$/)
      .filter((text) => Id.safeParse(text).success);
    fc.assert(
      fc.property(id, id, (one, other) => {
        expect(ftmId(one)).toMatch(/^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/);
        expect(ftmId(one) === ftmId(other)).toBe(one === other);
      }),
      { numRuns: 2000 },
    );
  });

  it('holds hostile text', async () => {
    await fc.assert(
      fc.asyncProperty(hostileBundle, async (bundle) => {
        const entities = linesOf(await written(exportFtm, bundle));
        const { actors, places, things, events, documents, claims, mentions } = bundle;
        expect(entities).toHaveLength([actors, places, things, events, documents, claims, mentions].flat().length);
        const values = entities.flatMap(({ properties }) => Object.values(properties).flat());
        expect(values.filter((value) => typeof value !== 'string' || /\p{Surrogate}/u.test(value))).toEqual([]);
      }),
      RUNS,
    );
  });
});

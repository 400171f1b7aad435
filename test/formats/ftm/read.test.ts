import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { entityId } from '../../../src/formats/ftm/entity.ts';
import { readFtm } from '../../../src/formats/ftm/read.ts';
import { fileSource, findings, piecesOf, problemsOf, shared, sourceOf, together } from '../reading.ts';

interface Raw {
  readonly id: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, readonly string[]>>;
  readonly datasets: readonly string[];
}

function rawOf(path: string): Raw[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}

async function read(...entities: object[]) {
  return piecesOf(readFtm, sourceOf(entities.map((entity) => JSON.stringify(entity)).join('\n'), 500, 'people.json'));
}

const HOUSEKEEPING = ['first_seen', 'last_seen', 'last_change', 'referents', 'target'];

describe.each(['ftm/zala.ftm.json', 'ftm/t1.ftm.json'].map(shared))('the entities of $name', ({ path, isThere }) => {
  it.skipIf(!isThere)('are all read, line by line, and fit together', async () => {
    const raw = rawOf(path);
    const pieces = await piecesOf(readFtm, fileSource(path));
    expect(problemsOf(pieces)).toEqual([]);
    expect([...new Set(pieces.map(({ line }) => line))]).toEqual(raw.map((_, index) => index + 1));
    const bundle = together(pieces);
    const own = new Set(raw.map(({ id }) => id));
    const missing = raw.flatMap(({ properties }) => (properties.addressEntity ?? []).filter((id) => !own.has(id)));
    const expected = missing.map(
      (id) => `UNKNOWN_REFERENCE: ${entityId(id)} is neither in the bundle nor in the graph`,
    );
    expect(findings(bundle).sort()).toEqual(expected.sort());
  });

  it.skipIf(!isThere)('keep every name', async () => {
    const { actors, places } = together(await piecesOf(readFtm, fileSource(path)));
    const names = new Map([...actors, ...places].map((one) => [one.id, one.names.map(({ text }) => text)]));
    for (const { id, properties } of rawOf(path)) {
      const { name = [], alias = [], weakAlias = [], previousName = [], full = [] } = properties;
      const given = [...name, ...alias, ...weakAlias, ...previousName, ...full];
      expect(given.filter((text) => !names.get(entityId(id))?.includes(text))).toEqual([]);
    }
  });

  it.skipIf(!isThere)('have every value of every property in a record, or reported as left out', async () => {
    const pieces = await piecesOf(readFtm, fileSource(path));
    rawOf(path).forEach((entity, index) => {
      const own = pieces.filter(({ line }) => line === index + 1);
      const records = JSON.stringify(own.map((piece) => piece.records));
      const left = own.flatMap(({ leftOut }) => leftOut);
      for (const [property, values] of Object.entries(entity.properties)) {
        const isLeft = left.some(({ field }) => field === `${entity.schema}.${property}`);
        const lost = values.filter(
          (value) =>
            !isLeft && !records.includes(JSON.stringify(value).slice(1, -1)) && !records.includes(entityId(value)),
        );
        expect({ id: entity.id, property, lost }).toEqual({ id: entity.id, property, lost: [] });
      }
      expect(left.map(({ field }) => field)).toEqual(expect.arrayContaining(HOUSEKEEPING));
    });
  });

  it.skipIf(!isThere)('are the same when read again, in another order', async () => {
    const lines = readFileSync(path, 'utf8').trim().split('\n');
    const once = await piecesOf(readFtm, sourceOf(lines.join('\n')));
    const again = await piecesOf(readFtm, sourceOf(lines.toReversed().join('\n')));
    const records = (pieces: typeof once) => pieces.map((piece) => JSON.stringify(piece.records)).sort();
    expect(records(again)).toEqual(records(once));
  });
});

const zala = shared('ftm/zala.ftm.json');

describe(`the links of ${zala.name}`, () => {
  it.skipIf(!zala.isThere)('are as many claims as there are lines', async () => {
    const raw = rawOf(zala.path);
    const { actors, claims, attributions, places } = together(await piecesOf(readFtm, fileSource(zala.path)));
    const lines = (schema: string) => raw.filter((entity) => entity.schema === schema).length;
    const made = (predicate: string) => claims.filter((claim) => claim.predicate === predicate).length;
    expect(['Ownership', 'Family', 'Directorship', 'Sanction', 'Passport'].map(lines)).toEqual([14, 4, 3, 41, 1]);
    expect(['owns', 'relative-of', 'director-of', 'sanctioned', 'holds-passport'].map(made)).toEqual([14, 4, 3, 41, 1]);
    expect(lines('Address')).toBe(11);
    expect(places).toHaveLength(11);
    const ofEntities = actors.filter(({ id }) => id.startsWith('entity:'));
    expect(ofEntities).toHaveLength(lines('Person') + lines('Company') + lines('Organization'));
    const sets = new Set(raw.flatMap(({ datasets }) => datasets));
    expect(actors.filter(({ id }) => /^organization:ftm\/[^/]+$/.test(id))).toHaveLength(sets.size);
    const authorities = new Set(raw.flatMap(({ properties }) => properties.authority ?? []));
    expect(actors.filter(({ id }) => id.startsWith('organization:ftm/authority/'))).toHaveLength(authorities.size);
    const named = raw.reduce((sum, { properties }) => sum + (properties.authority ?? []).length, 0);
    const sanctions = new Set(claims.filter(({ predicate }) => predicate === 'sanctioned').map(({ id }) => id));
    const ofSanctions = attributions.filter(({ claim }) => sanctions.has(claim));
    expect(named).toBe(45);
    expect(ofSanctions.filter(({ stance }) => stance === 'ASSERTS')).toHaveLength(45);
    expect(ofSanctions.filter(({ stance, cites }) => stance === 'REPORTS' && cites.length > 0)).toHaveLength(41);
  });
});

describe('an entity of FollowTheMoney', () => {
  it('becomes a record with names and identifiers, and claims attributed to its data set', async () => {
    const [piece] = await read({
      id: 'NK-1',
      caption: 'Анна Ли',
      schema: 'Person',
      datasets: ['eu_fsf'],
      properties: {
        name: ['Анна Ли', 'Anna Li'],
        weakAlias: ['Li'],
        previousName: ['Anna Ray'],
        wikidataId: ['Q1'],
        birthDate: ['1971-01-22'],
        nationality: ['ru'],
        createdAt: ['2024-02-23'],
        sourceUrl: ['https://example.org/list'],
      },
      first_seen: '2023-04-20',
    });
    const url = 'https://example.org/list';
    const document = piece?.records.documents?.[0]?.id as string;
    const said = (claim: string, id: string) => ({
      id,
      claim,
      actor: 'organization:ftm/eu_fsf',
      stance: 'ASSERTS',
      certainty: 'CERTAIN',
      mode: 'DATA',
      onRecord: true,
      basis: 'STATED',
      document,
    });
    const [born, nationality] = (piece?.records.claims ?? []).map(({ id }) => id) as [string, string];
    const [first, second] = (piece?.records.attributions ?? []).map(({ id }) => id) as [string, string];
    expect(document).toMatch(/^document:ftm\/eu_fsf\/[0-9a-f]{24}$/);
    expect(piece).toEqual({
      line: 1,
      problems: [],
      leftOut: [
        { field: 'first_seen', value: '2023-04-20', why: 'it describes the record, not the world' },
        { field: 'Person.createdAt', value: '2024-02-23', why: 'it describes the record, not the world' },
      ],
      records: {
        actors: [
          {
            id: 'entity:ftm/NK-1',
            type: 'PERSON',
            names: [
              { text: 'Анна Ли', kind: 'PREFERRED' },
              { text: 'Anna Li', kind: 'ALIAS' },
              { text: 'Anna Ray', kind: 'PREVIOUS' },
              { text: 'Li', kind: 'WEAK' },
            ],
            identifiers: [{ scheme: 'wikidata', value: 'Q1' }],
            country: 'RU',
          },
          { id: 'organization:ftm/eu_fsf', type: 'ORGANIZATION', names: [{ text: 'eu_fsf' }] },
        ],
        documents: [{ id: document, kind: 'DATASET', title: 'eu_fsf', url, publisher: 'organization:ftm/eu_fsf' }],
        claims: [
          {
            id: born,
            texts: [{ text: 'Birth date of Анна Ли: 1971-01-22', language: 'en' }],
            predicate: 'born-on',
            subject: 'entity:ftm/NK-1',
            value: { text: '1971-01-22', when: '1971-01-22' },
          },
          {
            id: nationality,
            texts: [{ text: 'Nationality of Анна Ли: ru', language: 'en' }],
            predicate: 'nationality',
            subject: 'entity:ftm/NK-1',
            value: { text: 'ru' },
          },
        ],
        attributions: [said(born, first), said(nationality, second)],
      },
    });
  });

  it('that is a link becomes a claim with its time and share, and parts for all else', async () => {
    const [piece] = await read({
      id: 'own-1',
      schema: 'Ownership',
      datasets: ['reg'],
      properties: {
        owner: ['NK-1'],
        asset: ['NK-2'],
        percentage: ['48.5'],
        role: ['founder'],
        startDate: ['2020-01-10'],
        sharesCount: ['100'],
      },
    });
    const [owns, ...parts] = piece?.records.claims ?? [];
    expect({ ...owns, id: '' }).toEqual({
      id: '',
      texts: [{ text: 'NK-1 owns NK-2', language: 'en' }],
      predicate: 'owns',
      subject: 'entity:ftm/NK-1',
      object: 'entity:ftm/NK-2',
      value: { text: '48.5', min: 48.5, max: 48.5, unit: 'percent' },
      when: '2020-01-10/..',
    });
    expect(parts.map(({ predicate, value, partOf }) => [predicate, value, partOf])).toEqual([
      ['ownership-role', { text: 'founder' }, owns?.id],
      ['ownership-shares-count', { text: '100', min: 100, max: 100, unit: 'share' }, owns?.id],
    ]);
    expect(piece?.records.attributions).toHaveLength(3);
  });

  it('that is a sanction is asserted by its authority, and reported by the data set', async () => {
    const [piece] = await read({
      id: 's-1',
      schema: 'Sanction',
      datasets: ['list'],
      properties: { entity: ['NK-1'], authority: ['The Treasury'], program: ['UKR'], endDate: ['2024-05-06T00:00:00'] },
    });
    const [claim] = piece?.records.claims ?? [];
    expect(claim).toMatchObject({
      texts: [{ text: 'NK-1 is under sanctions' }],
      value: { text: 'UKR' },
      when: '../2024-05-06',
      participants: [{ entity: 'organization:ftm/authority/The~20Treasury', role: 'authority' }],
    });
    const [source, relay] = piece?.records.attributions ?? [];
    expect(source).toMatchObject({ actor: 'organization:ftm/authority/The~20Treasury', stance: 'ASSERTS' });
    expect(source).not.toHaveProperty('document');
    expect(relay).toMatchObject({
      actor: 'organization:ftm/list',
      document: 'document:ftm/list',
      stance: 'REPORTS',
      certainty: 'UNCOMMITTED',
      cites: [{ attribution: source?.id }],
    });
  });

  it('that was merged from several data sets is attributed to them together, as one source', async () => {
    const [piece] = await read({
      id: 'NK-3',
      caption: 'Ray',
      schema: 'Company',
      datasets: ['b', 'a'],
      properties: { status: ['active'], registrationNumber: ['77'], jurisdiction: ['gb'], imoNumber: ['12'] },
    });
    expect(piece?.records.actors?.map(({ id, type }) => [id.replace(/[0-9a-f]{24}$/, '…'), type])).toEqual([
      ['entity:ftm/NK-3', 'ORGANIZATION'],
      ['organization:ftm/a', 'ORGANIZATION'],
      ['organization:ftm/b', 'ORGANIZATION'],
      ['group:ftm/merged/…', 'GROUP'],
    ]);
    expect(piece?.records.actors?.[0]?.identifiers).toEqual([
      { scheme: 'imo-company', value: '12' },
      { scheme: 'registration-number', value: 'GB:77' },
    ]);
    expect(piece?.records.documents).toMatchObject([
      { title: 'Merged from a, b', authors: ['organization:ftm/a', 'organization:ftm/b'] },
    ]);
    expect(new Set(piece?.records.attributions?.map(({ actor }) => actor)).size).toBe(1);
  });

  it('may be an event, a place, a thing or a document', async () => {
    const pieces = await read(
      { id: 'e', caption: 'Fair', schema: 'Event', properties: { startDate: ['2020'], endDate: ['2021'] } },
      { id: 'v', caption: 'Ship', schema: 'Vessel', properties: { imoNumber: ['9'], flag: ['pa'] } },
      { id: 'd', schema: 'Article', properties: { title: ['News'], publishedAt: ['2020-01-02'], bodyText: ['…'] } },
    );
    expect(pieces[0]?.records.events).toMatchObject([{ id: 'entity:ftm/e', kind: 'event' }]);
    expect(pieces[0]?.records.claims).toMatchObject([{ predicate: 'took-place', when: '2020/2021' }]);
    expect(pieces[1]?.records.things).toMatchObject([
      { id: 'entity:ftm/v', kind: 'ship', identifiers: [{ scheme: 'imo', value: '9' }] },
    ]);
    expect(pieces[1]?.records.actors).toMatchObject([{ id: 'organization:ftm/people.json' }]);
    expect(pieces[2]?.records).toEqual({
      documents: [{ id: 'entity:ftm/d', kind: 'ARTICLE', title: 'News', publishedAt: '2020-01-02' }],
    });
    expect(pieces[2]?.leftOut.map(({ field }) => field)).toEqual(['Article.bodyText', 'datasets']);
    expect(findings(together(pieces))).toEqual([]);
  });

  it('of a schema that is not mapped is left out and reported by its line', async () => {
    const pieces = await read(
      { id: 'a', schema: 'Spaceship', properties: {} },
      { id: 'b', schema: 'Similar', properties: {} },
    );
    expect(pieces).toEqual([
      {
        line: 1,
        records: {},
        problems: [],
        leftOut: [{ field: 'Spaceship', value: 'a', why: 'the schema "Spaceship" is not known' }],
      },
      {
        line: 2,
        records: {},
        problems: [],
        leftOut: [
          { field: 'Similar', value: 'b', why: 'that two entities may be the same is a judgement, not a claim' },
        ],
      },
    ]);
  });

  it('is reported by its line if it is none', async () => {
    const text = [
      '{"id": "a", "schema": "Person", "properties": {"name": ["A"]}}',
      '[]',
      '{"id": 7, "schema": "", "properties": [], "datasets": "x"}',
      '{"id": "a", "schema": "Per',
      '{"id": "b", "schema": "Person", "properties": {"name": ["B", 7, null, ""], "alias": "Bee"}}',
    ].join('\n');
    const pieces = await piecesOf(readFtm, sourceOf(text));
    expect(problemsOf(pieces)).toEqual([
      [2, 'is not an entity: {"id": …, "schema": …, "properties": { … }}'],
      [
        3,
        '"id" is missing or not text',
        '"schema" is missing or not text',
        '"properties" is missing or not an object',
        '"datasets" is not a list of texts',
      ],
      [4, 'is not valid JSON at column 23'],
    ]);
    expect(pieces[4]?.records.actors?.[0]?.names.map(({ text: name }) => name)).toEqual(['B', 'Bee']);
    expect(pieces[4]?.leftOut).toEqual([
      { field: 'Person.name', value: '7', why: 'it is not text' },
      { field: 'Person.name', value: 'null', why: 'it is not text' },
      { field: 'Person.name', value: '', why: 'it is empty' },
      { field: 'datasets', value: 'file', why: 'no claim comes from them' },
    ]);
  });

  it('may have any id, any date and texts of 10 MB', async () => {
    const long = 'ü'.repeat(5_000_000);
    const pieces = await read(
      {
        id: 'ü /~\u0000"><',
        schema: 'Person',
        caption: 'ü'.repeat(999),
        properties: { notes: [long], birthDate: ['1971-13'] },
      },
      { id: 'x'.repeat(500), schema: 'Person', properties: { country: ['zz-top', 'eu'] } },
      { id: '\u{1f600}', schema: 'Person', properties: {}, datasets: ['\u{1f600}'] },
    );
    expect(problemsOf(pieces)).toEqual([]);
    const bundle = together(pieces);
    expect(bundle.actors[0]?.id).toBe('entity:ftm/~C3~BC~20~2F~7E~00~22~3E~3C');
    expect(bundle.claims[0]?.texts[0]?.text).toHaveLength(300 + 300 + 'Notes of : '.length);
    expect(bundle.claims[0]?.value?.text === long).toBe(true);
    expect(bundle.claims[1]?.value).toEqual({ text: '1971-13' });
    expect(pieces[1]?.leftOut.map(({ field, why }) => [field, why])).toEqual([
      ['id', 'it is too long for an id: a hash is used instead'],
      ['Person.country', 'it is not a two-letter country code: only a claim has it'],
    ]);
    expect(findings(bundle)).toEqual([]);
  });
});

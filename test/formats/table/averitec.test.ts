import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseMapping } from '../../../src/formats/table/mapping-file.ts';
import { mappingReader } from '../../../src/formats/table/read.ts';
import { fileSource, findings, piecesOf, problemsOf, shared, sourceOf, together } from '../reading.ts';

interface Row {
  readonly claim: string;
  readonly label: string;
  readonly speaker: string | null;
  readonly reporting_source: string | null;
  readonly original_claim_url: string | null;
  readonly fact_checking_article: string;
  readonly location_ISO_code: string | null;
}

const mapping = JSON.parse(readFileSync(new URL('./averitec.mapping.json', import.meta.url), 'utf8'));
const reader = mappingReader(parseMapping(mapping));
const dev = shared('averitec/dev.json');
const rows: Row[] = dev.isThere ? JSON.parse(readFileSync(dev.path, 'utf8')) : [];

const isThere = (text: string | null) => text !== null && text.trim() !== '';
const count = (test: (row: Row) => boolean) => rows.filter(test).length;

describe.skipIf(!dev.isThere)(`the fact-checked claims of ${dev.name}`, () => {
  it('are all read and fit together', async () => {
    const pieces = await piecesOf(reader, fileSource(dev.path));
    expect(problemsOf(pieces)).toEqual([]);
    expect(pieces.map(({ line }) => line)).toEqual(rows.map((_, index) => index + 1));
    expect(findings(together(pieces))).toEqual([]);
  });

  it('are as many claims, speakers, outlets and verdicts as the file has', async () => {
    const { actors, claims, attributions, documents, places } = together(await piecesOf(reader, fileSource(dev.path)));
    expect(claims).toHaveLength(500);
    expect(claims.map(({ texts }) => texts[0]?.text)).toEqual(rows.map(({ claim }) => claim));

    const stated = attributions.filter(({ id }) => id.endsWith('/said'));
    const named = stated.filter(({ onRecord }) => onRecord);
    expect([named.length, count((row) => isThere(row.speaker))]).toEqual([382, 382]);
    const unnamed = actors.filter(({ type }) => type === 'UNNAMED_SOURCE');
    expect(unnamed).toHaveLength(118);
    const speakers = new Set(rows.flatMap(({ speaker }) => (isThere(speaker) ? [speaker?.trim()] : [])));
    expect(actors.filter(({ id }) => id.startsWith('actor:'))).toHaveLength(speakers.size);

    // 412 rows have the field; in two of them it is an empty text.
    expect([count((row) => row.reporting_source !== null), count((row) => isThere(row.reporting_source))]).toEqual([
      412, 410,
    ]);
    const publishers = new Map(documents.map(({ id, publisher }) => [id, publisher]));
    const reported = stated.filter(({ document }) => publishers.get(document ?? ''));
    expect(reported).toHaveLength(410);

    const verdicts = attributions.filter(({ rating }) => rating !== undefined);
    const stances = (stance: string) => verdicts.filter((one) => one.stance === stance).length;
    expect(verdicts.map(({ rating }) => rating?.label)).toEqual(rows.map(({ label }) => label));
    expect(['ASSERTS', 'DENIES', 'REPORTS'].map(stances)).toEqual([122, 305, 73]);
    expect([count((row) => row.label === 'Supported'), count((row) => row.label === 'Refuted')]).toEqual([122, 305]);

    const checks = documents.filter(({ kind }) => kind === 'FACT_CHECK');
    expect(checks).toHaveLength(
      new Set(rows.map((row) => row.fact_checking_article.replace(/^.*?\/https?:/, ''))).size,
    );
    expect(checks.filter(({ url }) => url?.includes('web.archive.org'))).toEqual([]);
    expect(places).toHaveLength(new Set(rows.flatMap((row) => row.location_ISO_code ?? [])).size);
  });

  it('have their dates, addresses and publishers', async () => {
    const { attributions, claims, documents, actors } = together(await piecesOf(reader, fileSource(dev.path)));
    expect(attributions.filter(({ saidAt }) => /^2020-(08|09|10)-\d\d$/.test(saidAt ?? ''))).toHaveLength(500);
    const claim = claims.find(({ texts }) => texts[0]?.text.startsWith('Due to Imran Khan'));
    const [said, checked] = attributions.filter((one) => one.claim === claim?.id);
    const document = (id: string | undefined) => documents.find((one) => one.id === id);
    expect(said).toMatchObject({ stance: 'ASSERTS', saidAt: '2020-10-31', onRecord: true, basis: 'ANALYST' });
    expect(actors.find(({ id }) => id === said?.actor)).toMatchObject({ type: 'ORGANIZATION' });
    expect(document(said?.document)).toMatchObject({
      url: 'https://twitter.com/pakconsulatefr/status/1322495811993903104',
      publishedAt: '2020-10-31',
      read: false,
    });
    expect(checked).toMatchObject({
      actor: 'organization:averitec/checker/indiatoday.in',
      stance: 'DENIES',
      rating: { label: 'Refuted' },
      cites: [{ attribution: said?.id }],
    });
  });

  it('leave out what has no place, each with why', async () => {
    const pieces = await piecesOf(reader, fileSource(dev.path));
    const fields = pieces.flatMap(({ leftOut }) => leftOut.map(({ field }) => field));
    expect(new Set(fields)).toEqual(new Set(Object.keys(mapping.leftOut)));
    expect(fields.filter((field) => field === 'justification')).toHaveLength(500);
  });

  it('are the same when read again, in another order', async () => {
    const once = together(await piecesOf(reader, fileSource(dev.path)));
    const again = together(await piecesOf(reader, sourceOf(JSON.stringify(rows.toReversed()))));
    const sorted = (bundle: typeof once) =>
      Object.values(bundle).flatMap((list) => list.map((one) => JSON.stringify(one)).sort());
    expect(sorted(again)).toEqual(sorted(once));
  });

  it('with a verdict that the mapping lacks are reported by number', async () => {
    const pieces = await piecesOf(reader, sourceOf(JSON.stringify([rows[0], { ...rows[1], label: 'Satire' }])));
    expect(problemsOf(pieces)).toEqual([[2, 'label: "Satire" is not in the table "stances"']]);
  });
});

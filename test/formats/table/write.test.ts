import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBundle } from '../../../src/bundle/read-files.ts';
import { exportCsv } from '../../../src/formats/table/write.ts';
import { hostileBundle, RUNS } from '../hostile-text.ts';
import { RATED, SEED, written } from '../records.ts';

const rowsOf = (text: string) => parse<Record<string, string>>(text, { columns: true });

/** How a text begins that a spreadsheet would run. */
const FORMULA = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

describe('CSV', () => {
  it('has a row for every attribution of the seed', async () => {
    const rows = rowsOf(await written(exportCsv, SEED));
    expect(rows.map(({ id }) => id)).toEqual(SEED.attributions.map(({ id }) => id));
  });

  it('says who said what, where, and with which verdict', async () => {
    const [, row] = rowsOf(await written(exportCsv, RATED));
    expect(Object.fromEntries(Object.entries(row ?? {}).filter(([, value]) => value !== ''))).toEqual({
      id: 'attribution:checker-prices',
      claim: 'claim:prices',
      claimText: 'Prices fell.',
      actor: 'organization:checker',
      actorName: 'The Checker',
      actorType: 'ORGANIZATION',
      stance: 'DENIES',
      certainty: 'CERTAIN',
      mode: 'DATA',
      onRecord: 'true',
      document: 'document:check',
      documentTitle: 'Did prices fall?',
      documentUrl: 'https://checker.example/prices',
      documentPublishedAt: '2025-03-04',
      publisher: 'organization:checker',
      publisherName: 'The Checker',
      cites: 'attribution:minister-prices',
      ratingLabel: 'Mostly false',
      ratingValue: '2',
      ratingBest: '5',
      ratingWorst: '1',
      basis: 'STATED',
    });
  });

  it('writes no formula', async () => {
    const said = { ...RATED.attributions[0], quote: '=HYPERLINK("http://x")', locator: '@1' };
    const [row] = rowsOf(await written(exportCsv, parseBundle({ attributions: [said] })));
    expect([row?.quote, row?.locator]).toEqual(['\'=HYPERLINK("http://x")', "'@1"]);
  });

  it('quotes every kind of line break', async () => {
    const said = { ...RATED.attributions[0], quote: 'one\ntwo', locator: 'one\rtwo' };
    const text = await written(exportCsv, parseBundle({ attributions: [said] }));
    expect(text).toContain(',"one\ntwo","one\rtwo",');
    expect(text.replace(/"[^"]*"/g, '').match(/[\r\n]/g)).toEqual(['\r', '\n', '\r', '\n']);
  });

  it('keeps hostile text', async () => {
    await fc.assert(
      fc.asyncProperty(hostileBundle, async (bundle) => {
        const rows = rowsOf(await written(exportCsv, bundle));
        const whole = bundle.attributions.map(({ quote }) => quote?.replace(/\p{Surrogate}/gu, '\ufffd'));
        expect(rows.map(({ quote }) => quote)).toEqual(
          whole.map((quote) => (FORMULA.test(quote ?? '') ? `'${quote}` : quote)),
        );
        for (const row of rows) expect(Object.values(row).join('\n')).not.toMatch(/^[=+@\t\r]/);
      }),
      RUNS,
    );
  });
});

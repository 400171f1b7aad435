import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { claimReviewReader } from '../../../src/formats/claim-review/read.ts';
import { verdictOf } from '../../../src/formats/claim-review/verdict.ts';
import { fileSource, findings, piecesOf, problemsOf, shared, sourceOf, together } from '../reading.ts';

const examples = shared('claimreview/schemaorg-examples.txt');

const review = {
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: 'https://check.example/1',
  datePublished: '2024-05-06T10:00:00Z',
  inLanguage: 'es',
  author: { '@type': 'Organization', name: 'Check', url: 'https://www.check.example/' },
  claimReviewed: 'La tierra es plana.',
  reviewRating: { '@type': 'Rating', ratingValue: '1', bestRating: 5, worstRating: 1, alternateName: 'Falso' },
  itemReviewed: {
    '@type': 'Claim',
    author: {
      '@type': 'Person',
      name: 'Ana Sol',
      sameAs: ['https://x.example/ana', 'https://www.wikidata.org/wiki/Q7'],
    },
    datePublished: '2024-05-01',
    firstAppearance: { '@type': 'SocialMediaPosting', url: 'https://x.example/ana/1' },
    appearance: [{ '@type': 'NewsArticle', url: 'https://news.example/2', datePublished: '2024-05-02' }],
  },
};

const read = (content: unknown) =>
  piecesOf(claimReviewReader('und'), sourceOf(typeof content === 'string' ? content : JSON.stringify(content), 100));

describe(`the fact checks of ${examples.name}`, () => {
  it.skipIf(!examples.isThere)('are as many as there are scripts with one', async () => {
    const text = readFileSync(examples.path, 'utf8');
    const scripts = text.split('<script type="application/ld+json">').length - 1;
    const reviews = text.match(/"@type": "ClaimReview"/g)?.length;
    const pieces = await piecesOf(claimReviewReader('und'), fileSource(examples.path));
    expect([scripts, reviews, pieces.length]).toEqual([2, 2, 2]);
    expect(problemsOf(pieces)).toEqual([]);
    const bundle = together(pieces);
    expect(findings(bundle)).toEqual([]);
    expect(bundle.claims.map(({ texts }) => texts)).toEqual([
      [
        {
          text: 'More than 3,000 homicides were committed by "illegal aliens" over the past six years.',
          language: 'und',
        },
      ],
      [
        {
          text: 'In the middle of the Cold War, the United States played a role in the overthrow of a democratically-elected Iranian government.',
          language: 'und',
        },
      ],
    ]);
    expect(bundle.actors.map(({ type, names }) => [type, names[0]?.text])).toEqual([
      ['ORGANIZATION', 'politifact.com'],
      ['PERSON', 'Rich Perry'],
      ['PERSON', 'danbri.org'],
      ['PERSON', 'Barack Obama'],
    ]);
    expect(bundle.attributions.map(({ stance, saidAt, rating }) => [stance, saidAt, rating])).toEqual([
      ['ASSERTS', '2014-07-17', undefined],
      ['DENIES', undefined, { label: 'True', value: 1, best: 6 }],
      ['ASSERTS', '2009-06-04', undefined],
      ['REPORTS', undefined, undefined],
    ]);
    expect(pieces[0]?.leftOut.at(-1)).toEqual({
      field: 'reviewRating.alternateName',
      value: 'True',
      why: '"True" does not match 1: the number decides',
    });
  });
});

describe('a fact check', () => {
  it('becomes the claim, what the claimant said and where, and the verdict', async () => {
    const [piece] = await read(review);
    const checker = 'organization:claimreview/outlet/check.example/check';
    const claimant = 'person:claimreview/ana-sol/Q7';
    const { documents = [], claims = [], attributions = [] } = piece?.records ?? {};
    expect(piece?.problems).toEqual([]);
    expect(piece?.leftOut.map(({ field }) => field)).toEqual(['itemReviewed.author.sameAs']);
    expect(piece?.records.actors).toEqual([
      { id: checker, type: 'ORGANIZATION', kind: 'OUTLET', names: [{ text: 'Check' }] },
      { id: claimant, type: 'PERSON', names: [{ text: 'Ana Sol' }] },
    ]);
    expect(documents.map(({ id, ...rest }) => rest)).toEqual([
      {
        kind: 'FACT_CHECK',
        url: 'https://check.example/1',
        language: 'es',
        publishedAt: '2024-05-06',
        publisher: checker,
      },
      { kind: 'POST', url: 'https://x.example/ana/1', read: false },
      { kind: 'ARTICLE', url: 'https://news.example/2', publishedAt: '2024-05-02', read: false },
    ]);
    expect(claims[0]?.texts).toEqual([{ text: 'La tierra es plana.', language: 'es' }]);
    const [check, first, other] = documents.map(({ id }) => id);
    const claim = claims[0]?.id;
    const attribution = {
      claim,
      actor: claimant,
      stance: 'ASSERTS',
      certainty: 'CERTAIN',
      mode: 'PARAPHRASE',
      onRecord: true,
    };
    expect(attributions.map(({ id, ...rest }) => rest)).toEqual([
      { ...attribution, document: first, saidAt: '2024-05-01' },
      { ...attribution, document: other },
      {
        claim,
        actor: checker,
        document: check,
        stance: 'DENIES',
        certainty: 'CERTAIN',
        mode: 'PARAPHRASE',
        onRecord: false,
        cites: [{ attribution: attributions[0]?.id }, { attribution: attributions[1]?.id }],
        rating: { label: 'Falso', value: 1, best: 5, worst: 1 },
      },
    ]);
    expect(findings(together([piece as NonNullable<typeof piece>]))).toEqual([]);
  });

  it('is found in lists, graphs, nested nodes and lists of types, and follows what is named by @id', async () => {
    const short = { ...review, itemReviewed: undefined, reviewRating: undefined };
    const pieces = await read([
      { ...short, '@type': ['Review', 'ClaimReview'], claimReviewed: 'one' },
      {
        '@graph': [
          { '@id': '#org', '@type': 'schema:Organization', name: 'Named Elsewhere' },
          { ...short, claimReviewed: ['two'], author: { '@id': '#org' } },
        ],
      },
      { '@type': 'WebPage', mainEntity: { items: [{ ...short, claimReviewed: { '@value': 'three' } }] } },
      {
        '@type': 'http://schema.org/ClaimReview',
        'schema:author': 'Bare Name',
        'http://schema.org/claimReviewed': 'four',
      },
      { '@type': 'Review', reviewBody: 'no claim' },
    ]);
    expect(problemsOf(pieces)).toEqual([]);
    const summaries = pieces.map(({ records }) => [
      records.claims?.[0]?.texts[0]?.text,
      records.actors?.[0]?.names[0]?.text,
    ]);
    expect(summaries).toEqual([
      ['one', 'Check'],
      ['two', 'Named Elsewhere'],
      ['three', 'Check'],
      ['four', 'Bare Name'],
    ]);
  });

  it('is read out of the scripts of a page, and a broken script is reported by its line', async () => {
    const page = [
      '<!doctype html><html><head><title>Check</title>',
      '<script>var a = "<script type=";</script>',
      `<SCRIPT TYPE="application/ld+json; charset=utf-8">${JSON.stringify(review)}</SCRIPT>`,
      '<script type="application/ld+json">{"@type": "ClaimReview",',
      '</script><script type="application/ld+json">{"@type": "WebPage"}</script>',
    ].join('\n');
    const pieces = await read(page);
    expect(problemsOf(pieces)).toEqual([[2, 'the script that begins on line 4 is not valid JSON at line 2, column 1']]);
    expect(pieces.map(({ records }) => records.claims?.length ?? 0)).toEqual([1, 0]);
  });

  it('needs a claim and somebody who checked it', async () => {
    expect(problemsOf(await read({ '@type': 'ClaimReview' }))).toEqual([
      [
        1,
        'ClaimReview: "author" is missing: nobody is named as the fact checker',
        'ClaimReview: "claimReviewed" is missing: there is no claim',
      ],
    ]);
    expect(problemsOf(await read('<p>nothing</p>'))).toEqual([[1, 'has no ClaimReview in JSON-LD']]);
    expect(problemsOf(await read('{"@type": "Claim'))).toEqual([[1, 'is not valid JSON at line 1, column 11']]);
  });

  it('has an unnamed source if it says where the claim was published, but not who stated it', async () => {
    const [piece] = await read({
      ...review,
      itemReviewed: { '@type': 'CreativeWork', url: 'https://x.example/post', datePublished: 'yesterday' },
    });
    expect(piece?.records.actors?.[1]).toMatchObject({
      type: 'UNNAMED_SOURCE',
      names: [{ text: 'Unnamed author of https://x.example/post' }],
    });
    expect(piece?.records.attributions?.[0]).toMatchObject({ stance: 'ASSERTS', onRecord: false });
    expect(piece?.leftOut).toEqual([
      { field: 'appearance.datePublished', value: 'yesterday', why: 'it is not a date such as 2025-11-21' },
      { field: 'itemReviewed.datePublished', value: 'yesterday', why: 'it is not a date such as 2025-11-21' },
    ]);
  });

  it('survives nodes that name each other without end, deep nesting and texts of 10 MB', async () => {
    const names = Array.from({ length: 300 }, (_, index) => ({ '@id': `#${index}` }));
    const graph = names.map((one) => ({
      ...one,
      '@type': 'ClaimReview',
      claimReviewed: 'x',
      author: names,
      about: names,
    }));
    expect(await read({ '@graph': graph.slice(0, 20).concat(graph) })).toHaveLength(320);
    expect(problemsOf(await read(`${'['.repeat(5000)}${']'.repeat(5000)}`))).toHaveLength(1);
    const long = 'x'.repeat(10_000_000);
    const [piece] = await read({ ...review, claimReviewed: long, reviewBody: long });
    expect(piece?.records.claims?.[0]?.texts[0]?.text === long).toBe(true);
    expect(piece?.leftOut.find(({ field }) => field === 'ClaimReview.reviewBody')?.value).toHaveLength(200);
  });
});

describe('a verdict', () => {
  const side = (rating: Record<string, unknown>) => verdictOf(rating).side;

  it('takes the side that its number takes on its scale', () => {
    const values = [1, 2, 3, 4, 5].map((ratingValue) =>
      side({ ratingValue, bestRating: 5, worstRating: 1, name: 'x' }),
    );
    expect(values).toEqual(['DENIES', 'DENIES', 'NONE', 'ASSERTS', 'ASSERTS']);
    expect(side({ ratingValue: '6', bestRating: '6' })).toBe('ASSERTS');
    expect(side({ ratingValue: 1, bestRating: 6, alternateName: 'True' })).toBe('DENIES');
    expect(side({ ratingValue: '0,5', bestRating: 1, worstRating: 0 })).toBe('NONE');
  });

  it('takes the side of its label where the number is on no scale, and none where the label is not plain', () => {
    expect(side({ ratingValue: -1, alternateName: 'Mostly False.' })).toBe('DENIES');
    expect(side({ ratingValue: 3, bestRating: 1, worstRating: 5, alternateName: 'Wahr' })).toBe('ASSERTS');
    expect(side({ alternateName: '“Pants on Fire!”' })).toBe('DENIES');
    expect(side({ ratingValue: 'Verdadero' })).toBe('ASSERTS');
    expect(side({ alternateName: 'Not entirely true' })).toBe('NONE');
    expect(side({ alternateName: 'Misleading' })).toBe('NONE');
    expect(verdictOf({ bestRating: 5 })).toEqual({ rating: undefined, side: 'NONE', conflict: null });
  });
});

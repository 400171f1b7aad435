import fc from 'fast-check';
import { Parser, type Quad } from 'n3';
import { describe, expect, it } from 'vitest';
import { parseBundle } from '../../src/bundle/read-files.ts';
import { exportClaimReview } from '../../src/formats/claim-review/write.ts';
import { iriOf, webIri } from '../../src/formats/iri.ts';
import { exportNanopub } from '../../src/formats/nanopub/write.ts';
import { exportProv } from '../../src/formats/prov/write.ts';
import { exportSchemaOrg } from '../../src/formats/schema-org/write.ts';
import { hostileBundle, RUNS } from './hostile-text.ts';
import { RATED, SEED, written } from './records.ts';

const wellFormed = (text: string | undefined) => text?.replace(/\p{Surrogate}/gu, '\ufffd');

function graphsOf(quads: readonly Quad[]): Map<string, Quad[]> {
  const graphs = new Map<string, Quad[]>();
  for (const quad of quads) graphs.set(quad.graph.value, [...(graphs.get(quad.graph.value) ?? []), quad]);
  return graphs;
}

describe('IRIs', () => {
  it('are ids with a prefix of our own', () => {
    expect(iriOf('person:a.b_c~d/e@f+g:h')).toBe('urn:claimgraph:person:a.b_c~d/e@f+g:h');
    expect(iriOf('person:é <')).toBe('urn:claimgraph:person:%C3%A9%20%3C');
  });

  it('are web addresses without what no IRI may have', () => {
    expect(webIri('https://example.org/a b?<c>"{}|^`#\\')).toBe(
      'https://example.org/a%20b?%3Cc%3E%22%7B%7D%7C%5E%60#%5C',
    );
  });
});

describe('nanopublications', () => {
  it('have four graphs for each attribution of the seed', async () => {
    const graphs = graphsOf(new Parser({ format: 'TriG' }).parse(await written(exportNanopub, SEED)));
    const parts = ['Head', 'assertion', 'provenance', 'pubinfo'];
    const expected = SEED.attributions.flatMap(({ id }) => parts.map((part) => `urn:claimgraph:${id}#${part}`));
    expect([...graphs.keys()]).toEqual(expected);
  });

  it('assert that somebody denied a claim, and not the claim', async () => {
    const graphs = graphsOf(new Parser({ format: 'TriG' }).parse(await written(exportNanopub, RATED)));
    const inGraph = (part: string) =>
      (graphs.get(`urn:claimgraph:attribution:checker-prices#${part}`) ?? []).map(
        ({ subject, predicate, object }) => `${subject.value} ${predicate.value} ${object.value}`,
      );
    expect(inGraph('assertion')).toEqual([
      'urn:claimgraph:attribution:checker-prices http://www.w3.org/1999/02/22-rdf-syntax-ns#type urn:claimgraph:term/Attribution',
      'urn:claimgraph:attribution:checker-prices urn:claimgraph:term/speaker urn:claimgraph:organization:checker',
      'urn:claimgraph:attribution:checker-prices urn:claimgraph:term/stance urn:claimgraph:term/DENIES',
      'urn:claimgraph:attribution:checker-prices urn:claimgraph:term/claim urn:claimgraph:claim:prices',
      'urn:claimgraph:attribution:checker-prices urn:claimgraph:term/certainty urn:claimgraph:term/CERTAIN',
      'urn:claimgraph:attribution:checker-prices urn:claimgraph:term/mode urn:claimgraph:term/DATA',
      'urn:claimgraph:attribution:checker-prices urn:claimgraph:term/onRecord true',
      'urn:claimgraph:attribution:checker-prices urn:claimgraph:term/rating Mostly false',
      'urn:claimgraph:claim:prices http://www.w3.org/1999/02/22-rdf-syntax-ns#type urn:claimgraph:term/Claim',
      'urn:claimgraph:claim:prices http://www.w3.org/1999/02/22-rdf-syntax-ns#type http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement',
      'urn:claimgraph:claim:prices http://www.w3.org/2000/01/rdf-schema#label Los precios bajaron.',
      'urn:claimgraph:claim:prices http://www.w3.org/2000/01/rdf-schema#label Prices fell.',
    ]);
    expect(inGraph('provenance')).toContain(
      'urn:claimgraph:attribution:checker-prices#assertion http://www.w3.org/ns/prov#wasDerivedFrom urn:claimgraph:attribution:minister-prices#assertion',
    );
    expect(inGraph('pubinfo')).toEqual([
      'urn:claimgraph:attribution:checker-prices#nanopub http://purl.org/dc/terms/created 2026-01-02T03:04:05.678Z',
    ]);
  });

  it('keep hostile text', async () => {
    await fc.assert(
      fc.asyncProperty(hostileBundle, async (bundle) => {
        const quads = new Parser({ format: 'TriG' }).parse(await written(exportNanopub, bundle));
        expect(graphsOf(quads).size).toBe(4 * bundle.attributions.length);
        const quotes = quads.filter(({ predicate }) => predicate.value === 'urn:claimgraph:term/quote');
        expect(quotes.map(({ object }) => object.value)).toEqual(
          bundle.attributions.map(({ quote }) => wellFormed(quote)),
        );
      }),
      RUNS,
    );
  });
});

describe('ClaimReview', () => {
  it('is a review for each verdict, with the claim, who made it and where', async () => {
    const document = JSON.parse(await written(exportClaimReview, RATED));
    expect(Object.keys(document)).toEqual(['@context', '@graph']);
    const claim = {
      '@id': 'urn:claimgraph:claim:prices',
      '@type': 'Claim',
      text: 'Prices fell.',
      author: [{ '@id': 'urn:claimgraph:person:minister', '@type': 'Person', name: 'The Minister' }],
      datePublished: '2025-03-01',
      firstAppearance: {
        '@id': 'urn:claimgraph:document:speech',
        '@type': 'MediaObject',
        url: 'https://tv.example/speech',
      },
      appearance: [
        { '@id': 'urn:claimgraph:document:speech', '@type': 'MediaObject', url: 'https://tv.example/speech' },
      ],
    };
    const checker = {
      '@id': 'urn:claimgraph:organization:checker',
      '@type': 'NewsMediaOrganization',
      name: 'The Checker',
      url: 'https://checker.example/',
    };
    expect(document['@graph']).toEqual([
      {
        '@id': 'urn:claimgraph:attribution:checker-prices',
        '@type': 'ClaimReview',
        url: 'https://checker.example/prices',
        name: 'Did prices fall?',
        inLanguage: 'en',
        datePublished: '2025-03-04',
        author: checker,
        publisher: checker,
        claimReviewed: 'Prices fell.',
        reviewRating: {
          '@type': 'Rating',
          alternateName: 'Mostly false',
          ratingValue: 2,
          bestRating: 5,
          worstRating: 1,
        },
        itemReviewed: claim,
      },
      {
        '@id': 'urn:claimgraph:attribution:reader-prices',
        '@type': 'ClaimReview',
        author: { '@id': 'urn:claimgraph:person:reader', '@type': 'Person', name: 'A. Reader' },
        claimReviewed: 'Prices fell.',
        reviewRating: { '@type': 'Rating', alternateName: 'Wrong' },
        itemReviewed: claim,
      },
    ]);
  });

  it('is an empty list where nobody rated anything', async () => {
    expect(JSON.parse(await written(exportClaimReview, SEED))['@graph']).toEqual([]);
  });
});

describe('schema.org', () => {
  it('gives a claim its authors, which are not those who deny it', async () => {
    const nodes = JSON.parse(await written(exportSchemaOrg, SEED))['@graph'] as Record<string, unknown>[];
    const amnesty = nodes.find((node) => node['@id'] === 'urn:claimgraph:claim:amnesty');
    const deniers = SEED.attributions.filter(({ claim, stance }) => claim === 'claim:amnesty' && stance === 'DENIES');
    const authors = ((amnesty?.author ?? []) as { '@id': string }[]).map((author) => author['@id']);
    expect(authors).toEqual(['urn:claimgraph:source:reuters-sources', 'urn:claimgraph:source:miami-herald-sources']);
    expect(deniers.map(({ actor }) => iriOf(actor))).toEqual(['urn:claimgraph:person:nicolas-maduro']);
  });

  it('says what a photograph is based on', async () => {
    const nodes = JSON.parse(await written(exportSchemaOrg, SEED))['@graph'] as Record<string, unknown>[];
    expect(nodes.find((node) => node['@id'] === 'urn:claimgraph:document:cibercuba-photograph')).toEqual({
      '@id': 'urn:claimgraph:document:cibercuba-photograph',
      '@type': 'ImageObject',
      name: 'Nicolás Maduro and Donald Trump',
      publisher: { '@id': 'urn:claimgraph:organization:cibercuba' },
      isBasedOn: [
        { '@id': 'urn:claimgraph:document:instagram-photograph' },
        { '@id': 'urn:claimgraph:document:whitehouse-gov-photograph' },
      ],
    });
  });

  it('keeps hostile text, and is safe in a script tag', async () => {
    await fc.assert(
      fc.asyncProperty(hostileBundle, async (bundle) => {
        for (const exporter of [exportSchemaOrg, exportClaimReview]) {
          const text = await written(exporter, bundle);
          expect(text).not.toMatch(/[<>\u2028]/);
          const nodes = JSON.parse(text)['@graph'] as Record<string, unknown>[];
          const review = nodes.find((node) => node['@type'] === 'ClaimReview');
          const rating = review?.reviewRating as { alternateName: string } | undefined;
          expect(rating?.alternateName).toBe(wellFormed(bundle.attributions[1]?.rating?.label));
        }
      }),
      RUNS,
    );
  });
});

describe('PROV-JSON', () => {
  it('has the speaker, the claim, the document and the citations', async () => {
    const { wasAttributedTo, used, wasDerivedFrom } = JSON.parse(await written(exportProv, RATED));
    expect(wasAttributedTo['cg:attribution:checker-prices#by/speaker/organization:checker']).toEqual({
      'prov:entity': 'cg:attribution:checker-prices',
      'prov:agent': 'cg:organization:checker',
      'prov:type': { $: 'term:speaker', type: 'prov:QUALIFIED_NAME' },
    });
    expect(used['cg:attribution:checker-prices#used']).toEqual({
      'prov:activity': 'cg:attribution:checker-prices#saying',
      'prov:entity': 'cg:claim:prices',
      'prov:role': 'claim',
    });
    expect(Object.keys(wasDerivedFrom)).toEqual([
      'cg:attribution:minister-prices#from/document:speech',
      'cg:attribution:checker-prices#from/document:check',
      'cg:attribution:checker-prices#from/attribution:minister-prices',
    ]);
    expect(wasDerivedFrom['cg:attribution:minister-prices#from/document:speech']['prov:type'].$).toBe('prov:Quotation');
  });

  it('is a document without records where there are none', async () => {
    const { prefix, ...sections } = JSON.parse(await written(exportProv, parseBundle({})));
    expect(prefix).toEqual({ cg: 'urn:claimgraph:', term: 'urn:claimgraph:term/' });
    expect(Object.values(sections).every((section) => Object.keys(section as object).length === 0)).toBe(true);
  });

  it('keeps hostile text', async () => {
    await fc.assert(
      fc.asyncProperty(hostileBundle, async (bundle) => {
        const { entity } = JSON.parse(await written(exportProv, bundle));
        for (const { id, quote } of bundle.attributions) {
          expect(entity[`cg:${id}`]['prov:value']).toBe(wellFormed(quote));
        }
      }),
      RUNS,
    );
  });
});

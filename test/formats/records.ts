import { fileURLToPath } from 'node:url';
import { type Bundle, COLLECTIONS } from '../../src/bundle/bundle.ts';
import { parseBundle, readBundle } from '../../src/bundle/read-files.ts';
import type { CollectedRecord, RecordStream } from '../../src/bundle/record-stream.ts';
import type { ExportContext, Exporter } from '../../src/formats/exporter.ts';

export const CONTEXT: ExportContext = { recorded: '2026-01-02T03:04:05.678Z', said: null };

export const SEED: Bundle = readBundle(fileURLToPath(new URL('../../seed/manifest.json', import.meta.url))).bundle;

/** The records of a bundle, as they are read from the graph. */
export function recordsOf(bundle: Bundle): RecordStream {
  return async function* () {
    for (const collection of COLLECTIONS) {
      for (const record of bundle[collection]) yield { collection, record } as CollectedRecord;
    }
  };
}

export async function written(exporter: Exporter, bundle: Bundle, context = CONTEXT): Promise<string> {
  let text = '';
  for await (const chunk of exporter(recordsOf(bundle), context)) text += chunk;
  return text;
}

/** Two fact checkers rate what a minister said, one with numbers and one with labels. */
export const RATED: Bundle = parseBundle({
  actors: [
    { id: 'person:minister', type: 'PERSON', country: 'ES', names: [{ text: 'The Minister', language: 'en' }] },
    {
      id: 'organization:checker',
      type: 'ORGANIZATION',
      kind: 'OUTLET',
      names: [{ text: 'The Checker', language: 'en' }],
      identifiers: [{ scheme: 'website', value: 'https://checker.example/' }],
    },
    { id: 'person:reader', type: 'PERSON', names: [{ text: 'A. Reader' }] },
  ],
  documents: [
    { id: 'document:speech', kind: 'BROADCAST', url: 'https://tv.example/speech', publishedAt: '2025-03-01' },
    {
      id: 'document:check',
      kind: 'FACT_CHECK',
      title: 'Did prices fall?',
      url: 'https://checker.example/prices',
      language: 'en',
      publishedAt: '2025-03-04',
      publisher: 'organization:checker',
    },
  ],
  claims: [
    {
      id: 'claim:prices',
      texts: [
        { text: 'Los precios bajaron.', language: 'es' },
        { text: 'Prices fell.', language: 'en' },
      ],
    },
  ],
  attributions: [
    {
      id: 'attribution:minister-prices',
      claim: 'claim:prices',
      actor: 'person:minister',
      document: 'document:speech',
      stance: 'ASSERTS',
      certainty: 'CERTAIN',
      mode: 'DIRECT_QUOTE',
      onRecord: true,
      quote: 'Prices fell.',
    },
    {
      id: 'attribution:checker-prices',
      claim: 'claim:prices',
      actor: 'organization:checker',
      document: 'document:check',
      stance: 'DENIES',
      certainty: 'CERTAIN',
      mode: 'DATA',
      onRecord: true,
      cites: [{ attribution: 'attribution:minister-prices' }],
      rating: { label: 'Mostly false', value: 2, best: 5, worst: 1 },
    },
    {
      id: 'attribution:reader-prices',
      claim: 'claim:prices',
      actor: 'person:reader',
      stance: 'DENIES',
      certainty: 'PROBABLE',
      mode: 'INDIRECT',
      onRecord: true,
      saidAt: '2025-03~',
      rating: { label: 'Wrong' },
    },
  ],
});

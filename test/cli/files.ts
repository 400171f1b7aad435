import { fileURLToPath } from 'node:url';
import { type Bundle, COLLECTIONS } from '../../src/bundle/bundle.ts';
import { readBundle } from '../../src/bundle/read-files.ts';

export const SEED_MANIFEST = fileURLToPath(new URL('../../seed/manifest.json', import.meta.url));

export const SEED: Bundle = readBundle(SEED_MANIFEST).bundle;

/** A bundle as NDJSON, a record a line, collection by collection. */
export function ndjson(bundle: Partial<Bundle>): string {
  return COLLECTIONS.flatMap((collection) =>
    (bundle[collection] ?? []).map((record) => `${JSON.stringify({ [collection]: [record] })}\n`),
  ).join('');
}

const outlet = (name: string) => ({
  id: `organization:${name}`,
  type: 'ORGANIZATION',
  kind: 'OUTLET',
  names: [{ text: name }],
});

const attribution = (id: string, claim: string, more: object = {}) => ({
  id: `attribution:${id}`,
  claim,
  actor: 'organization:post',
  stance: 'ASSERTS',
  certainty: 'CERTAIN',
  mode: 'PARAPHRASE',
  onRecord: true,
  ...more,
});

/**
 * Many small claims, each by one outlet, which cites the attribution of the claim before. References lead back and, for every tenth
 * line, ahead to a later attribution.
 */
export function manyClaims(count: number): string {
  const lines = [{ actors: [outlet('post')] }];
  const claims = Array.from({ length: count }, (_, index) => {
    const cited = index % 10 === 0 ? index + 5 : index - 1;
    const cites = cited >= 0 && cited < count ? [{ attribution: `attribution:a${cited}` }] : [];
    return {
      claims: [{ id: `claim:c${index}`, texts: [{ text: `Claim number ${index}`, language: 'en' }] }],
      attributions: [attribution(`a${index}`, `claim:c${index}`, { cites, saidAt: '2025-01-01' })],
    };
  });
  return [...lines, ...claims].map((line) => `${JSON.stringify(line)}\n`).join('');
}

export { attribution, outlet };

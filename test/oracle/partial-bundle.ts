import type { Bundle } from '../../src/bundle/bundle.ts';

/** A part of a bundle that can be loaded by itself: every second claim, as far as it does not need the others. */
export function firstPart(bundle: Bundle): Bundle {
  let claims = bundle.claims.filter((_, index) => index % 2 === 0);
  let attributions = bundle.attributions;
  let size = Number.POSITIVE_INFINITY;
  while (claims.length + attributions.length < size) {
    size = claims.length + attributions.length;
    const [known, said] = [idsOf(claims), idsOf(attributions)];
    attributions = attributions.filter(
      ({ claim, cites, covers }) =>
        known.has(claim) &&
        cites.every(({ attribution }) => said.has(attribution)) &&
        covers.every((covered) => known.has(covered)),
    );
    const made = new Set(attributions.map(({ claim }) => claim));
    claims = claims.filter(({ id, partOf }) => made.has(id) && (partOf === undefined || known.has(partOf)));
  }
  const mentions = bundle.mentions.filter((_, index) => index % 2 === 0);
  const named = new Set([...attributions, ...mentions].map(({ document }) => document));
  const documents = bundle.documents.filter(({ id }) => named.has(id));
  return { ...bundle, claims, attributions, documents, mentions, relations: [], derivations: [] };
}

function idsOf(records: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(records.map(({ id }) => id));
}

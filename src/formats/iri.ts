/** What the IRIs of records begin with, in RDF and JSON-LD. */
export const BASE = 'urn:claimgraph:';

/** What the IRIs of the product's own terms begin with: "urn:claimgraph:term/stance". No id begins so. */
export const TERMS = `${BASE}term/`;

/** The IRI of a record. What ids are made of may all stand in a URN; anything else is percent-encoded. */
export function iriOf(id: string): string {
  return BASE + id.replace(/[^A-Za-z0-9._~:/@+-]/gu, encoded);
}

/** A web address as an IRI: without the characters that no IRI may have. */
export function webIri(url: string): string {
  return new URL(url).href.replace(/[<>"{}|^`\\\s]/gu, encoded);
}

function encoded(character: string): string {
  return `%${Buffer.from(character, 'utf8')
    .toString('hex')
    .toUpperCase()
    .replace(/(..)(?=.)/g, '$1%')}`;
}

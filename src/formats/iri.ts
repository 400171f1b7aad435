/** The prefix of the IRIs of records, in RDF and JSON-LD. */
export const BASE = 'urn:claimgraph:';

/** The prefix of the IRIs of the product's own terms: "urn:claimgraph:term/stance". No id starts like this. */
export const TERMS = `${BASE}term/`;

/** The IRI of a record. All characters of a valid id may be in a URN; any other is percent-encoded. */
export function iriOf(id: string): string {
  return BASE + id.replace(/[^A-Za-z0-9._~:/@+-]/gu, encoded);
}

/** A web address as an IRI, with the characters percent-encoded that an IRI must not have. */
export function webIri(url: string): string {
  return new URL(url).href.replace(/[<>"{}|^`\\\s]/gu, encoded);
}

function encoded(character: string): string {
  return `%${Buffer.from(character, 'utf8')
    .toString('hex')
    .toUpperCase()
    .replace(/(..)(?=.)/g, '$1%')}`;
}

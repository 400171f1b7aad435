import type {
  ActorRecord,
  AttributionRecord,
  ClaimRecord,
  DocumentRecord,
  EntityRecord,
} from '../bundle/record-stream.ts';
import { boundsOf } from '../time/edtf.ts';
import { iriOf, webIri } from './iri.ts';
import { nameOf, textOf, wellFormed } from './labels.ts';
import type { RecordsById } from './records-by-id.ts';

/** Any JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** One JSON-LD document with the vocabulary of schema.org, one node per line. Safe in a script tag of a web page. */
export async function* graphDocument(nodes: AsyncIterable<JsonObject>): AsyncGenerator<string> {
  yield '{"@context":"https://schema.org","@graph":[';
  let first = true;
  for await (const node of nodes) {
    yield `${first ? '' : ','}\n${scriptSafe(node)}`;
    first = false;
  }
  yield '\n]}\n';
}

/** JSON in which no tag can start and no line can end. */
function scriptSafe(node: JsonObject): string {
  const text = JSON.stringify(node, (_, value) => (typeof value === 'string' ? wellFormed(value) : value));
  return text.replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** A reference to another record of the document. */
export function referenceTo(id: string): JsonObject {
  return { '@id': iriOf(id) };
}

/** References to records, each once; undefined if there are none. */
export function referencesTo(ids: readonly string[]): readonly JsonObject[] | undefined {
  return nonEmpty([...new Set(ids)].map(referenceTo));
}

/** The list, or undefined if it is empty: an empty list is not written. */
export function nonEmpty<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length > 0 ? items : undefined;
}

/** The date if ISO 8601 has it too: a year, a month, a day or a moment. Undefined if it is vaguer. */
export function isoDate(date: string | undefined): string | undefined {
  return date !== undefined && /^\d{4}(-\d{2}(-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?)?)?$/.test(date) ? date : undefined;
}

const SCHEMA_ORGANIZATIONS: Partial<Record<string, string>> = {
  OUTLET: 'NewsMediaOrganization',
  AGENCY: 'NewsMediaOrganization',
  GOVERNMENT: 'GovernmentOrganization',
  PUBLIC_BODY: 'GovernmentOrganization',
  COURT: 'GovernmentOrganization',
  MILITARY: 'GovernmentOrganization',
  PARTY: 'PoliticalParty',
  COMPANY: 'Corporation',
  NGO: 'NGO',
};

/** The schema.org type of an actor. An unnamed source that may be several people is an organization, as a group is. */
export function actorType(actor: ActorRecord): string {
  if (actor.type === 'PERSON') return 'Person';
  if (actor.type === 'ORGANIZATION') return SCHEMA_ORGANIZATIONS[actor.kind] ?? 'Organization';
  return actor.type === 'UNNAMED_SOURCE' && actor.count?.max === 1 ? 'Person' : 'Organization';
}

/** An actor in short form, as an author or a publisher. */
export function actorStub(id: string, { actors }: RecordsById): JsonObject {
  const actor = actors.get(id);
  if (!actor) return referenceTo(id);
  return { ...referenceTo(id), '@type': actorType(actor), name: nameOf(actor), url: websiteOf(actor) };
}

function websiteOf({ identifiers }: EntityRecord): string | undefined {
  const website = identifiers?.find(({ scheme }) => scheme === 'website')?.value;
  return website !== undefined && /^https?:\/\//.test(website) && URL.canParse(website) ? webIri(website) : undefined;
}

/** The stances that affirm a claim. */
const AFFIRMING: ReadonlySet<string> = new Set(['ASSERTS', 'CONFIRMS', 'CORRECTS']);

/** The verdict on a claim as a ClaimReview. */
export function reviewNode(said: AttributionRecord, claim: ClaimRecord | undefined, byId: RecordsById): JsonObject {
  const document = documentOf(said, byId);
  return {
    ...referenceTo(said.id),
    '@type': 'ClaimReview',
    url: document?.url,
    name: document?.title,
    inLanguage: document?.language,
    datePublished: isoDate(said.saidAt) ?? isoDate(document?.publishedAt),
    author: actorStub(said.actor, byId),
    publisher: document?.publisher === undefined ? undefined : actorStub(document.publisher, byId),
    claimReviewed: claim && textOf(claim),
    reviewRating: said.rating && {
      '@type': 'Rating',
      alternateName: said.rating.label,
      ratingValue: said.rating.value,
      bestRating: said.rating.best,
      worstRating: said.rating.worst,
    },
    itemReviewed: claim ? claimNode(claim, byId) : referenceTo(said.claim),
  };
}

/** A claim with the speakers who affirm it as authors, and the documents that it appears in. */
export function claimNode(claim: ClaimRecord, byId: RecordsById): JsonObject {
  const attributions = (byId.attributions.get(claim.id) ?? []).filter(({ rating }) => rating === undefined);
  const affirming = attributions.filter(({ stance }) => AFFIRMING.has(stance));
  const appearances = [...attributions].sort((one, other) => earliestOf(one, byId) - earliestOf(other, byId));
  const first = appearances.find((said) => dateOf(said, byId) !== undefined);
  const authors = [...new Set(affirming.map(({ actor }) => actor))];
  return {
    ...referenceTo(claim.id),
    '@type': 'Claim',
    text: textOf(claim),
    author: nonEmpty(authors.map((actor) => actorStub(actor, byId))),
    datePublished: first && isoDate(dateOf(first, byId)),
    firstAppearance: first?.document === undefined ? undefined : documentStub(first.document, byId),
    appearance: nonEmpty(documentsOf(appearances).map((id) => documentStub(id, byId))),
  };
}

function documentStub(id: string, { documents }: RecordsById): JsonObject {
  const document = documents.get(id);
  const type = document && documentType(document);
  return { ...referenceTo(id), '@type': type, url: document?.url, name: document?.title };
}

const SCHEMA_DOCUMENTS: Readonly<Record<DocumentRecord['kind'], string>> = {
  ARTICLE: 'NewsArticle',
  FACT_CHECK: 'Article',
  BROADCAST: 'MediaObject',
  POST: 'SocialMediaPosting',
  STATEMENT: 'CreativeWork',
  FILING: 'DigitalDocument',
  DATASET: 'Dataset',
  IMAGE: 'ImageObject',
  OTHER: 'CreativeWork',
};

/** The schema.org type of a document. */
export function documentType({ kind }: DocumentRecord): string {
  return SCHEMA_DOCUMENTS[kind];
}

function documentsOf(attributions: readonly AttributionRecord[]): string[] {
  return [...new Set(attributions.flatMap(({ document }) => (document === undefined ? [] : [document])))];
}

function documentOf({ document }: AttributionRecord, { documents }: RecordsById): DocumentRecord | undefined {
  return document === undefined ? undefined : documents.get(document);
}

function dateOf(said: AttributionRecord, byId: RecordsById): string | undefined {
  return said.saidAt ?? documentOf(said, byId)?.publishedAt;
}

/**
 * The earliest time that it can have been said, in milliseconds since 1970, for sorting; without a date it comes last.
 */
function earliestOf(said: AttributionRecord, byId: RecordsById): number {
  const date = dateOf(said, byId);
  return date === undefined ? Number.MAX_VALUE : boundsOf(date).earliest;
}

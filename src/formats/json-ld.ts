import type {
  ActorRecord,
  AttributionRecord,
  ClaimRecord,
  DocumentRecord,
  EntityRecord,
} from '../bundle/record-stream.ts';
import { boundsOf } from '../time/edtf.ts';
import type { Catalogue } from './catalogue.ts';
import { iriOf } from './iri.ts';
import { nameOf, textOf, wellFormed } from './labels.ts';

/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** One JSON-LD document with the vocabulary of schema.org, a node a line. Fit to stand in a script tag of a page. */
export async function* graphDocument(nodes: AsyncIterable<JsonObject>): AsyncGenerator<string> {
  yield '{"@context":"https://schema.org","@graph":[';
  let first = true;
  for await (const node of nodes) {
    yield `${first ? '' : ','}\n${scriptSafe(node)}`;
    first = false;
  }
  yield '\n]}\n';
}

/** JSON in which no tag can begin and no line can end. */
function scriptSafe(node: JsonObject): string {
  const text = JSON.stringify(node, (_, value) => (typeof value === 'string' ? wellFormed(value) : value));
  return text.replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** A reference to a record that stands elsewhere in the document. */
export function refer(id: string): JsonObject {
  return { '@id': iriOf(id) };
}

export function referAll(ids: readonly string[]): readonly JsonObject[] | undefined {
  return some([...new Set(ids)].map(refer));
}

/** A list that has something in it; nothing else is worth writing. */
export function some<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length > 0 ? items : undefined;
}

/** A date that ISO 8601 knows as well: a year, a month, a day or a moment. Whatever is vaguer is left out. */
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

/** A source of which nobody says that it is one person may be several, as a group is. */
export function actorType(actor: ActorRecord): string {
  if (actor.type === 'PERSON') return 'Person';
  if (actor.type === 'ORGANIZATION') return SCHEMA_ORGANIZATIONS[actor.kind] ?? 'Organization';
  return actor.type === 'UNNAMED_SOURCE' && actor.count?.max === 1 ? 'Person' : 'Organization';
}

/** Who it is, short: for an author or a publisher. */
export function actorStub(id: string, { actors }: Catalogue): JsonObject {
  const actor = actors.get(id);
  if (!actor) return refer(id);
  return { ...refer(id), '@type': actorType(actor), name: nameOf(actor), url: websiteOf(actor) };
}

function websiteOf({ identifiers }: EntityRecord): string | undefined {
  const website = identifiers?.find(({ scheme }) => scheme === 'website')?.value;
  return website !== undefined && /^https?:\/\//.test(website) ? website : undefined;
}

/** The stances that say that the claim is so. */
const AFFIRMING: ReadonlySet<string> = new Set(['ASSERTS', 'CONFIRMS', 'CORRECTS']);

/** The verdict on a claim, as fact checkers publish it. */
export function reviewNode(said: AttributionRecord, claim: ClaimRecord | undefined, catalogue: Catalogue): JsonObject {
  const document = documentOf(said, catalogue);
  return {
    ...refer(said.id),
    '@type': 'ClaimReview',
    url: document?.url,
    name: document?.title,
    inLanguage: document?.language,
    datePublished: isoDate(said.saidAt) ?? isoDate(document?.publishedAt),
    author: actorStub(said.actor, catalogue),
    publisher: document?.publisher === undefined ? undefined : actorStub(document.publisher, catalogue),
    claimReviewed: claim && textOf(claim),
    reviewRating: said.rating && {
      '@type': 'Rating',
      alternateName: said.rating.label,
      ratingValue: said.rating.value,
      bestRating: said.rating.best,
      worstRating: said.rating.worst,
    },
    itemReviewed: claim ? claimNode(claim, catalogue) : refer(said.claim),
  };
}

/** The claim with those who say that it is so, and where; who denies it is no author of it. */
export function claimNode(claim: ClaimRecord, catalogue: Catalogue): JsonObject {
  const sayings = (catalogue.attributions.get(claim.id) ?? []).filter(({ rating }) => rating === undefined);
  const affirming = sayings.filter(({ stance }) => AFFIRMING.has(stance));
  const appearances = [...sayings].sort((one, other) => earliestOf(one, catalogue) - earliestOf(other, catalogue));
  const first = appearances.find((said) => dateOf(said, catalogue) !== undefined);
  const authors = [...new Set(affirming.map(({ actor }) => actor))];
  return {
    ...refer(claim.id),
    '@type': 'Claim',
    text: textOf(claim),
    author: some(authors.map((actor) => actorStub(actor, catalogue))),
    datePublished: first && isoDate(dateOf(first, catalogue)),
    firstAppearance: first?.document === undefined ? undefined : documentStub(first.document, catalogue),
    appearance: some(documentsOf(appearances).map((id) => documentStub(id, catalogue))),
  };
}

function documentStub(id: string, { documents }: Catalogue): JsonObject {
  const document = documents.get(id);
  const type = document && documentType(document);
  return { ...refer(id), '@type': type, url: document?.url, name: document?.title };
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

export function documentType({ kind }: DocumentRecord): string {
  return SCHEMA_DOCUMENTS[kind];
}

function documentsOf(sayings: readonly AttributionRecord[]): string[] {
  return [...new Set(sayings.flatMap(({ document }) => (document === undefined ? [] : [document])))];
}

function documentOf({ document }: AttributionRecord, { documents }: Catalogue): DocumentRecord | undefined {
  return document === undefined ? undefined : documents.get(document);
}

function dateOf(said: AttributionRecord, catalogue: Catalogue): string | undefined {
  return said.saidAt ?? documentOf(said, catalogue)?.publishedAt;
}

/** The earliest that it can have been said, for sorting: what has no date comes last. */
function earliestOf(said: AttributionRecord, catalogue: Catalogue): number {
  const date = dateOf(said, catalogue);
  return date === undefined ? Number.MAX_VALUE : boundsOf(date).earliest;
}

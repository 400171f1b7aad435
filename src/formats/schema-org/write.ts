import type {
  ActorRecord,
  ClaimRecord,
  CollectedRecord,
  DocumentRecord,
  EntityRecord,
  RecordStream,
} from '../../bundle/record-stream.ts';
import {
  actorType,
  claimNode,
  documentType,
  graphDocument,
  isoDate,
  type JsonObject,
  nonEmpty,
  referencesTo,
  referenceTo,
  reviewNode,
} from '../json-ld.ts';
import { type RecordsById, readById } from '../records-by-id.ts';

/** The sources and mentions of documents, by document id; their records come after the documents. */
interface Links {
  readonly basedOn: Map<string, string[]>;
  readonly mentions: Map<string, string[]>;
}

/**
 * Writes all records as one JSON-LD document in the vocabulary of schema.org: Person, Organization, Place, Event,
 * NewsArticle, Claim and so on, and a ClaimReview for every rating. Leaves out what has no place there: stances that do
 * not affirm, citations, relations between claims, open mentions, flags. Streams; opens the records three times and
 * keeps actors, documents, claims and attributions in memory.
 */
export async function* exportSchemaOrg(records: RecordStream): AsyncGenerator<string> {
  const byId = await readById(records, 'attributions');
  yield* graphDocument(nodes(records, byId, await linksOf(records)));
}

async function linksOf(records: RecordStream): Promise<Links> {
  const links: Links = { basedOn: new Map(), mentions: new Map() };
  const add = (map: Map<string, string[]>, document: string, id: string) => {
    const others = map.get(document);
    if (others) others.push(id);
    else map.set(document, [id]);
  };
  for await (const { collection, record } of records()) {
    // There is no word for two texts that are the same without one being based on the other.
    if (collection === 'derivations' && record.kind !== 'SAME_TEXT') add(links.basedOn, record.document, record.from);
    if (collection === 'mentions' && record.entity !== undefined) add(links.mentions, record.document, record.entity);
  }
  return links;
}

async function* nodes(records: RecordStream, byId: RecordsById, links: Links): AsyncGenerator<JsonObject> {
  for await (const exported of records()) {
    const node = nodeOf(exported, byId, links);
    if (node) yield node;
  }
}

function nodeOf({ collection, record }: CollectedRecord, byId: RecordsById, links: Links): JsonObject | null {
  switch (collection) {
    case 'actors':
      return actorNode(record);
    case 'places':
      return { ...entityNode(record, 'Place'), disambiguatingDescription: record.kind };
    case 'things':
      return { ...entityNode(record, 'Thing'), disambiguatingDescription: record.kind };
    case 'events':
      return { ...entityNode(record, 'Event'), disambiguatingDescription: record.kind };
    case 'documents':
      return documentNode(record, links);
    case 'claims':
      return wholeClaim(record, byId);
    case 'attributions':
      return record.rating ? reviewNode(record, byId.claims.get(record.claim), byId) : null;
    default:
      return null;
  }
}

function actorNode(actor: ActorRecord): JsonObject {
  const country = actor.country && { '@type': 'Country', identifier: actor.country };
  const isPerson = actorType(actor) === 'Person';
  return {
    ...entityNode(actor, actorType(actor)),
    ...(isPerson ? { nationality: country } : { location: country }),
    ...(actor.type === 'ORGANIZATION' &&
      actor.publisherFamily && { parentOrganization: referenceTo(actor.publisherFamily) }),
    ...(actor.type === 'UNNAMED_SOURCE' && { description: actor.description }),
  };
}

function entityNode(entity: EntityRecord, type: string): JsonObject {
  const named = (preferred: boolean) =>
    nonEmpty(entity.names.filter(({ kind }) => (kind === 'PREFERRED') === preferred).map(inLanguage));
  const identifiers = entity.identifiers ?? [];
  return {
    ...referenceTo(entity.id),
    '@type': type,
    name: named(true) ?? named(false),
    alternateName: named(true) && named(false),
    identifier: nonEmpty(
      identifiers.map(({ scheme, value }) => ({ '@type': 'PropertyValue', propertyID: scheme, value })),
    ),
    sameAs: nonEmpty(
      identifiers.flatMap(({ scheme, value }) =>
        scheme === 'wikidata' && /^Q\d+$/.test(value) ? [`https://www.wikidata.org/entity/${value}`] : [],
      ),
    ),
  };
}

function inLanguage({ text, language }: { readonly text: string; readonly language?: string | undefined }) {
  return language === undefined ? text : { '@value': text, '@language': language };
}

function documentNode(document: DocumentRecord, { basedOn, mentions }: Links): JsonObject {
  const { id, title, url, language, publishedAt, publisher, authors } = document;
  return {
    ...referenceTo(id),
    '@type': documentType(document),
    name: title,
    url,
    inLanguage: language,
    datePublished: isoDate(publishedAt),
    publisher: publisher === undefined ? undefined : referenceTo(publisher),
    author: referencesTo(authors),
    isBasedOn: referencesTo(basedOn.get(id) ?? []),
    mentions: referencesTo(mentions.get(id) ?? []),
  };
}

function wholeClaim(claim: ClaimRecord, byId: RecordsById): JsonObject {
  const { subject, object, participants, about, partOf, when } = claim;
  const entityIds = [subject, object, ...participants.map(({ entity }) => entity), ...about];
  const { author, appearance, firstAppearance, ...node } = claimNode(claim, byId);
  return {
    ...node,
    text: claim.texts.map(inLanguage),
    about: referencesTo(entityIds.flatMap((id) => id ?? [])),
    isPartOf: partOf === undefined ? undefined : referenceTo(partOf),
    temporalCoverage: isoDate(when),
    author: referencesOnly(author),
    firstAppearance: referencesOnly(firstAppearance),
    appearance: referencesOnly(appearance),
  };
}

/** Only the references: the rest is elsewhere in the document. */
function referencesOnly(value: JsonObject[string]): JsonObject[string] {
  if (Array.isArray(value)) return value.map((item) => referencesOnly(item) ?? null);
  return value && typeof value === 'object' && '@id' in value ? { '@id': value['@id'] } : value;
}

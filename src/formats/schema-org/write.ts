import type {
  ActorRecord,
  ClaimRecord,
  CollectedRecord,
  DocumentRecord,
  EntityRecord,
  RecordStream,
} from '../../bundle/record-stream.ts';
import { type Catalogue, catalogueOf } from '../catalogue.ts';
import {
  actorType,
  claimNode,
  documentType,
  graphDocument,
  isoDate,
  type JsonObject,
  refer,
  referAll,
  reviewNode,
  some,
} from '../json-ld.ts';

/** What stands in records that come after those that it belongs to, by the id of the document. */
interface Links {
  readonly basedOn: Map<string, string[]>;
  readonly mentions: Map<string, string[]>;
}

/**
 * The whole as one JSON-LD document in the vocabulary of schema.org: Person, Organization, Place, Event, NewsArticle,
 * Claim and so on, a ClaimReview for every rating. Left out, having no place there: stances other than affirming ones,
 * citations, relations between claims, mentions whose meaning is open, flags. Streams; the records are opened three times,
 * and actors, documents, claims and attributions are held in memory.
 */
export async function* exportSchemaOrg(records: RecordStream): AsyncGenerator<string> {
  const catalogue = await catalogueOf(records, 'attributions');
  yield* graphDocument(nodes(records, catalogue, await linksOf(records)));
}

async function linksOf(records: RecordStream): Promise<Links> {
  const links: Links = { basedOn: new Map(), mentions: new Map() };
  const add = (map: Map<string, string[]>, document: string, id: string) => {
    const others = map.get(document);
    if (others) others.push(id);
    else map.set(document, [id]);
  };
  for await (const { collection, record } of records()) {
    if (collection === 'derivations') add(links.basedOn, record.document, record.from);
    if (collection === 'mentions' && record.entity !== undefined) add(links.mentions, record.document, record.entity);
  }
  return links;
}

async function* nodes(records: RecordStream, catalogue: Catalogue, links: Links): AsyncGenerator<JsonObject> {
  for await (const exported of records()) {
    const node = nodeOf(exported, catalogue, links);
    if (node) yield node;
  }
}

function nodeOf({ collection, record }: CollectedRecord, catalogue: Catalogue, links: Links): JsonObject | null {
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
      return wholeClaim(record, catalogue);
    case 'attributions':
      return record.rating ? reviewNode(record, catalogue.claims.get(record.claim), catalogue) : null;
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
    ...(actor.type === 'ORGANIZATION' && actor.publisherFamily && { parentOrganization: refer(actor.publisherFamily) }),
    ...(actor.type === 'UNNAMED_SOURCE' && { description: actor.description }),
  };
}

function entityNode(entity: EntityRecord, type: string): JsonObject {
  const named = (preferred: boolean) =>
    some(entity.names.filter(({ kind }) => (kind === 'PREFERRED') === preferred).map(inLanguage));
  const identifiers = entity.identifiers ?? [];
  return {
    ...refer(entity.id),
    '@type': type,
    name: named(true) ?? named(false),
    alternateName: named(true) && named(false),
    identifier: some(identifiers.map(({ scheme, value }) => ({ '@type': 'PropertyValue', propertyID: scheme, value }))),
    sameAs: some(
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
    ...refer(id),
    '@type': documentType(document),
    name: title,
    url,
    inLanguage: language,
    datePublished: isoDate(publishedAt),
    publisher: publisher === undefined ? undefined : refer(publisher),
    author: referAll(authors),
    isBasedOn: referAll(basedOn.get(id) ?? []),
    mentions: referAll(mentions.get(id) ?? []),
  };
}

function wholeClaim(claim: ClaimRecord, catalogue: Catalogue): JsonObject {
  const { subject, object, participants, about, partOf, when } = claim;
  const touched = [subject, object, ...participants.map(({ entity }) => entity), ...about];
  const { author, appearance, firstAppearance, ...node } = claimNode(claim, catalogue);
  return {
    ...node,
    text: claim.texts.map(inLanguage),
    about: referAll(touched.flatMap((id) => id ?? [])),
    isPartOf: partOf === undefined ? undefined : refer(partOf),
    temporalCoverage: isoDate(when),
    author: bare(author),
    firstAppearance: bare(firstAppearance),
    appearance: bare(appearance),
  };
}

/** References alone: the document has the rest elsewhere. */
function bare(value: JsonObject[string]): JsonObject[string] {
  if (Array.isArray(value)) return value.map((item) => bare(item) ?? null);
  return value && typeof value === 'object' && '@id' in value ? { '@id': value['@id'] } : value;
}

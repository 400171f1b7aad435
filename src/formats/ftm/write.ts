import { createHash } from 'node:crypto';
import type {
  AttributionRecord,
  ClaimRecord,
  CollectedRecord,
  DocumentRecord,
  EntityRecord,
  RecordOf,
  RecordStream,
} from '../../bundle/record-stream.ts';
import { nameOf, textOf } from '../labels.ts';
import { hasProperty, linkOf, type Schema, schemaOf } from './output-schemata.ts';
import {
  type FtmProperties,
  ftmDate,
  ftmDates,
  ftmEntity,
  ftmId,
  ftmLanguage,
  ftmUrl,
  ftmValues,
} from './output-values.ts';

/** What is kept of the records in memory, for the records that refer to them. */
interface Lookup {
  readonly names: Map<string, string>;
  readonly schemata: Map<string, Schema>;
  readonly documents: Map<string, DocumentRecord>;
  /** The attributions of each claim, by its id. */
  readonly attributions: Map<string, AttributionRecord[]>;
}

/** A claim with one of these stances can be written as a link; a claim that is only denied cannot. */
const LINK_STANCES: ReadonlySet<string> = new Set(['ASSERTS', 'CONFIRMS', 'CORRECTS', 'REPORTS']);

/**
 * Writes FollowTheMoney (https://followthemoney.tech), one entity per line. A claim with a subject and an object
 * becomes the schema for its predicate (Ownership, Family …) or an UnknownLink; any other claim becomes a Note, as does
 * one that nobody affirms or relays. "summary" has the speakers, "proof" the documents. Leaves out what has no place
 * there: languages of names and texts, citations, quotes, ratings, relations between claims, candidates of mentions,
 * flags. Streams; opens the records twice and keeps names, documents and attributions in memory.
 */
export async function* exportFtm(records: RecordStream): AsyncGenerator<string> {
  const lookup = await lookupOf(records);
  for await (const exported of records()) {
    const entity = entityOf(exported, lookup);
    if (entity) yield line(entity.id, entity.schema, entity.properties);
  }
}

interface FtmEntity {
  readonly id: string;
  readonly schema: string;
  readonly properties: FtmProperties;
}

function line(id: string, schema: string, properties: FtmProperties): string {
  const values = ftmValues(properties, schema !== 'Mention');
  const [caption] = values.name ?? values.title ?? [];
  return `${JSON.stringify({ id, ...(caption !== undefined && { caption }), schema, properties: values })}\n`;
}

async function lookupOf(records: RecordStream): Promise<Lookup> {
  const lookup: Lookup = { names: new Map(), schemata: new Map(), documents: new Map(), attributions: new Map() };
  for await (const exported of records()) {
    const { collection, record } = exported;
    const schema = schemaOf(exported);
    if (schema && 'id' in record) lookup.schemata.set(record.id, schema);
    if ('names' in record) lookup.names.set(record.id, nameOf(record));
    if (collection === 'documents') lookup.documents.set(record.id, record);
    if (collection !== 'attributions') continue;
    const others = lookup.attributions.get(record.claim);
    if (others) others.push(record);
    else lookup.attributions.set(record.claim, [record]);
  }
  return lookup;
}

function entityOf(exported: CollectedRecord, lookup: Lookup): FtmEntity | null {
  const { collection, record } = exported;
  const schema = schemaOf(exported);
  switch (collection) {
    case 'actors':
    case 'places':
    case 'things':
    case 'events':
      return schema && { id: ftmId(record.id), schema, properties: entityProperties(record, schema) };
    case 'documents':
      return schema && { id: ftmId(record.id), schema, properties: documentProperties(record, schema, lookup) };
    case 'claims':
      return claimEntity(record, lookup);
    case 'derivations':
      return derivationEntity(record);
    case 'mentions':
      return mentionEntity(record, lookup);
    default:
      return null;
  }
}

function entityProperties(entity: EntityRecord, schema: Schema): FtmProperties {
  const kind = 'kind' in entity ? entity.kind.toLowerCase().replaceAll('_', ' ') : undefined;
  return {
    ...ftmEntity(entity, (property) => hasProperty(schema, property)),
    keywords: [kind],
    ...(schema === 'Address' && { full: [nameOf(entity)] }),
    ...('publisherFamily' in entity && entity.publisherFamily && { parent: [ftmId(entity.publisherFamily)] }),
    ...('description' in entity && { description: [entity.description] }),
  };
}

function documentProperties(document: DocumentRecord, schema: Schema, lookup: Lookup): FtmProperties {
  const { id, kind, title, url, language, publishedAt, publisher, authors, contentHash } = document;
  return {
    name: [title],
    title: [title],
    ...(schema === 'Document' && { fileName: [title ?? id] }),
    sourceUrl: [ftmUrl(url)],
    language: [ftmLanguage(language)],
    publishedAt: [ftmDate(publishedAt)],
    publisher: [publisher && (lookup.names.get(publisher) ?? publisher)],
    author: authors.map((author) => lookup.names.get(author) ?? author),
    contentHash: [contentHash],
    keywords: [kind.toLowerCase().replaceAll('_', ' ')],
  };
}

function claimEntity(claim: ClaimRecord, lookup: Lookup): FtmEntity {
  const { subject, object, predicate } = claim;
  const attributions = lookup.attributions.get(claim.id) ?? [];
  const [from, to] = [schemaAt(subject, lookup), schemaAt(object, lookup)];
  const id = ftmId(claim.id);
  if (!attributions.some(({ stance }) => LINK_STANCES.has(stance))) return note(claim, attributions, lookup);
  if (predicate === 'sanctioned' && subject !== undefined && from)
    return sanction(claim, subject, attributions, lookup);
  if (subject === undefined || object === undefined || !from || !to) return note(claim, attributions, lookup);
  const link = linkOf(predicate, from, to);
  const percentage = link.schema === 'Ownership' && /^(%|percent)$/.test(claim.value?.unit ?? '');
  return {
    id,
    schema: link.schema,
    properties: {
      [link.subject[0]]: [ftmId(subject)],
      [link.object[0]]: [ftmId(object)],
      [link.role]: [predicate],
      ...(percentage && { percentage: [claim.value?.text] }),
      ...intervalProperties(claim, attributions, lookup),
    },
  };
}

function sanction(
  claim: ClaimRecord,
  subject: string,
  attributions: readonly AttributionRecord[],
  lookup: Lookup,
): FtmEntity {
  const { object } = claim;
  return {
    id: ftmId(claim.id),
    schema: 'Sanction',
    properties: {
      entity: [ftmId(subject)],
      authority: [object && (lookup.names.get(object) ?? object)],
      ...intervalProperties(claim, attributions, lookup),
    },
  };
}

function intervalProperties(
  claim: ClaimRecord,
  attributions: readonly AttributionRecord[],
  lookup: Lookup,
): FtmProperties {
  const others = [...claim.participants.map(({ entity }) => entity), ...claim.about];
  return {
    ...ftmDates(claim.when),
    ...sourceProperties(claim, attributions, lookup),
    recordId: [claim.id],
    namesMentioned: others.map((id) => lookup.names.get(id) ?? id),
  };
}

/** A claim that does not link two entities, with all entities that it is about. */
function note(claim: ClaimRecord, attributions: readonly AttributionRecord[], lookup: Lookup): FtmEntity {
  const { subject, object, participants, about } = claim;
  const entityIds = [subject, object, ...participants.map(({ entity }) => entity), ...about];
  return {
    id: ftmId(claim.id),
    schema: 'Note',
    properties: {
      name: [textOf(claim)],
      entity: entityIds.map((id) => id && ftmId(id)),
      keywords: [claim.predicate],
      ...sourceProperties(claim, attributions, lookup),
    },
  };
}

/** The texts of a claim, its speakers with their stances, and their documents. */
function sourceProperties(
  claim: ClaimRecord,
  attributions: readonly AttributionRecord[],
  lookup: Lookup,
): FtmProperties {
  const ids = [...new Set(attributions.flatMap(({ document }) => document ?? []))];
  const documents = ids.flatMap((id) => lookup.documents.get(id) ?? []);
  const stances = attributions.map(({ stance, actor }) => `${stance}: ${lookup.names.get(actor) ?? actor}`);
  return {
    description: [...claim.texts.map(({ text }) => text), claim.value?.text, claim.when && `When: ${claim.when}`],
    summary: stances,
    proof: ids.map(ftmId),
    sourceUrl: documents.map(({ url }) => ftmUrl(url)),
    publisher: documents.map(({ publisher }) => publisher && (lookup.names.get(publisher) ?? publisher)),
  };
}

function derivationEntity({ document, from, kind }: RecordOf<'derivations'>): FtmEntity {
  const key = createHash('sha1').update(`${document} ${from} ${kind}`).digest('hex');
  return {
    id: `derivation.${key}`,
    schema: 'UnknownLink',
    properties: { subject: [ftmId(document)], object: [ftmId(from)], role: [kind.toLowerCase()] },
  };
}

function mentionEntity({ id, document, text, entity }: RecordOf<'mentions'>, lookup: Lookup): FtmEntity {
  const schema = schemaAt(entity, lookup);
  const isActor = schema !== undefined && hasProperty(schema, 'leiCode');
  return {
    id: ftmId(id),
    schema: 'Mention',
    properties: {
      document: [ftmId(document)],
      name: [text],
      resolved: [isActor ? entity && ftmId(entity) : undefined],
    },
  };
}

function schemaAt(id: string | undefined, { schemata }: Lookup): Schema | undefined {
  return id === undefined ? undefined : schemata.get(id);
}

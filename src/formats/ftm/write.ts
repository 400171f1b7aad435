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
import { hasProperty, linkOf, type Schema, schemaOf } from './schemata.ts';
import { type FtmProperties, ftmDate, ftmDates, ftmEntity, ftmId, ftmLanguage, ftmUrl, ftmValues } from './values.ts';

/** What is kept of the records, to name what others refer to. */
interface Known {
  readonly names: Map<string, string>;
  readonly schemata: Map<string, Schema>;
  readonly documents: Map<string, DocumentRecord>;
  /** By the id of the claim. */
  readonly sayings: Map<string, AttributionRecord[]>;
}

/** Stances of which the claim can be told as a relation; a claim that is only denied cannot. */
const TELLING: ReadonlySet<string> = new Set(['ASSERTS', 'CONFIRMS', 'CORRECTS', 'REPORTS']);

/**
 * FollowTheMoney (https://followthemoney.tech), one entity a line. A claim with a subject and an object is the schema that
 * fits its predicate (Ownership, Family …) or an UnknownLink, and any other a Note, as is one that nobody affirms or relays.
 * Who said it stands in "summary", the documents in "proof". Left out, having no place there: languages of names and texts,
 * chains of citations, quotes, ratings, relations between claims, candidates of mentions, flags. Streams; the records are
 * opened twice, and names, documents and attributions are held in memory.
 */
export async function* exportFtm(records: RecordStream): AsyncGenerator<string> {
  const known = await knownOf(records);
  for await (const exported of records()) {
    const entity = entityOf(exported, known);
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

async function knownOf(records: RecordStream): Promise<Known> {
  const known: Known = { names: new Map(), schemata: new Map(), documents: new Map(), sayings: new Map() };
  for await (const exported of records()) {
    const { collection, record } = exported;
    const schema = schemaOf(exported);
    if (schema && 'id' in record) known.schemata.set(record.id, schema);
    if ('names' in record) known.names.set(record.id, nameOf(record));
    if (collection === 'documents') known.documents.set(record.id, record);
    if (collection !== 'attributions') continue;
    const others = known.sayings.get(record.claim);
    if (others) others.push(record);
    else known.sayings.set(record.claim, [record]);
  }
  return known;
}

function entityOf(exported: CollectedRecord, known: Known): FtmEntity | null {
  const { collection, record } = exported;
  const schema = schemaOf(exported);
  switch (collection) {
    case 'actors':
    case 'places':
    case 'things':
    case 'events':
      return schema && { id: ftmId(record.id), schema, properties: entityProperties(record, schema) };
    case 'documents':
      return schema && { id: ftmId(record.id), schema, properties: documentProperties(record, schema, known) };
    case 'claims':
      return claimEntity(record, known);
    case 'derivations':
      return derivationEntity(record);
    case 'mentions':
      return mentionEntity(record, known);
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

function documentProperties(document: DocumentRecord, schema: Schema, known: Known): FtmProperties {
  const { id, kind, title, url, language, publishedAt, publisher, authors, contentHash } = document;
  return {
    name: [title],
    title: [title],
    ...(schema === 'Document' && { fileName: [title ?? id] }),
    sourceUrl: [ftmUrl(url)],
    language: [ftmLanguage(language)],
    publishedAt: [ftmDate(publishedAt)],
    publisher: [publisher && (known.names.get(publisher) ?? publisher)],
    author: authors.map((author) => known.names.get(author) ?? author),
    contentHash: [contentHash],
    keywords: [kind.toLowerCase().replaceAll('_', ' ')],
  };
}

function claimEntity(claim: ClaimRecord, known: Known): FtmEntity {
  const { subject, object, predicate } = claim;
  const sayings = known.sayings.get(claim.id) ?? [];
  const [from, to] = [schemaAt(subject, known), schemaAt(object, known)];
  const id = ftmId(claim.id);
  if (!sayings.some(({ stance }) => TELLING.has(stance))) return note(claim, sayings, known);
  if (predicate === 'sanctioned' && subject !== undefined && from) return sanction(claim, subject, sayings, known);
  if (subject === undefined || object === undefined || !from || !to) return note(claim, sayings, known);
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
      ...intervalProperties(claim, sayings, known),
    },
  };
}

function sanction(claim: ClaimRecord, subject: string, sayings: readonly AttributionRecord[], known: Known): FtmEntity {
  const { object } = claim;
  return {
    id: ftmId(claim.id),
    schema: 'Sanction',
    properties: {
      entity: [ftmId(subject)],
      authority: [object && (known.names.get(object) ?? object)],
      ...intervalProperties(claim, sayings, known),
    },
  };
}

function intervalProperties(claim: ClaimRecord, sayings: readonly AttributionRecord[], known: Known): FtmProperties {
  const others = [...claim.participants.map(({ entity }) => entity), ...claim.about];
  return {
    ...ftmDates(claim.when),
    ...sourceProperties(claim, sayings, known),
    recordId: [claim.id],
    namesMentioned: others.map((id) => known.names.get(id) ?? id),
  };
}

/** A claim that ties no two entities, with all that it touches. */
function note(claim: ClaimRecord, sayings: readonly AttributionRecord[], known: Known): FtmEntity {
  const { subject, object, participants, about } = claim;
  const touched = [subject, object, ...participants.map(({ entity }) => entity), ...about];
  return {
    id: ftmId(claim.id),
    schema: 'Note',
    properties: {
      name: [textOf(claim)],
      entity: touched.map((id) => id && ftmId(id)),
      keywords: [claim.predicate],
      ...sourceProperties(claim, sayings, known),
    },
  };
}

/** The claim in words, who took which side on it, and where that stands. */
function sourceProperties(claim: ClaimRecord, sayings: readonly AttributionRecord[], known: Known): FtmProperties {
  const ids = [...new Set(sayings.flatMap(({ document }) => document ?? []))];
  const documents = ids.flatMap((id) => known.documents.get(id) ?? []);
  const stances = sayings.map(({ stance, actor }) => `${stance}: ${known.names.get(actor) ?? actor}`);
  return {
    description: [...claim.texts.map(({ text }) => text), claim.value?.text, claim.when && `When: ${claim.when}`],
    summary: stances,
    proof: ids.map(ftmId),
    sourceUrl: documents.map(({ url }) => ftmUrl(url)),
    publisher: documents.map(({ publisher }) => publisher && (known.names.get(publisher) ?? publisher)),
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

function mentionEntity({ id, document, text, entity }: RecordOf<'mentions'>, known: Known): FtmEntity {
  const schema = schemaAt(entity, known);
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

function schemaAt(id: string | undefined, { schemata }: Known): Schema | undefined {
  return id === undefined ? undefined : schemata.get(id);
}

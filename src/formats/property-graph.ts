import type {
  ActorRecord,
  AttributionRecord,
  ClaimRecord,
  CollectedRecord,
  DocumentRecord,
  RecordStream,
} from '../bundle/record-stream.ts';
import { actorType, NODE_TYPES, type NodeType } from '../bundle/records.ts';
import { labelOf } from './labels.ts';

/** A property value that every graph format allows. */
export type Scalar = string | number | boolean;
export type Properties = Readonly<Record<string, Scalar>>;

/**
 * The type of a node. A `Reference` is known only by its id: a record refers to it, but it is not among the records.
 */
type NodeKind = NodeType | 'Reference';

export interface GraphNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  readonly properties: Properties;
}

export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  /** As in the database: BY, OF, APPEARS_IN, CITES, SUBJECT, SUPPORTS … */
  readonly type: string;
  readonly properties: Properties;
}

/**
 * The nodes of the records, then their edges. A `Reference` node comes before an edge whose end is not among the
 * records. Opens the records twice; keeps only the ids of nodes in memory.
 */
export async function* graphOf(records: RecordStream): AsyncGenerator<GraphNode | GraphEdge> {
  const written = new Set<string>();
  for await (const exported of records()) {
    const node = nodeOf(exported);
    if (!node) continue;
    written.add(node.id);
    yield node;
  }
  for await (const exported of records()) {
    for (const edge of edgesOf(exported)) {
      for (const id of [edge.from, edge.to].filter((end) => !written.has(end))) {
        written.add(id);
        yield { id, kind: 'Reference', label: id, properties: {} };
      }
      yield edge;
    }
  }
}

export function isEdge(piece: GraphNode | GraphEdge): piece is GraphEdge {
  return 'from' in piece;
}

/** The node that a record becomes; null for relations and derivations, which are edges. */
function nodeOf(exported: CollectedRecord): GraphNode | null {
  const { collection, record } = exported;
  if (collection === 'relations' || collection === 'derivations') return null;
  const kind = collection === 'actors' ? actorType(record) : NODE_TYPES[collection];
  return { id: record.id, kind, label: labelOf(exported) ?? record.id, properties: propertiesOf(exported) };
}

/** The properties of a record as plain values; names and texts are joined with " | ". */
function propertiesOf({ collection, record }: CollectedRecord): Properties {
  switch (collection) {
    case 'actors':
      return { ...nameProperties(record), ...actorProperties(record) };
    case 'places':
    case 'things':
    case 'events':
      return { ...nameProperties(record), sort: record.kind };
    case 'documents':
      return documentProperties(record);
    case 'claims':
      return claimProperties(record);
    case 'attributions':
      return attributionProperties(record);
    case 'mentions':
      return present({ text: record.text, locator: record.locator, basis: record.basis });
    default:
      return {};
  }
}

function nameProperties({ names, identifiers }: Pick<ActorRecord, 'names' | 'identifiers'>): Properties {
  return present({
    names: joined([...new Set(names.map(({ text }) => text))]),
    identifiers: joined((identifiers ?? []).map(({ scheme, value }) => `${scheme}:${value}`)),
  });
}

function actorProperties(actor: ActorRecord): Properties {
  const size = actor.type === 'GROUP' ? actor.size : actor.type === 'UNNAMED_SOURCE' ? actor.count : undefined;
  return present({
    country: actor.country,
    sort: actor.type === 'ORGANIZATION' ? actor.kind : undefined,
    access: actor.type === 'UNNAMED_SOURCE' ? actor.access : undefined,
    description: actor.type === 'UNNAMED_SOURCE' ? actor.description : undefined,
    atLeast: size?.min,
    atMost: size?.max ?? undefined,
  });
}

function documentProperties({ kind, title, url, language, publishedAt, read, contentHash }: DocumentRecord) {
  return present({ sort: kind, title, url, language, publishedAt, read, contentHash });
}

function claimProperties({ texts, predicate, value, when }: ClaimRecord): Properties {
  return present({
    texts: joined(texts.map(({ text, language }) => `${language}: ${text}`)),
    predicate,
    value: value?.text,
    valueMin: value?.min,
    valueMax: value?.max,
    unit: value?.unit,
    valueWhen: value?.when,
    statedWhen: when,
  });
}

function attributionProperties(attribution: AttributionRecord): Properties {
  const { stance, certainty, mode, onRecord, saidAt, quote, locator, sources, rating, basis } = attribution;
  return present({
    stance,
    certainty,
    mode,
    onRecord,
    saidAt,
    quote,
    locator,
    atLeast: sources?.min,
    atMost: sources?.max ?? undefined,
    rating: rating?.label,
    ratingValue: rating?.value,
    ratingBest: rating?.best,
    ratingWorst: rating?.worst,
    basis,
  });
}

function edgesOf({ collection, record }: CollectedRecord): GraphEdge[] {
  switch (collection) {
    case 'actors':
      return record.type === 'ORGANIZATION'
        ? edge('FAMILY', record.id, record.publisherFamily)
        : edge('SHIELDED_BY', record.id, record.type === 'UNNAMED_SOURCE' ? record.shieldedBy : undefined);
    case 'documents':
      return [
        ...edge('PUBLISHED_BY', record.id, record.publisher),
        ...record.authors.flatMap((author) => edge('AUTHORED_BY', record.id, author)),
      ];
    case 'claims':
      return claimEdges(record);
    case 'attributions':
      return attributionEdges(record);
    case 'relations':
      return edge(record.kind, record.from, record.to, { basis: record.basis, reason: record.reason });
    case 'derivations': {
      const { document, from, kind, credited, basis } = record;
      return edge('DERIVED_FROM', document, from, { sort: kind, credited, basis });
    }
    case 'mentions':
      return [
        ...edge('MENTIONED_IN', record.id, record.document),
        ...edge('RESOLVED_TO', record.id, record.entity),
        ...record.candidates.flatMap((candidate) => edge('CANDIDATE', record.id, candidate)),
      ];
    default:
      return [];
  }
}

function claimEdges({ id, subject, object, participants, about, partOf }: ClaimRecord): GraphEdge[] {
  return [
    ...edge('SUBJECT', id, subject),
    ...edge('OBJECT', id, object),
    ...participants.flatMap(({ entity, role }) => edge('PARTICIPANT', id, entity, { role })),
    ...about.flatMap((entity) => edge('ABOUT', id, entity)),
    ...edge('PART_OF', id, partOf),
  ];
}

function attributionEdges({ id, actor, claim, document, cites, covers }: AttributionRecord): GraphEdge[] {
  return [
    ...edge('BY', id, actor),
    ...edge('OF', id, claim),
    ...edge('APPEARS_IN', id, document),
    ...cites.flatMap(({ attribution, credited, joint, basis }) =>
      edge('CITES', id, attribution, { credited, joint, basis }),
    ),
    ...covers.flatMap((covered) => edge('COVERS', id, covered)),
  ];
}

function edge(
  type: string,
  from: string,
  to: string | undefined,
  properties: Readonly<Record<string, Scalar | undefined>> = {},
): GraphEdge[] {
  return to === undefined ? [] : [{ from, to, type, properties: present(properties) }];
}

function present(properties: Readonly<Record<string, Scalar | undefined>>): Properties {
  const written = Object.entries(properties).filter((entry): entry is [string, Scalar] => entry[1] !== undefined);
  return Object.fromEntries(written);
}

function joined(values: readonly string[]): string | undefined {
  return values.length > 0 ? values.join(' | ') : undefined;
}

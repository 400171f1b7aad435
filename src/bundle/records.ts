import type { Bundle, Collection } from './bundle.ts';

/** The contract types of records with an id. */
export type NodeType =
  | 'Person'
  | 'Organization'
  | 'Group'
  | 'UnnamedSource'
  | 'Place'
  | 'Thing'
  | 'Event'
  | 'Document'
  | 'Claim'
  | 'Attribution'
  | 'Mention';

type ActorRecord = Bundle['actors'][number];

/** The contract types of actors, by the `type` that a bundle gives them. */
export const ACTOR_TYPES = {
  PERSON: 'Person',
  ORGANIZATION: 'Organization',
  GROUP: 'Group',
  UNNAMED_SOURCE: 'UnnamedSource',
} as const satisfies Record<ActorRecord['type'], NodeType>;

/** The contract types of collections whose records are nodes, except actors, which have several types. */
export const NODE_TYPES = {
  places: 'Place',
  things: 'Thing',
  events: 'Event',
  documents: 'Document',
  claims: 'Claim',
  attributions: 'Attribution',
  mentions: 'Mention',
} as const satisfies Partial<Record<Collection, NodeType>>;

export type ActorType = (typeof ACTOR_TYPES)[ActorRecord['type']];

export function actorType(actor: ActorRecord): ActorType {
  return ACTOR_TYPES[actor.type];
}

/** The place of a record in a bundle. */
export interface RecordLocation {
  readonly collection: Collection;
  readonly index: number;
}

/** A record that becomes a node. */
export interface NodeRecord extends RecordLocation {
  readonly id: string;
  readonly type: NodeType;
}

/** All records of a bundle that become nodes, in bundle order. */
export function nodeRecords(bundle: Bundle): NodeRecord[] {
  const actors = bundle.actors.map((actor, index) => ({
    collection: 'actors' as const,
    index,
    id: actor.id,
    type: actorType(actor),
  }));
  const others = (Object.keys(NODE_TYPES) as (keyof typeof NODE_TYPES)[]).flatMap((collection) =>
    bundle[collection].map(({ id }, index) => ({ collection, index, id, type: NODE_TYPES[collection] })),
  );
  return [...actors, ...others];
}

/** The actors, places, things and events of a bundle, each with its place. */
export function entityRecords(bundle: Bundle) {
  const collections = ['actors', 'places', 'things', 'events'] as const;
  return collections.flatMap((collection) =>
    bundle[collection].map((entity, index) => ({ collection, index, id: entity.id, entity })),
  );
}

/** A key that identifies a record: its id; for a relation or derivation, what it connects and how. */
export function keyOf(record: Bundle[Collection][number]): string {
  if ('id' in record) return record.id;
  if ('document' in record) return edgeKey('derivations', record.document, record.kind, record.from);
  return edgeKey('relations', record.from, record.kind, record.to);
}

/**
 * The key of a relation or derivation, which has no id. Statements in `store/existing-records.ts` build the same key.
 */
function edgeKey(collection: 'relations' | 'derivations', from: string, kind: string, to: string): string {
  return `${collection} ${from} ${kind} ${to}`;
}

/** The ids of all entities that a claim is about, each once. */
export function entitiesOf({ subject, object, participants, about }: Bundle['claims'][number]): string[] {
  const ids = [subject, object, ...participants.map(({ entity }) => entity), ...about];
  return [...new Set(ids.filter((id) => id !== undefined))];
}

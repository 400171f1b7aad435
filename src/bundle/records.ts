import { type Bundle, COLLECTIONS, type Collection } from './bundle.ts';

/** The types of the contract that a record with an id becomes. */
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

/** The types of the contract by what a bundle calls them. */
export const ACTOR_TYPES = {
  PERSON: 'Person',
  ORGANIZATION: 'Organization',
  GROUP: 'Group',
  UNNAMED_SOURCE: 'UnnamedSource',
} as const satisfies Record<ActorRecord['type'], NodeType>;

/** The collections whose records are nodes, apart from actors, of which there are several types. */
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

/** Where a record stands in a bundle. */
export interface Place {
  readonly collection: Collection;
  readonly index: number;
}

/** A record that becomes a node. */
export interface NodeRecord extends Place {
  readonly id: string;
  readonly type: NodeType;
}

/** All records of a bundle that become nodes, in the order of the bundle. */
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

/** The ids of all records of a bundle that become nodes, in the order of the bundle. */
export function recordIds(bundle: Bundle): string[] {
  return nodeRecords(bundle).map(({ id }) => id);
}

/** The records that can have names and identifiers. */
export function entityRecords(bundle: Bundle) {
  const collections = ['actors', 'places', 'things', 'events'] as const;
  return collections.flatMap((collection) =>
    bundle[collection].map((entity, index) => ({ collection, index, id: entity.id, entity })),
  );
}

/** Contract types by id of the records of a bundle. */
export function typesOf(bundle: Bundle): Map<string, string> {
  return new Map(nodeRecords(bundle).map(({ id, type }) => [id, type]));
}

/** What tells a record from all others: its id, or what a relation or derivation ties together. */
export function keyOf(collection: Collection, record: Bundle[Collection][number]): string {
  if ('id' in record) return record.id;
  return 'document' in record
    ? `${collection} ${record.document} ${record.kind} ${record.from}`
    : `${collection} ${record.from} ${record.kind} ${record.to}`;
}

/** The records of a piece as a bundle: those collections that it does not have are empty. */
export function wholeBundle(records: Partial<Bundle>): Bundle {
  const whole: Partial<Record<Collection, unknown>> = {};
  for (const collection of COLLECTIONS) whole[collection] = records[collection] ?? [];
  return whole as Bundle;
}

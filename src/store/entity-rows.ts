import type { Bundle } from '../bundle/bundle.ts';
import type { BundleIndex, IdentifierLocation } from '../bundle/bundle-index.ts';
import { shownName, storedNames } from '../bundle/record-names.ts';
import { actorType } from '../bundle/records.ts';
import { fold, foldAll, indexedText, sortText } from '../text/fold.ts';
import { NEVER } from '../time/edtf.ts';
import { edgeRow, edgeTo, type NodeRow, nodeRow, type Properties, type Rows, rangeRow, type Stamp } from './rows.ts';

type ActorRecord = Bundle['actors'][number];
type EntityRecord = ActorRecord | Bundle['places'][number];

/** The rows of entities, of their identifiers, and of the edges from actors to owners and shielding outlets. */
export function entityRows(
  { bundle: { actors, places, things, events }, identifiers }: BundleIndex,
  stamp: Stamp,
): Rows & { readonly identifiers: readonly IdentifierRow[] } {
  return {
    identifiers: identifiers.map((identifier) => identifierRow(identifier, stamp)),
    nodes: [
      ...actors.map((actor) => actorNode(actor, stamp)),
      ...places.map((place) => nodeRow('Entity:Place', place, 'Place', stamp, kindRow(place))),
      ...things.map((thing) => nodeRow('Entity:Thing', thing, 'Thing', stamp, kindRow(thing))),
      ...events.map((event) => nodeRow('Entity:Event', event, 'Event', stamp, { ...kindRow(event), firstWhen: NEVER })),
    ],
    edges: actors.flatMap((actor) => {
      if (actor.type === 'ORGANIZATION') return [edgeRow('FAMILY', actor.id, actor.publisherFamily ?? actor.id)];
      return actor.type === 'UNNAMED_SOURCE' ? edgeTo('SHIELDED_BY', actor.id, actor.shieldedBy) : [];
    }),
  };
}

/** The row of an identifier, with the id of the entity that is shown with it. */
export interface IdentifierRow {
  readonly owner: string;
  readonly properties: Properties;
  /** The properties of the edge to the identifier: the id that it was recorded under, if another one is shown. */
  readonly edge: Properties;
}

function identifierRow({ owner, key, scheme, value }: IdentifierLocation, { at }: Stamp): IdentifierRow {
  return { owner, properties: { key, scheme, value, recorded: at, superseded: NEVER }, edge: {} };
}

function actorNode(actor: ActorRecord, stamp: Stamp): NodeRow {
  const type = actorType(actor);
  const properties = { ...nameRow(actor), country: actor.country, attributionCount: 0, ...actorTypeRow(actor) };
  return nodeRow(`Entity:Actor:${type}`, actor, type, stamp, properties);
}

/** The properties that only one type of actor has. By default a group is at least two people, a source at least one. */
function actorTypeRow(actor: ActorRecord): Properties {
  switch (actor.type) {
    case 'PERSON':
      return {};
    case 'ORGANIZATION':
      return { kind: actor.kind };
    case 'GROUP':
      return rangeRow('size', actor.size ?? { min: 2 });
    case 'UNNAMED_SOURCE': {
      const description = actor.description ?? shownName(actor);
      return { description, ...rangeRow('count', actor.count ?? { min: 1 }), access: actor.access };
    }
  }
}

function kindRow(entity: EntityRecord & { kind: string }): Record<string, unknown> {
  return { ...nameRow(entity), kind: entity.kind };
}

function nameRow(entity: EntityRecord): Properties {
  return {
    ...storedNames(entity),
    name: shownName(entity),
    sortName: sortText(fold(shownName(entity))),
    folded: indexedText(foldAll(entity.names.map(({ text }) => text))),
    claimCount: 0,
  };
}

import type { View } from '../view.ts';
import type { Document, Entity } from '../world.ts';

/** How many steps up owners are followed. */
const STEPS = 4;

export function actorIn(view: View, id: string | undefined): Entity | undefined {
  return view.entities.find((entity) => entity.id === id);
}

function ownerOf(view: View, id: string): string {
  const actor = actorIn(view, id)?.actor;
  return (actor?.type === 'ORGANIZATION' ? actor.publisherFamily : undefined) ?? id;
}

/** Who owns the owners of an organization, itself where nobody does. */
export function familyOf(view: View, organization: string): string {
  let top = organization;
  for (let step = 0; step < STEPS; step += 1) top = ownerOf(view, top);
  return top;
}

/** The owner of the publisher of a document. */
export function publishingFamily(view: View, document: Document | undefined): string | undefined {
  return document?.publisher === undefined ? undefined : familyOf(view, document.publisher);
}

export function isUnnamed(view: View, actor: string): boolean {
  return actorIn(view, actor)?.type === 'UnnamedSource';
}

/** The outlet that knows who an unnamed source is. */
export function shieldOf(view: View, id: string): string | undefined {
  const actor = actorIn(view, id)?.actor;
  return actor?.type === 'UNNAMED_SOURCE' ? actor.shieldedBy : undefined;
}

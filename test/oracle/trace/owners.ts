import type { View } from '../view.ts';
import type { Attribution, Document, Entity } from '../world.ts';
import { documentOf } from './documents.ts';

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

/** An outlet by its kind, or where it publishes the document. */
export function isOutlet(view: View, actor: string, document: Document | undefined): boolean {
  const kind = actorIn(view, actor)?.kind;
  const isByKind = actorIn(view, actor)?.type === 'Organization' && (kind === 'OUTLET' || kind === 'AGENCY');
  return isByKind || document?.publisher === actor;
}

export function isOutletsVoice(view: View, attribution: Attribution): boolean {
  return isOutlet(view, attribution.actor, documentOf(view, attribution));
}

/** Words of an unnamed source outside of any document with a publisher. */
export function isHearsay(view: View, attribution: Attribution): boolean {
  return isUnnamed(view, attribution.actor) && documentOf(view, attribution)?.publisher === undefined;
}

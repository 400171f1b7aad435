import { byId } from './orders.ts';
import type { Seen, View } from './view.ts';
import type { Attribution, Claim, Entity } from './world.ts';

export function see<T>(type: string, record: T, view: View): Seen<T> {
  return { type, record, view };
}

export function seeEntity(entity: Entity, view: View): Seen<Entity> {
  return see(entity.type, entity, view);
}

function found<T extends { readonly id: string }>(
  type: string,
  records: readonly T[],
  id: string | undefined,
  view: View,
) {
  const record = records.find((one) => one.id === id);
  return record ? see(type, record, view) : null;
}

export function entityIn(view: View, id: string | undefined) {
  const entity = view.entities.find((one) => one.id === id);
  return entity ? seeEntity(entity, view) : null;
}

export function claimIn(view: View, id: string | undefined) {
  return found('Claim', view.claims, id, view);
}

export function documentIn(view: View, id: string | undefined) {
  return found('Document', view.documents, id, view);
}

export function attributionIn(view: View, id: string | undefined) {
  return found('Attribution', view.attributions, id, view);
}

/** The claim of an attribution: a suggestion that is seen shows its claim, even if nobody had made that by then. */
export function claimOf(view: View, { claim }: Attribution): Claim | undefined {
  const isIt = ({ id }: Claim) => id === claim;
  return view.claims.find(isIt) ?? view.from({ ...view.scope, said: null }).claims.find(isIt);
}

/** Anything at all that has this id. */
export function nodeIn(view: View, id: string) {
  return (
    entityIn(view, id) ??
    claimIn(view, id) ??
    attributionIn(view, id) ??
    found('Attribution', view.suggested, id, view) ??
    documentIn(view, id) ??
    found('Mention', view.mentions, id, view)
  );
}

/** All the entities with one of these ids, by id. */
export function entitiesIn(view: View, ids: readonly string[]) {
  return byId(view.entities.filter(({ id }) => ids.includes(id))).map((entity) => seeEntity(entity, view));
}

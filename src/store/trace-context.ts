import type { Bundle } from '../bundle/bundle.ts';
import { shownName } from '../bundle/record-names.ts';
import { actorType } from '../bundle/records.ts';
import type { Speaker } from '../trace/subgraph.ts';

/** What tracing needs to know about an actor: its owner, its shielding outlet, and whether it was ever judged. */
export interface ActorContext {
  readonly speaker: Speaker;
  /** The id of its owner; its own id if it has no other owner, null if it cannot be owned. */
  readonly owner: string | null;
  readonly isJudged: boolean;
}

/** What tracing needs to know about a document: its publisher, and whether it has derivations in either direction. */
export interface DocumentContext {
  readonly read: boolean;
  readonly publisher: string | null;
  readonly isDerived: boolean;
}

/** The context of a new actor. */
export function contextOfActor(actor: Bundle['actors'][number]): ActorContext {
  const count = actor.type === 'UNNAMED_SOURCE' ? (actor.count ?? { min: 1 }) : null;
  const speaker: Speaker = {
    id: actor.id,
    type: actorType(actor),
    kind: actor.type === 'ORGANIZATION' ? actor.kind : null,
    name: shownName(actor),
    count: count && { min: count.min, max: count.max ?? null },
    shieldedBy: actor.type === 'UNNAMED_SOURCE' && actor.shieldedBy !== undefined ? [actor.shieldedBy] : [],
  };
  const owner = actor.type === 'ORGANIZATION' ? (actor.publisherFamily ?? actor.id) : null;
  return { speaker, owner, isJudged: false };
}

/** The context of a new document without derivations. */
export function contextOfDocument({ read, publisher }: Bundle['documents'][number]): DocumentContext {
  return { read, publisher: publisher ?? null, isDerived: false };
}

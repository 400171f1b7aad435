import type { Bundle } from '../bundle/bundle.ts';
import { shownName } from '../bundle/record-names.ts';
import { actorType } from '../bundle/records.ts';
import type { Speaker } from '../trace/subgraph.ts';

/** An actor with whoever owns or shields it, and whether somebody judged about it. */
export interface Voice {
  readonly speaker: Speaker;
  readonly owner: string | null;
  readonly isJudged: boolean;
}

/** A document with its publisher, and whether it is tied to others. */
export interface Page {
  readonly read: boolean;
  readonly publisher: string | null;
  readonly isTied: boolean;
}

/** A new actor. */
export function newVoice(actor: Bundle['actors'][number]): Voice {
  const count = actor.type === 'UNNAMED_SOURCE' ? (actor.count ?? { min: 1 }) : null;
  const speaker: Speaker = {
    id: actor.id,
    type: actorType(actor),
    kind: actor.type === 'ORGANIZATION' ? actor.kind : null,
    name: shownName(actor),
    count: count && { min: count.min, max: count.max ?? null },
    shieldedBy: actor.type === 'UNNAMED_SOURCE' ? (actor.shieldedBy ?? null) : null,
  };
  const owner = actor.type === 'ORGANIZATION' ? (actor.publisherFamily ?? actor.id) : null;
  return { speaker, owner, isJudged: false };
}

/** A new document that is tied to no other. */
export function newPage({ read, publisher }: Bundle['documents'][number]): Page {
  return { read, publisher: publisher ?? null, isTied: false };
}

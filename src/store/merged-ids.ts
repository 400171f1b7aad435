import { BundleIndex } from '../bundle/bundle-index.ts';
import type { Run } from '../engine/engine.ts';
import { batched } from './batched.ts';
import { isCurrent } from './rows.ts';

/** The ids of entities that are shown as another one, each with its shown id. */
export type MergedIds = ReadonlyMap<string, string>;

export const NONE_MERGED: MergedIds = new Map();

const MERGED = `UNWIND $rows AS id
MATCH (m:Merged) WHERE m.key = id
RETURN m.id AS id, m.into AS into`;

/** Those of these ids that are now shown as another one. */
export async function readMergedIds(run: Run, ids: Iterable<string>): Promise<MergedIds> {
  const rows = await batched(run, MERGED, [...new Set(ids)]);
  return new Map(rows.map(({ id, into }) => [id as string, into as string]));
}

/** The ids of the entities that are shown under one of these ids. */
export async function readMembers(run: Run, shown: readonly string[]): Promise<MergedIds> {
  const text = `UNWIND $rows AS id\nMATCH (m:Merged) WHERE m.into = id AND ${isCurrent('m')}\nRETURN m.id AS id, m.into AS into`;
  const rows = await batched(run, text, [...new Set(shown)]);
  return new Map(rows.map(({ id, into }) => [id as string, into as string]));
}

/** The bundle with shown ids in place of merged ones. Everything that is derived from records is derived from this. */
export function withShownIds(index: BundleIndex, merged: MergedIds): BundleIndex {
  if (merged.size === 0) return index;
  const { bundle } = index;
  const shownId = <T extends string | undefined>(id: T) => (id === undefined ? id : (merged.get(id) ?? id)) as T;
  const shownIds = (ids: readonly string[]) => [...new Set(ids.map(shownId))];
  return new BundleIndex({
    ...bundle,
    actors: bundle.actors.map((actor) => {
      if (actor.type === 'ORGANIZATION') return { ...actor, publisherFamily: shownId(actor.publisherFamily) };
      return actor.type === 'UNNAMED_SOURCE' ? { ...actor, shieldedBy: shownId(actor.shieldedBy) } : actor;
    }),
    documents: bundle.documents.map((one) => ({
      ...one,
      publisher: shownId(one.publisher),
      authors: shownIds(one.authors),
    })),
    claims: bundle.claims.map((one) => ({
      ...one,
      subject: shownId(one.subject),
      object: shownId(one.object),
      participants: one.participants.map((part) => ({ ...part, entity: shownId(part.entity) })),
      about: shownIds(one.about),
    })),
    attributions: bundle.attributions.map((one) => ({ ...one, actor: shownId(one.actor) })),
    mentions: bundle.mentions.map((one) => ({
      ...one,
      candidates: shownIds(one.candidates),
      entity: shownId(one.entity),
    })),
  });
}

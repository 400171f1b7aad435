import { BundleIndex } from '../bundle/bundle-index.ts';
import { grouped } from '../collections/grouped.ts';
import type { Run } from '../engine/engine.ts';
import { batched } from './batched.ts';
import { type EdgeRow, edgeRow, isCurrent, type Properties } from './rows.ts';

/** The ids of entities that are shown as another one, with the id that they are shown under. */
export type MergedIds = ReadonlyMap<string, string>;

export const NONE_MERGED: MergedIds = new Map();

const MERGED = `UNWIND $rows AS id
MATCH (m:Merged) WHERE m.key = id
RETURN m.id AS id, m.into AS into`;

/**
 * Edges of which a list shows one for each entity, by what else distinguishes two of them. A second one, to an entity
 * that is shown as the first, is kept as `NAMED`, which no list reads.
 */
const ONCE: Readonly<Record<string, (properties: Properties) => unknown>> = {
  ABOUT: () => '',
  AUTHORED_BY: () => '',
  CANDIDATE: () => '',
  PARTICIPANT: ({ role }) => role,
};

/** Which of these ids are shown as another one now. */
export async function readMergedIds(run: Run, ids: Iterable<string>): Promise<MergedIds> {
  const rows = await batched(run, MERGED, [...new Set(ids)]);
  return new Map(rows.map(({ id, into }) => [id as string, into as string]));
}

/** The entities that are shown as one of these, by their own ids. */
export async function readMembers(run: Run, shown: readonly string[]): Promise<MergedIds> {
  const text = `UNWIND $rows AS id\nMATCH (m:Merged) WHERE m.into = id AND ${isCurrent('m')}\nRETURN m.id AS id, m.into AS into`;
  const rows = await batched(run, text, [...new Set(shown)]);
  return new Map(rows.map(({ id, into }) => [id as string, into as string]));
}

/** A bundle that names the entities that are shown: what is derived from records is derived from this. */
export function withShownIds(index: BundleIndex, merged: MergedIds): BundleIndex {
  if (merged.size === 0) return index;
  const { bundle } = index;
  const of = <T extends string | undefined>(id: T) => (id === undefined ? id : (merged.get(id) ?? id)) as T;
  const each = (ids: readonly string[]) => [...new Set(ids.map(of))];
  return new BundleIndex({
    ...bundle,
    actors: bundle.actors.map((actor) => {
      if (actor.type === 'ORGANIZATION') return { ...actor, publisherFamily: of(actor.publisherFamily) };
      return actor.type === 'UNNAMED_SOURCE' ? { ...actor, shieldedBy: of(actor.shieldedBy) } : actor;
    }),
    documents: bundle.documents.map((one) => ({
      ...one,
      publisher: of(one.publisher),
      authors: each(one.authors),
    })),
    claims: bundle.claims.map((one) => ({
      ...one,
      subject: of(one.subject),
      object: of(one.object),
      participants: one.participants.map((part) => ({ ...part, entity: of(part.entity) })),
      about: each(one.about),
    })),
    attributions: bundle.attributions.map((one) => ({ ...one, actor: of(one.actor) })),
    mentions: bundle.mentions.map((one) => ({
      ...one,
      candidates: each(one.candidates),
      entity: of(one.entity),
    })),
  });
}

/**
 * Edges redirected to the entities that are shown. An edge that was recorded with another id keeps that id as `named`, so
 * that it can be restored; edges that were redirected before are redirected from their recorded ends.
 */
export function redirected(edges: readonly EdgeRow[], shownAs: (id: string) => string): EdgeRow[] {
  const all = edges.map((edge) => {
    const { type, from, to, properties, ends } = asRecorded(edge);
    const shown = shownAs(to);
    return {
      type,
      from: shownAs(from),
      to: shown,
      properties: shown === to ? properties : { ...properties, named: to },
      ends,
    };
  });
  const lists = grouped(all, (edge) => {
    const distinction = ONCE[edge.type]?.(edge.properties);
    return distinction === undefined ? '' : `${edge.type} ${edge.from} ${edge.to} ${distinction}`;
  });
  return [...lists].flatMap(([name, list]) => (name === '' ? list : listedOnce(list)));
}

/** An edge as its record has it: of its own type, to the id that was recorded. */
export function asRecorded({ type, from, to, properties, ends }: EdgeRow): EdgeRow {
  if (type === 'JUDGED') {
    return edgeRow(type, (properties.left as string) ?? from, (properties.right as string) ?? to, properties, ends);
  }
  const { named, as, ...rest } = properties;
  return edgeRow((as as string) ?? type, from, (named as string) ?? to, rest, ends);
}

function listedOnce(list: readonly EdgeRow[]): EdgeRow[] {
  const [first, ...others] = [...list].sort((one, other) => placeOf(one) - placeOf(other));
  return [
    ...(first ? [first] : []),
    ...others.map(({ type, properties, ...rest }) => ({
      ...rest,
      type: 'NAMED',
      properties: { ...properties, as: type },
    })),
  ];
}

/** The first of a list in the order of the record; without an order, the one that names what is shown. */
function placeOf({ properties: { position, named } }: EdgeRow): number {
  return (position as number | undefined) ?? (named === undefined ? 0 : 1);
}

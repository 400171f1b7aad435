import type { Bundle } from '../bundle/bundle.ts';
import { nodeRecords } from '../bundle/records.ts';
import { referencesOf } from '../bundle/references.ts';
import { grouped } from '../collections/grouped.ts';
import type { Run } from '../engine/engine.ts';
import { batched } from './batched.ts';
import { type EdgeRow, edgeRow, live, type Properties } from './rows.ts';

/** The ids of entities that are shown as another one, with the id that they are shown under. */
export type Merged = ReadonlyMap<string, string>;

export const NOBODY: Merged = new Map();

const MERGED = `UNWIND $rows AS id
MATCH (m:Merged) WHERE m.key = id
RETURN m.id AS id, m.into AS into`;

/**
 * Edges of which a list shows one for each entity, with what tells apart those that it shows nevertheless. A second one,
 * to an entity that is shown as the first, is kept as `NAMED`, which no list reads.
 */
const ONCE: Readonly<Record<string, (properties: Properties) => unknown>> = {
  ABOUT: () => '',
  AUTHORED_BY: () => '',
  CANDIDATE: () => '',
  PARTICIPANT: ({ role }) => role,
};

/** Which of these ids are shown as another one now. */
export async function readMerged(run: Run, ids: Iterable<string>): Promise<Merged> {
  const rows = await batched(run, MERGED, [...new Set(ids)]);
  return new Map(rows.map(({ id, into }) => [id as string, into as string]));
}

/** The entities that are shown as one of these, by their own ids. */
export async function readMembers(run: Run, shown: readonly string[]): Promise<Merged> {
  const text = `UNWIND $rows AS id\nMATCH (m:Merged) WHERE m.into = id AND ${live('m')}\nRETURN m.id AS id, m.into AS into`;
  const rows = await batched(run, text, [...new Set(shown)]);
  return new Map(rows.map(({ id, into }) => [id as string, into as string]));
}

/** All ids that a bundle names, its own among them. */
export function namedIn(bundle: Bundle): string[] {
  return [...nodeRecords(bundle), ...referencesOf(bundle)].map(({ id }) => id);
}

/** A bundle that names the entities that are shown: what is derived from records is derived from this. */
export function asShown(bundle: Bundle, merged: Merged): Bundle {
  if (merged.size === 0) return bundle;
  const of = <T extends string | undefined>(id: T) => (id === undefined ? id : (merged.get(id) ?? id)) as T;
  const each = (ids: readonly string[]) => [...new Set(ids.map(of))];
  return {
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
  };
}

/**
 * Edges led to the entities that are shown. One that was recorded with another id keeps it as `named`, so that it can
 * be led back; it does not matter where the edges lead when they are given.
 */
export function led(edges: readonly EdgeRow[], shownAs: (id: string) => string): EdgeRow[] {
  const all = edges.map((edge) => {
    const { type, from, to, properties } = asNamed(edge);
    const shown = shownAs(to);
    return {
      type,
      from: shownAs(from),
      to: shown,
      properties: shown === to ? properties : { ...properties, named: to },
    };
  });
  const lists = grouped(all, (edge) => {
    const apart = ONCE[edge.type]?.(edge.properties);
    return apart === undefined ? '' : `${edge.type} ${edge.from} ${edge.to} ${apart}`;
  });
  return [...lists].flatMap(([name, list]) => (name === '' ? list : shownOnce(list)));
}

/** An edge as its record has it: of its own type, to the id that was recorded. */
export function asNamed({ type, from, to, properties }: EdgeRow): EdgeRow {
  if (type === 'JUDGED') {
    return edgeRow(type, (properties.left as string) ?? from, (properties.right as string) ?? to, properties);
  }
  const { named, as, ...rest } = properties;
  return edgeRow((as as string) ?? type, from, (named as string) ?? to, rest);
}

function shownOnce(list: readonly EdgeRow[]): EdgeRow[] {
  const [first, ...others] = [...list].sort((one, other) => placeOf(one) - placeOf(other));
  return [
    ...(first ? [first] : []),
    ...others.map(({ type, properties, ...ends }) => ({
      ...ends,
      type: 'NAMED',
      properties: { ...properties, as: type },
    })),
  ];
}

/** The first of a list in the order of the record; without an order, the one that names what is shown. */
function placeOf({ properties: { position, named } }: EdgeRow): number {
  return (position as number | undefined) ?? (named === undefined ? 0 : 1);
}

import { type Bundle, COLLECTIONS } from '../bundle/bundle.ts';
import { entityRecords, recordIds } from '../bundle/records.ts';
import { ClaimRelationKind } from '../bundle/terms.ts';
import type { Known } from '../bundle/validate.ts';
import { grouped } from '../collections/grouped.ts';
import type { Run } from '../engine/engine.ts';
import { RULES } from '../rules/contradictions.ts';
import { batched } from './batched.ts';
import { type Clock, readClock } from './clock.ts';
import { type Merged, NOBODY, namedIn } from './merged-entities.ts';
import { Memory, type Remembered } from './record-cache.ts';
import { live } from './rows.ts';

/** What the graph holds of that which a bundle names. */
export interface Stored extends Known {
  readonly digests: ReadonlyMap<string, readonly string[]>;
  /** Dates of the documents that have one, by id. */
  readonly publishedAt: ReadonlyMap<string, string>;
  /** Relations and derivations, by `edgeKey`. */
  readonly edges: ReadonlySet<string>;
  /** The entities that are shown as another one. */
  readonly merged: Merged;
}

/** All versions of a record; one of them holds, unless it was taken back. */
const NODES = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.id = id
RETURN n.id AS id, n.key = id AS holds, n.type AS type, n.publishedAt AS publishedAt, n.digest AS digest`;

const IDENTIFIERS = `UNWIND $rows AS key
MATCH (i:Identifier) WHERE i.key = key
CALL (i) { MATCH (i)<-[e:IDENTIFIED_BY]-(n) WHERE ${live('n')} RETURN coalesce(e.named, n.id) AS owner }
RETURN i.key AS key, owner AS id`;

/** An entity that is shown as another one keeps its id and its record. */
const MERGED = `UNWIND $rows AS id
MATCH (m:Merged) WHERE m.id = id
RETURN m.id AS id, m.key = id AS holds, m.type AS type, m.digest AS digest, m.into AS into`;

/** What a rule of our own has found does not stand in the way of somebody who states it. */
const RELATIONS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)-[e:${ClaimRelationKind.options.join('|')}]->(to) WHERE e.by <> $rule AND ${live('e')} AND ${live('to')} RETURN type(e) AS kind, to.id AS target }
RETURN n.id AS source, kind, target`;

const DERIVATIONS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)-[e:DERIVED_FROM]->(to) WHERE ${live('e')} AND ${live('to')} RETURN e.kind AS kind, to.id AS target }
RETURN n.id AS source, kind, target`;

export function edgeKey(from: string, kind: string, to: string): string {
  return `${from} ${kind} ${to}`;
}

const NOTHING: Stored = {
  types: new Map(),
  digests: new Map(),
  publishedAt: new Map(),
  identifiers: new Map(),
  merged: NOBODY,
  edges: new Set(),
};

/**
 * Reads what the graph holds of that which a bundle names: at a clock that is held, with what is remembered as of then;
 * at the clock as it stands, unless told.
 */
export async function readStored(
  run: Run,
  bundle: Bundle,
  { clock, memory = new Memory() }: { clock?: Clock; memory?: Memory } = {},
): Promise<Stored> {
  const { sequence, hasMerged } = clock ?? (await readClock(run));
  if (sequence === 0) return NOTHING;
  const named = unique(namedIn(bundle));
  const merged = hasMerged ? await batched(run, MERGED, named) : [];
  const recalled = new Map<string, Remembered>();
  // Records of the bundle are held against all that is stored of them; what they refer to has to be there, and no more.
  const own = new Set(recordIds(bundle));
  const others = named.filter((id) => !own.has(id));
  const asked = [...(memory.isAllNew ? [] : own), ...memory.records.take(others, recalled)];
  const nodes = [...(await batched(run, NODES, asked)), ...merged];
  for (const { id, type, publishedAt } of nodes.filter(({ holds }) => holds)) {
    const record = { type: type as string, publishedAt: (publishedAt ?? undefined) as string | undefined };
    recalled.set(id as string, record);
    memory.records.keep(id as string, record);
  }
  const types = new Map([...recalled].map(([id, { type }]) => [id, type]));
  const dated = [...recalled].filter(([, { publishedAt }]) => publishedAt !== undefined);
  const identifiers = await batched(run, IDENTIFIERS, unique(identifierKeys(bundle)));
  const inGraph = (ids: readonly string[]) => unique(ids).filter((id) => types.has(id));
  const edges = [
    ...(await batched(run, RELATIONS, inGraph(bundle.relations.map(({ from }) => from)), {
      rule: RULES.functional,
    })),
    ...(await batched(run, DERIVATIONS, inGraph(bundle.derivations.map(({ document }) => document)))),
  ];
  return {
    types,
    digests: new Map(
      [...grouped(nodes, ({ id }) => id as string)].map(([id, all]) => [id, all.map(({ digest }) => digest as string)]),
    ),
    publishedAt: new Map(dated.map(([id, { publishedAt }]) => [id, publishedAt as string])),
    identifiers: new Map(identifiers.map(({ key, id }) => [key as string, id as string])),
    merged: new Map(merged.flatMap(({ id, holds, into }) => (holds ? [[id as string, into as string] as const] : []))),
    edges: new Set(
      edges.map(({ source, kind, target }) => edgeKey(source as string, kind as string, target as string)),
    ),
  };
}

function identifierKeys(bundle: Bundle): string[] {
  return entityRecords(bundle).flatMap(({ entity }) =>
    (entity.identifiers ?? []).map(({ scheme, value }) => `${scheme}:${value}`),
  );
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

/** The part of a bundle that the graph does not hold yet. */
export function newPart(bundle: Bundle, { types, edges }: Stored): Bundle {
  const isNew = ({ id }: { id: string }) => !types.has(id);
  const parts = COLLECTIONS.map((collection) => {
    if (collection === 'relations') {
      return [collection, bundle.relations.filter(({ from, kind, to }) => !edges.has(edgeKey(from, kind, to)))];
    }
    if (collection === 'derivations') {
      return [
        collection,
        bundle.derivations.filter(({ document, kind, from }) => !edges.has(edgeKey(document, kind, from))),
      ];
    }
    return [collection, (bundle[collection] as { id: string }[]).filter(isNew)];
  });
  return Object.fromEntries(parts) as Bundle;
}

import { grouped } from '../collections/grouped.ts';
import type { Stance } from '../contract.ts';
import type { Row } from '../engine/engine.ts';
import { TABLES } from './subgraph-statement.ts';

/** An attribution, as far as tracing has to know it. Times in milliseconds since 1970. */
export interface TracedAttribution {
  readonly id: string;
  readonly claim: string;
  readonly actor: string;
  readonly stance: Stance;
  readonly earliest: number;
  readonly latest: number;
  readonly saidAt: string | null;
  /** What its date sorts by; what has none comes last. */
  readonly order: number;
  /** How many sources its speaker claims to have. */
  readonly sources: SourceCount | null;
  readonly document: string | null;
}

/** `max` is null where no upper bound is known. */
export interface SourceCount {
  readonly min: number;
  readonly max: number | null;
}

export interface Speaker {
  readonly id: string;
  readonly type: string;
  readonly kind: string | null;
  readonly name: string;
  /** Of an unnamed source: how many people it stands for. */
  readonly count: SourceCount | null;
  readonly shieldedBy: string | null;
}

export interface Citation {
  readonly to: string;
  readonly joint: boolean;
}

/** What was recorded around the claims that are traced, in both directions. Lists are of ids; what leads nowhere has no entry. */
export interface Subgraph {
  readonly attributions: ReadonlyMap<string, TracedAttribution>;
  readonly ofClaim: ReadonlyMap<string, readonly TracedAttribution[]>;
  readonly inDocument: ReadonlyMap<string, readonly TracedAttribution[]>;
  readonly cites: ReadonlyMap<string, readonly Citation[]>;
  readonly citedBy: ReadonlyMap<string, readonly string[]>;
  readonly speakers: ReadonlyMap<string, Speaker>;
  /** Whether a document was read. */
  readonly isRead: ReadonlyMap<string, boolean>;
  /** What a document was copied from without credit. */
  readonly copiedFrom: ReadonlyMap<string, readonly string[]>;
  readonly publisherOf: ReadonlyMap<string, string>;
  /** The recorded owner of an organization: itself where there is none. */
  readonly ownerOf: ReadonlyMap<string, string>;
  readonly sameAs: ReadonlyMap<string, readonly string[]>;
  /** Claims that refine or entail a claim. */
  readonly narrowerThan: ReadonlyMap<string, readonly string[]>;
  /** Claims that contradict a claim or cannot hold beside it. */
  readonly opposedTo: ReadonlyMap<string, readonly string[]>;
  readonly partsOf: ReadonlyMap<string, readonly string[]>;
  readonly wholeOf: ReadonlyMap<string, string>;
  /** Claims that a denial covers, its own among them. */
  readonly coveredBy: ReadonlyMap<string, readonly string[]>;
  /** Actors who were judged to be different from one. */
  readonly differentFrom: ReadonlyMap<string, readonly string[]>;
  /** The claims of which all that was said was fetched. */
  readonly fetched: ReadonlySet<string>;
  /** Attributions of other claims that were reached last: who cites them was not looked up. */
  readonly farthest: ReadonlySet<string>;
}

type Pair = readonly [string, string];

/** A claim, how it is joined, and to which other one. */
type Relation = readonly [from: string, kind: string, to: string];

/** What stands in a document or was taken from it, the document, and whether that was read. */
type ReadRow = readonly [from: string, document: string, read: boolean];

/** Reads a row of `subgraphText`. */
export function readSubgraph({ tables }: Row): Subgraph {
  const table = <T>(name: (typeof TABLES)[number]) => (tables as unknown[])[TABLES.indexOf(name)] as T;
  const places = new Map(table<ReadRow[]>('places').map(([said, document]) => [said, document]));
  const copies = table<ReadRow[]>('copies');
  const attributions = inOrder(
    table<unknown[][]>('attributions').map((cells) => readAttribution(cells, places)),
    ({ id }) => id,
  );
  const parts = table<Pair[]>('parts');
  return {
    attributions: new Map(attributions.map((attribution) => [attribution.id, attribution])),
    ofClaim: grouped(attributions, ({ claim }) => claim),
    inDocument: grouped(
      attributions.filter(({ document }) => document !== null),
      ({ document }) => document as string,
    ),
    ...readCitations(table<CitationRow[]>('citations')),
    speakers: readSpeakers(table<unknown[][]>('people'), new Map(table<Pair[]>('shields'))),
    isRead: new Map([...table<ReadRow[]>('places'), ...copies].map(([, document, read]) => [document, read])),
    copiedFrom: lists(copies.map(([copy, from]): Pair => [copy, from])),
    publisherOf: new Map(table<Pair[]>('publishers')),
    ownerOf: new Map(table<Pair[]>('owners')),
    ...readRelations(table<Relation[]>('relations')),
    partsOf: lists(parts),
    wholeOf: new Map(parts.map(([whole, part]) => [part, whole])),
    coveredBy: lists(table<Pair[]>('covers')),
    differentFrom: lists(bothWays(table<Pair[]>('judgements'))),
    fetched: new Set(table<string[]>('fetched')),
    farthest: new Set(table<string[]>('farthest')),
  };
}

type CitationRow = readonly [from: string, to: string, joint: boolean];

function readCitations(rows: readonly CitationRow[]): Pick<Subgraph, 'cites' | 'citedBy'> {
  const citations = inOrder(rows, ([, to]) => to);
  return {
    cites: grouped(
      citations,
      ([from]) => from,
      ([, to, joint]) => ({ to, joint }),
    ),
    citedBy: grouped(
      citations,
      ([, to]) => to,
      ([from]) => from,
    ),
  };
}

function readRelations(relations: readonly Relation[]): Pick<Subgraph, 'sameAs' | 'narrowerThan' | 'opposedTo'> {
  const ofKind = (...kinds: string[]) =>
    relations.flatMap(([from, kind, to]): Pair[] => (kinds.includes(kind) ? [[from, to]] : []));
  return {
    sameAs: lists(bothWays(ofKind('SAME_AS'))),
    narrowerThan: lists(ofKind('REFINES', 'ENTAILS').map(([from, to]) => [to, from])),
    opposedTo: lists(bothWays(ofKind('CONTRADICTS', 'CONTRARY_TO'))),
  };
}

function bothWays(pairs: readonly Pair[]): Pair[] {
  return pairs.flatMap(([one, other]): Pair[] => [
    [one, other],
    [other, one],
  ]);
}

function readAttribution(cells: unknown[], places: ReadonlyMap<string, string>): TracedAttribution {
  const [id, claim, actor, stance, earliest, latest, saidAt, order, min, max] = cells;
  return {
    id: id as string,
    claim: claim as string,
    actor: actor as string,
    stance: stance as Stance,
    earliest: earliest as number,
    latest: latest as number,
    saidAt: saidAt as string | null,
    order: order as number,
    sources: countOf(min, max),
    document: places.get(id as string) ?? null,
  };
}

function readSpeakers(people: unknown[][], shields: ReadonlyMap<string, string>): Map<string, Speaker> {
  return new Map(
    people.map(([id, type, kind, name, min, max]) => [
      id as string,
      {
        id: id as string,
        type: type as string,
        kind: kind as string | null,
        name: name as string,
        count: countOf(min, max),
        shieldedBy: shields.get(id as string) ?? null,
      },
    ]),
  );
}

function countOf(min: unknown, max: unknown): SourceCount | null {
  return typeof min === 'number' ? { min, max: (max ?? null) as number | null } : null;
}

function inOrder<T>(values: readonly T[], key: (value: T) => string): T[] {
  return values.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** Each value once, in the order of ids. */
function lists(pairs: readonly Pair[]): Map<string, string[]> {
  const values = grouped(
    pairs,
    ([key]) => key,
    ([, value]) => value,
  );
  return new Map([...values].map(([key, all]) => [key, [...new Set(all)].sort()]));
}

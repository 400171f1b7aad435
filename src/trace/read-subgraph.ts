import { grouped } from '../collections/grouped.ts';
import type { Stance } from '../contract.ts';
import type { Row } from '../engine/engine.ts';
import { COUNTED } from '../rules/stances.ts';
import type { SourceCount, Speaker, Subgraph, TracedAttribution, TracedDocument } from './subgraph.ts';
import { TABLES } from './subgraph-statement.ts';

type Pair = readonly [string, string];

/** A claim, how it is joined, and to which other one. */
type Relation = readonly [from: string, kind: string, to: string];

/** How a document was taken from another. */
type Copy = readonly [document: string, kind: string, from: string];

/** Reads a row of `subgraphText`. */
export function readSubgraph({ tables }: Row): Subgraph {
  const table = <T>(name: (typeof TABLES)[number]) => (tables as unknown[])[TABLES.indexOf(name)] as T;
  const places = new Map(recordedLast(table<Place[]>('places')).map(([said, document]) => [said, document]));
  const attributions = currentVersions(
    table<unknown[][]>('attributions').map((cells) => readAttribution(cells, places)),
    new Set(table<string[]>('replaced')),
  );
  const parts = table<Pair[]>('parts');
  return {
    ...indexed(attributions),
    ...readCitations(table<CitationRow[]>('citations'), attributions),
    speakers: readSpeakers(table<unknown[][]>('people'), lists(table<Pair[]>('shields'))),
    documents: new Map(table<unknown[][]>('pages').map((cells) => [cells[0] as string, readDocument(cells)])),
    ...readCopies(table<Copy[]>('copies')),
    publisherOf: new Map(table<Pair[]>('publishers')),
    authorsOf: lists(table<Pair[]>('writers')),
    ownerOf: new Map(table<Pair[]>('owners')),
    ...readRelations(table<Relation[]>('relations')),
    partsOf: lists(parts),
    wholeOf: new Map(parts.map(([whole, part]) => [part, whole])),
    coveredBy: lists(table<Pair[]>('covers')),
    differentFrom: lists(bothWays(table<Pair[]>('judgements'))),
    topicOf: new Map(
      table<[string, string, string][]>('topics').map(([claim, subject, predicate]) => [claim, { subject, predicate }]),
    ),
    fetched: new Set(table<string[]>('fetched')),
  };
}

/** Attributions by id, claim and document, each list in the order of ids. */
export function indexed(
  attributions: readonly TracedAttribution[],
): Pick<Subgraph, 'attributions' | 'ofClaim' | 'inDocument'> {
  const sorted = inOrder(attributions, ({ id }) => id);
  return {
    attributions: new Map(sorted.map((attribution) => [attribution.id, attribution])),
    ofClaim: grouped(sorted, ({ claim }) => claim),
    inDocument: grouped(
      sorted.filter(({ document }) => document !== null),
      ({ document }) => document as string,
    ),
  };
}

/** One version of each attribution: the recorded one, else one that was retracted; none that another id replaced. */
function currentVersions(versions: readonly TracedAttribution[], replaced: ReadonlySet<string>): TracedAttribution[] {
  const byId = new Map<string, TracedAttribution>();
  for (const version of versions) {
    if (!version.isRecorded && (byId.has(version.id) || replaced.has(version.id))) continue;
    byId.set(version.id, version);
  }
  return [...byId.values()];
}

/** Kinds of derivation after which a document says what the other said. An update is another version of it. */
const REPEATING: readonly string[] = ['WIRE', 'COPY', 'REWRITE', 'TRANSLATION', 'CREDITS'];

function readCopies(copies: readonly Copy[]): Pick<Subgraph, 'takenFrom' | 'updates'> {
  const pairs = (...kinds: string[]) =>
    copies.flatMap(([document, kind, from]): Pair[] => (kinds.includes(kind) ? [[document, from]] : []));
  return {
    takenFrom: lists([...pairs(...REPEATING), ...bothWays(pairs('SAME_TEXT'))]),
    updates: lists(pairs('UPDATE')),
  };
}

function readDocument([id, read, title, publishedAt, order]: unknown[]): TracedDocument {
  return {
    id: id as string,
    read: read === true,
    title: (title ?? null) as string | null,
    publishedAt: (publishedAt ?? null) as string | null,
    order: order as number,
  };
}

/** Of a version that is recorded still, or of one that is not. */
type CitationRow = readonly [from: string, to: string, joint: boolean, isRecorded: boolean];

type Place = readonly [said: string, document: string, isRecorded: boolean];

function recordedLast(places: readonly Place[]): Place[] {
  return places.toSorted(([, , one], [, , other]) => Number(one) - Number(other));
}

/** The citations of the versions that were chosen, each once, in the order of what is cited. */
function readCitations(
  rows: readonly CitationRow[],
  attributions: readonly TracedAttribution[],
): Pick<Subgraph, 'cites' | 'citedBy'> {
  const isRecorded = new Map(attributions.map((one) => [one.id, one.isRecorded]));
  const chosen = rows.filter(([from, , , version]) => isRecorded.get(from) === version);
  const once = new Map(chosen.map((row) => [`${row[0]} ${row[1]}`, row]));
  const citations = inOrder([...once.values()], ([, to]) => to);
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
  const [id, claim, actor, stance, earliest, latest, saidAt, order, min, max, basis, isRecorded] = cells;
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
    isCounted: COUNTED.some((one) => one === basis),
    isRecorded: isRecorded === true,
  };
}

function readSpeakers(people: unknown[][], shields: ReadonlyMap<string, readonly string[]>): Map<string, Speaker> {
  return new Map(
    people.map(([id, type, kind, name, min, max]) => [
      id as string,
      {
        id: id as string,
        type: type as string,
        kind: kind as string | null,
        name: name as string,
        count: countOf(min, max),
        shieldedBy: shields.get(id as string) ?? [],
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

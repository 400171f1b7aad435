import { type AnyRecord, digestOf } from '../bundle/digest.ts';
import type { NodeType } from '../bundle/records.ts';
import { type Bounds, NEVER } from '../time/edtf.ts';

/** The write that rows belong to: its record time in milliseconds, and who writes. */
export interface Stamp {
  readonly at: number;
  readonly by: string;
}

export type Properties = Readonly<Record<string, unknown>>;

/**
 * A node to create, with its labels as they stand in a statement. A property without a value is named nevertheless: the
 * names are a part of the statement that creates nodes, and Neo4j plans each new text for tenths of a second.
 */
export interface NodeRow {
  readonly labels: string;
  readonly properties: Properties;
}

/** The labels, each with an index on its keys, that the two ends of an edge are found by. */
export interface Ends {
  readonly from: 'Node' | 'Flag' | 'Contradiction';
  readonly to: 'Node' | 'Flag' | 'Contradiction';
}

/** Two nodes of the contract. */
export const NODES: Ends = { from: 'Node', to: 'Node' };

/** An edge to create between two nodes by their ids. */
export interface EdgeRow {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: Properties;
  readonly ends: Ends;
}

/** Nodes, and the edges between them and others. */
export interface Rows {
  readonly nodes: readonly NodeRow[];
  readonly edges: readonly EdgeRow[];
}

/**
 * A node of the contract. The stored views start as those of a lone node. Of the versions of a record, which share its
 * id, only the one that holds has the id as its `key`.
 */
export function nodeRow(
  labels: string,
  record: AnyRecord & { readonly id: string },
  type: NodeType,
  { at }: Stamp,
  properties: Record<string, unknown>,
): NodeRow {
  const { id } = record;
  const own = {
    id,
    key: id,
    digest: digestOf(record),
    type,
    recorded: at,
    superseded: NEVER,
    viewAt: at,
    ...properties,
  };
  return { labels: `Node:${labels}`, properties: own };
}

/** The predicate that a node, or an edge with a record time, is not superseded: what a write has to look at. */
export function isCurrent(variable: string): string {
  return `${variable}.superseded = ${NEVER}`;
}

export function edgeRow(
  type: string,
  from: string,
  to: string,
  properties: Record<string, unknown> = {},
  ends: Ends = NODES,
): EdgeRow {
  return { type, from, to, properties: withoutEmpty(properties), ends };
}

/** An edge where there is something to lead to. */
export function edgeTo(type: string, from: string, to: string | undefined): EdgeRow[] {
  return to === undefined ? [] : [edgeRow(type, from, to)];
}

function withoutEmpty(properties: Record<string, unknown>): Properties {
  const held: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(properties)) if (value !== undefined && value !== null) held[name] = value;
  return held;
}

/** The two ends of a range, under a name: `sizeMin`, `sizeMax`. */
export function rangeRow(name: string, range: { min: number; max?: number | null } | undefined): Properties {
  return { [`${name}Min`]: range?.min, [`${name}Max`]: range?.max };
}

/** What a date sorts by, ascending and descending: its earliest bound; no date sorts last in both directions. */
export function sortKeys(name: string, bounds: Bounds | null): Properties {
  return { [`${name}Asc`]: bounds?.earliest ?? NEVER, [`${name}Desc`]: bounds?.earliest ?? -NEVER };
}

import { type AnyRecord, digestOf } from '../bundle/digest.ts';
import type { NodeType } from '../bundle/records.ts';
import { type Bounds, NEVER } from '../time/edtf.ts';

/** The write that rows belong to: its record time in milliseconds since 1970, and who writes. */
export interface Stamp {
  readonly at: number;
  readonly by: string;
}

export type Properties = Readonly<Record<string, unknown>>;

/**
 * A node to create, with its labels as a statement has them: "Node:Claim". Empty properties are named too: the names are
 * a part of the statement that creates nodes, and Neo4j plans each new text for tenths of a second.
 */
export interface NodeRow {
  readonly labels: string;
  readonly properties: Properties;
}

/** The labels by which a statement finds the ends of an edge. Each has an index on `key`. */
export interface Ends {
  readonly from: 'Node' | 'Flag' | 'Contradiction';
  readonly to: 'Node' | 'Flag' | 'Contradiction';
}

/** The ends of an edge between two records. */
export const NODES: Ends = { from: 'Node', to: 'Node' };

/** An edge to create between two nodes by their ids. */
export interface EdgeRow {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: Properties;
  readonly ends: Ends;
}

/** Nodes to create, and edges from or to them. */
export interface Rows {
  readonly nodes: readonly NodeRow[];
  readonly edges: readonly EdgeRow[];
}

/**
 * The node of a record. All versions of a record share its id; only the current one has the id as its `key`.
 */
export function nodeRow(
  labels: string,
  record: AnyRecord & { readonly id: string },
  type: NodeType,
  { at }: Stamp,
  properties: Record<string, unknown>,
): NodeRow {
  const { id } = record;
  const all = {
    id,
    key: id,
    digest: digestOf(record),
    type,
    recorded: at,
    superseded: NEVER,
    viewAt: at,
    ...properties,
  };
  return { labels: `Node:${labels}`, properties: all };
}

/** A Cypher condition: a node, or an edge with a record time, is current, that is, not superseded. */
export function isCurrent(variable: string): string {
  return `${variable}.superseded = ${NEVER}`;
}

/** An edge without empty properties, by default between two records. */
export function edgeRow(
  type: string,
  from: string,
  to: string,
  properties: Record<string, unknown> = {},
  ends: Ends = NODES,
): EdgeRow {
  return { type, from, to, properties: withoutEmpty(properties), ends };
}

/** An edge in a list, or an empty list if there is no id to lead to. */
export function edgeTo(type: string, from: string, to: string | undefined): EdgeRow[] {
  return to === undefined ? [] : [edgeRow(type, from, to)];
}

function withoutEmpty(properties: Record<string, unknown>): Properties {
  const present: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(properties))
    if (value !== undefined && value !== null) present[name] = value;
  return present;
}

/** The bounds of a range as two properties: `sizeMin`, `sizeMax`. */
export function rangeRow(name: string, range: { min: number; max?: number | null } | undefined): Properties {
  return { [`${name}Min`]: range?.min, [`${name}Max`]: range?.max };
}

/** The sort keys of a date, ascending and descending: its earliest bound. Without a date both sort last. */
export function sortKeys(name: string, bounds: Bounds | null): Properties {
  return { [`${name}Asc`]: bounds?.earliest ?? NEVER, [`${name}Desc`]: bounds?.earliest ?? -NEVER };
}

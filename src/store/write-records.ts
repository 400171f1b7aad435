import type { BundleIndex } from '../bundle/bundle-index.ts';
import type { Dates } from '../bundle/dates.ts';
import { grouped } from '../collections/grouped.ts';
import type { Run } from '../engine/engine.ts';
import { attributionRows } from './attribution-rows.ts';
import { batched } from './batched.ts';
import { claimRows } from './claim-rows.ts';
import { documentRows } from './document-rows.ts';
import { entityRows } from './entity-rows.ts';
import { statedFlagRows } from './finding-rows.ts';
import { mentionRows } from './mention-rows.ts';
import type { MergedIds } from './merged-ids.ts';
import { redirected } from './redirect-edges.ts';
import type { EdgeRow, NodeRow, Properties, Rows, Stamp } from './rows.ts';

const IDENTIFIERS = `UNWIND $rows AS row
MATCH (n:Node) WHERE n.key = row.owner
MERGE (i:Identifier {key: row.properties.key}) ON CREATE SET i = row.properties
CREATE (n)-[e:IDENTIFIED_BY]->(i) SET e = row.edge
RETURN count(*) AS written`;

/** What a write needs besides its records. */
export interface Writing {
  readonly dates: Dates;
  readonly stamp: Stamp;
  /** Edges to a merged entity are redirected to the shown one. */
  readonly merged: MergedIds;
  /** Derived properties of new nodes, by id, in several tables. */
  readonly derived?: readonly ReadonlyMap<string, Properties>[];
}

/** Writes the records of a valid bundle. None of them may be in the graph. */
export async function writeRecords(run: Run, added: BundleIndex, writing: Writing): Promise<void> {
  const { identifiers, nodes, edges } = rowsOf(added, writing);
  const { linked, others } = link(nodes, edges);
  await Promise.all([writeNodes(run, linked), writeAll(run, IDENTIFIERS, identifiers), writeEdges(run, others)]);
}

function rowsOf(added: BundleIndex, { dates, stamp, merged, derived = [] }: Writing) {
  const { bundle } = added;
  const entities = entityRows(added, stamp);
  const parts = [
    entities,
    documentRows(bundle, stamp),
    claimRows(bundle, stamp),
    attributionRows(bundle, dates, merged, stamp),
    mentionRows(bundle, stamp),
    statedFlagRows(bundle, stamp),
  ];
  const edges = parts.flatMap((part) => part.edges);
  return {
    identifiers: entities.identifiers,
    nodes: parts
      .flatMap((part) => part.nodes)
      .map(({ labels, properties }) => ({
        labels,
        properties: Object.assign({}, properties, ...derived.map((table) => table.get(properties.id as string))),
      })),
    edges: merged.size === 0 ? edges : redirected(edges, (id) => merged.get(id) ?? id),
  };
}

/** Writes nodes and edges as they are. */
export async function writeRows(run: Run, { nodes, edges }: Rows): Promise<void> {
  await Promise.all([writeNodes(run, nodes), writeEdges(run, edges)]);
}

/** A node to create together with edges to nodes that exist before it, at most one of each type. */
interface LinkedNode extends NodeRow {
  readonly links?: ReadonlyMap<string, string>;
}

/** The edge types of which a node has at most one, to a node that is written before it. */
const LINKS = new Set(['OF', 'BY', 'APPEARS_IN', 'SUBJECT', 'PUBLISHED_BY']);

/** Moves edges into the nodes that they start from, if both can be written together: it saves looking the node up. */
function link(nodes: readonly NodeRow[], edges: readonly EdgeRow[]): { linked: LinkedNode[]; others: EdgeRow[] } {
  const links = new Map(nodes.map(({ properties }) => [properties.id as string, new Map<string, string>()]));
  const others = edges.filter(({ type, from, to, properties }) => {
    const ownLinks = LINKS.has(type) && Object.keys(properties).length === 0 ? links.get(from) : undefined;
    if (!ownLinks || ownLinks.has(type)) return true;
    ownLinks.set(type, to);
    return false;
  });
  const linked = nodes.map((node) => ({ ...node, links: links.get(node.properties.id as string) ?? NO_LINKS }));
  return { linked, others };
}

const NO_LINKS: ReadonlyMap<string, string> = new Map();

/**
 * Labels, edge types and property names are part of a statement's text, so nodes with the same labels and links share
 * one statement. Rows are lists without property names, which would be parsed again in every row.
 */
async function writeNodes(run: Run, nodes: readonly LinkedNode[]): Promise<void> {
  const kinds = grouped(nodes, ({ labels, links = NO_LINKS }) => [labels, ...links.keys()].join(' '));
  const written = [...kinds.values()].map((group) => {
    const [{ labels, links = NO_LINKS } = { labels: '' }] = group;
    const names = [...new Set(group.flatMap(({ properties }) => Object.keys(properties)))].sort();
    const rows = group.map((node) => [
      ...names.map((name) => node.properties[name] ?? null),
      ...(node.links ?? NO_LINKS).values(),
    ]);
    return writeAll(run, creation(labels, names, [...links.keys()]), rows);
  });
  await Promise.all(written);
}

/**
 * A statement that creates a node from each row: first its properties (null for none), then the ids that its links lead
 * to.
 */
function creation(labels: string, names: readonly string[], types: readonly string[]): string {
  const ends = types.map(
    (_, index) => `MATCH (end${index}:Node) WHERE end${index}.key = row[${names.length + index}]\n`,
  );
  const edges = types.map((type, index) => `, (n)-[:${type}]->(end${index})`);
  const properties = names.map((name, index) => `\`${name}\`: row[${index}]`);
  return `UNWIND $rows AS row
${ends.join('')}CREATE (n:${labels} {${properties.join(', ')}})${edges.join('')}
RETURN count(*) AS written`;
}

/** Creates edges, with one statement for all edges of a type between the same labels. */
export async function writeEdges(run: Run, edges: readonly EdgeRow[]): Promise<void> {
  const groups = [...grouped(edges, ({ type, ends }) => `${type} ${ends.from} ${ends.to}`).values()].map((group) => {
    const [{ type, ends }] = group as [EdgeRow];
    const text = `UNWIND $rows AS row
MATCH (one:${ends.from}) WHERE one.key = row.from
MATCH (other:${ends.to}) WHERE other.key = row.to
CREATE (one)-[e:${type}]->(other) SET e = row.properties
RETURN count(*) AS written`;
    return writeAll(
      run,
      text,
      group.map(({ from, to, properties }) => ({ from, to, properties })),
    );
  });
  await Promise.all(groups);
}

/** Throws, and so undoes the whole write, if a row wrote nothing. */
async function writeAll(run: Run, text: string, rows: readonly unknown[]): Promise<void> {
  const answers = await batched(run, text, rows);
  const written = answers.reduce((sum, row) => sum + (row.written as number), 0);
  if (written !== rows.length) throw new Error(`${written} of ${rows.length} rows were written by: ${text}`);
}

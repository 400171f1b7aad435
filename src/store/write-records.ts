import type { Bundle } from '../bundle/bundle.ts';
import { grouped } from '../collections/grouped.ts';
import type { Run } from '../engine/engine.ts';
import { attributionEdges, attributionNodes, type PublishedAt } from './attribution-rows.ts';
import { batched } from './batched.ts';
import { claimEdges, claimNodes } from './claim-rows.ts';
import { documentEdges, documentNodes, mentionEdges, mentionNodes } from './document-rows.ts';
import { entityEdges, entityNodes, identifierRows } from './entity-rows.ts';
import { type FlagRecord, flagNode, groundEdges, statedFlags } from './finding-rows.ts';
import { led, type Merged, NOBODY } from './merged-entities.ts';
import { type EdgeRow, edgeRow, type NodeRow, type Properties, type Stamp } from './rows.ts';

const IDENTIFIERS = `UNWIND $rows AS row
MATCH (n:Node) WHERE n.key = row.owner
MERGE (i:Identifier {key: row.properties.key}) ON CREATE SET i = row.properties
CREATE (n)-[e:IDENTIFIED_BY]->(i) SET e = row.edge
RETURN count(*) AS written`;

/**
 * Writes the records of a checked bundle, none of which the graph holds, with what is `derived` of them by id. What names
 * an entity that is `merged` into another one leads to that one.
 */
export async function writeRecords(
  run: Run,
  bundle: Bundle,
  publishedAt: PublishedAt,
  stamp: Stamp,
  merged: Merged = NOBODY,
  derived: ReadonlyMap<string, Properties> = new Map(),
): Promise<void> {
  const nodes = [
    ...entityNodes(bundle, stamp),
    ...documentNodes(bundle, stamp),
    ...claimNodes(bundle, stamp),
    ...attributionNodes(bundle, publishedAt, merged, stamp),
    ...mentionNodes(bundle, stamp),
  ];
  const { linked, others } = link(
    nodes.map((node) => withDerived(node, derived)),
    edgesOf(bundle, stamp, merged),
  );
  await Promise.all([
    writeNodes(run, linked),
    writeAll(run, IDENTIFIERS, identifierRows(bundle, stamp)),
    writeEdges(run, others),
    writeFlags(run, statedFlags(bundle), stamp),
  ]);
}

/** A node that comes with edges to nodes that are there before it, one of each type. */
interface LinkedNode extends NodeRow {
  readonly links?: ReadonlyMap<string, string>;
}

/** The edges of which a node has one, to something that is written before nodes of its kind. */
const LINKS = new Set(['OF', 'BY', 'APPEARS_IN', 'SUBJECT', 'PUBLISHED_BY']);

/** Hands to new nodes the edges that can be written with them: each saves a statement the search for the node. */
function link(nodes: readonly NodeRow[], edges: readonly EdgeRow[]): { linked: LinkedNode[]; others: EdgeRow[] } {
  const links = new Map(nodes.map(({ properties }) => [properties.id as string, new Map<string, string>()]));
  const others = edges.filter(({ type, from, to, properties }) => {
    const own = LINKS.has(type) && Object.keys(properties).length === 0 ? links.get(from) : undefined;
    if (!own || own.has(type)) return true;
    own.set(type, to);
    return false;
  });
  const linked = nodes.map((node) => ({ ...node, links: links.get(node.properties.id as string) ?? NO_LINKS }));
  return { linked, others };
}

const NO_LINKS: ReadonlyMap<string, string> = new Map();

function edgesOf(bundle: Bundle, stamp: Stamp, merged: Merged): EdgeRow[] {
  const edges = [
    ...entityEdges(bundle),
    ...documentEdges(bundle, stamp),
    ...claimEdges(bundle, stamp),
    ...attributionEdges(bundle),
    ...mentionEdges(bundle),
  ];
  return merged.size === 0 ? edges : led(edges, (id) => merged.get(id) ?? id);
}

function withDerived(node: NodeRow, derived: ReadonlyMap<string, Properties>): NodeRow {
  const more = derived.get(node.properties.id as string);
  return more ? { ...node, properties: { ...node.properties, ...more } } : node;
}

/** Writes flags with their owners and the claims that they rest on. */
export async function writeFlags(run: Run, flags: readonly FlagRecord[], stamp: Stamp): Promise<void> {
  const owned = flags.map(({ id, owner }) => edgeRow('FLAGGED', owner, id));
  const grounds = flags.flatMap(({ id, grounds: all }) => groundEdges('RESTS_ON', id, all));
  await Promise.all([
    writeNodes(
      run,
      flags.map((flag) => flagNode(flag, stamp)),
    ),
    writeEdges(run, owned, { from: 'Node', to: 'Flag' }),
    writeEdges(run, grounds, { from: 'Flag', to: 'Node' }),
  ]);
}

/**
 * Labels, types and names of properties are a part of a statement's text, so there is one statement for all nodes with
 * the same labels and links. Rows are lists: names that stand in every row would be read again in every row.
 */
export async function writeNodes(run: Run, nodes: readonly LinkedNode[]): Promise<void> {
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

/** Creates a node from the values of each row, with edges to the nodes that stand behind them; a null is no property. */
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

/** Edges between nodes of the contract, or between those that carry other labels with an index on their ids. */
export async function writeEdges(
  run: Run,
  edges: readonly EdgeRow[],
  { from, to } = { from: 'Node', to: 'Node' },
): Promise<void> {
  const groups = [...grouped(edges, (edge) => edge.type)].map(([type, group]) => {
    const text = `UNWIND $rows AS row
MATCH (one:${from}) WHERE one.key = row.from
MATCH (other:${to}) WHERE other.key = row.to
CREATE (one)-[e:${type}]->(other) SET e = row.properties
RETURN count(*) AS written`;
    return writeAll(run, text, group);
  });
  await Promise.all(groups);
}

/** Fails, and so undoes the whole write, where a row came to nothing. */
async function writeAll(run: Run, text: string, rows: readonly unknown[]): Promise<void> {
  const answers = await batched(run, text, rows);
  const written = answers.reduce((sum, row) => sum + (row.written as number), 0);
  if (written !== rows.length) throw new Error(`${written} of ${rows.length} rows were written by: ${text}`);
}

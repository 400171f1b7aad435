import type { Run } from '../engine/engine.ts';
import { grouped } from '../rules/groups.ts';
import { attributionEdges, attributionNodes, type PublishedAt } from './attribution-rows.ts';
import { batched } from './batch.ts';
import type { Bundle } from './bundle.ts';
import { claimEdges, claimNodes } from './claim-rows.ts';
import { documentEdges, documentNodes, mentionEdges, mentionNodes } from './document-rows.ts';
import { entityEdges, entityNodes, identifierRows } from './entity-rows.ts';
import { type FlagRecord, flagNode, groundEdges, statedFlags } from './finding-rows.ts';
import { led, type Merged, NOBODY } from './merged.ts';
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
  await writeNodes(
    run,
    nodes.map((node) => withDerived(node, derived)),
  );
  await writeAll(run, IDENTIFIERS, identifierRows(bundle, stamp));
  const edges = [
    ...entityEdges(bundle),
    ...documentEdges(bundle, stamp),
    ...claimEdges(bundle, stamp),
    ...attributionEdges(bundle),
    ...mentionEdges(bundle),
  ];
  await writeEdges(run, merged.size === 0 ? edges : led(edges, (id) => merged.get(id) ?? id));
  await writeFlags(run, statedFlags(bundle), stamp);
}

function withDerived(node: NodeRow, derived: ReadonlyMap<string, Properties>): NodeRow {
  const more = derived.get(node.properties.id as string);
  return more ? { ...node, properties: { ...node.properties, ...more } } : node;
}

/** Writes flags with their owners and the claims that they rest on. */
export async function writeFlags(run: Run, flags: readonly FlagRecord[], stamp: Stamp): Promise<void> {
  await writeNodes(
    run,
    flags.map((flag) => flagNode(flag, stamp)),
  );
  await writeEdges(
    run,
    flags.map(({ id, owner }) => edgeRow('FLAGGED', owner, id)),
    { from: 'Node', to: 'Flag' },
  );
  const grounds = flags.flatMap(({ id, grounds: all }) => groundEdges('RESTS_ON', id, all));
  await writeEdges(run, grounds, { from: 'Flag', to: 'Node' });
}

/** Labels are a part of a statement's text, so there is one statement for all nodes with the same. */
export async function writeNodes(run: Run, nodes: readonly NodeRow[]): Promise<void> {
  for (const [labels, group] of grouped(nodes, (node) => node.labels)) {
    const text = `UNWIND $rows AS row\nCREATE (n:${labels}) SET n = row\nRETURN count(*) AS written`;
    await writeAll(
      run,
      text,
      group.map(({ properties }) => properties),
    );
  }
}

/** Edges between nodes of the contract, or between those that carry other labels with an index on their ids. */
export async function writeEdges(
  run: Run,
  edges: readonly EdgeRow[],
  { from, to } = { from: 'Node', to: 'Node' },
): Promise<void> {
  for (const [type, group] of grouped(edges, (edge) => edge.type)) {
    const text = `UNWIND $rows AS row
MATCH (one:${from}) WHERE one.key = row.from
MATCH (other:${to}) WHERE other.key = row.to
CREATE (one)-[e:${type}]->(other) SET e = row.properties
RETURN count(*) AS written`;
    await writeAll(run, text, group);
  }
}

/** Fails, and so undoes the whole write, where a row came to nothing. */
async function writeAll(run: Run, text: string, rows: readonly unknown[]): Promise<void> {
  const answers = await batched(run, text, rows);
  const written = answers.reduce((sum, row) => sum + (row.written as number), 0);
  if (written !== rows.length) throw new Error(`${written} of ${rows.length} rows were written by: ${text}`);
}

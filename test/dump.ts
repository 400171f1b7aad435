import type { Engine } from '../src/engine/engine.ts';

type Properties = Readonly<Record<string, unknown>>;

export interface Dump {
  /** Nodes by what identifies them; revisions have no label of the contract. */
  readonly nodes: Readonly<Record<string, { labels: string[]; properties: Properties }>>;
  /** Edges as lines of JSON, sorted. */
  readonly edges: readonly string[];
}

/** All that a database holds, in an order of its own, so that two dumps can be compared. */
export async function dump(engine: Engine): Promise<Dump> {
  const all = (text: string) => engine.read({ text, parameters: {} });
  const nodes = await all('MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties');
  const edges = await all(
    `MATCH (one)-[e]->(other) RETURN coalesce(one.id, one.key) AS source, type(e) AS type,
       coalesce(other.id, other.key) AS target, properties(e) AS properties`,
  );
  const entries = nodes.map(({ labels, properties }) => {
    const own = properties as Properties;
    const node = { labels: [...(labels as string[])].sort(), properties: sorted(own) };
    return [String(own.id ?? own.key), node] as const;
  });
  const lines = edges.map(({ source, type, target, properties }) =>
    JSON.stringify([source, type, target, sorted(properties as Properties)]),
  );
  return { nodes: Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1))), edges: lines.sort() };
}

function sorted(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).sort(([one], [other]) => (one < other ? -1 : 1)));
}

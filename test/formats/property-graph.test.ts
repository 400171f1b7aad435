import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { MultiDirectedGraph } from 'graphology';
import { parse } from 'graphology-gexf';
import { describe, expect, it } from 'vitest';
import type { Bundle } from '../../src/bundle/bundle.ts';
import { parseBundle } from '../../src/bundle/read-files.ts';
import { nodeRecords } from '../../src/bundle/records.ts';
import { openEmbedded } from '../../src/engine/embedded.ts';
import type { Row } from '../../src/engine/engine.ts';
import { exportCypher } from '../../src/formats/cypher/write.ts';
import { exportGexf } from '../../src/formats/gexf/write.ts';
import { exportGraphml } from '../../src/formats/graphml/write.ts';
import { hostileBundle, RUNS } from './hostile-text.ts';
import { RATED, SEED, written } from './records.ts';

/** What a graph of the seed has, counted in its files. */
const SEED_NODES = 33 + 7 + 7 + 14 + 10 + 52 + 105 + 20;

/** The edges of a bundle, counted in its records. */
function edgesIn(bundle: Bundle): number {
  const actors = bundle.actors.filter((actor) => 'publisherFamily' in actor || 'shieldedBy' in actor).length;
  const documents = bundle.documents.map(({ publisher, authors }) => (publisher ? 1 : 0) + authors.length);
  const claims = bundle.claims.map(
    ({ subject, object, partOf, participants, about }) =>
      [subject, object, partOf].filter(Boolean).length + participants.length + about.length,
  );
  const attributions = bundle.attributions.map(
    ({ document, cites, covers }) => 2 + (document ? 1 : 0) + cites.length + covers.length,
  );
  const mentions = bundle.mentions.map(({ candidates, entity }) => 1 + candidates.length + (entity ? 1 : 0));
  const sum = [...documents, ...claims, ...attributions, ...mentions].reduce((total, count) => total + count, 0);
  return actors + bundle.relations.length + bundle.derivations.length + sum;
}

function elements(xml: string, name: string) {
  const problems: string[] = [];
  const errorHandler = (level: string, message: string) => problems.push(`${level}: ${message}`);
  const found = new DOMParser({ errorHandler }).parseFromString(xml, 'text/xml').getElementsByTagName(name);
  expect(problems).toEqual([]);
  return Array.from(found);
}

/** The graph that a Cypher script writes into an empty embedded database. */
async function run(script: string): Promise<{ nodes: Row[]; edges: Row[] }> {
  const engine = openEmbedded({ path: null, timeout: 20_000 });
  const statements = script.split('\n').filter((line) => line !== '' && !line.startsWith('//'));
  await engine.write(async (statement) => {
    for (const line of statements) await statement({ text: line.replace(/;$/, ''), parameters: {} });
  });
  const read = (text: string) => engine.read({ text, parameters: {} });
  const nodes = await read('MATCH (n:Node) RETURN n.id AS id, n.label AS label, labels(n) AS labels ORDER BY id');
  const edges = await read('MATCH (a:Node)-[r]->(b:Node) RETURN a.id AS a, type(r) AS type, b.id AS b');
  await engine.close();
  return { nodes, edges };
}

describe('GraphML', () => {
  it('has a node for every record of the seed and an edge for every reference', async () => {
    const xml = await written(exportGraphml, SEED);
    expect(nodeRecords(SEED)).toHaveLength(SEED_NODES);
    expect(elements(xml, 'node')).toHaveLength(SEED_NODES);
    expect(elements(xml, 'edge')).toHaveLength(edgesIn(SEED));
  });

  it('declares every key that it uses', async () => {
    for (const bundle of [SEED, RATED]) {
      const xml = await written(exportGraphml, bundle);
      const declared = new Set(elements(xml, 'key').map((key) => key.getAttribute('id')));
      const used = new Set(elements(xml, 'data').map((data) => data.getAttribute('key')));
      expect([...used].filter((key) => !declared.has(key))).toEqual([]);
    }
  });

  it('says of an attribution who said it of what', async () => {
    const lines = (await written(exportGraphml, RATED)).split('\n');
    expect(lines.filter((line) => line.includes('source="attribution:reader-prices"'))).toEqual([
      '<edge id="e8" source="attribution:reader-prices" target="person:reader"><data key="edge-type">BY</data></edge>',
      '<edge id="e9" source="attribution:reader-prices" target="claim:prices"><data key="edge-type">OF</data></edge>',
    ]);
  });

  it('leaves out what XML cannot hold, and says so', async () => {
    const bundle = parseBundle({
      things: [{ id: 'thing:a', kind: 'case', names: [{ text: 'A\u0000\u0007B <&"' }] }],
    });
    const lines = (await written(exportGraphml, bundle)).split('\n');
    expect(lines.find((line) => line.startsWith('<node'))).toBe(
      '<node id="thing:a"><data key="node-kind">Thing</data><data key="node-label">AB &lt;&amp;&quot;</data>' +
        '<data key="node-names">AB &lt;&amp;&quot;</data><data key="node-sort">case</data>' +
        '<data key="node-note">4 control characters left out: XML does not allow them.</data></node>',
    );
  });

  it('gives a node to what is referred to but not there', async () => {
    const [attribution] = RATED.attributions;
    const xml = await written(exportGraphml, parseBundle({ attributions: [attribution] }));
    expect(elements(xml, 'node').map((node) => node.getAttribute('id'))).toEqual([
      'attribution:minister-prices',
      'person:minister',
      'claim:prices',
      'document:speech',
    ]);
  });

  it('stays well-formed with hostile text', async () => {
    await fc.assert(
      fc.asyncProperty(hostileBundle, async (bundle) => {
        const xml = await written(exportGraphml, bundle);
        expect(elements(xml, 'node').map((node) => node.getAttribute('id'))).toEqual(
          expect.arrayContaining(nodeRecords(bundle).map(({ id }) => id)),
        );
        expect(elements(xml, 'edge')).toHaveLength(edgesIn(bundle));
      }),
      RUNS,
    );
  });
});

describe('GEXF', () => {
  const parsed = (text: string) => parse(MultiDirectedGraph, text, { addMissingNodes: false });

  it('has a node for every record of the seed and an edge for every reference', async () => {
    const graph = parsed(await written(exportGexf, SEED));
    expect([graph.order, graph.size]).toEqual([SEED_NODES, edgesIn(SEED)]);
    expect(graph.getNodeAttributes('person:nicolas-maduro')).toMatchObject({
      label: 'Nicolás Maduro',
      kind: 'Person',
      country: 'VE',
    });
  });

  it('stays well-formed with hostile text', async () => {
    await fc.assert(
      fc.asyncProperty(hostileBundle, async (bundle) => {
        const text = await written(exportGexf, bundle);
        expect(elements(text, 'node')).toHaveLength(nodeRecords(bundle).length);
        const graph = parsed(text);
        expect([graph.order, graph.size]).toEqual([nodeRecords(bundle).length, edgesIn(bundle)]);
      }),
      RUNS,
    );
  });
});

describe('Cypher', () => {
  it('writes the seed into an empty database', async () => {
    const { nodes, edges } = await run(await written(exportCypher, SEED));
    expect([nodes.length, edges.length]).toEqual([SEED_NODES, edgesIn(SEED)]);
    const maduro = nodes.find(({ id }) => id === 'person:nicolas-maduro');
    expect(maduro?.label).toBe('Nicolás Maduro');
    expect(((maduro?.labels ?? []) as string[]).toSorted()).toEqual(['Actor', 'Node', 'Person']);
  });

  it('writes statements that can be read', async () => {
    const lines = (await written(exportCypher, RATED)).split('\n');
    expect(lines[2]).toBe(
      "CREATE (:Node:Actor:Person {id: 'person:minister', label: 'The Minister', names: 'The Minister', country: 'ES'});",
    );
    expect(lines.filter((line) => line.includes('CITES'))).toEqual([
      "MATCH (a:Node {id: 'attribution:checker-prices'}), (b:Node {id: 'attribution:minister-prices'}) " +
        "CREATE (a)-[:CITES {credited: true, joint: false, basis: 'STATED'}]->(b);",
    ]);
  });

  it('cuts a text after its backslashes, so that no u follows them', async () => {
    const bundle = parseBundle({
      things: [{ id: 'thing:a', kind: 'x', names: [{ text: "\\u0027 \\\\u0027 '\n\u0000" }] }],
    });
    const [, , line] = (await written(exportCypher, bundle)).split('\n');
    expect(line).toContain("label: '\\\\' + 'u0027 \\\\' + '\\\\' + 'u0027 \\'\\n\\u0000', names");
  });

  it('keeps hostile text, and runs nothing of it', async () => {
    await fc.assert(
      fc.asyncProperty(hostileBundle, async (bundle) => {
        const { nodes, edges } = await run(await written(exportCypher, bundle));
        expect(edges).toHaveLength(edgesIn(bundle));
        const labels = new Map(nodes.map(({ id, label }) => [id, label]));
        for (const { id, names } of [...bundle.actors, ...bundle.places, ...bundle.things, ...bundle.events]) {
          expect(labels.get(id)).toBe(names[0]?.text.replace(/\p{Surrogate}/gu, '\ufffd'));
        }
        expect(nodes).toHaveLength(nodeRecords(bundle).length);
      }),
      RUNS,
    );
  });
});

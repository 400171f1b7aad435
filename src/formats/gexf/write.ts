import { MultiDirectedGraph } from 'graphology';
import { write } from 'graphology-gexf';
import type { RecordStream } from '../../bundle/record-stream.ts';
import type { ExportContext } from '../exporter.ts';
import { graphOf, isEdge } from '../property-graph.ts';
import { possible } from '../xml.ts';

/**
 * GEXF 1.3 (https://gexf.net), for Gephi: the same graph as in GraphML. An edge has its type as "kind", which keeps
 * several edges between two nodes apart, and as label. The library writes a graph that is whole, so all of it is held in
 * memory.
 */
export async function* exportGexf(records: RecordStream, { recorded, said }: ExportContext): AsyncGenerator<string> {
  const graph = new MultiDirectedGraph();
  graph.setAttribute('creator', 'claimgraph');
  graph.setAttribute('description', `As of ${recorded}${said === null ? '' : `, said by ${said}`}.`);
  graph.setAttribute('lastModifiedDate', recorded.slice(0, 10));
  let number = 0;
  for await (const piece of graphOf(records)) {
    if (isEdge(piece)) {
      const { from, to, type, properties } = piece;
      graph.addEdgeWithKey(`e${number++}`, from, to, possible({ kind: type, label: type, ...properties }));
    } else {
      const { id, kind, label, properties } = piece;
      graph.addNode(id, possible({ label, kind, ...properties }));
    }
  }
  yield write(graph, { version: '1.3' });
}

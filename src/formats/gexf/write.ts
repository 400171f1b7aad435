import { MultiDirectedGraph } from 'graphology';
import { write } from 'graphology-gexf';
import type { RecordStream } from '../../bundle/record-stream.ts';
import type { ExportContext } from '../exporter.ts';
import { graphOf, isEdge } from '../property-graph.ts';
import { xmlSafe } from '../xml.ts';

/**
 * Writes GEXF 1.3 (https://gexf.net), for Gephi: the same graph as in GraphML. An edge has its type as its label and as
 * "kind", which keeps several edges between two nodes separate. The library needs the whole graph in memory.
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
      graph.addEdgeWithKey(`e${number++}`, from, to, xmlSafe({ kind: type, label: type, ...properties }));
    } else {
      const { id, kind, label, properties } = piece;
      graph.addNode(id, xmlSafe({ label, kind, ...properties }));
    }
  }
  yield write(graph, { version: '1.3' });
}

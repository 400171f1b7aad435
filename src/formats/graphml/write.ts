import type { RecordStream } from '../../bundle/record-stream.ts';
import type { ExportContext } from '../exporter.ts';
import { type GraphEdge, type GraphNode, graphOf, isEdge, type Scalar } from '../property-graph.ts';
import { escapeXml, xmlSafe } from '../xml.ts';

/** The types of properties that are not text, the same for all nodes and edges. */
const TYPES: Readonly<Record<string, 'boolean' | 'double' | 'int'>> = {
  read: 'boolean',
  onRecord: 'boolean',
  credited: 'boolean',
  joint: 'boolean',
  atLeast: 'int',
  atMost: 'int',
  valueMin: 'double',
  valueMax: 'double',
  ratingValue: 'double',
  ratingBest: 'double',
  ratingWorst: 'double',
};

const NODE_KEYS = [
  ...['kind', 'label', 'note', 'sort', 'names', 'identifiers', 'country', 'access', 'description', 'atLeast'],
  ...['atMost', 'title', 'url', 'language', 'publishedAt', 'read', 'contentHash', 'texts', 'predicate', 'value'],
  ...['valueMin', 'valueMax', 'unit', 'valueWhen', 'statedWhen', 'stance', 'certainty', 'mode', 'onRecord', 'saidAt'],
  ...['quote', 'locator', 'rating', 'ratingValue', 'ratingBest', 'ratingWorst', 'basis', 'text'],
];

const EDGE_KEYS = ['type', 'note', 'role', 'sort', 'reason', 'basis', 'credited', 'joint'];

/**
 * Writes GraphML (http://graphml.graphdrawing.org/): a directed graph of entities, documents, claims, attributions and
 * mentions. Leaves out flags and the languages of names. Streams; opens the records twice.
 */
export async function* exportGraphml(records: RecordStream, { recorded, said }: ExportContext): AsyncGenerator<string> {
  const asOf = `As of ${recorded}${said === null ? '' : `, said by ${said}`}.`;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
  yield `<desc>${escapeXml(asOf)}</desc>\n`;
  yield [...keys('node', NODE_KEYS), ...keys('edge', EDGE_KEYS)].join('');
  yield '<graph id="claimgraph" edgedefault="directed">\n';
  let number = 0;
  for await (const piece of graphOf(records)) {
    yield isEdge(piece) ? edgeElement(piece, number++) : nodeElement(piece);
  }
  yield '</graph>\n</graphml>\n';
}

function keys(element: 'node' | 'edge', names: readonly string[]): string[] {
  return names.map(
    (name) =>
      `<key id="${element}-${name}" for="${element}" attr.name="${name}" attr.type="${TYPES[name] ?? 'string'}"/>\n`,
  );
}

function nodeElement({ id, kind, label, properties }: GraphNode): string {
  return `<node id="${escapeXml(id)}">${data('node', { kind, label, ...properties })}</node>\n`;
}

function edgeElement({ from, to, type, properties }: GraphEdge, number: number): string {
  const ends = `source="${escapeXml(from)}" target="${escapeXml(to)}"`;
  return `<edge id="e${number}" ${ends}>${data('edge', { type, ...properties })}</edge>\n`;
}

function data(element: 'node' | 'edge', values: Readonly<Record<string, Scalar>>): string {
  return Object.entries(xmlSafe(values))
    .map(([name, value]) => `<data key="${element}-${name}">${escapeXml(String(value))}</data>`)
    .join('');
}

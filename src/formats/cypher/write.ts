import type { RecordStream } from '../../bundle/record-stream.ts';
import type { ExportContext } from '../exporter.ts';
import { wellFormed } from '../labels.ts';
import { type GraphEdge, type GraphNode, graphOf, isEdge, type Properties, type Scalar } from '../property-graph.ts';

const ACTORS: ReadonlySet<string> = new Set(['Person', 'Organization', 'Group', 'UnnamedSource']);

/** Quotes, backslashes, and all characters that could end a line. */
const SPECIAL = /[\\'\p{Cc}\u2028\u2029]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/**
 * Writes the graph as Cypher for an empty database, in plain statements that Neo4j and other engines run, one per line:
 * nodes with the label Node and one or two more (Actor and Person, Claim …), then edges. Leaves out flags and the
 * languages of names. Streams; opens the records twice.
 */
export async function* exportCypher(records: RecordStream, { recorded, said }: ExportContext): AsyncGenerator<string> {
  yield `// claimgraph, as of ${recorded}${said === null ? '' : `, said by ${oneLine(said)}`}. For an empty database.\n`;
  yield '// On Neo4j, run this first to make it fast: CREATE CONSTRAINT node_id FOR (n:Node) REQUIRE n.id IS UNIQUE\n';
  for await (const piece of graphOf(records)) yield isEdge(piece) ? edgeStatement(piece) : nodeStatement(piece);
}

function nodeStatement({ id, kind, label, properties }: GraphNode): string {
  const labels = ['Node', ...(ACTORS.has(kind) ? ['Actor'] : []), kind].join(':');
  return `CREATE (:${labels} ${map({ id, label, ...properties })});\n`;
}

function edgeStatement({ from, to, type, properties }: GraphEdge): string {
  const ends = `(a:Node {id: ${literal(from)}}), (b:Node {id: ${literal(to)}})`;
  const more = Object.keys(properties).length > 0 ? ` ${map(properties)}` : '';
  return `MATCH ${ends} CREATE (a)-[:${type}${more}]->(b);\n`;
}

function map(properties: Properties): string {
  const entries = Object.entries(properties).map(([key, value]) => `${key}: ${literal(value)}`);
  return `{${entries.join(', ')}}`;
}

function literal(value: Scalar): string {
  if (typeof value === 'string') return text(value);
  return typeof value === 'number' ? number(value) : String(value);
}

/** Integers beyond the safe range are written as floating-point numbers. */
function number(value: number): string {
  const large = Number.isInteger(value) && !Number.isSafeInteger(value);
  return large ? value.toExponential().replace('+', '') : String(value);
}

/**
 * A string on one line. Neo4j decodes a backslash with "u" and four digits before it reads strings, so the text is
 * split into several strings after each backslash.
 */
function text(value: string): string {
  const strings = wellFormed(value).split(/(?<=\\)/);
  return strings.map((string) => `'${string.replace(SPECIAL, escaped)}'`).join(' + ');
}

function escaped(character: string): string {
  return ESCAPES[character] ?? `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}

function oneLine(value: string): string {
  return value.replace(/\s+/g, ' ');
}

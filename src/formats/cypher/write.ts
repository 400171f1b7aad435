import type { RecordStream } from '../../bundle/record-stream.ts';
import type { ExportContext } from '../exporter.ts';
import { wellFormed } from '../labels.ts';
import { type GraphEdge, type GraphNode, graphOf, isEdge, type Properties, type Scalar } from '../property-graph.ts';

const ACTORS: ReadonlySet<string> = new Set(['Person', 'Organization', 'Group', 'UnnamedSource']);

/** Quotes and backslashes, and whatever could end a line somewhere. */
const SPECIAL = /[\\'\p{Cc}\u2028\u2029]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/**
 * The graph as Cypher for an empty database, in plain statements that Neo4j and other engines run, one a line: nodes with
 * the label Node and one or two more (Actor and Person, Claim …), then edges. Left out: flags, and the languages of names.
 * Streams; the records are opened twice.
 */
export async function* exportCypher(records: RecordStream, { recorded, said }: ExportContext): AsyncGenerator<string> {
  yield `// claimgraph, as of ${recorded}${said === null ? '' : `, said by ${oneLine(said)}`}. For an empty database.\n`;
  yield '// On Neo4j this makes it fast: CREATE CONSTRAINT node_id FOR (n:Node) REQUIRE n.id IS UNIQUE\n';
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

/** Whole numbers that a 64-bit integer may not hold are written as floating-point ones. */
function number(value: number): string {
  const large = Number.isInteger(value) && !Number.isSafeInteger(value);
  return large ? value.toExponential().replace('+', '') : String(value);
}

/**
 * A string in one line. Neo4j reads a backslash with "u" and four digits before it reads strings, so what follows a
 * backslash of the text stands in a string of its own.
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

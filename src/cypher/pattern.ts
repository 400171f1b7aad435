/** Cypher variables, or expressions, by the role that they play in a pattern: `{ self: 'v3', claim: 'v4' }`. */
export type Bindings = Readonly<Record<string, string>>;

/** One edge of a pattern between two roles. */
export interface Step {
  readonly left: string;
  readonly edge: string;
  readonly edgeRole: string | null;
  readonly right: string;
  /** True for `(left)-[…]->(right)`. */
  readonly forward: boolean;
}

/** Where a pattern leads: its steps in order and the label of every role that it names. */
export interface Pattern {
  readonly steps: readonly Step[];
  readonly labels: Readonly<Record<string, string>>;
}

const NODE = /^\((\w+)(?::(\w+))?\)/;
const EDGE = /^(<)?-\[(?:(\w+))?:([\w|]+)\]-(>)?/;

/**
 * Reads patterns such as `(self)<-[:OF]-(said:Attribution)-[:BY]->(actor:Actor)`. A role keeps its label from where it
 * is first named; several patterns may share roles. Throws on anything that is no such pattern.
 */
export function pattern(...texts: readonly string[]): Pattern {
  const steps: Step[] = [];
  const labels: Record<string, string> = {};
  for (const text of texts) readPattern(text, steps, labels);
  return { steps, labels };
}

function readPattern(text: string, steps: Step[], labels: Record<string, string>): void {
  let rest = text;
  let left: string | null = null;
  let edge: RegExpExecArray | null = null;
  do {
    if (edge) rest = rest.slice(edge[0].length);
    const node = NODE.exec(rest);
    if (!node?.[1]) throw new Error(`no pattern: ${text}`);
    rest = rest.slice(node[0].length);
    if (node[2]) labels[node[1]] = node[2];
    if (left && edge?.[3]) {
      steps.push({ left, edge: edge[3], edgeRole: edge[2] ?? null, right: node[1], forward: edge[4] === '>' });
    }
    left = node[1];
    edge = EDGE.exec(rest);
  } while (edge);
  if (rest !== '') throw new Error(`no pattern: ${text}`);
}

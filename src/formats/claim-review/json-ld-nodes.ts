import { isObject } from '../lines.ts';

/** A JSON-LD node with short names of schema.org: "schema:author" and "https://schema.org/author" become "author". */
export type Node = Readonly<Record<string, unknown>>;

/** The deepest nesting that is read: real markup is never deeper. */
const DEEPEST = 100;

/** The most nodes that are put together for one review: nodes that name each other could be unfolded without end. */
const MOST = 1_000;

/**
 * All nodes of one type in a document, in order. Nodes that they name by `@id` are put in, if the document has them.
 */
export function nodesOfType(document: unknown, type: string): Node[] {
  const byId = new Map<string, Node>();
  const found: Node[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (depth > DEEPEST) return;
    if (Array.isArray(value)) for (const one of value) visit(one, depth + 1);
    if (!isObject(value)) return;
    const node = shortNamed(value);
    const id = node['@id'];
    if (typeof id === 'string' && Object.keys(node).length > 1 && !byId.has(id)) byId.set(id, node);
    if (typesOf(node).includes(type)) found.push(node);
    for (const one of Object.values(node)) visit(one, depth + 1);
  };
  visit(document, 0);
  return found.map((node) => resolved(node, byId));
}

/** A node with the nodes that it names by `@id` put in, `steps` levels deep and within the budget. */
function resolved(node: Node, byId: ReadonlyMap<string, Node>, steps = 3, budget = { nodes: MOST }): Node {
  if (steps === 0) return node;
  const follow = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(follow);
    if (!isObject(value) || budget.nodes-- <= 0) return value;
    const short = shortNamed(value);
    const id = short['@id'];
    const named = typeof id === 'string' && Object.keys(short).length === 1 ? byId.get(id) : undefined;
    return resolved(named ?? short, byId, steps - 1, budget);
  };
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, follow(value)]));
}

function shortNamed(value: Node): Node {
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [shortName(key), one]));
}

function shortName(name: string): string {
  return name.replace(/^(?:https?:\/\/schema\.org\/|schema:)/, '');
}

/** The types of a node, by their short names. */
export function typesOf(node: Node): string[] {
  return listOf(node['@type'] ?? node.type)
    .filter((type): type is string => typeof type === 'string')
    .map(shortName);
}

/** The values of a property as a list; empty if it has none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** The nodes in a property; a plain text becomes a node with that name. */
export function nodesOf(value: unknown): Node[] {
  return listOf(value).flatMap((one): Node[] => {
    if (isObject(one)) return [shortNamed(one)];
    return typeof one === 'string' && one.trim() !== '' ? [{ name: one }] : [];
  });
}

/** The first text of a property, trimmed; null if it has none. */
export function textOf(value: unknown): string | null {
  for (const one of listOf(value)) {
    const text = isObject(one) ? one['@value'] : one;
    if (typeof text === 'string' && text.trim() !== '') return text.trim();
  }
  return null;
}

/** The first number of a property, also if written as text ("4", "4,5"); null if it has none. */
export function numberOf(value: unknown): number | null {
  const [first] = listOf(value);
  if (typeof first === 'number') return Number.isFinite(first) ? first : null;
  const text = textOf(value)?.replace(',', '.');
  return text !== undefined && /^-?\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : null;
}

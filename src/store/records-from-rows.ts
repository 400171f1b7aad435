import type { Bundle, Collection } from '../bundle/bundle.ts';
import { canonicalRecord } from '../bundle/digest.ts';
import { namesOf } from '../entity/names.ts';
import type { StoredNames } from '../text/display-name.ts';
import { BY_RULE } from './finding-rows.ts';

/** An edge that starts at a stored node: the id of its other end, and those properties of the end that records have. */
export interface Edge {
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly to: string | null;
  readonly end: Readonly<Record<string, unknown>>;
}

/** A record of the graph in the form of a bundle, as `canonicalRecord` gives it. */
export type StoredRecord = {
  [Name in Exclude<Collection, 'relations' | 'derivations'>]: {
    readonly collection: Name;
    readonly record: Bundle[Name][number];
  };
}[Exclude<Collection, 'relations' | 'derivations'>];

type NodeProperties = Readonly<Record<string, unknown>>;

/** The functions that turn each type of node into a record. */
const READERS = {
  Person: (node, edges) => actor('PERSON', node, edges, {}),
  Organization: (node, edges) =>
    actor('ORGANIZATION', node, edges, { kind: node.kind, publisherFamily: targetOf(edges, 'FAMILY') }),
  Group: (node, edges) => actor('GROUP', node, edges, { size: range(node, 'size') }),
  UnnamedSource: (node, edges) =>
    actor('UNNAMED_SOURCE', node, edges, {
      description: node.description,
      count: range(node, 'count'),
      access: node.access,
      shieldedBy: targetOf(edges, 'SHIELDED_BY'),
    }),
  Place: (node, edges) => ({ collection: 'places', record: { ...named(node, edges), kind: node.kind } }),
  Thing: (node, edges) => ({ collection: 'things', record: { ...named(node, edges), kind: node.kind } }),
  Event: (node, edges) => ({ collection: 'events', record: { ...named(node, edges), kind: node.kind } }),
  Document: document,
  Claim: claim,
  Attribution: attribution,
  Mention: (node, edges) => ({
    collection: 'mentions',
    record: {
      ...picked(node, ['id', 'text', 'locator', 'basis']),
      document: targetOf(edges, 'MENTIONED_IN'),
      candidates: targetsOf(edges, 'CANDIDATE'),
      entity: targetOf(edges, 'RESOLVED_TO'),
    },
  }),
} as const satisfies Record<
  string,
  (node: NodeProperties, edges: readonly Edge[]) => { collection: Collection; record: object }
>;

/** The record of a node, from its properties and the edges that start at it. */
export function recordOf(node: NodeProperties, edges: readonly Edge[]): StoredRecord {
  const read = READERS[node.type as keyof typeof READERS];
  if (!read) throw new Error(`${String(node.id)} is of type ${String(node.type)}, which has no records`);
  const { collection, record } = read(node, edges);
  return { collection, record: canonicalRecord(record as never) } as StoredRecord;
}

function actor(type: string, node: NodeProperties, edges: readonly Edge[], more: object) {
  return { collection: 'actors' as const, record: { ...named(node, edges), type, country: node.country, ...more } };
}

function named(node: NodeProperties, edges: readonly Edge[]) {
  const identifiers = edgesOfType(edges, 'IDENTIFIED_BY').map(({ end: { scheme, value } }) => ({ scheme, value }));
  const names = namesOf(node as unknown as StoredNames);
  return { id: node.id, names, ...(identifiers.length > 0 && { identifiers }) };
}

function document(node: NodeProperties, edges: readonly Edge[]) {
  const fields = ['id', 'kind', 'title', 'url', 'language', 'publishedAt', 'read', 'contentHash'];
  const record = {
    ...picked(node, fields),
    publisher: targetOf(edges, 'PUBLISHED_BY'),
    authors: inOrder(edgesOfType(edges, 'AUTHORED_BY')).map(({ to }) => to),
    flags: flags(edges),
  };
  return { collection: 'documents' as const, record };
}

function claim(node: NodeProperties, edges: readonly Edge[]) {
  const languages = node.languages as readonly string[];
  const texts = (node.texts as readonly string[]).map((text, index) => ({ text, language: languages[index] }));
  const { valueText: text, valueMin: min, valueMax: max, valueUnit: unit, valueWhen: when } = node;
  const record = {
    id: node.id,
    texts,
    predicate: node.predicate,
    subject: targetOf(edges, 'SUBJECT'),
    object: targetOf(edges, 'OBJECT'),
    participants: inOrder(edgesOfType(edges, 'PARTICIPANT')).map(({ to, properties }) => ({
      entity: to,
      role: properties.role,
    })),
    value: isGiven(text) ? { text, min, max, unit, when } : undefined,
    when: node.statedWhen,
    about: edgesOfType(edges, 'ABOUT').flatMap(({ to, properties }) => (properties.stated ? [to] : [])),
    partOf: targetOf(edges, 'PART_OF'),
    flags: flags(edges),
  };
  return { collection: 'claims' as const, record };
}

function attribution(node: NodeProperties, edges: readonly Edge[]) {
  const { ratingLabel: label, ratingValue: value, ratingBest: best, ratingWorst: worst } = node;
  const fields = ['id', 'stance', 'certainty', 'mode', 'onRecord', 'quote', 'locator', 'basis'];
  const record = {
    ...picked(node, fields),
    claim: targetOf(edges, 'OF'),
    actor: targetOf(edges, 'BY'),
    document: targetOf(edges, 'APPEARS_IN'),
    saidAt: node.statedAt,
    sources: range(node, 'sources'),
    cites: edgesOfType(edges, 'CITES').map(({ to, properties: { credited, joint, basis } }) => ({
      attribution: to,
      credited,
      joint,
      basis,
    })),
    covers: targetsOf(edges, 'COVERS'),
    rating: isGiven(label) ? { label, value, best, worst } : undefined,
  };
  return { collection: 'attributions' as const, record };
}

/** The flags that the record stated, without those of rules. */
function flags(edges: readonly Edge[]) {
  return edgesOfType(edges, 'FLAGGED')
    .filter(({ end: { position } }) => position !== BY_RULE)
    .sort((one, other) => (one.end.position as number) - (other.end.position as number))
    .map(({ end: { kind, message, basis } }) => ({ kind, message, basis }));
}

function edgesOfType(edges: readonly Edge[], type: string): Edge[] {
  return edges.filter((edge) => edge.type === type);
}

function targetOf(edges: readonly Edge[], type: string): string | undefined {
  return edgesOfType(edges, type)[0]?.to ?? undefined;
}

function targetsOf(edges: readonly Edge[], type: string): (string | null)[] {
  return edgesOfType(edges, type).map(({ to }) => to);
}

function inOrder(edges: readonly Edge[]): Edge[] {
  return [...edges].sort((one, other) => (one.properties.position as number) - (other.properties.position as number));
}

function range(node: NodeProperties, name: string) {
  const [min, max] = [node[`${name}Min`], node[`${name}Max`]];
  return isGiven(min) ? { min, max } : undefined;
}

function picked(node: NodeProperties, names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, node[name]]));
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

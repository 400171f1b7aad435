import type { Bundle, Collection } from '../bundle/bundle.ts';
import { canonicalRecord } from '../bundle/digest.ts';
import { namesOf } from '../entity/names.ts';
import type { StoredNames } from '../text/display-name.ts';
import { BY_RULE } from './finding-rows.ts';

/** An edge away from a stored node: the id that it leads to, and of its other end what a record may say itself. */
export interface Edge {
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly to: string | null;
  readonly end: Readonly<Record<string, unknown>>;
}

/** A record of the graph as it would stand in a bundle, in the form that `normalised` gives it. */
export type StoredRecord = {
  [Name in Exclude<Collection, 'relations' | 'derivations'>]: {
    readonly collection: Name;
    readonly record: Bundle[Name][number];
  };
}[Exclude<Collection, 'relations' | 'derivations'>];

type Own = Readonly<Record<string, unknown>>;

/** How each type of node is read back; a name that is missing does not compile. */
const READERS = {
  Person: (own, edges) => actor('PERSON', own, edges, {}),
  Organization: (own, edges) =>
    actor('ORGANIZATION', own, edges, { kind: own.kind, publisherFamily: end(edges, 'FAMILY') }),
  Group: (own, edges) => actor('GROUP', own, edges, { size: range(own, 'size') }),
  UnnamedSource: (own, edges) =>
    actor('UNNAMED_SOURCE', own, edges, {
      description: own.description,
      count: range(own, 'count'),
      access: own.access,
      shieldedBy: end(edges, 'SHIELDED_BY'),
    }),
  Place: (own, edges) => ({ collection: 'places', record: { ...named(own, edges), kind: own.kind } }),
  Thing: (own, edges) => ({ collection: 'things', record: { ...named(own, edges), kind: own.kind } }),
  Event: (own, edges) => ({ collection: 'events', record: { ...named(own, edges), kind: own.kind } }),
  Document: document,
  Claim: claim,
  Attribution: attribution,
  Mention: (own, edges) => ({
    collection: 'mentions',
    record: {
      ...picked(own, ['id', 'text', 'locator', 'basis']),
      document: end(edges, 'MENTIONED_IN'),
      candidates: ends(edges, 'CANDIDATE'),
      entity: end(edges, 'RESOLVED_TO'),
    },
  }),
} as const satisfies Record<string, (own: Own, edges: readonly Edge[]) => { collection: Collection; record: object }>;

/** The record behind a node, from its properties and from the edges that lead away from it. */
export function recordOf(own: Own, edges: readonly Edge[]): StoredRecord {
  const read = READERS[own.type as keyof typeof READERS];
  if (!read) throw new Error(`${String(own.id)} is a ${String(own.type)}, which is no record`);
  const { collection, record } = read(own, edges);
  return { collection, record: canonicalRecord(record as never) } as StoredRecord;
}

function actor(type: string, own: Own, edges: readonly Edge[], more: object) {
  return { collection: 'actors' as const, record: { ...named(own, edges), type, country: own.country, ...more } };
}

function named(own: Own, edges: readonly Edge[]) {
  const identifiers = of(edges, 'IDENTIFIED_BY').map(({ end: { scheme, value } }) => ({ scheme, value }));
  const names = namesOf(own as unknown as StoredNames);
  return { id: own.id, names, ...(identifiers.length > 0 && { identifiers }) };
}

function document(own: Own, edges: readonly Edge[]) {
  const whole = ['id', 'kind', 'title', 'url', 'language', 'publishedAt', 'read', 'contentHash'];
  const record = {
    ...picked(own, whole),
    publisher: end(edges, 'PUBLISHED_BY'),
    authors: inOrder(of(edges, 'AUTHORED_BY')).map(({ to }) => to),
    flags: flags(edges),
  };
  return { collection: 'documents' as const, record };
}

function claim(own: Own, edges: readonly Edge[]) {
  const languages = own.languages as readonly string[];
  const texts = (own.texts as readonly string[]).map((text, index) => ({ text, language: languages[index] }));
  const { valueText: text, valueMin: min, valueMax: max, valueUnit: unit, valueWhen: when } = own;
  const record = {
    id: own.id,
    texts,
    predicate: own.predicate,
    subject: end(edges, 'SUBJECT'),
    object: end(edges, 'OBJECT'),
    participants: inOrder(of(edges, 'PARTICIPANT')).map(({ to, properties }) => ({
      entity: to,
      role: properties.role,
    })),
    value: given(text) ? { text, min, max, unit, when } : undefined,
    when: own.statedWhen,
    about: of(edges, 'ABOUT').flatMap(({ to, properties }) => (properties.stated ? [to] : [])),
    partOf: end(edges, 'PART_OF'),
    flags: flags(edges),
  };
  return { collection: 'claims' as const, record };
}

function attribution(own: Own, edges: readonly Edge[]) {
  const { ratingLabel: label, ratingValue: value, ratingBest: best, ratingWorst: worst } = own;
  const whole = ['id', 'stance', 'certainty', 'mode', 'onRecord', 'quote', 'locator', 'basis'];
  const record = {
    ...picked(own, whole),
    claim: end(edges, 'OF'),
    actor: end(edges, 'BY'),
    document: end(edges, 'APPEARS_IN'),
    saidAt: own.statedAt,
    sources: range(own, 'sources'),
    cites: of(edges, 'CITES').map(({ to, properties: { credited, joint, basis } }) => ({
      attribution: to,
      credited,
      joint,
      basis,
    })),
    covers: ends(edges, 'COVERS'),
    rating: given(label) ? { label, value, best, worst } : undefined,
  };
  return { collection: 'attributions' as const, record };
}

/** The flags that came with the record, without those of rules. */
function flags(edges: readonly Edge[]) {
  return of(edges, 'FLAGGED')
    .filter(({ end: { position } }) => position !== BY_RULE)
    .sort((one, other) => (one.end.position as number) - (other.end.position as number))
    .map(({ end: { kind, message, basis } }) => ({ kind, message, basis }));
}

function of(edges: readonly Edge[], type: string): Edge[] {
  return edges.filter((edge) => edge.type === type);
}

function end(edges: readonly Edge[], type: string): string | undefined {
  return of(edges, type)[0]?.to ?? undefined;
}

function ends(edges: readonly Edge[], type: string): (string | null)[] {
  return of(edges, type).map(({ to }) => to);
}

function inOrder(edges: readonly Edge[]): Edge[] {
  return [...edges].sort((one, other) => (one.properties.position as number) - (other.properties.position as number));
}

function range(own: Own, name: string) {
  const [min, max] = [own[`${name}Min`], own[`${name}Max`]];
  return given(min) ? { min, max } : undefined;
}

function picked(own: Own, names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, own[name]]));
}

function given(value: unknown): boolean {
  return value !== undefined && value !== null;
}

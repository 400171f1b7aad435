/** The three-level read: the newest claims of an actor, who said them, in which documents, of which publisher. */
export interface ReadClaim {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly ReadAttribution[];
}

/** An attribution with the fields that the shape asks for, and its actor and document. */
export interface ReadAttribution {
  readonly actor: Named;
  readonly document: ReadDocument | null;
  readonly [field: string]: unknown;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

interface ReadDocument {
  readonly id: string;
  readonly publisher: Named | null;
  readonly [field: string]: unknown;
}

/** Which scalar fields the read asks for beside ids and names: a new choice is a new shape, with a plan of its own. */
export interface Shape {
  readonly attribution: readonly string[];
  readonly document: readonly string[];
}

export const USUAL: Shape = { attribution: ['stance', 'saidAt'], document: ['title'] };

/** Shapes that nobody has asked for yet. */
export const NEW_SHAPES: readonly Shape[] = [
  { attribution: ['stance'], document: ['title'] },
  { attribution: ['saidAt'], document: ['kind'] },
  { attribution: ['stance', 'mode'], document: ['kind', 'title'] },
  { attribution: ['certainty', 'saidAt'], document: ['title'] },
  { attribution: ['certainty', 'mode', 'stance'], document: ['language'] },
  { attribution: ['mode', 'saidAt'], document: ['language', 'title'] },
  { attribution: ['stance', 'saidAt', 'certainty'], document: ['kind'] },
  { attribution: ['saidAt', 'stance', 'mode', 'certainty'], document: ['title', 'kind', 'language'] },
  { attribution: ['mode'], document: ['title', 'language'] },
];

const PAGE = { claims: 20, attributions: 10 };

/** As a client of this server asks. */
export const OURS = {
  threeLevels: ({ attribution, document }: Shape) => `query($id: ID!) {
  claims(filter: {by: [$id]}, orderBy: {by: LAST_SAID}, first: ${PAGE.claims}) {
    nodes { id text attributions(first: ${PAGE.attributions}) { nodes {
      ${attribution.join(' ')} actor { id name } document { id ${document.join(' ')} publisher { id name } }
    } } }
  }
}`,
  point: 'query($id: ID!) { node(id: $id) { ... on Claim { id text } } }',
};

/** As a client of the library asks; `filter` is its own filter, `field` the hand-written Cypher behind a field. */
export const LIBRARY = {
  filter: (shape: Shape) => `query($id: ID!) {
  claims(
    where: {attributions: {some: {actor: {some: {id: {eq: $id}}}}}}
    sort: [{lastSaid: DESC}, {id: ASC}], limit: ${PAGE.claims}
  ) { ${librarySelection(shape)} }
}`,
  field: (shape: Shape) => `query($id: ID!) {
  actors(where: {id: {eq: $id}}) { newestClaims { ${librarySelection(shape)} } }
}`,
  point: 'query($id: ID!) { claims(where: {id: {eq: $id}}) { id text } }',
};

function librarySelection({ attribution, document }: Shape): string {
  return `id text attributions(sort: [{saidDesc: DESC}, {id: ASC}], limit: ${PAGE.attributions}) {
    ${attribution.join(' ')} actor { id name } document { id ${document.join(' ')} publisher { id name } }
  }`;
}

const seen = (node: string) => `${node}.recorded <= now AND ${node}.superseded > now`;

/**
 * As somebody writes it who knows the storage and wants this one answer and no other: without a thought of record
 * time, or `asOfNow`, which is what this server answers.
 */
export const HANDWRITTEN = {
  threeLevels: ({ attribution, document }: Shape, asOfNow: boolean) => {
    const now = asOfNow ? ', now' : '';
    const where = (...nodes: string[]) => (asOfNow ? ` WHERE ${nodes.map(seen).join(' AND ')}` : '');
    return `${asOfNow ? "MATCH (clock:Clock {id: 'record'})\nWITH clock.at AS now\n" : ''}\
MATCH (speaker:Node {id: $id})<-[:BY]-(own:Attribution)-[:OF]->(c:Claim)${where('speaker', 'own', 'c')}
WITH DISTINCT c${now} ORDER BY c.lastSaid DESC, c.id LIMIT ${PAGE.claims}
CALL (c${now}) {
  MATCH (c)<-[:OF]-(a:Attribution)${where('a')}
  WITH a${now} ORDER BY a.saidDesc DESC, a.id LIMIT ${PAGE.attributions}
  MATCH (a)-[:BY]->(actor:Actor)${where('actor')}
  OPTIONAL MATCH (a)-[:APPEARS_IN]->(d:Document)${where('d')}
  OPTIONAL MATCH (d)-[:PUBLISHED_BY]->(p:Organization)${where('p')}
  RETURN collect(a {${attribution.map((field) => `.${field}`).join(', ')}, actor: actor {.id, .name},
    document: d {.id, ${document.map((field) => `.${field}`).join(', ')}, publisher: p {.id, .name}}}) AS attributions
}
RETURN c.id AS id, c.text AS text, attributions`;
  },
  point: (asOfNow: boolean) =>
    asOfNow
      ? `MATCH (clock:Clock {id: 'record'})
WITH clock.at AS now
MATCH (c:Node {id: $id}) WHERE c:Claim AND ${seen('c')}
RETURN c.id AS id, c.text AS text`
      : 'MATCH (c:Node {id: $id}) WHERE c:Claim RETURN c.id AS id, c.text AS text',
};

import type { Driver } from 'neo4j-driver';
import { client } from './http.ts';
import { HANDWRITTEN, LIBRARY, OURS, type ReadAttribution, type ReadClaim, type Shape, USUAL } from './questions.ts';
import { read } from './servers/driver.ts';

/** One way to an answer: `ask` is what is timed, `open` turns what came into the answer that all must agree on. */
export interface Contender {
  readonly name: string;
  readonly ask: (id: string) => Promise<unknown>;
  readonly open: (came: unknown) => unknown;
}

/** Where everything answers. */
export interface Places {
  readonly ours: string;
  readonly embedded: string;
  readonly plain: string;
  readonly library: string;
  readonly driver: Driver;
}

/** What the ratios are taken against. */
export const REFERENCE = 'hand-written + HTTP';

export const NAMES = {
  ours: 'claimgraph',
  gated: 'hand-written as of now + HTTP',
  driver: 'hand-written, driver alone',
  field: '@neo4j/graphql, Cypher field',
  library: '@neo4j/graphql',
  embedded: 'claimgraph, embedded engine',
} as const;

export function threeLevels(places: Places, shape: Shape = USUAL): Contender[] {
  const plain = client(places.plain);
  const statement = HANDWRITTEN.threeLevels(shape, false);
  return [
    graphql(NAMES.ours, places.ours, OURS.threeLevels(shape), openOurs),
    { name: REFERENCE, ask: (id) => plain(`/threeLevels?id=${encodeURIComponent(id)}`), open: parse },
    { name: NAMES.gated, ask: (id) => plain(`/asOfNow/threeLevels?id=${encodeURIComponent(id)}`), open: parse },
    { name: NAMES.driver, ask: (id) => read(places.driver, statement, id), open: (rows) => rows },
    graphql(NAMES.field, places.library, LIBRARY.field(shape), ({ actors }) => openLibrary(actors[0].newestClaims)),
    graphql(NAMES.library, places.library, LIBRARY.filter(shape), ({ claims }) => openLibrary(claims)),
    graphql(NAMES.embedded, places.embedded, OURS.threeLevels(shape), openOurs),
  ];
}

export function point(places: Places): Contender[] {
  const plain = client(places.plain);
  const statement = HANDWRITTEN.point(false);
  return [
    graphql(NAMES.ours, places.ours, OURS.point, ({ node }) => node),
    { name: REFERENCE, ask: (id) => plain(`/point?id=${encodeURIComponent(id)}`), open: parse },
    { name: NAMES.gated, ask: (id) => plain(`/asOfNow/point?id=${encodeURIComponent(id)}`), open: parse },
    { name: NAMES.driver, ask: (id) => read(places.driver, statement, id), open: (rows) => (rows as unknown[])[0] },
    graphql(NAMES.library, places.library, LIBRARY.point, ({ claims }) => claims[0]),
    graphql(NAMES.embedded, places.embedded, OURS.point, ({ node }) => node),
  ];
}

// biome-ignore lint/suspicious/noExplicitAny: each contender has answers of its own form.
type Data = any;

function graphql(name: string, url: string, query: string, open: (data: Data) => unknown): Contender {
  const send = client(url);
  return {
    name,
    ask: (id) => send('/graphql', { query, variables: { id } }),
    open: (came) => {
      const { data, errors } = JSON.parse(came as string);
      if (errors) throw new Error(`${name}: ${JSON.stringify(errors).slice(0, 500)}`);
      return open(data);
    },
  };
}

function parse(came: unknown): unknown {
  return JSON.parse(came as string);
}

function openOurs({ claims }: Data): ReadClaim[] {
  return claims.nodes.map((claim: Data) => ({ ...claim, attributions: claim.attributions.nodes }));
}

/** The library serves every relationship as a list. */
function openLibrary(claims: Data[]): ReadClaim[] {
  const only = (list: Data[]) => list[0] ?? null;
  const document = (found: Data) => found && { ...found, publisher: only(found.publisher) };
  const attribution = (said: Data): ReadAttribution => ({
    ...said,
    actor: only(said.actor),
    document: document(only(said.document)),
  });
  return claims.map((claim) => ({ ...claim, attributions: claim.attributions.map(attribution) }));
}

import { ACTOR_TYPES } from '../bundle/records.ts';
import { type ActorFacts, addDerivation, addSame, type Facts, noFacts } from '../bundle/warnings/facts.ts';
import type { FactSource } from '../bundle/warnings/needed-facts.ts';
import type { Row, Run } from '../engine/engine.ts';
import { batched } from './batched.ts';
import { isCurrent } from './rows.ts';

const COUNTED = "['STATED', 'ANALYST']";

const ACTORS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)-[:FAMILY]->(o) WHERE ${isCurrent('o')} RETURN collect(o.id) AS owners }
CALL (n) { MATCH (n)-[:SHIELDED_BY]->(o) WHERE ${isCurrent('o')} RETURN collect(o.id) AS shields }
RETURN n.id AS id, n.type AS type, n.kind AS kind, n.name AS name, n.description AS description, owners, shields`;

const DOCUMENTS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)-[:PUBLISHED_BY]->(o) WHERE ${isCurrent('o')} RETURN collect(o.id) AS publishers }
CALL (n) { MATCH (n)-[:AUTHORED_BY]->(o) WHERE ${isCurrent('o')} RETURN collect(o.id) AS authors }
RETURN n.id AS id, publishers, authors`;

const DERIVATIONS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)-[e:DERIVED_FROM]->(o) WHERE ${isCurrent('e')} AND ${isCurrent('o')} AND e.basis IN ${COUNTED} RETURN collect([o.id, e.kind]) AS originals }
CALL (n) { MATCH (n)<-[e:DERIVED_FROM]-(o) WHERE e.kind = 'SAME_TEXT' AND ${isCurrent('e')} AND ${isCurrent('o')} AND e.basis IN ${COUNTED} RETURN collect(o.id) AS sharing }
RETURN n.id AS id, originals, sharing`;

const ATTRIBUTIONS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)-[:OF]->(c) WHERE ${isCurrent('c')} RETURN c.id AS claim }
RETURN n.id AS id, claim`;

const CLAIMS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)<-[:OF]-(a) WHERE a.stance = 'DENIES' AND ${isCurrent('a')} AND a.basis IN ${COUNTED} WITH a LIMIT 1 RETURN count(a) AS denials }
CALL (n) { MATCH (n)-[e:SAME_AS]-(o) WHERE ${isCurrent('e')} AND ${isCurrent('o')} AND e.basis IN ${COUNTED} RETURN collect(o.id) AS same }
RETURN n.id AS id, denials, same`;

/** What the graph knows of records: one statement for each kind of them. */
export function factsInGraph(run: Run): FactSource {
  return async ({ actors, documents, derived, attributions, claims }) => {
    const facts = noFacts();
    for (const row of await batched(run, ACTORS, [...actors])) addActor(facts, row);
    for (const { id, publishers, authors } of await batched(run, DOCUMENTS, [...documents])) {
      const [publisher = null] = publishers as string[];
      facts.documents.set(id as string, { publisher, authors: authors as string[] });
    }
    for (const row of await batched(run, DERIVATIONS, [...derived])) addDerivations(facts, row);
    for (const { id, claim } of await batched(run, ATTRIBUTIONS, [...attributions])) {
      facts.claimOf.set(id as string, claim as string);
    }
    for (const { id, denials, same } of await batched(run, CLAIMS, [...claims.keys()])) {
      if ((denials as number) > 0) facts.denied.add(id as string);
      for (const other of same as string[]) addSame(facts, id as string, other);
    }
    return facts;
  };
}

function addActor({ actors }: Facts, { id, type, kind, name, description, owners, shields }: Row): void {
  const [owner = null] = owners as string[];
  const [shieldedBy = null] = shields as string[];
  actors.set(id as string, {
    type: typeOf(type),
    kind: type === ACTOR_TYPES.ORGANIZATION ? (kind as string) : null,
    words: [name, description].filter((text) => typeof text === 'string'),
    owner: owner === id ? null : owner,
    shieldedBy,
  });
}

function typeOf(stored: unknown): ActorFacts['type'] {
  const [type] = Object.entries(ACTOR_TYPES).find(([, name]) => name === stored) ?? ['PERSON'];
  return type as ActorFacts['type'];
}

function addDerivations(facts: Facts, { id, originals, sharing }: Row): void {
  const document = id as string;
  for (const [from, kind] of originals as Array<[string, string]>) addDerivation(facts, { document, from, kind });
  if ((sharing as string[]).length > 0) facts.sharing.add(document);
}

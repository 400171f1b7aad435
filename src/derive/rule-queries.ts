import { grouped } from '../collections/grouped.ts';
import type { Run } from '../engine/engine.ts';
import { type Opposition, RULES } from '../rules/contradictions.ts';
import type { Stated } from '../rules/functional-predicates.ts';
import type { Position } from '../rules/self-contradictions.ts';
import { COUNTED } from '../rules/stances.ts';
import { batched } from '../store/batched.ts';
import { isCurrent } from '../store/rows.ts';

/**
 * The most claims about one subject that a new one is compared with, newest first: a subject with many must not slow a
 * load.
 */
const MOST_SIBLINGS = 200;

/** Which positions on a claim to read: those of these speakers, those in these documents, or `all`. */
export interface PositionQuery {
  readonly claim: string;
  readonly speakers: readonly string[];
  readonly documents: readonly string[];
  readonly all: boolean;
}

/** A claim is denied where somebody denies it themselves: a relay of a denial that cannot be seen denies nothing. */
const TWO_SIDED = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)<-[how:OF|COVERS]-(said)
  WHERE said.superseded > $at AND said.stance = 'DENIES' AND said.side = 'DENIES'
    AND coalesce(how.basis, 'STATED') IN $counted
  RETURN count(said) AS denied
}
CALL (n) {
  MATCH (n)<-[:OF]-(said) WHERE said.superseded > $at AND said.side = 'AFFIRMS'
  RETURN count(said) AS affirmed
}
WITH id, denied, affirmed WHERE denied > 0 AND affirmed > 0
RETURN id`;

const POSITIONS = `UNWIND $rows AS row
MATCH (n:Node) WHERE n.key = row.claim
CALL (n, row) {
  MATCH (n)<-[how:OF|COVERS]-(said)
  WHERE said.superseded > $at AND (row.all OR said.speaker IN row.speakers OR said.within IN row.documents)
    AND ((type(how) = 'OF' AND said.side IN ['AFFIRMS', 'DENIES'])
      OR (type(how) = 'COVERS' AND said.stance = 'DENIES' AND said.side = 'DENIES' AND how.basis IN $counted))
  RETURN DISTINCT said
}
RETURN row.claim AS claim, said.side = 'AFFIRMS' AS affirms, said.id AS attribution, said.speaker AS speaker,
  said.within AS document, said.stance = 'REPORTS' AS isRelay`;

/** Whom relays cite; one that was retracted counts where nobody else is cited. */
const WORDS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)-[e:CITES]->(cited) WHERE e.basis IN $counted AND cited.basis IN $counted
  RETURN DISTINCT cited.speaker AS word, ${isCurrent('cited')} AS isThere
}
RETURN id, word, isThere`;

const OPPOSITIONS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)-[e:CONTRADICTS|CONTRARY_TO]->(other) WHERE e.superseded > $at AND other.superseded > $at AND (e.basis IN $counted OR e.by = $rule)
  RETURN true AS forward, e, other
  UNION ALL
  MATCH (n)<-[e:CONTRADICTS|CONTRARY_TO]-(other) WHERE e.superseded > $at AND other.superseded > $at AND (e.basis IN $counted OR e.by = $rule)
  RETURN false AS forward, e, other
}
RETURN CASE WHEN forward THEN id ELSE other.id END AS source, CASE WHEN forward THEN other.id ELSE id END AS target,
  type(e) AS kind, e.basis AS basis, e.by AS author, e.reason AS reason, e.recorded AS recorded`;

const CREATORS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)-[:PUBLISHED_BY|AUTHORED_BY]->(creator) WHERE ${isCurrent('creator')} RETURN DISTINCT creator.id AS creator }
RETURN id, creator`;

const SIBLINGS = `UNWIND $rows AS row
MATCH (n:Node) WHERE n.key = row.subject
CALL (n, row) {
  MATCH (n)<-[:SUBJECT]-(claim) WHERE claim.superseded > $at AND claim.predicate = row.predicate
  RETURN claim ORDER BY claim.recorded DESC, claim.id LIMIT ${MOST_SIBLINGS}
}
RETURN claim.id AS id, row.subject AS subject, row.predicate AS predicate, claim.valueMin AS min, claim.valueMax AS max,
  claim.valueUnit AS unit, claim.valueWhen AS date, claim.statedWhen AS stated`;

/** Which of these claims are both affirmed and denied. */
export async function twoSided(run: Run, claims: readonly string[], at: number): Promise<string[]> {
  const rows = await batched(run, TWO_SIDED, claims, { at, counted: COUNTED });
  return rows.map(({ id }) => id as string);
}

/** The positions that these queries ask for. */
export async function readPositions(run: Run, queries: readonly PositionQuery[], at: number): Promise<Position[]> {
  const rows = (await batched(run, POSITIONS, queries, { at, counted: COUNTED })) as unknown as Omit<
    Position,
    'cites'
  >[];
  const relays = new Set(rows.flatMap(({ attribution, isRelay }) => (isRelay ? [attribution] : [])));
  const words = grouped(await batched(run, WORDS, [...relays], { counted: COUNTED }), ({ id }) => id as string);
  return rows.map((row) => {
    const cited = words.get(row.attribution) ?? [];
    const there = cited.filter(({ isThere }) => isThere);
    return { ...row, cites: [...new Set((there.length > 0 ? there : cited).map(({ word }) => word as string))] };
  });
}

/**
 * The relations that oppose these claims to others, with the record time (`recorded`) of each: those that somebody has
 * stated, and those of the rule. What else a rule or a model suggests opposes nothing.
 */
export async function readOppositions(
  run: Run,
  claims: readonly string[],
  at: number,
): Promise<(Opposition & { readonly recorded: number })[]> {
  const rows = await batched(run, OPPOSITIONS, claims, { at, counted: COUNTED, rule: RULES.functional });
  return rows.map(({ source, target, author, ...rest }) => ({
    ...rest,
    from: source,
    to: target,
    by: author,
  })) as never;
}

/** The creators of documents: their publishers and authors. */
export async function readCreators(run: Run, documents: readonly string[]): Promise<(document: string) => string[]> {
  const creators = new Map<string, string[]>(documents.map((id) => [id, []]));
  for (const { id, creator } of await batched(run, CREATORS, documents))
    creators.get(id as string)?.push(creator as string);
  return (document) => creators.get(document) ?? [];
}

/** The claims with these subjects and predicates. */
export async function readSiblings(
  run: Run,
  kinds: readonly { readonly subject: string; readonly predicate: string }[],
  at: number,
): Promise<Stated[]> {
  const rows = await batched(run, SIBLINGS, kinds, { at });
  return rows.map(({ stated, ...rest }) => ({ ...rest, when: stated })) as never;
}

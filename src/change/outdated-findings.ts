import { storeContradictions } from '../derive/contradictions.ts';
import { readOppositions } from '../derive/rule-queries.ts';
import type { Run } from '../engine/engine.ts';
import { type Opposition, RULES, relationContradiction } from '../rules/contradictions.ts';
import { disagreement, type Stated } from '../rules/functional-predicates.ts';
import { batched } from '../store/batched.ts';
import { FOUND_BY_RULE } from '../store/finding-rows.ts';
import { edgeRow, isCurrent, type Stamp } from '../store/rows.ts';
import { writeEdges } from '../store/write-records.ts';
import { NEVER } from '../time/edtf.ts';

const stated = (claim: string, subject: string) =>
  `[${claim}.id, ${subject}.id, ${['predicate', 'valueMin', 'valueMax', 'valueUnit', 'valueWhen', 'statedWhen'].map((name) => `${claim}.${name}`).join(', ')}]`;

const DERIVED = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)-[e:CONTRARY_TO]->(m) WHERE e.by = $rule AND ${isCurrent('e')} AND ${isCurrent('m')} RETURN n AS one, m AS other, e.reason AS reason
  UNION ALL
  MATCH (n)<-[e:CONTRARY_TO]-(m) WHERE e.by = $rule AND ${isCurrent('e')} AND ${isCurrent('m')} RETURN m AS one, n AS other, e.reason AS reason
}
CALL (one) { MATCH (one)-[:SUBJECT]->(left) WHERE ${isCurrent('left')} RETURN left }
CALL (other) { MATCH (other)-[:SUBJECT]->(right) WHERE ${isCurrent('right')} RETURN right }
RETURN DISTINCT reason, ${stated('one', 'left')} AS first, ${stated('other', 'right')} AS second`;

const END_RELATIONS = `UNWIND $rows AS row
MATCH (n:Node) WHERE n.key = row.from
CALL (n, row) { MATCH (n)-[e:CONTRARY_TO]->(m) WHERE m.key = row.to AND e.by = $rule AND ${isCurrent('e')} RETURN e }
SET e.superseded = $at`;

const END_CONTRADICTIONS = `UNWIND $rows AS id
MATCH (n:Contradiction) WHERE n.key = id
SET n.superseded = $at, n.key = n.id + $past`;

/** Ends the self-contradictions of speakers who took positions on both of two claims. */
const END_SELF_CONTRADICTIONS = `UNWIND $rows AS row
MATCH (n:Node) WHERE n.key = row.from
CALL (n) { MATCH (n)<-[:SIDE|RESTS_ON]-(f) WHERE ${FOUND_BY_RULE} AND f.kind IN ['SELF', 'SELF_CONTRADICTION'] RETURN f }
CALL (f, row) { MATCH (f)-[:SIDE|RESTS_ON]->(m) WHERE m.key = row.to RETURN count(m) AS others }
WITH DISTINCT f, others WHERE others > 0
SET f.superseded = $at, f.key = f.id + $past`;

/** Ends suspected copies: their ids do not include the speakers, so that new ones would count as existing. */
const END_SUSPICIONS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)<-[g:RESTS_ON]-(f) WHERE ${FOUND_BY_RULE} AND f.kind = 'SUSPECTED_COPY' AND any(one IN coalesce(g.speakers, []) WHERE one IN $entities)
  RETURN f
}
WITH DISTINCT f
SET f.superseded = $at, f.key = f.id + $past`;

const endUnless = (condition: string) => `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)<-[g:SIDE|RESTS_ON]-(f) WHERE ${FOUND_BY_RULE} AND f.basis = 'RULE' AND (${condition}) RETURN f }
WITH DISTINCT f WHERE NOT f.id IN $found
SET f.superseded = $at, f.key = f.id + $past`;

/** Findings that depend on which events are the same. */
const END_DEADLINES = endUnless("f.kind IN ['DURATION_MISMATCH', 'DEADLINE_BEFORE_EVENT']");

/** Findings that depend on the creators of documents and on owners. */
const END_DOCUMENTS = endUnless(`(f.kind = 'SUSPECTED_COPY' AND g.position = 0)
  OR (f.kind IN ['SELF', 'SELF_CONTRADICTION'] AND g.document IS NOT NULL AND any(one IN coalesce(g.among, []) WHERE one IN $attributions))`);

/** What is affected when shown entities change. */
export interface AffectedIds {
  /** The claims about them. */
  readonly claims: readonly string[];
  /** The claims with attributions that count differently. */
  readonly addressed: readonly string[];
  /** The entities. */
  readonly entities: readonly string[];
  /** The attributions that the rules look at again. */
  readonly attributions: readonly string[];
}

/**
 * Ends findings that no longer apply when entities are shown differently, before the rules look again. Two claims
 * that were about one thing may now be about two, and the other way round.
 */
export async function endOutdatedFindings(
  run: Run,
  { claims, addressed, entities }: AffectedIds,
  stamp: Stamp,
): Promise<void> {
  const past = { at: stamp.at, past: ` ${stamp.at}` };
  await batched(run, END_SUSPICIONS, addressed, { ...past, entities });
  const rows = await batched(run, DERIVED, claims, { rule: RULES.functional });
  const pairs = new Map(
    rows.map(({ reason, first, second }) => {
      const [one, other] = [statedOf(first), statedOf(second)];
      const { id: from } = one;
      return [
        `${from} ${other.id}`,
        { from, to: other.id, was: reason as string, is: disagreement(one, other) },
      ] as const;
    }),
  );
  const moved = [...pairs.values()].filter(({ was, is }) => was !== is);
  await batched(run, END_RELATIONS, moved, { at: stamp.at, rule: RULES.functional });
  const renewed = moved.map(({ from, to, is }) => relation(from, to, is ?? ''));
  const ids = renewed.map((one) => relationContradiction(one).id);
  await batched(run, END_CONTRADICTIONS, ids, past);
  await restate(
    run,
    renewed.filter(({ reason }) => reason !== ''),
    stamp,
  );
  const ended = renewed.filter(({ reason }) => reason === '');
  const others = await readOppositions(run, [...new Set(ended.map(({ from }) => from))], stamp.at);
  const opposed = new Set(others.flatMap(({ from, to }) => [`${from} ${to}`, `${to} ${from}`]));
  await batched(
    run,
    END_SELF_CONTRADICTIONS,
    ended.filter(({ from, to }) => !opposed.has(`${from} ${to}`)),
    past,
  );
}

/** Ends the findings on these claims that the rules did not find again; `found` has the ids of those that they did. */
export async function endFindingsNotRepeated(
  run: Run,
  { claims, addressed, attributions }: AffectedIds,
  found: readonly string[],
  { at }: Stamp,
): Promise<void> {
  const parameters = { at, past: ` ${at}`, attributions, found };
  await batched(run, END_DEADLINES, claims, parameters);
  await batched(run, END_DOCUMENTS, addressed, parameters);
}

/** Stores relations again, with reasons that name what the claims are about now. */
async function restate(run: Run, relations: readonly Opposition[], stamp: Stamp): Promise<void> {
  const { at } = stamp;
  const edges = relations.map(({ from, to, kind, ...rest }) =>
    edgeRow(kind, from, to, { ...rest, at, recorded: at, superseded: NEVER }),
  );
  await writeEdges(run, edges);
  await storeContradictions(run, relations.map(relationContradiction), stamp);
}

function relation(from: string, to: string, reason: string): Opposition {
  return { from, to, kind: 'CONTRARY_TO', basis: 'RULE', by: RULES.functional, reason };
}

function statedOf(cells: unknown): Stated {
  const [id, subject, predicate, min, max, unit, date, when] = cells as never[];
  return { id, subject, predicate, min, max, unit, date, when } as unknown as Stated;
}

import type { Bundle } from '../bundle/bundle.ts';
import type { BundleIndex } from '../bundle/bundle-index.ts';
import { grouped } from '../collections/grouped.ts';
import type { Run } from '../engine/engine.ts';
import {
  type FoundContradiction,
  type Opposition,
  type Position,
  RULES,
  relationContradiction,
  selfContradictions,
  stanceContradiction,
} from '../rules/contradictions.ts';
import { disagreement, isFunctional } from '../rules/functional-predicates.ts';
import { affirms } from '../rules/stances.ts';
import { batched } from '../store/batched.ts';
import { contradictionRows } from '../store/finding-rows.ts';
import { edgeRow, isCurrent, type Stamp } from '../store/rows.ts';
import { writeEdges, writeRows } from '../store/write-records.ts';
import { NEVER } from '../time/edtf.ts';
import {
  type PositionQuery,
  readCreators,
  readOppositions,
  readPositions,
  readSiblings,
  twoSided,
} from './rule-queries.ts';

const EXISTING = `UNWIND $rows AS id
MATCH (n:Contradiction) WHERE n.key = id
RETURN n.id AS id`;

/** Links a retraction to the earlier attributions of the same speaker on the claim, as far as dates show. */
const LINK_RETRACTIONS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)<-[:OF]-(later) WHERE ${isCurrent('later')} AND later.stance = 'RETRACTS' RETURN later }
CALL (n, later) {
  MATCH (n)<-[:OF]-(said)
  WHERE ${isCurrent('said')} AND said.speaker = later.speaker AND said.stance <> 'RETRACTS' AND later.saidAsc >= said.saidDesc
    AND (said.recorded = $at OR later.recorded = $at)
  RETURN said
}
CREATE (later)-[:TAKES_BACK]->(said)
RETURN count(*) AS written`;

const LINK_MOVED_RETRACTIONS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)<-[:OF]-(later) WHERE ${isCurrent('later')} AND later.stance = 'RETRACTS' RETURN later }
CALL (n, later) {
  MATCH (n)<-[:OF]-(said)
  WHERE ${isCurrent('said')} AND said.speaker = later.speaker AND said.stance <> 'RETRACTS' AND later.saidAsc >= said.saidDesc
    AND (said.id IN $moved OR later.id IN $moved)
  RETURN said
}
CALL (later, said) { MATCH (later)-[:TAKES_BACK]->(known) WHERE known.key = said.key RETURN count(known) AS before }
WITH later, said, before WHERE before = 0
CREATE (later)-[:TAKES_BACK]->(said)
RETURN count(*) AS written`;

/**
 * Finds the contradictions of new records and stores them in the same transaction. For `added` records it reads
 * the graph; for the other attributions, the records are enough. Returns everything found, including contradictions
 * that are stored already. Those stay: whether both sides are visible depends on the times that a reader asks for.
 */
export async function findContradictions(
  run: Run,
  added: BundleIndex,
  others: Bundle['attributions'],
  stamp: Stamp,
): Promise<FoundContradiction[]> {
  const found = [
    ...(await contradictionsInGraph(run, added, stamp)),
    ...(await contradictionsAmong(run, others, stamp)),
  ];
  await storeContradictions(run, found, stamp);
  return found;
}

/** The contradictions on claims of which all attributions are given. */
async function contradictionsAmong(
  run: Run,
  attributions: Bundle['attributions'],
  { by }: Stamp,
): Promise<FoundContradiction[]> {
  const positions = attributions.flatMap(({ claim, stance, actor: speaker, document = null }): Position[] => {
    const side = affirms(stance);
    return side === null ? [] : [{ claim, affirms: side, speaker, document }];
  });
  const disputed = [...grouped(positions, ({ claim }) => claim)].filter(([, ofClaim]) => areDivided(ofClaim));
  const divided = disputed.flatMap(([, ofClaim]) =>
    [...grouped(ofClaim, ({ document }) => document)].flatMap(([document, inDocument]) =>
      document !== null && areDivided(inDocument) ? [document] : [],
    ),
  );
  const creatorsOf = await readCreators(run, [...new Set(divided)]);
  return disputed.flatMap(([claim, ofClaim]) => [
    stanceContradiction(claim, by),
    ...selfContradictions(ofClaim, [], creatorsOf),
  ]);
}

function areDivided(positions: readonly Position[]): boolean {
  return new Set(positions.map(({ affirms: side }) => side)).size > 1;
}

async function contradictionsInGraph(run: Run, added: BundleIndex, stamp: Stamp): Promise<FoundContradiction[]> {
  const { bundle, addressedClaims } = added;
  await batched(run, LINK_RETRACTIONS, addressedClaims, { at: stamp.at });
  const derived = await relateByRule(run, bundle.claims, stamp);
  const related = [...bundle.relations.filter(isOpposition).map((one) => withDefaults(one, stamp.by)), ...derived];
  const stances = (await twoSided(run, addressedClaims, stamp.at)).map((claim) => stanceContradiction(claim, stamp.by));
  const ownContradictions = await findSelfContradictions(run, bundle.attributions, related, stamp.at);
  return [...stances, ...inOrder(related).map(relationContradiction), ...ownContradictions];
}

function isOpposition({ kind }: Bundle['relations'][number]): boolean {
  return kind === 'CONTRADICTS' || kind === 'CONTRARY_TO';
}

function withDefaults({ from, to, kind, basis, reason }: Bundle['relations'][number], by: string): Opposition {
  return { from, to, kind: kind as Opposition['kind'], basis, by, reason: reason ?? null };
}

/** Finds new claims that cannot be right together with others, and stores their relations. Returns these relations. */
async function relateByRule(run: Run, claims: Bundle['claims'], { at }: Stamp): Promise<Opposition[]> {
  const added = new Set(claims.map(({ id }) => id));
  const kinds = claims.flatMap(({ subject, predicate }) =>
    subject !== undefined && predicate !== undefined && isFunctional(predicate) ? [{ subject, predicate }] : [],
  );
  const groups = [...grouped(kinds, ({ subject, predicate }) => `${predicate} ${subject}`).values()];
  const siblings = await readSiblings(
    run,
    groups.flatMap(([first]) => first ?? []),
    at,
  );
  const found = [...grouped(siblings, ({ subject, predicate }) => `${predicate} ${subject}`).values()].flatMap(
    (group) =>
      group.flatMap((one) =>
        group.flatMap((other): Opposition[] => {
          const reason = one.id < other.id && (added.has(one.id) || added.has(other.id)) && disagreement(one, other);
          if (!reason) return [];
          return [{ from: one.id, to: other.id, kind: 'CONTRARY_TO', basis: 'RULE', by: RULES.functional, reason }];
        }),
      ),
  );
  const existing = await readOppositions(run, [...new Set(found.map(({ from }) => from))], at);
  const opposed = new Set(existing.flatMap(({ from, to }) => [`${from} ${to}`, `${to} ${from}`]));
  const derived = found.filter(({ from, to }) => !opposed.has(`${from} ${to}`));
  await writeEdges(
    run,
    derived.map(({ from, to, kind, ...rest }) =>
      edgeRow(kind, from, to, { ...rest, at, recorded: at, superseded: NEVER }),
    ),
  );
  return derived;
}

/** Links retractions to earlier attributions again, after the attributions in `moved` got another speaker. */
export async function linkMovedRetractions(
  run: Run,
  claims: readonly string[],
  moved: readonly string[],
): Promise<void> {
  await batched(run, LINK_MOVED_RETRACTIONS, claims, { moved });
}

/** The speakers and documents that contradict themselves by new attributions or by new relations between claims. */
async function findSelfContradictions(
  run: Run,
  attributions: Bundle['attributions'],
  related: readonly Opposition[],
  at: number,
): Promise<FoundContradiction[]> {
  const queries = queriesOf(attributions, related);
  const oppositions = await readOppositions(run, [...queries.keys()], at);
  const positions = await readPositions(run, withOpposed(queries, oppositions), at);
  const creatorsOf = await readCreators(run, [...new Set(positions.flatMap(({ document }) => document ?? []))]);
  return selfContradictions(positions, oppositions, creatorsOf);
}

/** Whose positions to read, by claim: those of new speakers and documents, or all if the claim has a new relation. */
function queriesOf(attributions: Bundle['attributions'], related: readonly Opposition[]): Map<string, PositionQuery> {
  const addressing = attributions.flatMap(({ claim, covers, actor, document }) =>
    [claim, ...covers].map((id) => ({ id, actor, document })),
  );
  const byClaim = grouped(addressing, ({ id }) => id);
  const whole = new Set(related.flatMap(({ from, to }) => [from, to]));
  const query = (claim: string): PositionQuery => {
    const own = byClaim.get(claim) ?? [];
    return {
      claim,
      speakers: [...new Set(own.map(({ actor }) => actor))],
      documents: [...new Set(own.flatMap(({ document }) => document ?? []))],
      all: whole.has(claim),
    };
  };
  return new Map([...new Set([...byClaim.keys(), ...whole])].map((claim) => [claim, query(claim)]));
}

/** The same queries, and for the opposed claims queries with the same speakers and documents. */
function withOpposed(queries: ReadonlyMap<string, PositionQuery>, oppositions: readonly Opposition[]): PositionQuery[] {
  const pairs = oppositions.flatMap(({ from, to }) => [[from, to] as const, [to, from] as const]);
  const opposing = grouped(
    pairs.filter(([one]) => queries.has(one)),
    ([, other]) => other,
    ([one]) => queries.get(one) as PositionQuery,
  );
  return [...new Set([...queries.keys(), ...opposing.keys()])].map((claim) => {
    const own = queries.get(claim);
    const all = [...(own ? [own] : []), ...(opposing.get(claim) ?? [])];
    return {
      claim,
      speakers: [...new Set(all.flatMap(({ speakers }) => speakers))],
      documents: [...new Set(all.flatMap(({ documents }) => documents))],
      all: own?.all ?? false,
    };
  });
}

/** Relations sorted by their claims, so that of two equal ones the same is always first. */
function inOrder(related: readonly Opposition[]): Opposition[] {
  const name = ({ from, to }: Opposition) => `${from} ${to}`;
  return [...related].sort((one, other) => (name(one) < name(other) ? -1 : 1));
}

/** Stores the contradictions that are not stored yet. */
export async function storeContradictions(run: Run, found: readonly FoundContradiction[], stamp: Stamp): Promise<void> {
  const ids = new Set(found.map(({ id }) => id));
  const existing = new Set((await batched(run, EXISTING, [...ids])).map(({ id }) => id));
  const added = found.filter(({ id }) => !existing.has(id) && ids.delete(id));
  await writeRows(run, contradictionRows(added, stamp));
}

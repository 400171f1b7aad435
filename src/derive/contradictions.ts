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

/** A retraction takes back the earlier attributions of its speaker to the claim, as far as dates show. */
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
 * Finds what new records contradict, and stores it in their transaction: for the `remarkable` ones by what is in the graph,
 * for other attributions by themselves. Returns all that was found, also what is there already. What is there stays:
 * whether both sides can be seen depends on the times that a reader asks for.
 */
export async function findContradictions(
  run: Run,
  remarkable: BundleIndex,
  others: Bundle['attributions'],
  stamp: Stamp,
): Promise<FoundContradiction[]> {
  const found = [
    ...(await contradictionsInGraph(run, remarkable, stamp)),
    ...(await contradictionsAmong(run, others, stamp)),
  ];
  await storeContradictions(run, found, stamp);
  return found;
}

/** Contradictions on claims of which all attributions are given. */
async function contradictionsAmong(
  run: Run,
  attributions: Bundle['attributions'],
  { by }: Stamp,
): Promise<FoundContradiction[]> {
  const positions = attributions.flatMap(({ claim, stance, actor: speaker, document = null }): Position[] => {
    const side = affirms(stance);
    return side === null ? [] : [{ claim, affirms: side, speaker, document }];
  });
  const disputed = [...grouped(positions, ({ claim }) => claim)].filter(([, own]) => areDivided(own));
  const divided = disputed.flatMap(([, own]) =>
    [...grouped(own, ({ document }) => document)].flatMap(([document, within]) =>
      document !== null && areDivided(within) ? [document] : [],
    ),
  );
  const creatorsOf = await readCreators(run, [...new Set(divided)]);
  return disputed.flatMap(([claim, own]) => [
    stanceContradiction(claim, by),
    ...selfContradictions(own, [], creatorsOf),
  ]);
}

function areDivided(words: readonly Position[]): boolean {
  return new Set(words.map(({ affirms: side }) => side)).size > 1;
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

/** Relations between new claims and others with which they cannot both hold, written as edges like any other. */
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

/** Links retractions with what they take back, where attributions have `moved` to another speaker. */
export async function linkMovedRetractions(
  run: Run,
  claims: readonly string[],
  moved: readonly string[],
): Promise<void> {
  await batched(run, LINK_MOVED_RETRACTIONS, claims, { moved });
}

/** Speakers and documents that new attributions, or new relations between their claims, set against themselves. */
async function findSelfContradictions(
  run: Run,
  attributions: Bundle['attributions'],
  related: readonly Opposition[],
  at: number,
): Promise<FoundContradiction[]> {
  const asked = focusesOf(attributions, related);
  const oppositions = await readOppositions(run, [...asked.keys()], at);
  const positions = await readPositions(run, withOpposed(asked, oppositions), at);
  const creatorsOf = await readCreators(run, [...new Set(positions.flatMap(({ document }) => document ?? []))]);
  return selfContradictions(positions, oppositions, creatorsOf);
}

/** Whose attributions to look at, by claim: those of new speakers and documents, or all where claims are newly related. */
function focusesOf(attributions: Bundle['attributions'], related: readonly Opposition[]): Map<string, PositionQuery> {
  const focuses = new Map<string, PositionQuery>();
  for (const { claim, covers, actor, document } of attributions) {
    for (const id of [claim, ...covers]) {
      focuses.set(id, widened(id, focuses.get(id), [actor], document === undefined ? [] : [document], false));
    }
  }
  for (const id of related.flatMap(({ from, to }) => [from, to])) {
    focuses.set(id, widened(id, focuses.get(id), [], [], true));
  }
  return focuses;
}

/** The same, and on the opposed claims the same speakers and documents. */
function withOpposed(focuses: ReadonlyMap<string, PositionQuery>, oppositions: readonly Opposition[]): PositionQuery[] {
  const all = new Map(focuses);
  const pairs = oppositions.flatMap(({ from, to }) => [[from, to] as const, [to, from] as const]);
  for (const [one, other] of pairs) {
    const focus = focuses.get(one);
    if (focus) all.set(other, widened(other, all.get(other), focus.speakers, focus.documents, false));
  }
  return [...all.values()];
}

function widened(
  claim: string,
  focus: PositionQuery | undefined,
  speakers: readonly string[],
  documents: readonly string[],
  all: boolean,
): PositionQuery {
  return {
    claim,
    speakers: [...new Set([...(focus?.speakers ?? []), ...speakers])],
    documents: [...new Set([...(focus?.documents ?? []), ...documents])],
    all: all || (focus?.all ?? false),
  };
}

/** Relations in an order of their own, so that of two that say the same the same one is always first. */
function inOrder(related: readonly Opposition[]): Opposition[] {
  const name = ({ from, to }: Opposition) => `${from} ${to}`;
  return [...related].sort((one, other) => (name(one) < name(other) ? -1 : 1));
}

/** Stores those contradictions that are not there yet. */
export async function storeContradictions(run: Run, found: readonly FoundContradiction[], stamp: Stamp): Promise<void> {
  const ids = new Set(found.map(({ id }) => id));
  const existing = new Set((await batched(run, EXISTING, [...ids])).map(({ id }) => id));
  const added = found.filter(({ id }) => !existing.has(id) && ids.delete(id));
  await writeRows(run, contradictionRows(added, stamp));
}

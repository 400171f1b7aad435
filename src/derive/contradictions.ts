import type { Bundle } from '../bundle/bundle.ts';
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
import { groundEdges } from '../store/finding-rows.ts';
import { edgeRow, live, type Stamp } from '../store/rows.ts';
import { writeEdges, writeNodes } from '../store/write-records.ts';
import { NEVER } from '../time/edtf.ts';
import { type Focus, readHoldings, readMakers, readOppositions, readSiblings, twoSided } from './rule-reads.ts';

const KNOWN = `UNWIND $rows AS id
MATCH (n:Contradiction) WHERE n.key = id
RETURN n.id AS id`;

/** Whoever takes a claim back takes back the words on it that are no later, as far as dates tell. */
const TAKE_BACK = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)<-[:OF]-(later) WHERE ${live('later')} AND later.stance = 'RETRACTS' RETURN later }
CALL (n, later) {
  MATCH (n)<-[:OF]-(said)
  WHERE ${live('said')} AND said.speaker = later.speaker AND said.stance <> 'RETRACTS' AND later.saidAsc >= said.saidDesc
    AND (said.recorded = $at OR later.recorded = $at)
  RETURN said
}
CREATE (later)-[:TAKES_BACK]->(said)
RETURN count(*) AS written`;

const TAKE_BACK_BETWEEN = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { MATCH (n)<-[:OF]-(later) WHERE ${live('later')} AND later.stance = 'RETRACTS' RETURN later }
CALL (n, later) {
  MATCH (n)<-[:OF]-(said)
  WHERE ${live('said')} AND said.speaker = later.speaker AND said.stance <> 'RETRACTS' AND later.saidAsc >= said.saidDesc
    AND (said.id IN $moved OR later.id IN $moved)
  RETURN said
}
CALL (later, said) { MATCH (later)-[:TAKES_BACK]->(known) WHERE known.key = said.key RETURN count(known) AS before }
WITH later, said, before WHERE before = 0
CREATE (later)-[:TAKES_BACK]->(said)
RETURN count(*) AS written`;

/**
 * Finds what newly written records contradict, and stores it in their transaction: of `noticed` by what is in the graph,
 * of `quiet` by what comes with them. Returns all that was found, also what is there already. What is there stays: whether
 * both sides can be seen depends on the times of whoever reads.
 */
export async function findContradictions(
  run: Run,
  noticed: Bundle,
  quiet: Bundle,
  stamp: Stamp,
): Promise<FoundContradiction[]> {
  const found = [...(await contradictionsOf(run, noticed, stamp)), ...(await contradictionsWithin(run, quiet, stamp))];
  await storeContradictions(run, found, stamp);
  return found;
}

/** Those on claims of which all words are given. */
async function contradictionsWithin(run: Run, { attributions }: Bundle, { by }: Stamp): Promise<FoundContradiction[]> {
  const holdings = attributions.flatMap(({ claim, stance, actor: speaker, document = null }): Position[] => {
    const side = affirms(stance);
    return side === null ? [] : [{ claim, affirms: side, speaker, document }];
  });
  const disputed = [...grouped(holdings, ({ claim }) => claim)].filter(([, words]) => areDivided(words));
  const divided = disputed.flatMap(([, words]) =>
    [...grouped(words, ({ document }) => document)].flatMap(([document, own]) =>
      document !== null && areDivided(own) ? [document] : [],
    ),
  );
  const makersOf = await readMakers(run, [...new Set(divided)]);
  return disputed.flatMap(([claim, words]) => [
    stanceContradiction(claim, by),
    ...selfContradictions(words, [], makersOf),
  ]);
}

function areDivided(words: readonly Position[]): boolean {
  return new Set(words.map(({ affirms: side }) => side)).size > 1;
}

async function contradictionsOf(run: Run, added: Bundle, stamp: Stamp): Promise<FoundContradiction[]> {
  const touched = [...new Set(added.attributions.flatMap(({ claim, covers }) => [claim, ...covers]))];
  await batched(run, TAKE_BACK, touched, { at: stamp.at });
  const derived = await relateByRule(run, added, stamp);
  const related = [...added.relations.filter(isOpposition).map((one) => withDefaults(one, stamp.by)), ...derived];
  const stances = (await twoSided(run, touched, stamp.at)).map((claim) => stanceContradiction(claim, stamp.by));
  const selves = await findSelves(run, added, related, stamp.at);
  return [...stances, ...inOrder(related).map(relationContradiction), ...selves];
}

function isOpposition({ kind }: Bundle['relations'][number]): boolean {
  return kind === 'CONTRADICTS' || kind === 'CONTRARY_TO';
}

function withDefaults({ from, to, kind, basis, reason }: Bundle['relations'][number], by: string): Opposition {
  return { from, to, kind: kind as Opposition['kind'], basis, by, reason: reason ?? null };
}

/** Relations between new claims and others with which they cannot both hold, written as edges like any other. */
async function relateByRule(run: Run, { claims }: Bundle, { at }: Stamp): Promise<Opposition[]> {
  const fresh = new Set(claims.map(({ id }) => id));
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
          const reason = one.id < other.id && (fresh.has(one.id) || fresh.has(other.id)) && disagreement(one, other);
          if (!reason) return [];
          return [{ from: one.id, to: other.id, kind: 'CONTRARY_TO', basis: 'RULE', by: RULES.functional, reason }];
        }),
      ),
  );
  const known = await readOppositions(run, [...new Set(found.map(({ from }) => from))], at);
  const opposed = new Set(known.flatMap(({ from, to }) => [`${from} ${to}`, `${to} ${from}`]));
  const derived = found.filter(({ from, to }) => !opposed.has(`${from} ${to}`));
  await writeEdges(
    run,
    derived.map(({ from, to, kind, ...rest }) =>
      edgeRow(kind, from, to, { ...rest, at, recorded: at, superseded: NEVER }),
    ),
  );
  return derived;
}

/** Words that are shown as those of one speaker from now on, of whom some take back what others say. */
export async function takeBackBetween(run: Run, claims: readonly string[], moved: readonly string[]): Promise<void> {
  await batched(run, TAKE_BACK_BETWEEN, claims, { moved });
}

/** Those whose new words, or new relations between their words, set them against themselves. */
async function findSelves(run: Run, { attributions }: Bundle, related: readonly Opposition[], at: number) {
  const words = attributions.flatMap(({ claim, covers, actor, document }) =>
    [claim, ...covers].map((id) => ({ claim: id, actor, document })),
  );
  const whole = related.flatMap(({ from, to }) => [from, to]);
  const foci = new Map<string, Focus>();
  for (const [claim, mine] of grouped(words, ({ claim: id }) => id)) {
    const documents = mine.flatMap(({ document }) => document ?? []);
    foci.set(
      claim,
      widened(
        claim,
        foci.get(claim),
        mine.map(({ actor }) => actor),
        documents,
        false,
      ),
    );
  }
  for (const claim of whole) foci.set(claim, widened(claim, foci.get(claim), [], [], true));
  const oppositions = await readOppositions(run, [...foci.keys()], at);
  const asked = new Map(foci);
  for (const { from, to } of oppositions) {
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      const focus = foci.get(one);
      if (focus) asked.set(other, widened(other, asked.get(other), focus.speakers, focus.documents, false));
    }
  }
  const holdings = await readHoldings(run, [...asked.values()], at);
  const makersOf = await readMakers(run, [...new Set(holdings.flatMap(({ document }) => document ?? []))]);
  return selfContradictions(holdings, oppositions, makersOf);
}

function widened(
  claim: string,
  focus: Focus | undefined,
  speakers: readonly string[],
  documents: readonly string[],
  all: boolean,
): Focus {
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
export async function storeContradictions(
  run: Run,
  found: readonly FoundContradiction[],
  { at }: Stamp,
): Promise<void> {
  const ids = new Set(found.map(({ id }) => id));
  const known = new Set((await batched(run, KNOWN, [...ids])).map(({ id }) => id));
  const fresh = found.filter(({ id }) => !known.has(id) && ids.delete(id));
  await writeNodes(
    run,
    fresh.map(({ id, kind, basis, by, reason, sides }) => ({
      labels: 'Contradiction',
      properties: { id, key: id, kind, basis, by, reason, grounds: sides.length, recorded: at, superseded: NEVER },
    })),
  );
  const sides = fresh.flatMap(({ id, sides: both }) => groundEdges('SIDE', id, both));
  await writeEdges(run, sides, { from: 'Contradiction', to: 'Node' });
}

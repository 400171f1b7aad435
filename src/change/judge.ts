import { completeBundle } from '../bundle/combine.ts';
import type { Verdict } from '../contract.ts';
import type { Row, Run } from '../engine/engine.ts';
import { lockClock, nextRevision, type RevisionTime, writeRevision } from '../store/clock.ts';
import { isCurrent } from '../store/rows.ts';
import { NEVER } from '../time/edtf.ts';
import { applyChange } from './apply-change.ts';
import {
  type Cluster,
  clustersOf,
  connectingMembers,
  type RecordedJudgement,
  readClusters,
  readJudgements,
  readMemberRecords,
} from './clusters.ts';
import { isInCycle } from './cycles.ts';
import type { EntityGroup } from './merge-entities.ts';
import { readNeighbourhood } from './neighbourhood.ts';
import { refusal } from './refusal.ts';
import { type Author, type ChangeResult, earlierResult } from './result.ts';

/** A decision on whether two entities or two claims are the same. */
export interface Judgement {
  readonly left: string;
  readonly right: string;
  readonly verdict: Verdict;
}

const TYPES = `UNWIND $ids AS id
MATCH (n:Node) WHERE n.key = id
RETURN id, n.type AS type, n:Entity AS isEntity`;

const MERGED_TYPES = `UNWIND $ids AS id
MATCH (m:Merged) WHERE m.key = id
RETURN id, m.type AS type, true AS isEntity`;

const END_JUDGED = `MATCH (n:Node) WHERE n.key = $id
CALL (n) { MATCH (n)-[e:JUDGED]-(m) WHERE e.left = $left AND e.right = $right AND ${isCurrent('e')} AND ${isCurrent('m')} RETURN DISTINCT e }
SET e.superseded = $at`;

const BETWEEN = (types: string) => `MATCH (n:Node) WHERE n.key = $left
CALL (n) { MATCH (n)-[e:${types}]-(m) WHERE m.key = $right AND e.superseded > $at AND e.by <> $rule RETURN e }`;

const JUDGED = `${BETWEEN('JUDGED')}
RETURN e.verdict AS verdict, e.recorded AS at`;

/** Ends only what a judgement has created: a stated relation `SAME_AS` stays. */
const END = `${BETWEEN('JUDGED|SAME_AS')}
WITH e WHERE type(e) = 'JUDGED' OR e.judged = true
SET e.superseded = $at`;

const CREATE_EDGE = (type: string) => `MATCH (n:Node) WHERE n.key = $left
MATCH (m:Node) WHERE m.key = $right
CREATE (n)-[e:${type}]->(m) SET e = $properties`;

/** Stores a decision on whether two records are the same, in place of an earlier one. Throws a BundleError. */
export async function judge(run: Run, judgement: Judgement, author: Author): Promise<ChangeResult> {
  const revisionTime = nextRevision(await lockClock(run), author.now);
  const kind = checkPair(judgement, await readTypes(run, judgement));
  return kind === 'claim'
    ? judgeClaims(run, judgement, author, revisionTime)
    : judgeEntities(run, judgement, author, revisionTime);
}

async function judgeClaims(
  run: Run,
  judgement: Judgement,
  author: Author,
  revisionTime: RevisionTime,
): Promise<ChangeResult> {
  const { left, right, verdict } = judgement;
  const pair = { left, right, at: revisionTime.at, rule: '' };
  const [before] = await run({ text: JUDGED, parameters: pair });
  if (before?.verdict === verdict) return earlierResult(run, before.at as number, [left, right], revisionTime.at);
  const neighbourhood = await readNeighbourhood(run, [left, right], revisionTime.at);
  await run({ text: END, parameters: pair });
  await connect(run, 'JUDGED', [left, right], { ...edgeProperties(author, revisionTime.at), verdict, left, right });
  if (verdict === 'SAME') {
    await connect(run, 'SAME_AS', [left, right], { ...edgeProperties(author, revisionTime.at), judged: true });
  }
  await applyChange(
    run,
    { ended: [], added: completeBundle({}), neighbourhood: neighbourhood.all },
    { at: revisionTime.at, by: author.by },
  );
  return recordJudgement(run, judgement, before?.verdict, [left, right], author, revisionTime);
}

/** Shows entities as one or separately, with everything that was recorded under their ids. */
async function judgeEntities(
  run: Run,
  judgement: Judgement,
  author: Author,
  revisionTime: RevisionTime,
): Promise<ChangeResult> {
  const { left, right, verdict } = judgement;
  const { at } = revisionTime;
  const clusters = await readClusters(run, [left, right]);
  const judgements = await readJudgements(run, clusters);
  const isPair = (one: RecordedJudgement) => [one.left, one.right].every((id) => id === left || id === right);
  const before = judgements.find(isPair);
  const shownBefore = shownAs(clusters, [left, right]);
  if (before?.verdict === verdict && (verdict !== 'SAME' || before.left === left)) {
    return earlierResult(run, before.recorded, shownBefore, at);
  }
  const decided = [...judgements.filter((one) => !isPair(one)), { left, right, verdict, recorded: at }];
  const after = clustersOf(clusters.flat(), decided);
  checkClusters(judgement, after, decided);
  const isSame = JSON.stringify(inOrder(after)) === JSON.stringify(inOrder(clusters));
  const { all: neighbourhood } = await readNeighbourhood(run, shownBefore, at, shownBefore, isSame ? [] : shownBefore);
  const change = isSame ? { ended: [] } : { ended: shownBefore, groups: await groupsOf(run, clusters, after, at) };
  if (before) await run({ text: END_JUDGED, parameters: { id: shownBefore[0], ...before, at } });
  const shown = shownAs(after, [left, right]);
  const properties = { ...edgeProperties(author, at), ...{ verdict, left, right } };
  const ends = [shown[0] as string, shown.at(-1) as string] as const;
  const judged = { connect: () => connect(run, 'JUDGED', ends, properties) };
  await applyChange(run, { ...change, ...judged, added: completeBundle({}), neighbourhood }, { at, by: author.by });
  await checkOwners(run, after);
  return recordJudgement(run, judgement, before?.verdict, shown, author, revisionTime);
}

/** The records of clusters as they are from now on, from their members as they were. */
async function groupsOf(
  run: Run,
  before: readonly Cluster[],
  after: readonly Cluster[],
  at: number,
): Promise<EntityGroup[]> {
  const records = new Map((await readMemberRecords(run, before, at)).map((one) => [one.record.id, one]));
  return after.map((ids) => ids.map((id) => records.get(id)) as unknown as EntityGroup);
}

/** Refuses a judgement that contradicts others in the same cluster. */
function checkClusters(
  { left, right, verdict }: Judgement,
  after: readonly Cluster[],
  decided: readonly RecordedJudgement[],
): void {
  const clusterOf = (id: string) => after.find((ids) => ids.includes(id));
  if (verdict !== 'SAME') {
    if (clusterOf(left) !== clusterOf(right)) return;
    const path = connectingMembers(left, right, decided).join(' and ');
    throw refusal('CONFLICT', ['verdict'], `${left} and ${right} are also the same through ${path}: judge that first`);
  }
  const against = decided.find(
    (one) => one.verdict === 'DIFFERENT' && clusterOf(one.left) === clusterOf(one.right) && clusterOf(one.left),
  );
  if (!against) return;
  const pair = `${against.left} and ${against.right}`;
  throw refusal(
    'CONFLICT',
    ['verdict'],
    `this would make ${pair} the same, and they were judged to be different: judge those first`,
  );
}

async function checkOwners(run: Run, clusters: readonly Cluster[]): Promise<void> {
  for (const [shown] of clusters) {
    if (!(await isInCycle(run, 'FAMILY', shown))) continue;
    throw refusal(
      'CONFLICT',
      ['verdict'],
      `this would make ${shown} own itself through others: correct its owners first`,
    );
  }
}

function shownAs(clusters: readonly Cluster[], ids: readonly string[]): string[] {
  const shown = ids.map((id) => clusters.find((cluster) => cluster.includes(id))?.[0] ?? id);
  return [...new Set(shown)];
}

function inOrder(clusters: readonly Cluster[]): Cluster[] {
  return clusters.toSorted(([one], [other]) => (one < other ? -1 : 1));
}

async function recordJudgement(
  run: Run,
  { left, right, verdict }: Judgement,
  before: unknown,
  changed: readonly string[],
  { by, reason }: Author,
  revisionTime: RevisionTime,
): Promise<ChangeResult> {
  const verdictJson = (decided: unknown) => (decided ? JSON.stringify({ left, right, verdict: decided }) : undefined);
  const entry = { operation: 'JUDGE', by, reason, before: verdictJson(before), after: verdictJson(verdict) } as const;
  const revision = await writeRevision(run, revisionTime, { ...entry, subjects: changed });
  return { revision, changed, replayed: false, changedAt: revisionTime.at };
}

async function connect(
  run: Run,
  type: 'JUDGED' | 'SAME_AS',
  [one, other]: readonly [string, string],
  properties: object,
): Promise<void> {
  await run({ text: CREATE_EDGE(type), parameters: { left: one, right: other, properties } });
}

function edgeProperties({ by, reason }: Author, at: number): object {
  return { basis: 'ANALYST', by, at, recorded: at, superseded: NEVER, ...(reason !== undefined && { reason }) };
}

async function readTypes(run: Run, { left, right }: Judgement): Promise<Row[]> {
  const ids = [left, right];
  const merged = await run({ text: MERGED_TYPES, parameters: { ids } });
  return [...(await run({ text: TYPES, parameters: { ids } })), ...merged];
}

/** Checks that the pair is two entities or two claims, and says which. */
function checkPair({ left, right, verdict }: Judgement, found: readonly Row[]): 'claim' | 'entity' {
  for (const [argument, id] of Object.entries({ left, right })) {
    const entry = found.find((one) => one.id === id);
    if (!entry) throw refusal('NOT_FOUND', [argument], `${id} is not in the graph`);
    if (!entry.isEntity && entry.type !== 'Claim') {
      throw refusal(
        'INVALID',
        [argument],
        `${id} is neither a claim nor a person, organization, place, thing or event`,
      );
    }
  }
  const [one, other] = [left, right].map((id) => found.find((entry) => entry.id === id));
  if (left === right) throw refusal('INVALID', ['right'], `${right} cannot be judged against itself`);
  if (one?.isEntity !== other?.isEntity)
    throw refusal('INVALID', ['right'], 'a claim and an entity cannot be the same');
  if (verdict === 'SAME' && one?.type !== other?.type) {
    const types = `${left} is of type ${one?.type} and ${right} is of type ${other?.type}`;
    throw refusal('INVALID', ['right'], `${types}: only records of one type can be the same`);
  }
  return one?.isEntity ? 'entity' : 'claim';
}

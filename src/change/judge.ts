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

/** Whether two entries are the same. */
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

/** Only what a judgement tied is untied by one: a text that says itself that two claims are the same stays. */
const END = `${BETWEEN('JUDGED|SAME_AS')}
WITH e WHERE type(e) = 'JUDGED' OR e.judged = true
SET e.superseded = $at`;

const CREATE_EDGE = (type: string) => `MATCH (n:Node) WHERE n.key = $left
MATCH (m:Node) WHERE m.key = $right
CREATE (n)-[e:${type}]->(m) SET e = $properties`;

/** Decides whether two entries are the same, instead of what was decided before. Throws a BundleError. */
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
  await connect(run, 'JUDGED', [left, right], { ...own(author, revisionTime.at), verdict, left, right });
  if (verdict === 'SAME') {
    await connect(run, 'SAME_AS', [left, right], { ...own(author, revisionTime.at), judged: true });
  }
  await applyChange(
    run,
    { ended: [], added: completeBundle({}), neighbourhood: neighbourhood.all },
    { at: revisionTime.at, by: author.by },
  );
  return written(run, judgement, before?.verdict, [left, right], author, revisionTime);
}

/** Shows entities as one or as several, with all that was recorded under the name of either. */
async function judgeEntities(
  run: Run,
  judgement: Judgement,
  author: Author,
  revisionTime: RevisionTime,
): Promise<ChangeResult> {
  const { left, right, verdict } = judgement;
  const clusters = await readClusters(run, [left, right]);
  const judgements = await readJudgements(run, clusters);
  const isPair = (one: RecordedJudgement) => [one.left, one.right].every((id) => id === left || id === right);
  const before = judgements.find(isPair);
  const shownBefore = shownAs(clusters, [left, right]);
  if (before?.verdict === verdict && (verdict !== 'SAME' || before.left === left)) {
    return earlierResult(run, before.recorded, shownBefore, revisionTime.at);
  }
  const decided = [...judgements.filter((one) => !isPair(one)), { left, right, verdict, recorded: revisionTime.at }];
  const after = clustersOf(clusters.flat(), decided);
  checkClusters(judgement, after, decided);
  const isSame = JSON.stringify(inOrder(after)) === JSON.stringify(inOrder(clusters));
  const neighbourhood = await readNeighbourhood(
    run,
    shownBefore,
    revisionTime.at,
    shownBefore,
    isSame ? [] : shownBefore,
  );
  const records = new Map((await readMemberRecords(run, clusters, revisionTime.at)).map((one) => [one.record.id, one]));
  const groups = after.map((ids) => ids.map((id) => records.get(id)) as unknown as EntityGroup);
  if (before) await run({ text: END_JUDGED, parameters: { id: shownBefore[0], ...before, at: revisionTime.at } });
  const change = isSame ? { ended: [] } : { ended: shownBefore, groups };
  await applyChange(
    run,
    { ...change, added: completeBundle({}), neighbourhood: neighbourhood.all },
    { at: revisionTime.at, by: author.by },
  );
  await checkOwners(run, after);
  const shown = shownAs(after, [left, right]);
  await connect(run, 'JUDGED', [shown[0] as string, shown.at(-1) as string], {
    ...own(author, revisionTime.at),
    ...{ verdict, left, right },
  });
  return written(run, judgement, before?.verdict, shown, author, revisionTime);
}

/** Refuses what goes against other judgements: a cluster holds together by them. */
function checkClusters(
  { left, right, verdict }: Judgement,
  after: readonly Cluster[],
  decided: readonly RecordedJudgement[],
): void {
  const clusterOf = (id: string) => after.find((ids) => ids.includes(id));
  if (verdict !== 'SAME') {
    if (clusterOf(left) !== clusterOf(right)) return;
    const way = connectingMembers(left, right, decided).join(' and ');
    throw refusal('CONFLICT', ['verdict'], `${left} and ${right} are also the same by way of ${way}: judge that first`);
  }
  const against = decided.find(
    (one) => one.verdict === 'DIFFERENT' && clusterOf(one.left) === clusterOf(one.right) && clusterOf(one.left),
  );
  if (!against) return;
  const pair = `${against.left} and ${against.right}`;
  throw refusal(
    'CONFLICT',
    ['verdict'],
    `${pair} would be the same then, and were judged to be different: judge these first`,
  );
}

async function checkOwners(run: Run, clusters: readonly Cluster[]): Promise<void> {
  for (const [shown] of clusters) {
    if (!(await isInCycle(run, 'FAMILY', shown))) continue;
    throw refusal('CONFLICT', ['verdict'], `then ${shown} would own itself by way of others: correct these first`);
  }
}

function shownAs(clusters: readonly Cluster[], ids: readonly string[]): string[] {
  const shown = ids.map((id) => clusters.find((cluster) => cluster.includes(id))?.[0] ?? id);
  return [...new Set(shown)];
}

function inOrder(clusters: readonly Cluster[]): Cluster[] {
  return clusters.toSorted(([one], [other]) => (one < other ? -1 : 1));
}

async function written(
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

function own({ by, reason }: Author, at: number): object {
  return { basis: 'ANALYST', by, at, recorded: at, superseded: NEVER, ...(reason !== undefined && { reason }) };
}

async function readTypes(run: Run, { left, right }: Judgement): Promise<Row[]> {
  const ids = [left, right];
  const merged = await run({ text: MERGED_TYPES, parameters: { ids } });
  return [...(await run({ text: TYPES, parameters: { ids } })), ...merged];
}

/** Two entities, or two claims. */
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
  if (one?.isEntity !== other?.isEntity) throw refusal('INVALID', ['right'], 'a claim is not what an entity is');
  if (verdict === 'SAME' && one?.type !== other?.type) {
    const types = `${left} is of the type ${one?.type} and ${right} of the type ${other?.type}`;
    throw refusal('INVALID', ['right'], `${types}: only two of one type can be the same`);
  }
  return one?.isEntity ? 'entity' : 'claim';
}

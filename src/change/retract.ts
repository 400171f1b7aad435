import { completeBundle } from '../bundle/combine.ts';
import type { Run } from '../engine/engine.ts';
import { batched } from '../store/batched.ts';
import { lockClock, nextRevision, writeRevision } from '../store/clock.ts';
import { isCurrent } from '../store/rows.ts';
import { applyChange } from './apply-change.ts';
import { readClusters } from './clusters.ts';
import { readNeighbourhood } from './neighbourhood.ts';
import { refusal } from './refusal.ts';
import type { Author, ChangeResult } from './result.ts';

/** A claim goes with all that was said of it, a document with its mentions. */
const PARTS = `MATCH (n:Node) WHERE n.key = $id
CALL (n) { MATCH (n)<-[:OF|MENTIONED_IN]-(part) WHERE ${isCurrent('part')} RETURN part }
RETURN part.id AS id`;

/** The claim of an attribution, if nobody else makes it: it goes with the last who did. */
const ALONE = `MATCH (n:Node) WHERE n.key = $id
CALL (n) { MATCH (n)-[:OF]->(claim) WHERE ${isCurrent('claim')} RETURN claim }
CALL (claim) { MATCH (claim)<-[:OF]-(said) WHERE ${isCurrent('said')} RETURN count(said) AS makers }
WITH claim, makers WHERE makers = 1
RETURN claim.id AS id`;

/** How many of those who stand in the way are named. */
const MOST_NAMED = 10;

/** Who cannot do without it: those that speak, stand or are counted under it. */
const DEPENDENTS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)<-[:BY|APPEARS_IN|SUBJECT|OBJECT|PARTICIPANT|ABOUT|PUBLISHED_BY|AUTHORED_BY|FAMILY|SHIELDED_BY|RESOLVED_TO|CANDIDATE]-(x)
  WHERE ${isCurrent('x')} AND x.id <> n.id
  RETURN DISTINCT x.id AS holder ORDER BY holder LIMIT ${MOST_NAMED + 1}
}
RETURN holder`;

/**
 * Takes a record back: it is seen only as of an earlier record time. A claim goes with its attributions, the last
 * attribution with its claim, a document with its mentions; what others need stays, and a CONFLICT names them.
 */
export async function retract(run: Run, id: string, author: Author): Promise<ChangeResult> {
  const revisionTime = nextRevision(await lockClock(run), author.now);
  const [cluster] = await readClusters(run, [id]);
  if (cluster && cluster.length > 1) {
    const others = cluster.filter((one) => one !== id).join(', ');
    throw refusal('CONFLICT', ['id'], `${id} was judged to be the same as ${others}: judge that first`);
  }
  const alone = await run({ text: ALONE, parameters: { id } });
  const whole = (alone[0]?.id as string | undefined) ?? id;
  const parts = (await run({ text: PARTS, parameters: { id: whole } })).map((part) => part.id as string);
  const ended = [whole, ...parts];
  const neighbourhood = await readNeighbourhood(run, ended, revisionTime.at);
  const before = neighbourhood.own.get(id);
  if (!before) throw refusal('NOT_FOUND', ['id'], `${id} is not in the graph`);
  const held = await batched(run, DEPENDENTS, [whole]);
  const dependents = held.map(({ holder }) => holder as string).filter((holder) => !ended.includes(holder));
  if (dependents.length > 0) throw refusal('CONFLICT', ['id'], `${id} is needed by ${listOf(dependents)}`);
  await applyChange(
    run,
    { ended, added: completeBundle({}), neighbourhood: neighbourhood.all },
    { at: revisionTime.at, by: author.by },
  );
  const changed = [id, ...ended.filter((one) => one !== id)];
  const revision = await writeRevision(run, revisionTime, {
    operation: 'RETRACT',
    by: author.by,
    reason: author.reason,
    before: JSON.stringify(before.record),
    subjects: changed,
    subjectAt: revisionTime.at - 1,
  });
  return { revision, changed, replayed: false, changedAt: revisionTime.at - 1 };
}

function listOf(ids: readonly string[]): string {
  const shown = ids.slice(0, MOST_NAMED).join(', ');
  return ids.length > MOST_NAMED ? `${shown} and others: take these back first` : `${shown}: take back first`;
}

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

/** A claim is retracted with its attributions, a document with its mentions. */
const PARTS = `MATCH (n:Node) WHERE n.key = $id
CALL (n) { MATCH (n)<-[:OF|MENTIONED_IN]-(part) WHERE ${isCurrent('part')} RETURN part }
RETURN part.id AS id`;

/** The claim of an attribution that is its only one: they are retracted together. */
const ALONE = `MATCH (n:Node) WHERE n.key = $id
CALL (n) { MATCH (n)-[:OF]->(claim) WHERE ${isCurrent('claim')} RETURN claim }
CALL (claim) { MATCH (claim)<-[:OF]-(said) WHERE ${isCurrent('said')} RETURN count(said) AS attributions }
WITH claim, attributions WHERE attributions = 1
RETURN claim.id AS id`;

/** The most dependents that a message names. */
const MOST_NAMED = 10;

/** The records that need it: as their speaker, document, subject, owner and so on. */
const DEPENDENTS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)<-[:BY|APPEARS_IN|SUBJECT|OBJECT|PARTICIPANT|ABOUT|PUBLISHED_BY|AUTHORED_BY|FAMILY|SHIELDED_BY|RESOLVED_TO|CANDIDATE]-(x)
  WHERE ${isCurrent('x')} AND x.id <> n.id
  RETURN DISTINCT x.id AS dependent ORDER BY dependent LIMIT ${MOST_NAMED + 1}
}
RETURN dependent`;

/**
 * Retracts a record: from now on it is visible only as of an earlier record time. A claim is retracted with its
 * attributions, a last attribution with its claim, a document with its mentions. Throws a BundleError with a CONFLICT
 * that names other records that need it.
 */
export async function retract(run: Run, id: string, author: Author): Promise<ChangeResult> {
  const revisionTime = nextRevision(await lockClock(run), author.now);
  const [cluster] = await readClusters(run, [id]);
  if (cluster && cluster.length > 1) {
    const others = cluster.filter((one) => one !== id).join(', ');
    throw refusal('CONFLICT', ['id'], `${id} was judged to be the same as ${others}: judge that first`);
  }
  const claimOfLast = await run({ text: ALONE, parameters: { id } });
  const whole = (claimOfLast[0]?.id as string | undefined) ?? id;
  const parts = (await run({ text: PARTS, parameters: { id: whole } })).map((part) => part.id as string);
  const ended = [whole, ...parts];
  const neighbourhood = await readNeighbourhood(run, ended, revisionTime.at);
  const before = neighbourhood.requested.get(id);
  if (!before) throw refusal('NOT_FOUND', ['id'], `${id} is not in the graph`);
  const rows = await batched(run, DEPENDENTS, [whole]);
  const dependents = rows.map(({ dependent }) => dependent as string).filter((dependent) => !ended.includes(dependent));
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
  const others = ids.length > MOST_NAMED ? ' and others' : '';
  return `${ids.slice(0, MOST_NAMED).join(', ')}${others}: retract ${ids.length === 1 ? 'it' : 'these'} first`;
}

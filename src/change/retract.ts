import { completeBundle } from '../bundle/combine.ts';
import type { Run } from '../engine/engine.ts';
import { batched } from '../store/batched.ts';
import { nextTurn, takeClock, writeDown } from '../store/clock.ts';
import { live } from '../store/rows.ts';
import { apply } from './apply.ts';
import { readAround } from './around.ts';
import { readClusters } from './clusters.ts';
import { refusal } from './refusal.ts';
import type { Author, Written } from './written.ts';

/** A claim goes with all that was said of it, a document with its mentions. */
const PARTS = `MATCH (n:Node) WHERE n.key = $id
CALL (n) { MATCH (n)<-[:OF|MENTIONED_IN]-(part) WHERE ${live('part')} RETURN part }
RETURN part.id AS id`;

/** The claim of an attribution, if nobody else makes it: it goes with the last who did. */
const ALONE = `MATCH (n:Node) WHERE n.key = $id
CALL (n) { MATCH (n)-[:OF]->(claim) WHERE ${live('claim')} RETURN claim }
CALL (claim) { MATCH (claim)<-[:OF]-(said) WHERE ${live('said')} RETURN count(said) AS makers }
WITH claim, makers WHERE makers = 1
RETURN claim.id AS id`;

/** How many of those who stand in the way are named. */
const MOST_NAMED = 10;

/** Who cannot do without it: those that speak, stand or are counted under it. */
const HOLDERS = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) {
  MATCH (n)<-[:BY|APPEARS_IN|SUBJECT|OBJECT|PARTICIPANT|ABOUT|PUBLISHED_BY|AUTHORED_BY|FAMILY|SHIELDED_BY|RESOLVED_TO|CANDIDATE]-(x)
  WHERE ${live('x')} AND x.id <> n.id
  RETURN DISTINCT x.id AS holder ORDER BY holder LIMIT ${MOST_NAMED + 1}
}
RETURN holder`;

/**
 * Takes a record back: it is seen only as of an earlier record time. A claim goes with its attributions, the last
 * attribution with its claim, a document with its mentions; what others need stays, and a CONFLICT names them.
 */
export async function retract(run: Run, id: string, author: Author): Promise<Written> {
  const turn = nextTurn(await takeClock(run), author.now);
  const [cluster] = await readClusters(run, [id]);
  if (cluster && cluster.length > 1) {
    const others = cluster.filter((one) => one !== id).join(', ');
    throw refusal('CONFLICT', ['id'], `${id} was judged to be the same as ${others}: judge that first`);
  }
  const alone = await run({ text: ALONE, parameters: { id } });
  const whole = (alone[0]?.id as string | undefined) ?? id;
  const parts = (await run({ text: PARTS, parameters: { id: whole } })).map((part) => part.id as string);
  const ended = [whole, ...parts];
  const around = await readAround(run, ended, turn.at);
  const before = around.own.get(id);
  if (!before) throw refusal('NOT_FOUND', ['id'], `${id} is not in the graph`);
  const held = await batched(run, HOLDERS, [whole]);
  const holders = held.map(({ holder }) => holder as string).filter((holder) => !ended.includes(holder));
  if (holders.length > 0) throw refusal('CONFLICT', ['id'], `${id} is needed by ${named(holders)}`);
  await apply(run, { ended, added: completeBundle({}), around: around.all }, { at: turn.at, by: author.by });
  const changed = [id, ...ended.filter((one) => one !== id)];
  const revision = await writeDown(run, turn, {
    operation: 'RETRACT',
    by: author.by,
    reason: author.reason,
    before: JSON.stringify(before.record),
    subjects: changed,
    subjectAt: turn.at - 1,
  });
  return { revision, changed, replayed: false, changedAt: turn.at - 1 };
}

function named(ids: readonly string[]): string {
  const shown = ids.slice(0, MOST_NAMED).join(', ');
  return ids.length > MOST_NAMED ? `${shown} and others: take these back first` : `${shown}: take back first`;
}

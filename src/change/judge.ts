import type { Row, Run } from '../engine/engine.ts';
import type { Verdict } from '../graphql/generated.ts';
import { Bundle } from '../ingest/bundle.ts';
import { nextTurn, takeClock, writeDown } from '../ingest/clock.ts';
import { NEVER } from '../time/edtf.ts';
import { apply } from './apply.ts';
import { readAround } from './around.ts';
import { refusal } from './refusal.ts';
import type { Author, Written } from './written.ts';

/** Whether two entries are the same. */
export interface Judgement {
  readonly left: string;
  readonly right: string;
  readonly verdict: Verdict;
}

const TYPES = `UNWIND $ids AS id
MATCH (n:Node) WHERE n.key = id
RETURN id, n.type AS type, n:Entity AS isEntity`;

const BETWEEN = (types: string) => `MATCH (n:Node) WHERE n.key = $left
CALL (n) { MATCH (n)-[e:${types}]-(m) WHERE m.key = $right AND e.superseded > $at AND e.by <> $rule RETURN e }`;

const JUDGED = `${BETWEEN('JUDGED')}
MATCH (r:Revision) WHERE r.at = e.recorded
RETURN e.verdict AS verdict, r.id AS id, r.at AS at`;

/** Only what a judgement tied is untied by one: a text that says itself that two claims are the same stays. */
const END = `${BETWEEN('JUDGED|SAME_AS')}
WITH e WHERE type(e) = 'JUDGED' OR e.judged = true
SET e.superseded = $at`;

const TIE = (type: string) => `MATCH (n:Node) WHERE n.key = $left
MATCH (m:Node) WHERE m.key = $right
CREATE (n)-[e:${type}]->(m) SET e = $properties`;

/** Decides whether two entries are the same, instead of what was decided before. Throws a BundleError. */
export async function judge(run: Run, judgement: Judgement, author: Author): Promise<Written> {
  const { left, right, verdict } = judgement;
  const turn = nextTurn(await takeClock(run), author.now);
  checkPair(judgement, await run({ text: TYPES, parameters: { ids: [left, right] } }));
  const pair = { left, right, at: turn.at, rule: '' };
  const [before] = await run({ text: JUDGED, parameters: pair });
  if (before?.verdict === verdict) {
    const revision = { id: before.id as string, at: before.at as number };
    return { revision, changed: [left, right], replayed: true, changedAt: turn.at };
  }
  const around = await readAround(run, [left, right], turn.at, [left, right]);
  await run({ text: END, parameters: pair });
  await tie(
    run,
    judgement,
    author,
    turn.at,
    around.all.claims.some(({ id }) => id === left),
  );
  await apply(run, { ended: [], added: Bundle.parse({}), around: around.all }, { at: turn.at, by: author.by });
  const told = (decided: unknown) => (decided ? JSON.stringify({ left, right, verdict: decided }) : undefined);
  const revision = await writeDown(run, turn, {
    operation: 'JUDGE',
    ...{ by: author.by, reason: author.reason, before: told(before?.verdict), after: told(verdict) },
    subjects: [left, right],
  });
  return { revision, changed: [left, right], replayed: false, changedAt: turn.at };
}

async function tie(
  run: Run,
  { left, right, verdict }: Judgement,
  { by, reason }: Author,
  at: number,
  areClaims: boolean,
): Promise<void> {
  const own = { basis: 'ANALYST', by, at, recorded: at, superseded: NEVER, ...(reason !== undefined && { reason }) };
  await run({ text: TIE('JUDGED'), parameters: { left, right, properties: { ...own, verdict } } });
  if (verdict !== 'SAME' || !areClaims) return;
  await run({ text: TIE('SAME_AS'), parameters: { left, right, properties: { ...own, judged: true } } });
}

/** Two entities, or two claims. */
function checkPair({ left, right }: Judgement, found: readonly Row[]): void {
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
  const [one, other] = found;
  if (left === right) throw refusal('INVALID', ['right'], `${right} cannot be judged against itself`);
  if (one?.isEntity !== other?.isEntity) throw refusal('INVALID', ['right'], 'a claim is not what an entity is');
}

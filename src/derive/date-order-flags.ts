import type { Run } from '../engine/engine.ts';
import { type WrongOrder, wrongOrder, wrongOrderId } from '../rules/date-order.ts';
import { batched } from '../store/batched.ts';
import { isCurrent, type Stamp } from '../store/rows.ts';
import { NEVER } from '../time/edtf.ts';
import { storeFlags } from './flags.ts';
import type { Moved } from './settle-bound.ts';
import { EARLIEST, neighbours, ORDER } from './time-order.ts';

const { of } = EARLIEST;
const dateOf = (variable: string) => `coalesce(${variable}.saidAt, ${variable}.publishedAt)`;

/**
 * Pairs in the wrong order. Words that take their date from their document are not set against what that document is taken
 * from: the document is.
 */
const pairs = (side: 'before' | 'after') => {
  const [earlier, later] = side === 'after' ? ['n', 'm'] : ['m', 'n'];
  const late =
    side === 'after'
      ? ['m.datedUntil >= row.low', 'm.datedUntil < row.high']
      : [`${of('m')} > n.datedUntil`, `${dateOf('n')} IS NOT NULL`];
  const cells = (how: string) =>
    `'${how}' AS how, ${earlier} AS earlier, ${later} AS later, ${how === 'within' ? `${later}.statedAt IS NOT NULL` : 'true'} AS own`;
  return `UNWIND $rows AS row
MATCH (n:Node) WHERE n.key = row.id
CALL (n, row) {
  ${neighbours(side, late, cells).join('\n  UNION ALL\n  ')}
}
WITH how, earlier, later, own WHERE own
CALL (earlier) {
  MATCH (earlier)-[:OF]->(c) WHERE ${isCurrent('c')} RETURN min(c.id) AS earlierClaim
}
CALL (later) {
  MATCH (later)-[:OF]->(c) WHERE ${isCurrent('c')} RETURN min(c.id) AS laterClaim
}
RETURN how, earlier.id AS earlierId, ${dateOf('earlier')} AS earlierDate, earlierClaim, ${of('earlier')} AS since,
  later.id AS laterId, ${dateOf('later')} AS laterDate, laterClaim`;
};

const AFTER = pairs('after');
const BEFORE = pairs('before');

const END = `UNWIND $rows AS id
MATCH (f:Flag) WHERE f.key = id
SET f.superseded = $at, f.key = f.id + $past`;

/** What has changed in the order of dates. */
export interface ReorderedDates {
  /** The ids of attributions and documents that are new, or of which flags may have ended with others. */
  readonly checked: readonly string[];
  /** Those that have another earliest bound now. */
  readonly moved: ReadonlyMap<string, Moved>;
  /** The keys of versions that have ended. */
  readonly ended: readonly string[];
}

/** Renews the flags on dates that are in the wrong order, where that can have changed. */
export async function renewDateOrderFlags(
  run: Run,
  { checked, moved, ended }: ReorderedDates,
  stamp: Stamp,
): Promise<void> {
  const all = { low: -NEVER, high: NEVER };
  const found = [
    ...(await wrongOrders(run, BEFORE, idRows(checked))),
    ...(await wrongOrders(run, AFTER, await upToEarliest(run, [...checked, ...moved.keys()]))),
  ];
  const fallen = [...moved].flatMap(([id, { was, value }]) => (value < was ? [{ id, low: value, high: was }] : []));
  const past = ended.map((id) => ({ id, ...all }));
  const stale = await wrongOrders(run, AFTER, [...fallen, ...past]);
  const flags = found.map(wrongOrder);
  const current = new Set(flags.map(({ id }) => id));
  const over = stale.map(({ earlier, later }) => wrongOrderId(earlier, later).id).filter((id) => !current.has(id));
  await batched(run, END, [...new Set(over)], { at: stamp.at, past: ` ${stamp.at}` });
  await storeFlags(run, flags, stamp);
}

const VALUES = `UNWIND $rows AS row
MATCH (n:Node) WHERE n.key = row.id
RETURN n.id AS id, ${of('n')} AS high`;

/** Rows that ask for what has to be later than these nodes, and is dated before their earliest bound. */
async function upToEarliest(run: Run, ids: readonly string[]): Promise<object[]> {
  const rows = await batched(run, VALUES, idRows(ids));
  return rows.map(({ id, high }) => ({ id, low: -NEVER, high }));
}

async function wrongOrders(run: Run, text: string, rows: readonly object[]): Promise<WrongOrder[]> {
  return (await batched(run, text, rows, ORDER)).map(
    (row) =>
      ({
        how: row.how,
        earlier: { id: row.earlierId, date: row.earlierDate, claim: row.earlierClaim },
        from: row.since,
        later: { id: row.laterId, date: row.laterDate, claim: row.laterClaim },
      }) as WrongOrder,
  );
}

function idRows(ids: readonly string[]): { id: string }[] {
  return [...new Set(ids)].map((id) => ({ id }));
}

import { type Bound, citedWithoutDate, EARLIEST, FIRST_CITER, LATEST, neighbours } from './time-order.ts';

/** The statements that derive one of the two bounds. */
export interface BoundStatements {
  /** The bound of nodes by key, and the end of their stated interval. */
  readonly read: string;
  /** What the bound of a node follows from: its stated interval and its neighbours. */
  readonly pull: string;
  /** The neighbours that a new bound of a node narrows, and those that it no longer supports. */
  readonly push: string;
  /** The neighbours that may have their bound from a node. */
  readonly supported: string;
  readonly write: string;
}

const ROWS = 'UNWIND $rows AS row\nMATCH (n:Node) WHERE n.key = row.id';

function subquery(imported: string, branches: readonly string[]): string {
  return `CALL (${imported}) {\n  ${branches.join('\n  UNION ALL\n  ')}\n}`;
}

function statementsOf(bound: Bound): BoundStatements {
  const { raw, of, narrower, end } = bound;
  const isEarliest = bound === EARLIEST;
  const isFromHere = [`${of('m')} = row.value`, `row.value ${narrower} m.${end}`];
  // The first that cites it sets the bound, and may itself have one from it: another one that is as early as it states counts.
  const mayBeFromHere = [
    `(${of('m')} = row.value OR (${of('m')} > n.${end} AND ${of('m')} < row.value))`,
    `${of('m')} > m.${end}`,
  ];
  const found = `m.id AS id, ${of('m')} AS value`;
  const supported = [
    ...neighbours(bound.to, isFromHere, () => found),
    ...(isEarliest ? [citedWithoutDate(mayBeFromHere, found)] : []),
  ];
  return {
    read: `${ROWS}\nRETURN n.id AS id, ${of('n')} AS value, n.${end} AS stated`,
    pull: pull(bound),
    push: push(bound),
    supported: `${ROWS}\n${subquery('n, row', supported)}\nRETURN DISTINCT id, value`,
    write: `${ROWS}\nSET n.${raw} = row.value`,
  };
}

function pull(bound: Bound): string {
  const { of, from, narrower, narrowest, end, limit } = bound;
  const [firstCiter, citer] = bound === EARLIEST ? [`${FIRST_CITER}\n`, 'citer'] : ['', 'null AS citer'];
  const counting = [`${of('m')} ${narrower} n.${end}`, `NOT ${of('m')} ${narrower} n.${limit}`];
  const around = neighbours(from, counting, () => `${narrowest}(${of('m')}) AS bound`);
  return `${ROWS}\n${firstCiter}${subquery('n', around)}
RETURN n.id AS id, ${of('n')} AS was, n.${end} AS stated, ${citer}, ${narrowest}(bound) AS bound`;
}

function push(bound: Bound): string {
  const { of, to, narrower, end, limit } = bound;
  const holds = `NOT row.value ${narrower} m.${limit}`;
  const isLost = `${of('m')} = row.was AND row.was ${narrower} m.${end}`;
  const touched = [`row.value ${narrower} ${of('m')}`, `(${holds} OR (${isLost}))`];
  const effect = `CASE WHEN ${holds} THEN 'narrower' ELSE 'lost' END AS effect`;
  const around = neighbours(to, touched, () => `m.id AS id, ${of('m')} AS was, ${effect}`);
  const isBelow = `row.before <= ${of('m')} AND ${of('m')} < row.value`;
  const cited = citedWithoutDate([isBelow], `m.id AS id, ${of('m')} AS was, 'again' AS effect`);
  return `${ROWS}\n${subquery('n, row', bound === EARLIEST ? [...around, cited] : around)}
RETURN id, was, effect, row.value AS value`;
}

export const STATEMENTS = { earliest: statementsOf(EARLIEST), latest: statementsOf(LATEST) } as const;

const isLater = ['n', 'm'].map((variable) => `${EARLIEST.of('m')} > ${variable}.${EARLIEST.end}`);

/** Words that are there only with what cites them, and that have a later bound than one of these states. */
export const OVERTAKEN = `${ROWS}
${subquery('n', [citedWithoutDate(isLater, 'm.id AS id')])}
RETURN DISTINCT id`;

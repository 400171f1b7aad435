import { COUNTED } from '../rules/stances.ts';
import { isCurrent } from '../store/rows.ts';

/**
 * The order in time of attributions and documents: nothing is said before what it cites or before the document that its
 * own is taken from, and no document is out before those that it is taken from or before the words in it. What a rule or a
 * model suggests orders nothing.
 */
type Neighbours = 'before' | 'after';

/** The parameters of all statements that follow the order. */
export const ORDER = { counted: COUNTED };

const counted = (variable: string) => `coalesce(${variable}.basis, 'STATED') IN $counted`;
const inOrder = (edge: string) => `${counted(edge)} AND ${edge}.kind <> 'SAME_TEXT' AND ${isCurrent(edge)}`;

/** Each way from a node `n` to others, `m`, that are not later or not earlier, with what is said of it. */
const WAYS: Readonly<Record<Neighbours, readonly (readonly [how: string, match: string, condition: string])[]>> = {
  before: [
    ['cites', 'MATCH (n)-[e:CITES]->(m)', counted('e')],
    ['contains', 'MATCH (n)<-[:APPEARS_IN]-(m)', ''],
    ['derives', 'MATCH (n)-[e:DERIVED_FROM]->(m)', inOrder('e')],
    ['within', `MATCH (n)-[:APPEARS_IN]->(d) WHERE ${isCurrent('d')}\n  MATCH (d)-[e:DERIVED_FROM]->(m)`, inOrder('e')],
  ],
  after: [
    ['cites', 'MATCH (n)<-[e:CITES]-(m)', counted('e')],
    ['contains', 'MATCH (n)-[:APPEARS_IN]->(m)', ''],
    ['derives', 'MATCH (n)<-[e:DERIVED_FROM]-(m)', inOrder('e')],
    [
      'within',
      `MATCH (n)<-[e:DERIVED_FROM]-(d) WHERE ${inOrder('e')} AND ${isCurrent('d')}\n  MATCH (d)<-[:APPEARS_IN]-(m)`,
      '',
    ],
  ],
};

/** The lower bound of a node, before it is kept below the upper one. */
export const earliestOf = (variable: string) =>
  `coalesce(${variable}.rawEarliest, ${variable}.saidEarliest, ${variable}.publishedEarliest)`;

export const latestOf = (variable: string) =>
  `coalesce(${variable}.rawLatest, ${variable}.saidLatest, ${variable}.publishedLatest)`;

/** The branches of a subquery that reads the neighbours `m` of `n`; what it returns may depend on how they are joined. */
export function neighbours(
  side: Neighbours,
  conditions: readonly string[],
  returned: (how: string) => string,
): readonly string[] {
  return WAYS[side].map(([how, match, condition]) => {
    const all = [condition, counted('n'), isCurrent('m'), counted('m'), ...conditions].filter(Boolean);
    return `${match} WHERE ${all.join(' AND ')}\n  RETURN ${returned(how)}`;
  });
}

/** A condition: words without a date and a document of their own are there only with something that cites them. */
export const borrowsItsDate = (variable: string) =>
  `${variable}.type = 'Attribution' AND ${variable}.saidAt IS NULL AND ${variable}.within IS NULL`;

/** The branch that reads the words `m` that `n` cites and that are there only with what cites them. */
export function citedWithoutDate(conditions: readonly string[], returned: string): string {
  const all = [counted('e'), counted('n'), isCurrent('m'), counted('m'), borrowsItsDate('m'), ...conditions];
  return `MATCH (n)-[e:CITES]->(m) WHERE ${all.join(' AND ')}\n  RETURN ${returned}`;
}

/** The subquery for the first bound of what cites `n`, where `n` is there only with that. */
export const FIRST_CITER = `CALL (n) {
  MATCH (n)<-[e:CITES]-(m)
  WHERE ${[borrowsItsDate('n'), counted('n'), counted('e'), isCurrent('m'), counted('m')].join(' AND ')}
  RETURN min(${earliestOf('m')}) AS citer
}`;

/** Words without a date and a document that nothing cited before these attributions did. */
export const CITED_FIRST = `UNWIND $rows AS id
MATCH (n:Node) WHERE n.key = id
CALL (n) { ${citedWithoutDate([], 'm')} }
WITH DISTINCT m
CALL (m) {
  MATCH (m)<-[e:CITES]-(o) WHERE ${[counted('e'), isCurrent('o'), counted('o'), 'o.recorded < $at'].join(' AND ')}
  RETURN o.id AS other LIMIT 1
  UNION ALL
  RETURN null AS other
}
RETURN m.id AS id, count(other) AS others`;

/** One of the two bounds, and how constraints narrow it. */
export interface Bound {
  /** The name of the working value, while bounds are derived. */
  readonly raw: string;
  readonly of: (variable: string) => string;
  /** Where constraints come from, and where they go to. */
  readonly from: Neighbours;
  readonly to: Neighbours;
  /** How a narrower value compares with a wider one. */
  readonly narrower: '>' | '<';
  readonly narrowest: 'max' | 'min';
  /** The stated interval: its own end, and the other one, beyond which a constraint is ignored. */
  readonly end: string;
  readonly limit: string;
}

export const EARLIEST: Bound = {
  raw: 'rawEarliest',
  of: earliestOf,
  from: 'before',
  to: 'after',
  narrower: '>',
  narrowest: 'max',
  end: 'datedFrom',
  limit: 'datedUntil',
};

export const LATEST: Bound = {
  raw: 'rawLatest',
  of: latestOf,
  from: 'after',
  to: 'before',
  narrower: '<',
  narrowest: 'min',
  end: 'datedUntil',
  limit: 'datedFrom',
};

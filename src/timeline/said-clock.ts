import { rowsAbout } from '../claim/claims-about.ts';
import type { SortedRows } from '../cypher/computed-list.ts';
import { boundOf } from '../cypher/gate.ts';
import type { Asked, Predicates } from '../cypher/mapping.ts';
import { matchPattern } from '../cypher/match-pattern.ts';
import { pattern } from '../cypher/pattern.ts';
import type { OpenStatement } from '../cypher/statement-head.ts';
import { NEVER } from '../time/edtf.ts';
import { type ClockRows, within } from './clock-rows.ts';

/** When things were said: a row for each attribution, by its bounds in time. */
export const saidClock: ClockRows = { open, read };

function open(statement: OpenStatement, asked: Asked): SortedRows {
  const { compilation, scope } = statement;
  const { writer } = compilation;
  const { lines, self, kept } = rowsAbout(statement, asked, 'Attribution', dated(asked));
  const roles: Record<string, string> = { self };
  matchPattern(compilation, { lines, roles }, pattern('(self)-[:OF]->(claim:Claim)'), {}, scope);
  const claim = roles.claim as string;
  const [earliest, latest, key, tie] = writer.variables(4);
  const all = [...kept, claim].join(', ');
  lines.push(
    `WITH ${all}, ${boundOf(self, 'saidEarliest', scope)} AS ${earliest}, ${boundOf(self, 'saidLatest', scope)} AS ${latest}`,
    `WITH ${all}, ${earliest}, ${latest}, ${self}.id AS ${tie}, ` +
      `CASE WHEN ${self}.saidAt IS NULL AND ${earliest} = ${-NEVER} THEN ${NEVER} ELSE ${earliest} END AS ${key}`,
  );
  const cells = [`${self}.id`, `${self}.saidAt`, earliest, latest, `${claim}.id`];
  return { lines, kept: [...kept, claim, earliest, latest, key, tie], key, tie, cells };
}

/** Within the range of the arguments; what has no date at all, not even a derived bound, never is. */
function dated(asked: Asked): Predicates | null {
  const overlapping = within(asked, ['saidEarliest', 'saidLatest']);
  if (!overlapping) return null;
  return (variable, parameter, roles, bound, seen) => [
    ...overlapping(variable, parameter, roles, bound, seen),
    `(${bound('saidEarliest')} > ${-NEVER} OR ${bound('saidLatest')} < ${NEVER})`,
  ];
}

function read(cells: readonly unknown[]) {
  const [subject, when, earliest, latest, claim] = cells;
  return {
    subject: subject as string,
    when: when as string | null,
    earliest: earliest as number,
    latest: latest as number,
    claims: [claim as string],
  };
}

import { rowsAbout } from '../claim/claims-about.ts';
import { inputBounds, isGiven } from '../cypher/arguments.ts';
import type { SortedRows } from '../cypher/computed-list.ts';
import { gate } from '../cypher/gate.ts';
import type { Asked, Predicates } from '../cypher/mapping.ts';
import { matchPattern } from '../cypher/match-pattern.ts';
import { pattern } from '../cypher/pattern.ts';
import { timeVariables } from '../cypher/scope.ts';
import type { OpenStatement } from '../cypher/statement-head.ts';
import type { ClockRows } from './clock-rows.ts';
import { firstClaims } from './first-claims.ts';

/** When things entered the graph: a row for each revision in which claims, or what was said of them, came in. */
export const recordedClock: ClockRows = { open, read };

function open(statement: OpenStatement, asked: Asked): SortedRows {
  const { compilation, scope } = statement;
  const { writer, model } = compilation;
  const times = timeVariables(scope);
  const [claim, key, claims, revision, tie] = writer.variables(5);
  const own = rowsAbout(statement, asked, 'Claim', recordedWithin(asked));
  const said = rowsAbout(statement, asked, 'Attribution', recordedWithin(asked));
  const roles: Record<string, string> = { self: said.self };
  matchPattern(compilation, { lines: said.lines, roles }, pattern('(self)-[:OF]->(claim:Claim)'), {}, scope);
  const lines = [
    `CALL (${times.join(', ')}) {`,
    ...own.lines,
    `RETURN ${own.self} AS ${claim}, ${own.self}.recorded AS ${key}`,
    'UNION ALL',
    ...said.lines,
    `RETURN ${roles.claim} AS ${claim}, ${said.self}.recorded AS ${key}`,
    '}',
    `WITH DISTINCT ${[...times, claim, key].join(', ')}`,
    `WITH ${[...times, key].join(', ')}, collect(${claim}.id) AS ${claims}, '' AS ${tie}`,
  ];
  const isOf = [`${revision}.at = ${key}`, ...gate(model, 'Revision', revision, scope)].join(' AND ');
  const then = [`MATCH (${revision}:Revision) WHERE ${isOf}`];
  return { lines, kept: [...times, key, claims, tie], key, tie, then, cells: [`${revision}.id`, key, claims] };
}

/** Recorded within the range of the arguments. */
function recordedWithin({ args, node }: Asked): Predicates | null {
  const { from, until } = args as { from?: string | null; until?: string | null };
  if (!isGiven(from) && !isGiven(until)) return null;
  return (variable, parameter) => [
    ...(isGiven(from) ? [`${variable}.recorded >= ${parameter(inputBounds('from', from, node).earliest)}`] : []),
    ...(isGiven(until) ? [`${variable}.recorded <= ${parameter(inputBounds('until', until, node).latest)}`] : []),
  ];
}

function read(cells: readonly unknown[]) {
  const [subject, at, claims] = cells as [string, number, unknown];
  const when = `${new Date(at).toISOString().slice(0, 19)}Z`;
  return { subject, when, earliest: at, latest: at, claims: firstClaims(claims) };
}

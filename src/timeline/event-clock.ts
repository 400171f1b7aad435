import { rowsAbout } from '../claim/claims-about.ts';
import type { SortedRows } from '../cypher/computed-list.ts';
import type { Asked } from '../cypher/mapping.ts';
import { matchPattern } from '../cypher/match-pattern.ts';
import { pattern } from '../cypher/pattern.ts';
import { timeVariables } from '../cypher/scope.ts';
import type { OpenStatement } from '../cypher/statement-head.ts';
import { type ClockRows, within } from './clock-rows.ts';
import { firstClaims } from './first-claims.ts';

/** When things happened: a row for each date of an event, with all that date it so, and for each other claim. */
export const eventClock: ClockRows = { open, read };

function open(statement: OpenStatement, asked: Asked): SortedRows {
  const { compilation, scope } = statement;
  const { lines, self, kept } = rowsAbout(statement, asked, 'Claim', within(asked, ['whenEarliest', 'whenLatest']));
  const [subject, stated, key, earliest, latest, claims, tie] = compilation.writer.variables(7);
  const event = eventOf(statement, lines, self);
  const times = timeVariables(scope);
  lines.push(
    `WITH ${kept.join(', ')}, CASE WHEN ${self}.statedWhen IS NULL THEN ${self}.id ELSE coalesce(${event}, ${self}.id) END AS ${subject}`,
    `WITH ${[...times, subject].join(', ')}, ${self}.statedWhen AS ${stated}, ${self}.whenAsc AS ${key}, ` +
      `${self}.whenEarliest AS ${earliest}, ${self}.whenLatest AS ${latest}, ` +
      `collect(${self}.id) AS ${claims}`,
  );
  const row = [subject, stated, key, earliest, latest, claims];
  lines.push(`WITH ${[...times, ...row].join(', ')}, ${subject} + ' ' + coalesce(${stated}, '') AS ${tie}`);
  return { lines, kept: [...times, ...row, tie], key, tie, cells: [subject, stated, earliest, latest, claims] };
}

/** The event that a claim speaks of, as a variable that is null where it speaks of anything else. */
function eventOf({ compilation, scope }: OpenStatement, lines: string[], self: string): string {
  const inner = { lines: [] as string[], roles: { self } as Record<string, string> };
  matchPattern(compilation, inner, pattern('(self)-[:SUBJECT]->(event:Event)'), {}, scope);
  const event = compilation.writer.variable();
  lines.push(
    `CALL (${[self, ...timeVariables(scope)].join(', ')}) {`,
    ...inner.lines,
    `RETURN max(${inner.roles.event}.id) AS ${event}`,
    '}',
  );
  return event;
}

function read(cells: readonly unknown[]) {
  const [subject, stated, earliest, latest, claims] = cells;
  return {
    subject: subject as string,
    when: stated as string | null,
    earliest: earliest as number | null,
    latest: latest as number | null,
    claims: firstClaims(claims),
  };
}

import { rowsAbout } from '../claim/claims-about.ts';
import { among, leadsTo } from '../cypher/field-mappings.ts';
import { boundOf, gate } from '../cypher/gate.ts';
import type { Asked } from '../cypher/mapping.ts';
import { matchPattern } from '../cypher/match-pattern.ts';
import { pattern } from '../cypher/pattern.ts';
import { openRows } from '../cypher/row-clauses.ts';
import { isPresent, timeVariables } from '../cypher/scope.ts';
import type { OpenStatement } from '../cypher/statement-head.ts';
import { monthLines } from './months.ts';

/** A statement with what is asked; each part adds a subquery and returns the variable that holds its result. */
export interface Counting {
  readonly open: OpenStatement;
  readonly asked: Asked;
}

/** The most claims whose standing is traced. */
export const MOST_TRACED = 10_000;

function call({ open }: Counting, lines: readonly string[], result: string): string {
  const name = open.compilation.writer.variable();
  open.lines.push(`CALL (${timeVariables(open.scope).join(', ')}) {`, ...lines, `RETURN ${result} AS ${name}`, '}');
  return name;
}

/** Follows a pattern from a variable that is `self` in it; returns the variable of a role. */
function follow({ open }: Counting, lines: string[], self: string, text: string, role: string): string {
  const roles: Record<string, string> = { self };
  matchPattern(open.compilation, { lines, roles }, pattern(text), {}, open.scope);
  return roles[role] as string;
}

function hasAbout({ asked }: Counting): boolean {
  return Boolean(asked.args.about);
}

export function claims(counting: Counting): string {
  const { lines } = rowsAbout(counting.open, counting.asked, 'Claim');
  return call(counting, lines, 'count(*)');
}

/** Stances with their numbers of attributions. */
export function stances(counting: Counting): string {
  const { lines, self } = rowsAbout(counting.open, counting.asked, 'Attribution');
  return call(counting, [...lines, `WITH ${self}.stance AS stance, count(*) AS total`], 'collect([stance, total])');
}

export function actors(counting: Counting): string {
  if (!hasAbout(counting)) return nodes(counting, 'Actor');
  const { lines, self } = rowsAbout(counting.open, counting.asked, 'Attribution');
  const actor = follow(counting, lines, self, '(self)-[:BY]->(actor:Actor)', 'actor');
  return call(counting, [...lines, `WITH DISTINCT ${actor}`], 'count(*)');
}

export function events(counting: Counting): string {
  if (!hasAbout(counting)) return nodes(counting, 'Event');
  const { lines, self } = rowsAbout(counting.open, counting.asked, 'Claim');
  const event = follow(counting, lines, self, '(self)-[:ABOUT]->(event:Event)', 'event');
  return call(counting, [...lines, `WITH DISTINCT ${event}`], 'count(*)');
}

function nodes(counting: Counting, label: string): string {
  const { compilation, scope } = counting.open;
  const found = `MATCH (n:${label}) WHERE ${gate(compilation.model, label, 'n', scope).join(' AND ')}`;
  return call(counting, [found], 'count(*)');
}

/** Numbers of documents, by whether they were read. */
export function documents(counting: Counting): string {
  const { compilation, scope } = counting.open;
  const grouped = (node: string) => `WITH ${node}.read AS read, count(*) AS total`;
  if (!hasAbout(counting)) {
    const found = `MATCH (n:Document) WHERE ${gate(compilation.model, 'Document', 'n', scope).join(' AND ')}`;
    return call(counting, [found, grouped('n')], 'collect([read, total])');
  }
  const { lines, self } = rowsAbout(counting.open, counting.asked, 'Attribution');
  const document = follow(counting, lines, self, '(self)-[:APPEARS_IN]->(document:Document)', 'document');
  return call(counting, [...lines, `WITH DISTINCT ${document}`, grouped(document)], 'collect([read, total])');
}

export function mentions({ open, asked }: Counting): string {
  const { compilation, scope } = open;
  const { about } = asked.args as { about?: readonly string[] | null };
  const conditions = [
    ...among('resolved', [false]),
    ...leadsTo('(self)-[:CANDIDATE]->(entity:Entity)', 'entity', about, 1),
  ];
  const source = { type: 'Mention', patterns: [pattern('(self:Mention)')], rows: { self: 'self' } };
  const place = { node: asked.node, args: {}, parent: {}, scope, guard: null };
  const { lines } = openRows(compilation, { ...source, conditions: () => conditions }, place, null);
  return call({ open, asked }, lines, 'count(*)');
}

/**
 * Numbers of claims by what is stored of their trace: standing, unnamed sources only, own voice only. As of a said time,
 * of those whose trace was the same then.
 */
export function marks(counting: Counting): string {
  const { scope } = counting.open;
  const { lines, self } = scope.said
    ? claimsByMarks(counting, true)
    : rowsAbout(counting.open, counting.asked, 'Claim');
  const mark = (name: string) => boundOf(self, name, scope);
  lines.push(
    `WITH ${mark('standing')} AS standing, ${mark('unnamedOnly')} AS unnamed, ${mark('ownVoiceOnly')} AS own, count(*) AS total`,
  );
  return call(counting, lines, 'collect([standing, unnamed, own, total])');
}

/** The ids of claims to trace, one more than can be if there are more. */
export function traced(counting: Counting): string {
  const { lines, self } = claimsByMarks(counting, false);
  return call(counting, [...lines, `WITH ${self} LIMIT ${MOST_TRACED + 1}`], `collect(${self}.id)`);
}

/** How many claims there are to trace. */
export function tracedCount(counting: Counting): string {
  return call(counting, claimsByMarks(counting, false).lines, 'count(*)');
}

/** Claims whose stored marks hold as of the said time as well, or those whose do not. */
function claimsByMarks({ open, asked }: Counting, hold: boolean): { lines: string[]; self: string } {
  const { lines, self, kept } = rowsAbout(open, asked, 'Claim');
  const marks = asked.model.tracer.settledMarks(open.compilation.writer, self, 'Claim', open.scope);
  const isWanted = hold ? marks.settled : `NOT ${marks.settled}`;
  return { lines: [...lines, ...marks.lines, `WITH ${[...kept, marks.settled].join(', ')} WHERE ${isWanted}`], self };
}

export function predicates(counting: Counting): string {
  const { lines, self } = rowsAbout(counting.open, counting.asked, 'Claim', (claim) => [
    `${claim}.predicate IS NOT NULL`,
  ]);
  return call(
    counting,
    [...lines, `WITH ${self}.predicate AS predicate, count(*) AS total`],
    'collect([predicate, total])',
  );
}

export function outlets(counting: Counting): string {
  const { lines, self } = rowsAbout(counting.open, counting.asked, 'Attribution');
  const published = '(self)-[:APPEARS_IN]->(document:Document)-[:PUBLISHED_BY]->(outlet:Organization)';
  const outlet = follow(counting, lines, self, published, 'outlet');
  const claim = follow(counting, lines, self, '(self)-[:OF]->(claim:Claim)', 'claim');
  lines.push(
    `WITH ${outlet}.id AS outlet, ${claim}.id AS claim, count(*) AS total`,
    'WITH outlet, count(*) AS claims, sum(total) AS attributions',
  );
  return call(counting, lines, 'collect([outlet, claims, attributions])');
}

/** Numbers of claims and attributions by the month in which they were said. */
export function saidMonths(counting: Counting): string {
  const { scope } = counting.open;
  const { lines, self } = rowsAbout(counting.open, counting.asked, 'Attribution');
  const claim = follow(counting, lines, self, '(self)-[:OF]->(claim:Claim)', 'claim');
  lines.push(
    ...monthLines(`${self}.saidAsc`, 'month', [...timeVariables(scope), self, claim]),
    `WITH month, ${claim}.id AS claim, count(*) AS total`,
    'WITH month, count(*) AS claims, sum(total) AS attributions',
  );
  return call(counting, lines, 'collect([month, claims, attributions])');
}

/** Numbers of claims, and of what was said of them, by the month that they speak of. */
export function eventMonths(counting: Counting): string {
  const { open } = counting;
  const { lines, self, kept } = rowsAbout(open, counting.asked, 'Claim');
  lines.push(...monthLines(`${self}.whenAsc`, 'month', kept));
  const stored = isPresent(open.scope) && !open.scope.said;
  if (!stored) {
    const inner: string[] = [];
    const said = follow(counting, inner, self, '(self)<-[:OF]-(said:Attribution)', 'said');
    lines.push(
      `CALL (${[self, ...timeVariables(open.scope)].join(', ')}) {`,
      ...inner,
      `RETURN count(${said}) AS total`,
      '}',
    );
  }
  const total = stored ? `${self}.attributionCount` : 'total';
  lines.push(`WITH month, count(*) AS claims, sum(${total}) AS attributions`);
  return call(counting, lines, 'collect([month, claims, attributions])');
}

/** Numbers of claims, and of attributions, by the month in which they came in. */
export function recordedMonths(counting: Counting): string {
  const { open, asked } = counting;
  const rows = (['Claim', 'Attribution'] as const).map((type) => {
    const { lines, self, kept } = rowsAbout(open, asked, type);
    lines.push(...monthLines(`${self}.recorded`, 'month', kept), 'WITH month, count(*) AS total');
    const counted = type === 'Claim' ? 'total AS claims, 0 AS attributions' : '0 AS claims, total AS attributions';
    return [...lines, `RETURN month, ${counted}`];
  });
  const lines = [
    `CALL (${timeVariables(open.scope).join(', ')}) {`,
    ...(rows[0] ?? []),
    'UNION ALL',
    ...(rows[1] ?? []),
    '}',
  ];
  lines.push('WITH month, sum(claims) AS claims, sum(attributions) AS attributions');
  return call(counting, lines, 'collect([month, claims, attributions])');
}

import type { Writing } from '../cypher/compilation.ts';
import { among, isIn, leadsTo } from '../cypher/field-mappings.ts';
import { gate } from '../cypher/gate.ts';
import type { Asked, Condition, Where } from '../cypher/mapping.ts';
import { type Clauses, matchCondition, matchPattern, matchStart } from '../cypher/match-pattern.ts';
import { pattern } from '../cypher/pattern.ts';
import type { Scope } from '../cypher/scope.ts';

const ABOUT = '(self)-[:OF]->(claim:Claim)-[:ABOUT]->(entity:Entity)';

interface RecordedArguments {
  readonly about?: readonly string[] | null;
  readonly stance?: readonly string[] | null;
}

/**
 * The events of the revision `r`, read as of `moment`, as a union: an id for each attribution that is beyond `beyond`,
 * or '' where it brought in none and its number is at least `fresh`.
 */
export function eventBranches(
  writing: Writing,
  { args }: Pick<Asked, 'args'>,
  outer: Scope,
  fresh: string,
): readonly string[] {
  const { about = null, stance = null } = args as RecordedArguments;
  const scope = { ...outer, now: 'moment' };
  const conditions = [...among('stance', stance), ...leadsTo(ABOUT, 'entity', about, 1)];
  const bare = stance ? [] : ['UNION ALL', ...withoutAttributions(writing, about, scope, fresh)];
  return [...broughtIn(writing, conditions, scope), 'UNION ALL', ...takenBack(writing, conditions, scope), ...bare];
}

/** Attributions that came in, or came in anew. */
function broughtIn(writing: Writing, conditions: readonly Condition[], scope: Scope): string[] {
  const clauses: Clauses = { lines: [], roles: {} };
  const own = (variable: string) => [`${variable}.recorded = r.at`, "r.operation <> 'RETRACT'"];
  const where = onRow('self', own, conditions);
  matchStart(writing, clauses, pattern('(self:Attribution)'), { role: 'self', index: null }, where, scope);
  return narrowed(writing, clauses, clauses.roles.self as string, conditions, scope);
}

/** Attributions that are not there any more, as they were before. */
function takenBack(writing: Writing, conditions: readonly Condition[], scope: Scope): string[] {
  const clauses: Clauses = { lines: [], roles: { self: 'r' } };
  const where = onRow('said', () => ["r.operation = 'RETRACT'"], conditions);
  matchPattern(writing, clauses, pattern('(self)-[:CHANGED]->(said:Attribution)'), where, scope);
  return narrowed(writing, clauses, clauses.roles.said as string, conditions, scope);
}

/** The predicates on an attribution itself, under any role. */
function onRow(role: string, own: (variable: string) => string[], conditions: readonly Condition[]): Where {
  const plain = conditions.filter((condition) => !condition.pattern).map(({ where }) => where.self);
  return {
    [role]: (variable, ...given) => [
      ...own(variable),
      `${variable}.id > beyond`,
      ...plain.flatMap((predicates) => predicates?.(variable, ...given) ?? []),
    ],
  };
}

function narrowed(
  writing: Writing,
  { lines }: Clauses,
  self: string,
  conditions: readonly Condition[],
  scope: Scope,
): string[] {
  for (const condition of conditions) matchCondition(writing, { lines, roles: { self } }, condition, [self], scope);
  return [...lines, `RETURN ${self}.id AS id`];
}

/** The revision itself, where there is no attribution in it; `about` then names what it changed. */
function withoutAttributions(
  { model, writer }: Writing,
  about: readonly string[] | null,
  scope: Scope,
  fresh: string,
): string[] {
  const seen = (label: string, variable: string) => gate(model, label, variable, scope).join(' AND ');
  const named = (variable: string) =>
    isIn('id', about ?? [])(
      variable,
      (value) => writer.parameter(value),
      {},
      String,
      () => [],
    ).join();
  const touched = [
    `CALL (r, moment) {`,
    `MATCH (r)-[:CHANGED]->(n:Node) WHERE ${named('n')} AND ${seen('Node', 'n')} RETURN n.id AS hit`,
    'UNION ALL',
    `MATCH (r)-[:CHANGED]->(c:Claim) WHERE ${seen('Claim', 'c')}`,
    `MATCH (c)-[:ABOUT]->(n:Entity) WHERE ${named('n')} AND ${seen('Entity', 'n')} RETURN n.id AS hit`,
    '}',
    'WITH DISTINCT r',
  ];
  return [
    `WITH r, moment WHERE r.sequence >= ${fresh}`,
    "CALL (r) { MATCH (x:Attribution) WHERE x.recorded = r.at AND r.operation <> 'RETRACT' WITH x LIMIT 1 RETURN count(x) AS came }",
    "CALL (r) { MATCH (r)-[:CHANGED]->(x:Attribution) WHERE r.operation = 'RETRACT' WITH x LIMIT 1 RETURN count(x) AS taken }",
    'WITH r, moment, came + taken AS several WHERE several = 0',
    ...(about ? touched : []),
    "RETURN '' AS id",
  ];
}

import { limitExceeded } from '../errors.ts';
import type { FieldPlace, Writing } from './compilation.ts';
import { gate } from './gate.ts';
import type { Condition, Fold, Source, Where } from './mapping.ts';
import {
  andWhere,
  type Clauses,
  distinctRows,
  matchCondition,
  matchPattern,
  matchStart,
  matchWitness,
} from './match-pattern.ts';
import type { Bindings, Pattern } from './pattern.ts';
import { type RecordTime, type Scope, scopeOf, timeVariables } from './scope.ts';
import { earliest } from './shown-ids.ts';

/** Clauses that have bound one row each, not yet ordered or returned. */
export interface OpenRows extends Entered {
  /** Roles of the rows' type. */
  readonly roles: Bindings;
}

/** The present outside of a subquery, as a variable, and what narrows it inside, in milliseconds. */
export interface RecordTimes {
  readonly outer: string;
  readonly pinned: RecordTime;
}

/** The inside of a subquery: what it imports, the scope that holds in it, and the clause that sets its record time. */
export interface Entered extends RecordTimes {
  readonly lines: string[];
  readonly scope: Scope;
  readonly imports: readonly string[];
}

/**
 * Enters a field's subquery: its own `asOf`, and a present that is never later than `pinned`, the record time of the
 * page that a cursor came from.
 */
export function enter(compilation: Writing, place: FieldPlace, pinned: RecordTime, at?: Source['at']): Entered {
  const { writer } = compilation;
  const { scope, recorded } = scopeOf(place.args, place.scope, writer, place.node);
  const bindings: string[] = [];
  const earlier = (time: RecordTime, than: string): string => {
    if (time === null) return than;
    const name = writer.variable();
    const given = writer.parameter(time);
    bindings.push(`CASE WHEN ${given} < ${than} THEN ${given} ELSE ${than} END AS ${name}`);
    return name;
  };
  const present = earlier(pinned, scope.present);
  const inherited = scope.now === scope.present ? present : earlier(pinned, scope.now);
  const given = (text: string): string => {
    const name = writer.variable();
    bindings.push(`${text} AS ${name}`);
    return name;
  };
  const asked = recorded === null ? inherited : earlier(Math.min(recorded, pinned ?? recorded), scope.present);
  const now = at ? given(at(place.parent)) : asked;
  const parent = Object.values(place.parent);
  const imports = [...new Set([...parent, ...timeVariables(scope)])];
  const lines = bindings.length > 0 ? [`WITH ${[...new Set([...imports, ...bindings])].join(', ')}`] : [];
  const times = { present: earliest(scope.times.present, pinned), now: earliest(scope.times.now, pinned) };
  return { lines, scope: { ...scope, present, now, times }, imports, outer: scope.present, pinned };
}

/** Binds the rows of a source at a place, with the conditions and predicates that they have to meet. */
export function openRows(compilation: Writing, source: Source, given: FieldPlace, pinned: RecordTime): OpenRows {
  const entered = enter(compilation, given, pinned, source.at);
  const { lines, scope } = entered;
  const place = asItWas(compilation, given, scope, lines);
  const roles =
    source.patterns.length === 1
      ? openPattern(compilation, lines, source, source.patterns[0] as Pattern, place, scope)
      : openUnion(compilation, lines, source, place, scope);
  return { ...entered, roles };
}

/**
 * The place with the node of the parent as the version that holds at the time of a field that is read at another: from
 * there lead the edges that it had then.
 */
function asItWas({ model, writer }: Writing, place: FieldPlace, scope: Scope, lines: string[]): FieldPlace {
  const { parent, guard, scope: outer } = place;
  const { self } = parent;
  if (!self || scope.times.now === outer.times.now) return place;
  const version = writer.variable();
  const predicates = [`${version}.id = ${self}.id`, ...gate(model, 'Node', version, scope)];
  lines.push(`MATCH (${version}:Node) WHERE ${predicates.join(' AND ')}`);
  return { ...place, parent: { ...parent, self: version }, guard: guard?.replace(`${self}.`, `${version}.`) ?? null };
}

function openPattern(
  compilation: Writing,
  lines: string[],
  source: Source,
  pattern: Pattern,
  place: FieldPlace,
  entered: Scope,
): Bindings {
  const conditions = source.conditions?.(place.args, place.node, pattern) ?? [];
  const clauses: Clauses = { lines, roles: { ...place.parent } };
  const plain = conditions.filter((condition) => !condition.pattern);
  const scope = withBases(compilation, plain, entered);
  if (scope.said && plain.some(({ traced }) => traced)) {
    throw limitExceeded('As of a said time, traced filters work on the lists of Query only.', place.node);
  }
  const where = mergeWhere([source.where ?? {}, ...plain.map((condition) => byPatternRole(source, condition.where))]);
  const rest = conditions.filter((condition) => condition.pattern);
  if (pattern.steps.length > 0) matchPattern(compilation, clauses, pattern, where, scope);
  else startRows(compilation, clauses, pattern, source, plain, rest, where, scope);
  if (place.guard) guardFirst(lines, place.guard);
  const roles = rowRoles(source, clauses.roles);
  const rowVariables = Object.values(roles);
  if (source.distinct) lines.push(`WITH DISTINCT ${[...rowVariables, ...timeVariables(scope)].join(', ')}`);
  for (const condition of rest) {
    const own = withBases(compilation, [condition], entered);
    matchCondition(compilation, { lines, roles: { ...roles } }, condition, rowVariables, own);
  }
  return roles;
}

/** The scope in which something is matched: with the bases that one of its conditions asks for. */
function withBases({ writer }: Writing, conditions: readonly Condition[], scope: Scope): Scope {
  const bases = conditions.find((condition) => condition.bases)?.bases;
  if (!bases) return scope;
  const wanted = writer.parameter(bases);
  return { ...scope, hasBasis: (variable) => `${variable}.basis IN ${wanted}` };
}

/** A root field's rows: entered at the condition that expects the fewest, else at all nodes of the label. */
function startRows(
  compilation: Writing,
  clauses: Clauses,
  pattern: Pattern,
  source: Source,
  plain: readonly Condition[],
  rest: Condition[],
  where: Where,
  scope: Scope,
): void {
  const role = Object.values(source.rows)[0] as string;
  const byId = plain.some((condition) => condition.anchor);
  const entry = byId ? undefined : rest.filter((c) => c.anchor).sort((a, b) => rank(a) - rank(b))[0];
  if (!entry?.anchor || !entry.pattern) {
    matchStart(compilation, clauses, pattern, { role, index: byId ? 'Node' : null }, where, scope);
    matchWitness(compilation, clauses, pattern, role, scope);
    return;
  }
  rest.splice(rest.indexOf(entry), 1);
  const own = withBases(compilation, [entry], scope);
  const labels = { ...entry.pattern.labels, self: pattern.labels[role] as string };
  const whole: Pattern = { steps: entry.pattern.steps, labels };
  const all = { ...entry.where, self: where[role] ?? (() => []) };
  const start: Clauses = { lines: clauses.lines, roles: {} };
  const { role: at, label = 'Node' } = entry.anchor;
  matchStart(compilation, start, whole, { role: at, index: label }, all, own);
  matchPattern(compilation, start, whole, all, own);
  const row = start.roles.self as string;
  distinctRows(compilation, clauses.lines, entry, start.roles, [row], own);
  clauses.roles[role] = row;
}

function rank(condition: Condition): number {
  return condition.anchor?.rank ?? Number.POSITIVE_INFINITY;
}

/** Several patterns with the same roles, put together. */
function openUnion(compilation: Writing, lines: string[], source: Source, place: FieldPlace, scope: Scope): Bindings {
  const names = Object.keys(source.rows).map((role) => [role, compilation.writer.variable()] as const);
  const branches = source.patterns.map((pattern) => {
    const inner: string[] = [];
    const roles = openPattern(compilation, inner, source, pattern, place, scope);
    return [...inner, `RETURN ${names.map(([role, name]) => `${roles[role]} AS ${name}`).join(', ')}`];
  });
  const imports = [...new Set([...Object.values(place.parent), ...timeVariables(scope)])].join(', ');
  lines.push(
    `CALL (${imports}) {`,
    ...branches.flatMap((branch, i) => (i === 0 ? branch : ['UNION ALL', ...branch])),
    '}',
  );
  return Object.fromEntries(names);
}

function rowRoles(source: Source, bound: Bindings): Bindings {
  return Object.fromEntries(
    Object.entries(source.rows).map(([role, name]) => [role, (bound[name] ?? bound.self) as string]),
  );
}

/** Predicates are written on the row's roles; the pattern may call them otherwise. */
function byPatternRole(source: Source, where: Where): Where {
  return Object.fromEntries(Object.entries(where).map(([role, predicates]) => [source.rows[role] ?? role, predicates]));
}

function mergeWhere(all: readonly Where[]): Where {
  const merged: Record<string, Where[string]> = {};
  for (const where of all) {
    for (const [role, predicates] of Object.entries(where)) {
      const before = merged[role];
      merged[role] = before ? (...given) => [...before(...given), ...predicates(...given)] : predicates;
    }
  }
  return merged;
}

/** Adds a predicate to the first match, before anything else is read. */
function guardFirst(lines: string[], predicate: string): void {
  const first = lines.findIndex((line) => line.startsWith('MATCH'));
  const line = lines[first];
  if (line) lines[first] = line + andWhere(line, [predicate]);
}

/**
 * Binds the one row of a source that is always there beside its parent: shorter than a subquery of its own, and quicker
 * to plan and run. Returns null where that cannot be. What may be missing stays a subquery: the embedded engine does
 * not anchor an OPTIONAL MATCH at the bound node.
 */
export function openBeside(compilation: Writing, source: Source, place: FieldPlace, lines: string[]): Bindings | null {
  const [only, ...others] = source.patterns;
  const simple = only?.steps.length === 1 && others.length === 0 && !source.conditions && !source.at;
  if (!only || !simple || place.guard || place.args.asOf || Object.keys(place.parent).length === 0) return null;
  const clauses: Clauses = { lines: [], roles: { ...place.parent } };
  matchPattern(compilation, clauses, only, source.where ?? {}, place.scope);
  if (clauses.lines.length > 1) return null;
  lines.push(...clauses.lines);
  return rowRoles(source, clauses.roles);
}

/** One value over a pattern that starts at a row, as a subquery's lines; `only` narrows when it is computed. */
export function foldLines(
  compilation: Writing,
  fold: Fold,
  start: Bindings,
  scope: Scope,
  name: string,
  only: string | null,
): string[] {
  const clauses: Clauses = { lines: [], roles: { ...start } };
  matchPattern(compilation, clauses, fold.pattern, fold.where ?? {}, scope);
  if (only) guardFirst(clauses.lines, only);
  const imports = [...new Set([...Object.values(start), ...timeVariables(scope)])].join(', ');
  return [`CALL (${imports}) {`, ...clauses.lines, `RETURN ${fold.fold(clauses.roles)} AS ${name}`, '}'];
}

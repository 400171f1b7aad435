import type { Writing } from './compilation.ts';
import { boundOf, edgeGate, gate, witness } from './gate.ts';
import type { Condition, Where } from './mapping.ts';
import type { Bindings, Pattern, Step } from './pattern.ts';
import { type Scope, timeVariables } from './scope.ts';

/** A growing list of clauses with the variables that its roles have been given. */
export interface Clauses {
  readonly lines: string[];
  readonly roles: Record<string, string>;
}

/**
 * Adds the pattern's matches, each anchored at a role that is bound already; gates and predicates stand beside the
 * node they speak of, and a node that is seen only through others is checked at the end.
 */
export function matchPattern(
  compilation: Writing,
  clauses: Clauses,
  pattern: Pattern,
  where: Where,
  scope: Scope,
): void {
  const bound: string[] = [];
  let pending = [...pattern.steps];
  while (pending.length > 0) {
    const step = pending.find(({ left, right }) => clauses.roles[left] || clauses.roles[right]);
    if (!step) throw new Error('a pattern without a bound role');
    pending = pending.filter((other) => other !== step);
    bound.push(...matchStep(compilation, clauses, pattern, step, where, scope));
  }
  for (const role of bound) matchWitness(compilation, clauses, pattern, role, scope);
}

function matchStep(
  compilation: Writing,
  clauses: Clauses,
  pattern: Pattern,
  step: Step,
  where: Where,
  scope: Scope,
): string[] {
  const { roles } = clauses;
  const leftFirst = roles[step.left] !== undefined;
  const from = roles[leftFirst ? step.left : step.right] as string;
  const far = leftFirst ? step.right : step.left;
  const isNew = roles[far] === undefined;
  const to = roles[far] ?? compilation.writer.variable();
  const edge = edgeOf(compilation, step);
  if (step.edgeRole && edge) roles[step.edgeRole] = edge;
  roles[far] = to;
  const label = isNew && pattern.labels[far] ? `:${pattern.labels[far]}` : '';
  const arrow = `${leftFirst === step.forward ? '' : '<'}-[${edge ?? ''}:${step.edge}]-${leftFirst === step.forward ? '>' : ''}`;
  const predicates = edge ? edgeGate(compilation.model, step.edge, edge, scope) : [];
  for (const role of [...(step.edgeRole ? [step.edgeRole] : []), ...(isNew ? [far] : [])].reverse()) {
    predicates.unshift(...predicatesOn(compilation, pattern, where, role, roles, scope));
  }
  clauses.lines.push(`MATCH (${from})${arrow}(${to}${label})${whereText(predicates)}`);
  return isNew ? [far] : [];
}

function edgeOf({ model, writer }: Writing, step: Step): string | null {
  const dated = step.edge.split('|').some((type) => model.datedEdges.has(type));
  return step.edgeRole || dated ? writer.variable() : null;
}

/** The predicates of a role that was just bound, first those that find it, then its gate. */
function predicatesOn(
  { model, writer }: Writing,
  pattern: Pattern,
  where: Where,
  role: string,
  roles: Bindings,
  scope: Scope,
): string[] {
  const variable = roles[role] as string;
  const label = pattern.labels[role];
  const parameter = (value: unknown) => writer.parameter(value);
  const bound = (property: string, of: string = variable) => boundOf(of, property, scope);
  const seen = (other: string, name: string) => gate(model, other, name, scope);
  const own = where[role]?.(variable, parameter, roles, bound, seen, scope.said !== null) ?? [];
  return [...own, ...(label ? gate(model, label, variable, scope) : [])];
}

function whereText(predicates: readonly string[]): string {
  return predicates.length > 0 ? ` WHERE ${predicates.join(' AND ')}` : '';
}

/** Narrows the rows that the last clause has bound; `kept` are the variables that live on. */
export function narrow(lines: string[], predicates: readonly string[], kept: readonly string[]): void {
  if (predicates.length === 0) return;
  const last = lines.length - 1;
  if (lines[last]?.startsWith('MATCH')) lines[last] += andWhere(lines[last], predicates);
  else lines.push(`WITH ${[...new Set(kept)].join(', ')} WHERE ${predicates.join(' AND ')}`);
}

/** Predicates in addition to those that a MATCH has. */
export function andWhere(line: string, predicates: readonly string[]): string {
  return `${line.includes(' WHERE ') ? ' AND ' : ' WHERE '}${predicates.join(' AND ')}`;
}

/**
 * Enters the graph at the nodes of a role: by the label with a unique index (`index`) on what `where` pins down, or at
 * all nodes of the role's own label.
 */
export function matchStart(
  compilation: Writing,
  clauses: Clauses,
  pattern: Pattern,
  start: { role: string; index: string | null },
  where: Where,
  scope: Scope,
): void {
  const { role, index } = start;
  const variable = compilation.writer.variable();
  clauses.roles[role] = variable;
  const label = pattern.labels[role] as string;
  const predicates = predicatesOn(compilation, pattern, where, role, clauses.roles, scope);
  if (index && index !== label) predicates.splice(1, 0, `${variable}:${label}`);
  clauses.lines.push(`MATCH (${variable}:${index ?? label})${whereText(predicates)}`);
}

/** Keeps the rows for which a condition's pattern matches; afterwards each row stands once. */
export function matchCondition(
  compilation: Writing,
  clauses: Clauses,
  condition: Condition,
  rows: readonly string[],
  scope: Scope,
): void {
  if (!condition.pattern) return;
  const roles = { ...clauses.roles };
  matchPattern(compilation, { lines: clauses.lines, roles }, condition.pattern, condition.where, scope);
  distinctRows(compilation, clauses.lines, condition, roles, rows, scope);
}

/** Folds the matches of a condition back into rows. */
export function distinctRows(
  compilation: Writing,
  lines: string[],
  { every, whole }: Condition,
  roles: Readonly<Record<string, string>>,
  rows: readonly string[],
  scope: Scope,
): void {
  const kept = [...rows, ...timeVariables(scope)].join(', ');
  if (!every && !whole) {
    lines.push(`WITH DISTINCT ${kept}`);
    return;
  }
  const hits = compilation.writer.variable();
  if (whole) {
    const owner = roles[whole.role] as string;
    const withOwner = [...new Set([...rows, owner, ...timeVariables(scope)])].join(', ');
    lines.push(`WITH ${withOwner}, count(DISTINCT ${roles[whole.edge]}.position) AS ${hits}`);
    lines.push(`WHERE ${hits} = ${owner}.grounds`, `WITH DISTINCT ${kept}`);
    return;
  }
  if (!every) return;
  lines.push(`WITH ${kept}, count(DISTINCT ${roles[every.role]}.id) AS ${hits}`);
  lines.push(`WHERE ${hits} = ${compilation.writer.parameter(every.count)}`);
  lines.push(`WITH ${kept}`);
}

/** Drops rows with a node that nobody had spoken of by the said time of the scope. */
export function matchWitness(
  compilation: Writing,
  clauses: Clauses,
  pattern: Pattern,
  role: string,
  scope: Scope,
): void {
  const rule = witness(compilation.model, pattern.labels[role] ?? '', scope);
  if (!rule || isVouched(pattern, role, rule.through)) return;
  const variable = clauses.roles[role] as string;
  const seen = compilation.writer.variable();
  const inner: Clauses = { lines: [], roles: { self: variable } };
  matchPattern(compilation, inner, rule.through, {}, scope);
  const found = inner.roles[rule.role];
  const rows = new Set([...Object.values(clauses.roles), ...timeVariables(scope)]);
  clauses.lines.push(
    `CALL (${[variable, scope.now].join(', ')}) {`,
    ...inner.lines,
    `WITH ${found} LIMIT 1 RETURN count(${found}) AS ${seen}`,
    '}',
    `WITH ${[...rows, seen].join(', ')} WHERE ${seen} > 0`,
  );
}

/** Whether a match of the pattern is itself the proof that the node was spoken of. */
function isVouched(pattern: Pattern, role: string, through: Pattern): boolean {
  const proof = through.steps[0]?.edge;
  return pattern.steps.some(({ edge, left, right }) => edge === proof && (left === role || right === role));
}

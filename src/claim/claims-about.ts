import { leadsTo } from '../cypher/field-mappings.ts';
import type { Asked, Condition, Predicates } from '../cypher/mapping.ts';
import { pattern } from '../cypher/pattern.ts';
import { openRows } from '../cypher/row-clauses.ts';
import { timeVariables } from '../cypher/scope.ts';
import type { OpenStatement } from '../cypher/statement-head.ts';

const STARTS = {
  Claim: '(self)-[:ABOUT]->(entity:Entity)',
  Attribution: '(self)-[:OF]->(claim:Claim)-[:ABOUT]->(entity:Entity)',
} as const;

/**
 * The claims, or the attributions of the claims, that touch any of those that the argument `about` names, each once;
 * all of them where there is no such argument. `self` is their variable, `kept` what has to be carried on with it.
 */
export function rowsAbout(
  { compilation, scope }: OpenStatement,
  { args, node }: Asked,
  type: keyof typeof STARTS,
  within: Predicates | null = null,
): { lines: string[]; self: string; kept: string[] } {
  const conditions: Condition[] = [
    ...leadsTo(STARTS[type], 'entity', args.about as readonly string[] | null | undefined, 1),
    ...(within ? [{ where: { self: within } }] : []),
  ];
  const source = { type, patterns: [pattern(`(self:${type})`)], rows: { self: 'self' }, conditions: () => conditions };
  const { lines, roles } = openRows(compilation, source, { node, args: {}, parent: {}, scope, guard: null }, null);
  const self = roles.self as string;
  return { lines, self, kept: [self, ...timeVariables(scope)] };
}

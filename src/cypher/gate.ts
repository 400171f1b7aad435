import type { Model } from './mapping.ts';
import type { Scope } from './scope.ts';

/**
 * The one gate: the predicates that a matched node must meet to be seen in a scope. What a label's said rule asks
 * through a pattern is not a predicate on the node; `witness` names it.
 */
export function gate(model: Model, label: string, variable: string, scope: Scope): string[] {
  const predicates = [recorded(variable, scope)];
  const rule = model.said[label];
  if (scope.said && rule && 'latest' in rule) {
    const bound = scope.said.undated ? rule.earliest : rule.latest;
    predicates.push(`${variable}.${bound} <= ${scope.said.until}`);
  }
  return predicates;
}

/** The gate of an edge with a record time of its own. */
export function edgeGate(model: Model, types: string, variable: string, scope: Scope): string[] {
  return types.split('|').some((type) => model.datedEdges.has(type)) ? [recorded(variable, scope)] : [];
}

/** The pattern of which one match must be seen for a node of this label to be seen; null where there is none. */
export function witness(model: Model, label: string, scope: Scope) {
  const rule = model.said[label];
  return scope.said && rule && 'through' in rule ? rule : null;
}

function recorded(variable: string, { now }: Scope): string {
  return `${variable}.recorded <= ${now} AND ${variable}.superseded > ${now}`;
}

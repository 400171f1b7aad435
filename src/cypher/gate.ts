import type { Model } from './mapping.ts';
import { isPresent, type Scope } from './scope.ts';

/** What the gate has to know of the graph. */
export type GateRules = Pick<Model, 'said' | 'datedEdges'>;

/**
 * The one gate: the predicates that a matched node must meet to be seen in a scope. What a label's said rule asks
 * through a pattern is not a predicate on the node; `witness` names it.
 */
export function gate(model: GateRules, label: string, variable: string, scope: Scope): string[] {
  const predicates = [recorded(variable, scope)];
  const rule = model.said[label];
  if (scope.said && rule && 'latest' in rule) {
    const bound = boundOf(variable, scope.said.undated ? rule.earliest : rule.latest, scope);
    predicates.push(`${bound} <= ${scope.said.until}`);
  }
  return predicates;
}

/** The predicate that a node or a dated edge has been seen at some time until now: for histories alone. */
export function wasEverRecorded(variable: string, { now }: Scope): string {
  return `${variable}.recorded <= ${now}`;
}

/** Where a node keeps what a stored property was before: the times until which each value held, and the values. */
const PAST: Readonly<Record<string, readonly [until: string, values: string]>> = {
  saidEarliest: ['pastUntil', 'pastEarliest'],
  publishedEarliest: ['pastUntil', 'pastEarliest'],
  saidLatest: ['pastUntil', 'pastLatest'],
  publishedLatest: ['pastUntil', 'pastLatest'],
  standing: ['pastMarksUntil', 'pastStanding'],
  unnamedOnly: ['pastMarksUntil', 'pastUnnamedOnly'],
  ownVoiceOnly: ['pastMarksUntil', 'pastOwnVoiceOnly'],
  rootKeys: ['pastMarksUntil', 'pastRootKeys'],
  isRoot: ['pastMarksUntil', 'pastIsRoot'],
  side: ['pastMarksUntil', 'pastSide'],
  speaker: ['pastSpeakerUntil', 'pastSpeaker'],
};

/**
 * A derived property of a node, such as a bound in time or a claim's standing, as it was known at the record time of
 * the scope. It may have changed since: the node keeps what it was, with the times until which that held.
 */
export function boundOf(variable: string, property: string, scope: Scope): string {
  const past = PAST[property];
  if (isPresent(scope) || !past) return `${variable}.${property}`;
  const [until, values] = past.map((name) => `${variable}.${name}`);
  const then = `[i IN range(0, size(${until}) - 1) WHERE ${until}[i] > ${scope.now} | ${values}[i]][0]`;
  return `CASE WHEN ${until} IS NULL THEN ${variable}.${property} ELSE coalesce(${then}, ${variable}.${property}) END`;
}

/** The gate of an edge with a record time of its own. */
export function edgeGate(model: GateRules, types: string, variable: string, scope: Scope): string[] {
  return types.split('|').some((type) => model.datedEdges.has(type)) ? [recorded(variable, scope)] : [];
}

/** The pattern of which one match must be seen for a node of this label to be seen; null where there is none. */
export function witness(model: GateRules, label: string, scope: Scope) {
  const rule = model.said[label];
  return scope.said && rule && 'through' in rule ? rule : null;
}

function recorded(variable: string, { now }: Scope): string {
  return `${variable}.recorded <= ${now} AND ${variable}.superseded > ${now}`;
}

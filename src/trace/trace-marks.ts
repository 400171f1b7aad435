import type { Standing } from '../contract.ts';
import { cascadeOf } from './cascade.ts';
import { isUnnamed } from './origin.ts';
import { standingOf } from './standing.ts';
import type { SubgraphView } from './subgraph-view.ts';

/** What is stored of a claim's trace, for lists to filter by and to count. */
export interface TraceMarks {
  readonly standing: Standing;
  /** Every root is an unnamed source. */
  readonly unnamedOnly: boolean;
  /** Every root is an outlet in its own voice. */
  readonly ownVoiceOnly: boolean;
  /** For each kind of root a line with the ids of its actor and outlets, each between blanks. */
  readonly rootKeys: string;
}

export function traceMarksOf(view: SubgraphView, claim: string): TraceMarks {
  const cascade = cascadeOf(view, claim);
  const { origins } = cascade;
  const keys = origins.map(({ actor, outlets }) => ` ${[actor, ...outlets].join(' ')} `);
  return {
    standing: standingOf(view, cascade),
    unnamedOnly: origins.length > 0 && origins.every(({ actor }) => isUnnamed(view.subgraph.speakers.get(actor))),
    ownVoiceOnly: origins.length > 0 && origins.every(({ isOwnVoice }) => isOwnVoice),
    rootKeys: [...new Set(keys)].sort().join('\n'),
  };
}

/** Whether every root of a claim goes back to one of these: by its actor, or by the outlet that published or shields it. */
export function restsOnlyOn({ rootKeys }: TraceMarks, ids: readonly string[]): boolean {
  return rootKeys !== '' && rootKeys.split('\n').every((key) => ids.some((id) => key.includes(` ${id} `)));
}

/** The attributions that are roots of a claim of their own, on either side of it. */
export function rootsOf(view: SubgraphView, claim: string): ReadonlySet<string> {
  return new Set([...cascadeOf(view, claim, 'AFFIRMS').roots, ...cascadeOf(view, claim, 'DENIES').roots]);
}

export function isRoot(view: SubgraphView, attribution: string): boolean {
  const found = view.subgraph.attributions.get(attribution);
  return found !== undefined && rootsOf(view, found.claim).has(attribution);
}

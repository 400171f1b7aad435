import type { Standing } from '../contract.ts';
import { cascadeOf } from './cascade.ts';
import { isUnnamed } from './origin.ts';
import type { Sight } from './sight.ts';
import { standingOf } from './standing.ts';

/** What is stored of a claim's trace, for lists to filter by and to count. */
export interface Marks {
  readonly standing: Standing;
  /** Every root is an unnamed source. */
  readonly unnamedOnly: boolean;
  /** Every root is an outlet in its own voice. */
  readonly ownVoiceOnly: boolean;
  /** For each kind of root a line with the ids of its actor and outlets, each between blanks. */
  readonly rootKeys: string;
}

export function marksOf(sight: Sight, claim: string): Marks {
  const cascade = cascadeOf(sight, claim);
  const { origins } = cascade;
  const keys = origins.map(({ actor, outlets }) => ` ${[actor, ...outlets].join(' ')} `);
  return {
    standing: standingOf(sight, cascade),
    unnamedOnly: origins.length > 0 && origins.every(({ actor }) => isUnnamed(sight.around.speakers.get(actor))),
    ownVoiceOnly: origins.length > 0 && origins.every(({ isOwnVoice }) => isOwnVoice),
    rootKeys: [...new Set(keys)].sort().join('\n'),
  };
}

/** Whether every root of a claim goes back to one of these: by its actor, or by the outlet that published or shields it. */
export function restsOnlyOn({ rootKeys }: Marks, ids: readonly string[]): boolean {
  return rootKeys !== '' && rootKeys.split('\n').every((key) => ids.some((id) => key.includes(` ${id} `)));
}

/** The attributions that are roots of a claim of their own, on either side of it. */
export function rootsOf(sight: Sight, claim: string): ReadonlySet<string> {
  return new Set([...cascadeOf(sight, claim, 'AFFIRMS').roots, ...cascadeOf(sight, claim, 'DENIES').roots]);
}

export function isRoot(sight: Sight, attribution: string): boolean {
  const said = sight.around.said.get(attribution);
  return said !== undefined && rootsOf(sight, said.claim).has(attribution);
}

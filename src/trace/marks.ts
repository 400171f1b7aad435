import type { Standing } from '../graphql/generated.ts';
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
  /** For each kind of root, the ids of its actor and outlets, each between blanks. */
  readonly rootKeys: readonly string[];
}

export function marksOf(sight: Sight, claim: string): Marks {
  const cascade = cascadeOf(sight, claim);
  const { origins } = cascade;
  const keys = origins.map(({ actor, outlets }) => ` ${[actor, ...outlets].join(' ')} `);
  return {
    standing: standingOf(sight, cascade),
    unnamedOnly: origins.length > 0 && origins.every(({ actor }) => isUnnamed(sight.around.speakers.get(actor))),
    ownVoiceOnly: origins.length > 0 && origins.every(({ isOwnVoice }) => isOwnVoice),
    rootKeys: [...new Set(keys)].sort(),
  };
}

/** Whether every root of a claim goes back to one of these: by its actor, or by the outlet that has published or shields it. */
export function restsOnlyOn({ rootKeys }: Marks, ids: readonly string[]): boolean {
  return rootKeys.length > 0 && rootKeys.every((key) => ids.some((id) => key.includes(` ${id} `)));
}

import type { View } from '../view.ts';
import { newsroomCount } from './newsrooms.ts';
import { onRecordCount, type Range, ultimateSources } from './sources.ts';
import { trailOf } from './trail.ts';
import type { Walk } from './walk.ts';

export interface Numbers {
  readonly newsrooms: number;
  readonly ultimateSources: Range;
  readonly onRecord: number;
}

/** How many are behind a claim. */
export function numbersOf(walk: Walk, claim: string): Numbers {
  const { view }: { view: View } = walk;
  const { origins } = trailOf(walk, claim);
  return {
    newsrooms: newsroomCount(view, origins),
    ultimateSources: ultimateSources(view, origins),
    onRecord: onRecordCount(view, origins),
  };
}

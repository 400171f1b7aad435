import type { View } from '../view.ts';
import { newsroomCount } from './newsrooms.ts';
import { onRecordCount, type Range, ultimateSources } from './sources.ts';
import type { Origin } from './trail.ts';

export interface Numbers {
  readonly newsrooms: number;
  readonly ultimateSources: Range;
  readonly onRecord: number;
}

/** How many some origins are. */
export function numbersOf(view: View, origins: readonly Origin[]): Numbers {
  return {
    newsrooms: newsroomCount(view, origins),
    ultimateSources: ultimateSources(view, origins),
    onRecord: onRecordCount(view, origins),
  };
}

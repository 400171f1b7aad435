import fc from 'fast-check';
import { Bundle } from '../../src/bundle/bundle.ts';
import { SAID } from './citation-drafts.ts';
import { citations } from './citations.ts';
import { boundsOf } from './dates.ts';
import { lineage, recordedDocuments } from './trace/documents.ts';
import { numbersOf } from './trace/numbers.ts';
import { isCorroborated } from './trace/standing.ts';
import { takenBack } from './trace/taken-back.ts';
import { trailOf } from './trace/trail.ts';
import { walkOf } from './trace/walk.ts';
import { inView, type View, viewsOf } from './view.ts';
import { type Load, worldOf } from './world.ts';

const HOUR = 3_600_000;
const EMPTY = Bundle.parse({});

export function presentOf(loads: readonly Load[]): View {
  return viewsOf(worldOf(loads), 100 * HOUR);
}

/** What must not grow when less is known. */
export function strengthOf(view: View, claim: string) {
  const { newsrooms, onRecord, ultimateSources } = numbersOf(walkOf(view), claim);
  return { newsrooms, onRecord, min: ultimateSources.min, corroborated: Number(isCorroborated(view, claim)) };
}

/** The numbers of claims that are larger in the second view than in the first. */
export function grown(before: View, after: View): string[] {
  return before.from({ ...before.scope, said: null }).claims.flatMap(({ id }) => {
    const [less, more] = [strengthOf(before, id), strengthOf(after, id)] as [
      Record<string, number>,
      Record<string, number>,
    ];
    return Object.keys(less)
      .filter((name) => (more[name] as number) > (less[name] as number))
      .map((name) => `${name} of ${id}: ${less[name]} to ${more[name]}`);
  });
}

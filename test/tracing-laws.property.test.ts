import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SAID } from './oracle/citation-drafts.ts';
import { boundsOf } from './oracle/dates.ts';
import { addedRelay, countsIn, drawnRelay, grown, oneRetracted } from './oracle/laws.ts';
import { imagined, present } from './oracle/load.ts';
import { newsroomWorlds } from './oracle/newsroom-worlds.ts';
import { standingOf } from './oracle/trace/standing.ts';
import { takenBack, takenBackWithHearsay } from './oracle/trace/taken-back.ts';
import { type Origin, trailOf } from './oracle/trace/trail.ts';
import { walkOf } from './oracle/trace/walk.ts';
import { inView, type View } from './oracle/view.ts';
import type { Step } from './oracle/world.ts';

/** How many worlds are drawn: the same in every run, others with another CLAIMGRAPH_SEED. */
const numRuns = 300 * Number(process.env.CLAIMGRAPH_RUNS ?? 1);
const seed = Number(process.env.CLAIMGRAPH_SEED ?? 20_251_121);

function viewOf(...steps: readonly Step[]): View {
  return present(imagined(steps));
}

/** The origins of a claim that are no longer there later, though nobody took them back. */
function lost(early: View, late: View, claim: string): readonly Origin[] {
  const { unread } = takenBack(late);
  const gone = takenBackWithHearsay(late);
  const isTakenBack = ({ attributions, document }: Origin) =>
    attributions.some((one) => gone.has(one) || (document !== null && unread(document, one)));
  const later = new Set(trailOf(walkOf(late), claim).origins.flatMap(({ attributions }) => attributions));
  return trailOf(walkOf(early), claim).origins.filter(
    (origin) => !isTakenBack(origin) && !origin.attributions.every((one) => later.has(one)),
  );
}

describe('the definitions of what is behind a claim', () => {
  it('have no claim corroborated that falls when one actor withdraws', () => {
    const property = fc.property(newsroomWorlds, (steps) => {
      const view = viewOf(...steps);
      for (const [id, { dependsOn }] of countsIn(view)) {
        if (standingOf(view, id) === 'CORROBORATED') expect(dependsOn).toEqual([]);
      }
    });
    fc.assert(property, { numRuns, seed });
  });

  it('let no relay that is added raise anything', () => {
    const property = fc.property(newsroomWorlds, drawnRelay, (steps, relay) => {
      const counts = countsIn(viewOf(...steps));
      expect(grown(counts, countsIn(viewOf(...steps, addedRelay(steps, relay))))).toEqual([]);
    });
    fc.assert(property, { numRuns, seed });
  });

  it('let nothing rise when an attribution is retracted that takes nothing back', () => {
    const property = fc.property(newsroomWorlds, fc.nat(99), (steps, number) => {
      const step = oneRetracted(steps, number);
      if (step) expect(grown(countsIn(viewOf(...steps)), countsIn(viewOf(...steps, step)))).toEqual([]);
    });
    fc.assert(property, { numRuns, seed });
  });

  it('count no origin earlier that is not there later, unless it was taken back', () => {
    const times = fc.uniqueArray(fc.constantFrom(...SAID), { minLength: 2, maxLength: 2 });
    const property = fc.property(
      newsroomWorlds,
      times,
      fc.constantFrom('INCLUDE', 'EXCLUDE'),
      (steps, said, undated) => {
        const view = viewOf(...steps);
        const inOrder = [...said].sort((one, other) => boundsOf(one).latest - boundsOf(other).latest);
        const [early, late] = inOrder.map((one) => inView(view, { said: one, undated })) as [View, View];
        for (const { id } of view.claims) expect(lost(early, late, id)).toEqual([]);
      },
    );
    fc.assert(property, { numRuns, seed });
  });
});

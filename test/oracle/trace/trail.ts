import { byId } from '../orders.ts';
import type { Attribution, Document } from '../world.ts';
import { near } from './claims.ts';
import { remembered } from './once-per-view.ts';
import { sideOf } from './sides.ts';
import { circleOf, circlesAmong, endOf, isOrigin, type Walk, walked } from './walk.ts';

/** An origin of a claim's own: one voice, a circle of them, or a document that was not read. */
export interface Origin {
  readonly kind: 'VOICE' | 'CIRCLE' | 'UNREAD';
  /** The voice, all of the circle, or those who have it from the document. */
  readonly attributions: readonly Attribution[];
  /** The document that was not read. */
  readonly document: (Document & { readonly publisher: string }) | null;
}

/** All that a claim goes back to. */
export interface Trail {
  readonly walked: ReadonlySet<Attribution>;
  readonly roots: readonly Attribution[];
  readonly untraced: readonly Attribution[];
  readonly borrowed: readonly Attribution[];
  readonly origins: readonly Origin[];
  readonly circles: readonly (readonly Attribution[])[];
}

/** What affirms a claim, one that is the same, or one from which it follows. */
function affirming({ view, isThere }: Walk, claim: string): Attribution[] {
  const claims = near(view, claim);
  return view.attributions.filter((one) => isThere(one) && claims.has(one.claim) && sideOf(view, one) === 'AFFIRMS');
}

export const trailOf = remembered((walk: Walk, claim: string): Trail => {
  const own = new Set(affirming(walk, claim));
  const all = walked(walk, own);
  const ends = [...all].filter((one) => isOrigin(walk, one));
  const isOfOwnCircle = (one: Attribution) =>
    endOf(walk, one)?.kind === 'CIRCLE' && circleOf(walk, one).some((member) => own.has(member));
  return {
    walked: all,
    roots: byId(ends.filter((one) => own.has(one))),
    untraced: byId([...all].filter((one) => endOf(walk, one)?.kind === 'UNTRACED')),
    borrowed: byId(ends.filter((one) => !own.has(one) && !isOfOwnCircle(one))),
    origins: originsAt(
      walk,
      ends.filter((one) => own.has(one)),
    ),
    circles: circlesAmong(walk, all),
  };
});

/** Each voice for itself, each circle once, and each document that was not read once. */
function originsAt(walk: Walk, roots: readonly Attribution[]): Origin[] {
  const origins = new Map<unknown, Origin>();
  for (const root of roots) {
    const end = endOf(walk, root);
    if (end?.kind === 'VOICE') origins.set(root, { kind: 'VOICE', attributions: [root], document: null });
    if (end?.kind === 'CIRCLE') {
      const circle = circleOf(walk, root);
      origins.set(circle[0], { kind: 'CIRCLE', attributions: circle, document: null });
    }
    if (end?.kind !== 'UNREAD') continue;
    const before = origins.get(end.document.id)?.attributions ?? [];
    origins.set(end.document.id, { kind: 'UNREAD', attributions: [...before, root], document: end.document });
  }
  return [...origins.values()];
}

/** Whether an attribution, on its side, is where words come from. */
export function isRoot(walk: Walk, attribution: Attribution): boolean {
  return walk.isThere(attribution) && sideOf(walk.view, attribution) !== 'NONE' && isOrigin(walk, attribution);
}

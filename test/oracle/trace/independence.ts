import { byId } from '../orders.ts';
import type { View } from '../view.ts';
import type { Attribution, Document, Entity } from '../world.ts';
import { near, ofAllTimes } from './claims.ts';
import { documentOf, lineage } from './documents.ts';
import { type Numbers, numbersOf } from './numbers.ts';
import { remembered } from './once-per-view.ts';
import { sideOf } from './sides.ts';
import { whenceOf } from './targets.ts';
import { trailOf } from './trail.ts';
import { walkOf } from './walk.ts';
import { falls } from './withdrawal.ts';

export interface Independence extends Numbers {
  readonly loops: readonly (readonly Attribution[])[];
  readonly dependsOn: readonly Entity[];
  readonly readIn: readonly Document[];
  readonly coverage: 'FULL' | 'PARTIAL';
}

export const independenceOf = remembered((view: View, claim: string): Independence => {
  const walk = walkOf(view);
  const { origins, untraced, circles } = trailOf(walk, claim);
  const documents = documentsBehind(view, claim);
  const isPartial = documents.some(({ read }) => !read) || untraced.length > 0 || isCutByTime(view, claim);
  return {
    ...numbersOf(view, origins),
    loops: circles,
    dependsOn: dependsOn(view, claim),
    readIn: byId(documents.filter((one) => one.read && view.documents.includes(one))),
    coverage: isPartial ? 'PARTIAL' : 'FULL',
  };
});

/** The actors without whom the claim would fall. */
export function dependsOn(view: View, claim: string): Entity[] {
  return byId(view.entities.filter((one) => one.actor && falls(view, claim, one.id)));
}

/** The documents on the way; where no citation leads on, also all that they are taken from. */
function documentsBehind(view: View, claim: string): Document[] {
  const documents = [...trailOf(walkOf(view), claim).walked].flatMap((one) => {
    const document = documentOf(view, one);
    const whence = whenceOf(view, one);
    if (!document) return [];
    return whence.from === 'OTHERS' && whence.rule === 'CITES' ? [document] : [...lineage(view, document)];
  });
  return [...new Set(documents)];
}

/** Whether something was left out that may have been said by the time that is asked for. */
function isCutByTime(view: View, claim: string): boolean {
  const { said } = view.scope;
  if (!said || said.undated) return false;
  const claims = near(view, claim);
  const behind = [...trailOf(walkOf(view), claim).walked].flatMap((one) => {
    const whence = whenceOf(view, one);
    return whence.from === 'OTHERS' ? whence.attributions : [];
  });
  const isWanted = (one: Attribution) =>
    behind.includes(one) || (claims.has(one.claim) && sideOf(view, one) === 'AFFIRMS');
  return ofAllTimes(view)
    .attributions.filter(isWanted)
    .some(({ id }) => {
      const bounds = view.said.get(id);
      return bounds !== undefined && bounds.earliest <= said.end && bounds.latest > said.end;
    });
}

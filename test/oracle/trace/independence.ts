import { byId } from '../orders.ts';
import type { View } from '../view.ts';
import type { Attribution, Document, Entity } from '../world.ts';
import { isJudged, restingOn, sameAs } from './claims.ts';
import { documentOf, originDocument } from './copies.ts';
import { affirming, loopsOf } from './graph.ts';
import { remembered } from './once-per-view.ts';
import { namedSpeakers, newsroomsOf, originsOf } from './origins.ts';
import { type Range, ultimateSources } from './sources.ts';
import { falls } from './withdrawal.ts';

export interface Independence {
  readonly newsrooms: number;
  readonly ultimateSources: Range;
  readonly onRecord: number;
  readonly loops: readonly (readonly Attribution[])[];
  readonly dependsOn: readonly Entity[];
  readonly readIn: readonly Document[];
  readonly coverage: 'FULL' | 'PARTIAL';
}

export const independenceOf = remembered((view: View, claim: string): Independence => {
  const origins = originsOf(view, claim);
  const documents = documentsBehind(view, claim);
  const isPartial = documents.some(({ read }) => !read) || isCutByTime(view, claim);
  return {
    newsrooms: newsroomsOf(view, origins).size,
    ultimateSources: ultimateSources(view, origins),
    onRecord: namedSpeakers(origins).size,
    loops: loopsOf(view, claim),
    dependsOn: byId(view.entities.filter((one) => one.actor && falls(view, claim, one.id))),
    readIn: byId(documents.filter((one) => one.read && view.documents.includes(one))),
    coverage: isPartial ? 'PARTIAL' : 'FULL',
  };
});

/** The documents on the way, and those that they were taken from. */
function documentsBehind(view: View, claim: string): Document[] {
  const all = affirming(view, claim).nodes.flatMap((one) => [documentOf(view, one), originDocument(view, one)]);
  return [...new Set(all.filter((document) => document !== undefined))];
}

/** Whether something was left out that may have been said by the time that is asked for. */
function isCutByTime(view: View, claim: string): boolean {
  const { said } = view.scope;
  if (!said || said.undated) return false;
  const [claims, near] = [sameAs(view, claim), restingOn(view, claim)];
  const cited = affirming(view, claim).nodes.flatMap(({ cites }) => cites.filter(isJudged));
  const citedIn = (one: Attribution) => near.has(one.claim) && cited.some(({ attribution }) => attribution === one.id);
  return view
    .from({ ...view.scope, said: null })
    .attributions.filter((one) => claims.has(one.claim) || citedIn(one))
    .some(({ id }) => {
      const bounds = view.said.get(id);
      return bounds !== undefined && bounds.earliest <= said.end && bounds.latest > said.end;
    });
}

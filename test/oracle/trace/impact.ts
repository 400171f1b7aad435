import { byId } from '../orders.ts';
import type { View } from '../view.ts';
import type { Claim } from '../world.ts';
import { namedSpeakers, newsroomsOf, originsOf } from './origins.ts';
import { falls, viewWithout } from './withdrawal.ts';

export interface Impact {
  readonly losesEveryRoot: readonly Claim[];
  readonly losesOnRecord: readonly Claim[];
  readonly fallsToOneNewsroom: readonly Claim[];
}

/** What becomes of the claims when an actor or a document is withdrawn. */
export function impactOf(view: View, source: string): Impact {
  const without = viewWithout(view, source);
  const claims = byId(view.claims);
  const onRecord = (seen: View, { id }: Claim) => namedSpeakers(originsOf(seen, id)).size;
  const newsrooms = (seen: View, { id }: Claim) => newsroomsOf(seen, originsOf(seen, id)).size;
  return {
    losesEveryRoot: claims.filter(({ id }) => falls(view, id, source)),
    losesOnRecord: claims.filter((claim) => onRecord(view, claim) > 0 && onRecord(without, claim) === 0),
    fallsToOneNewsroom: claims.filter((claim) => newsrooms(view, claim) > 1 && newsrooms(without, claim) === 1),
  };
}

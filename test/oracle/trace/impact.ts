import { byId } from '../orders.ts';
import type { View } from '../view.ts';
import type { Claim } from '../world.ts';
import { numbersOf } from './numbers.ts';
import { trailOf } from './trail.ts';
import { walkOf } from './walk.ts';
import { falls, originsWithout } from './withdrawal.ts';

export interface Impact {
  readonly losesEveryRoot: readonly Claim[];
  readonly losesOnRecord: readonly Claim[];
  readonly fallsToOneNewsroom: readonly Claim[];
}

/** What becomes of the claims when an actor or a document is withdrawn. */
export function impactOf(view: View, source: string): Impact {
  const claims = byId(view.claims);
  const before = ({ id }: Claim) => numbersOf(view, trailOf(walkOf(view), id).origins);
  const after = ({ id }: Claim) => numbersOf(view, originsWithout(view, id, source));
  return {
    losesEveryRoot: claims.filter(({ id }) => falls(view, id, source)),
    losesOnRecord: claims.filter((claim) => before(claim).onRecord > 0 && after(claim).onRecord === 0),
    fallsToOneNewsroom: claims.filter((claim) => before(claim).newsrooms > 1 && after(claim).newsrooms === 1),
  };
}

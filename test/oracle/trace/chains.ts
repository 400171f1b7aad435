import { compare } from '../orders.ts';
import type { View } from '../view.ts';
import type { Attribution } from '../world.ts';
import { endOf, walkOf } from './walk.ts';

/** The ways from an attribution to where they end, shortest first; one that is too long is cut. */
export function chainsFrom(view: View, start: Attribution, maxHops: number, first: number): Attribution[][] {
  if (!view.attributions.includes(start)) return [];
  const walk = walkOf(view);
  const chains: Attribution[][] = [];
  const follow = (chain: readonly Attribution[], end: Attribution): void => {
    if (endOf(walk, end) !== null || chain.length > maxHops) {
      chains.push([...chain]);
      return;
    }
    for (const target of walk.next(end)) if (!chain.includes(target)) follow([...chain, target], target);
  };
  follow([start], start);
  const name = (chain: readonly Attribution[]) => chain.map(({ id }) => id).join(' ');
  return chains.sort((one, other) => one.length - other.length || compare(name(one), name(other))).slice(0, first);
}

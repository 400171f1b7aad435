import { byId, compare } from '../orders.ts';
import type { View } from '../view.ts';
import type { Attribution } from '../world.ts';
import { reachable, restingOn, sameAs } from './claims.ts';
import { groundsOf } from './copies.ts';
import { remembered } from './once-per-view.ts';
import { attributionsOn, type Side, sideOf } from './sides.ts';

/** Who cites whom on a claim, on one side of it. */
export interface ChainGraph {
  readonly nodes: readonly Attribution[];
  readonly next: (attribution: Attribution) => readonly Attribution[];
}

/** The attributions of a claim on a side, and those that they rest on as far as the claim follows from them. */
export function graphOf(view: View, claim: string, side: Side): ChainGraph {
  const within = restingOn(view, claim);
  const next = (one: Attribution) => groundsOf(view, one).filter((ground) => within.has(ground.claim));
  return { nodes: [...reachable(attributionsOn(view, sameAs(view, claim), side), next)], next };
}

export const affirming = remembered((view: View, claim: string) => graphOf(view, claim, 'AFFIRMS'));

/** The attributions that rest on this one while it rests on them, itself included. */
function componentOf({ next }: ChainGraph, attribution: Attribution): Attribution[] {
  const below = [...reachable([attribution], next)];
  return below.filter((one) => reachable([one], next).has(attribution));
}

/** Nothing outside of the component is cited; an attribution that is in no loop cites nothing. */
export function isRoot(graph: ChainGraph, attribution: Attribution): boolean {
  const component = componentOf(graph, attribution);
  return component.every((one) => graph.next(one).every((ground) => component.includes(ground)));
}

export function rootsIn(graph: ChainGraph): Attribution[] {
  return byId(graph.nodes.filter((one) => isRoot(graph, one)));
}

/** The roots of the affirmations of a claim, by id. */
export const rootsOf = remembered((view: View, claim: string) => rootsIn(affirming(view, claim)));

/** Attributions that cite each other in a loop, each loop by id, the loops by their first. */
export function loopsOf(view: View, claim: string): Attribution[][] {
  const graph = affirming(view, claim);
  const loops = graph.nodes.map((one) => byId(componentOf(graph, one))).filter(({ length }) => length > 1);
  const first = ([one]: readonly Attribution[]) => one?.id ?? '';
  const firsts = [...new Set(loops.map(first))].sort(compare);
  return firsts.map((id) => loops.find((component) => first(component) === id) as Attribution[]);
}

/** Whether an attribution that is on a side is a root of its own claim there. */
export function isRootOfItsClaim(view: View, attribution: Attribution): boolean {
  const side = sideOf(view, attribution);
  return side !== 'NONE' && isRoot(graphOf(view, attribution.claim, side), attribution);
}

/** The chains from an attribution to roots, shortest first; one that is too long is cut. */
export function chainsFrom(view: View, start: Attribution, maxHops: number, first: number): Attribution[][] {
  if (!view.attributions.includes(start)) return [];
  const graph = graphOf(view, start.claim, sideOf(view, start));
  const chains: Attribution[][] = [];
  const walk = (chain: readonly Attribution[], end: Attribution): void => {
    if (isRoot(graph, end) || chain.length > maxHops) {
      chains.push([...chain]);
      return;
    }
    for (const ground of graph.next(end)) if (!chain.includes(ground)) walk([...chain, ground], ground);
  };
  walk([start], start);
  const name = (chain: readonly Attribution[]) => chain.map(({ id }) => id).join(' ');
  return chains.sort((one, other) => one.length - other.length || compare(name(one), name(other))).slice(0, first);
}

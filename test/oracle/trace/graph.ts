import { byId, compare } from '../orders.ts';
import type { View } from '../view.ts';
import type { Attribution } from '../world.ts';
import { reachable, restingOn, sameAs } from './claims.ts';
import { groundsOf } from './copies.ts';
import { remembered } from './once-per-view.ts';
import { type Side, saidOf, sideOf } from './sides.ts';

/** How the word on a claim went from mouth to mouth, on one side of it. */
export interface ChainGraph {
  readonly nodes: readonly Attribution[];
  readonly next: (attribution: Attribution) => readonly Attribution[];
}

/** What was said of a claim on a side, and what that rests on as far as the claim follows from it. */
export function graphOf(view: View, claim: string, side: Side): ChainGraph {
  const within = restingOn(view, claim);
  const next = (one: Attribution) => groundsOf(view, one).filter((ground) => within.has(ground.claim));
  return { nodes: [...reachable(saidOf(view, sameAs(view, claim), side), next)], next };
}

export const affirming = remembered((view: View, claim: string) => graphOf(view, claim, 'AFFIRMS'));

/** All that rest on this one while it rests on them, itself among them. */
function circleOf({ next }: ChainGraph, attribution: Attribution): Attribution[] {
  const below = [...reachable([attribution], next)];
  return below.filter((one) => reachable([one], next).has(attribution));
}

/** Nothing is cited outside of the circle, or, for one that is in none, at all. */
export function isRoot(graph: ChainGraph, attribution: Attribution): boolean {
  const circle = circleOf(graph, attribution);
  return circle.every((one) => graph.next(one).every((ground) => circle.includes(ground)));
}

export function rootsIn(graph: ChainGraph): Attribution[] {
  return byId(graph.nodes.filter((one) => isRoot(graph, one)));
}

/** Where the affirmations of a claim come from, by id. */
export const rootsOf = remembered((view: View, claim: string) => rootsIn(affirming(view, claim)));

/** Those who only cite each other, each circle by id, the circles by their first. */
export function loopsOf(view: View, claim: string): Attribution[][] {
  const graph = affirming(view, claim);
  const circles = graph.nodes.map((one) => byId(circleOf(graph, one))).filter(({ length }) => length > 1);
  const first = ([one]: readonly Attribution[]) => one?.id ?? '';
  const firsts = [...new Set(circles.map(first))].sort(compare);
  return firsts.map((id) => circles.find((circle) => first(circle) === id) as Attribution[]);
}

/** Whether an attribution that is on a side is a root of its own claim there. */
export function isRootOfItsClaim(view: View, attribution: Attribution): boolean {
  const side = sideOf(view, attribution);
  return side !== 'NONE' && isRoot(graphOf(view, attribution.claim, side), attribution);
}

/** The ways from an attribution to roots, shortest first; one that is too long is cut. */
export function chainsFrom(view: View, start: Attribution, maxHops: number, first: number): Attribution[][] {
  if (!view.attributions.includes(start)) return [];
  const graph = graphOf(view, start.claim, sideOf(view, start));
  const ways: Attribution[][] = [];
  const walk = (way: readonly Attribution[], end: Attribution): void => {
    if (isRoot(graph, end) || way.length > maxHops) {
      ways.push([...way]);
      return;
    }
    for (const ground of graph.next(end)) if (!way.includes(ground)) walk([...way, ground], ground);
  };
  walk([start], start);
  const name = (way: readonly Attribution[]) => way.map(({ id }) => id).join(' ');
  return ways.sort((one, other) => one.length - other.length || compare(name(one), name(other))).slice(0, first);
}

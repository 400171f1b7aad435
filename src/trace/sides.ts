import { type Side, sideOf } from '../rules/stances.ts';
import { componentsOf } from './strongly-connected.ts';
import type { Subgraph, TracedAttribution } from './subgraph.ts';

/**
 * The side that each attribution takes on its claim, by id; null where it takes none. A relay is on the side of what it
 * cites of its claim, whenever that was said and even if it was taken back or retracted since; one that cites nothing of
 * it affirms. Relays that cite each other in a circle go by what they cite outside of it.
 */
export function sidesOf(subgraph: Subgraph, sameAs: (claim: string) => ReadonlySet<string>): Map<string, Side | null> {
  const sides = new Map<string, Side | null>();
  const cited = new Map<string, readonly string[]>();
  for (const attribution of subgraph.attributions.values()) {
    const { id, stance, isCounted } = attribution;
    if (!isCounted) sides.set(id, null);
    else if (stance === 'REPORTS') cited.set(id, citedOfOwnClaim(subgraph, attribution, sameAs));
    else sides.set(id, sideOf(stance));
  }
  for (const circle of componentsOf(cited.keys(), (id) => (cited.get(id) ?? []).filter((to) => cited.has(to)))) {
    const members = new Set(circle);
    const outside = circle.flatMap((id) => cited.get(id) ?? []).filter((id) => !members.has(id));
    const taken = new Set(outside.map((id) => sides.get(id)).filter((side) => side));
    const side = outside.length === 0 ? 'AFFIRMS' : taken.size === 1 ? ([...taken][0] as Side) : null;
    for (const id of circle) sides.set(id, side);
  }
  return sides;
}

function citedOfOwnClaim(
  { attributions, cites }: Subgraph,
  { id, claim }: TracedAttribution,
  sameAs: (claim: string) => ReadonlySet<string>,
): string[] {
  const same = sameAs(claim);
  return (cites.get(id) ?? []).flatMap(({ to }) => {
    const cited = attributions.get(to);
    return cited?.isCounted && same.has(cited.claim) ? [to] : [];
  });
}

import { reachableFrom } from '../collections/reachable.ts';
import type { Moment } from '../cypher/mapping.ts';
import { type Side, sideOf } from '../rules/stances.ts';
import { componentsOf } from './strongly-connected.ts';
import type { Subgraph, TracedAttribution } from './subgraph.ts';

/** A subgraph as of a said time, and without what was withdrawn: which attributions count, and on which side each is. */
export class SubgraphView {
  readonly subgraph: Subgraph;
  readonly #saidTime: Moment['said'];
  readonly #withdrawn: ReadonlySet<string>;
  readonly #sameOrNarrower = new Map<string, ReadonlySet<string>>();
  readonly #sameAs = new Map<string, ReadonlySet<string>>();
  readonly #sides: ReadonlyMap<string, Side | null>;

  constructor(
    subgraph: Subgraph,
    said: Moment['said'],
    before?: SubgraphView,
    withdrawn: ReadonlySet<string> = new Set(),
  ) {
    this.subgraph = subgraph;
    this.#saidTime = said;
    this.#withdrawn = withdrawn;
    this.#sides = before ? before.#sides : this.#findSides();
  }

  /** The same without attributions that were withdrawn; the others stay on their sides. */
  without(withdrawn: ReadonlySet<string>): SubgraphView {
    return new SubgraphView(this.subgraph, this.#saidTime, this, withdrawn);
  }

  sees(attribution: TracedAttribution): boolean {
    return this.#isInTime(attribution) && !this.#withdrawn.has(attribution.id);
  }

  /** May have been said in time, but not certainly: what an answer leaves out without knowing. */
  maySee({ earliest, latest }: TracedAttribution): boolean {
    return (
      this.#saidTime !== null &&
      !this.#saidTime.undated &&
      earliest <= this.#saidTime.until &&
      latest > this.#saidTime.until
    );
  }

  /** The attributions of a claim that count. */
  attributionsOf(claim: string): TracedAttribution[] {
    return (this.subgraph.ofClaim.get(claim) ?? []).filter((attribution) => this.sees(attribution));
  }

  /** The attributions that count and that an attribution cites. */
  citedBy(id: string): TracedAttribution[] {
    const cited = (this.subgraph.cites.get(id) ?? []).map(({ to }) => this.subgraph.attributions.get(to));
    return cited.filter((attribution) => attribution !== undefined && this.sees(attribution)) as TracedAttribution[];
  }

  sideOf({ id }: TracedAttribution): Side | null {
    return this.#sides.get(id) ?? null;
  }

  /** A claim and all that are the same as it. */
  sameAs(claim: string): ReadonlySet<string> {
    return cached(this.#sameAs, claim, () => reachableFrom([claim], (one) => this.subgraph.sameAs.get(one) ?? []));
  }

  /** A claim, and all that are the same as it, refine it or entail it. */
  sameOrNarrower(claim: string): ReadonlySet<string> {
    const { sameAs, narrowerThan } = this.subgraph;
    return cached(this.#sameOrNarrower, claim, () =>
      reachableFrom([claim], (one) => [...(sameAs.get(one) ?? []), ...(narrowerThan.get(one) ?? [])]),
    );
  }

  /** All parts of a claim, and their parts; not the claim itself. */
  partsOf(claims: Iterable<string>): ReadonlySet<string> {
    const own = new Set(claims);
    const all = reachableFrom(own, (one) => this.subgraph.partsOf.get(one) ?? []);
    return new Set([...all].filter((claim) => !own.has(claim)));
  }

  #isInTime({ earliest, latest }: TracedAttribution): boolean {
    return this.#saidTime === null || (this.#saidTime.undated ? earliest : latest) <= this.#saidTime.until;
  }

  /**
   * A relay is on the side of what it cites of its claim; one that cites nothing of it is where the trail ends, and
   * affirms. Relays that cite each other in a circle go by what they cite outside of it.
   */
  #findSides(): Map<string, Side | null> {
    const sides = new Map<string, Side | null>();
    const relays: string[] = [];
    for (const attribution of this.subgraph.attributions.values()) {
      if (!this.sees(attribution)) continue;
      if (attribution.stance === 'REPORTS') relays.push(attribution.id);
      else sides.set(attribution.id, sideOf(attribution.stance));
    }
    const cited = new Map(relays.map((id) => [id, this.#citedOfOwnClaim(id)]));
    for (const circle of componentsOf(relays, (id) => (cited.get(id) ?? []).filter((to) => cited.has(to)))) {
      const outside = circle.flatMap((id) => cited.get(id) ?? []).filter((id) => !circle.includes(id));
      const taken = new Set(outside.map((id) => sides.get(id)).filter((side) => side));
      const side = outside.length === 0 ? 'AFFIRMS' : taken.size === 1 ? ([...taken][0] as Side) : null;
      for (const id of circle) sides.set(id, side);
    }
    return sides;
  }

  #citedOfOwnClaim(id: string): string[] {
    const { claim } = this.subgraph.attributions.get(id) as TracedAttribution;
    return this.citedBy(id).flatMap((attribution) =>
      this.sameOrNarrower(claim).has(attribution.claim) ? [attribution.id] : [],
    );
  }
}

function cached<T>(values: Map<string, T>, key: string, make: () => T): T {
  const value = values.get(key) ?? make();
  values.set(key, value);
  return value;
}

import { reachableFrom } from '../collections/reachable.ts';
import type { Moment } from '../cypher/mapping.ts';
import { type Side, sideOf } from '../rules/stances.ts';
import { componentsOf } from './components.ts';
import type { Said, Surroundings } from './surroundings.ts';

/** Surroundings as of a said time, and without what was withdrawn: which words count, and on whose side they are. */
export class Sight {
  readonly around: Surroundings;
  readonly #said: Moment['said'];
  readonly #gone: ReadonlySet<string>;
  readonly #near = new Map<string, ReadonlySet<string>>();
  readonly #same = new Map<string, ReadonlySet<string>>();
  readonly #sides: ReadonlyMap<string, Side | null>;

  constructor(around: Surroundings, said: Moment['said'], before?: Sight, gone: ReadonlySet<string> = new Set()) {
    this.around = around;
    this.#said = said;
    this.#gone = gone;
    this.#sides = before ? before.#sides : this.#takeSides();
  }

  /** The same without words that were withdrawn; the others stay on their sides. */
  without(gone: ReadonlySet<string>): Sight {
    return new Sight(this.around, this.#said, this, gone);
  }

  sees(said: Said): boolean {
    return this.#isInTime(said) && !this.#gone.has(said.id);
  }

  /** May have been said in time, but not certainly: what an answer leaves out without knowing. */
  misses({ earliest, latest }: Said): boolean {
    return this.#said !== null && !this.#said.undated && earliest <= this.#said.until && latest > this.#said.until;
  }

  /** The words that count of a claim. */
  of(claim: string): Said[] {
    return (this.around.ofClaim.get(claim) ?? []).filter((said) => this.sees(said));
  }

  /** The words that count and that an attribution cites. */
  citedBy(id: string): Said[] {
    const cited = (this.around.cites.get(id) ?? []).map(({ to }) => this.around.said.get(to));
    return cited.filter((said) => said !== undefined && this.sees(said)) as Said[];
  }

  sideOf({ id }: Said): Side | null {
    return this.#sides.get(id) ?? null;
  }

  /** A claim and all that are the same as it. */
  same(claim: string): ReadonlySet<string> {
    return known(this.#same, claim, () => reachableFrom([claim], (one) => this.around.sameAs.get(one) ?? []));
  }

  /** A claim, and all that say it in other words, in more detail, or cannot be right without it. */
  near(claim: string): ReadonlySet<string> {
    const { sameAs, narrower } = this.around;
    return known(this.#near, claim, () =>
      reachableFrom([claim], (one) => [...(sameAs.get(one) ?? []), ...(narrower.get(one) ?? [])]),
    );
  }

  /** All parts of a claim, and their parts; not the claim itself. */
  within(claims: Iterable<string>): ReadonlySet<string> {
    const own = new Set(claims);
    const all = reachableFrom(own, (one) => this.around.parts.get(one) ?? []);
    return new Set([...all].filter((claim) => !own.has(claim)));
  }

  #isInTime({ earliest, latest }: Said): boolean {
    return this.#said === null || (this.#said.undated ? earliest : latest) <= this.#said.until;
  }

  /**
   * A relay is on the side of what it cites of its claim; one that cites nothing of it is where the trail ends, and
   * affirms. Relays that cite each other in a circle go by what they cite outside of it.
   */
  #takeSides(): Map<string, Side | null> {
    const sides = new Map<string, Side | null>();
    const relays: string[] = [];
    for (const said of this.around.said.values()) {
      if (!this.sees(said)) continue;
      if (said.stance === 'REPORTS') relays.push(said.id);
      else sides.set(said.id, sideOf(said.stance));
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
    const { claim } = this.around.said.get(id) as Said;
    return this.citedBy(id).flatMap((said) => (this.near(claim).has(said.claim) ? [said.id] : []));
  }
}

function known<T>(values: Map<string, T>, key: string, make: () => T): T {
  const value = values.get(key) ?? make();
  values.set(key, value);
  return value;
}

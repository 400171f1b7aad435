import { reachableFrom } from '../collections/reachable.ts';
import type { Moment } from '../cypher/mapping.ts';
import type { Side } from '../rules/stances.ts';
import { unheard } from './hearsay.ts';
import { sidesOf } from './sides.ts';
import type { Subgraph, TracedAttribution } from './subgraph.ts';
import { takenBackIn, withHearsay } from './taken-back.ts';
import type { TakenBack, View } from './view.ts';
import { type WayBack, wayBackFrom } from './way-back.ts';

const NOTHING: TakenBack = { by: new Map(), unread: new Map() };

/** A subgraph as of a said time: which attributions count, on which side each is, and what each goes back to. */
export class SubgraphView implements View {
  readonly subgraph: Subgraph;
  /** What was taken back, and by whom. */
  readonly takenBack: TakenBack;
  readonly #saidTime: Moment['said'];
  readonly #related: RelatedClaims;
  readonly #sides: ReadonlyMap<string, Side | null>;
  readonly #unheard: ReadonlySet<string>;
  readonly #waysBack = new Map<string, WayBack>();
  #untaken: SubgraphView | undefined;

  constructor(subgraph: Subgraph, said: Moment['said'], sharing?: SubgraphView) {
    this.subgraph = subgraph;
    this.#saidTime = said;
    this.#related = sharing ? sharing.#related : new RelatedClaims(subgraph);
    this.#sides = sharing ? sharing.#sides : sidesOf(subgraph, (claim) => this.sameAs(claim));
    const takenBack = sharing ? NOTHING : takenBackIn(this);
    const isLeft = (one: TracedAttribution) => this.isThere(one) && !takenBack.by.has(one.id);
    this.#unheard = unheard(subgraph, isLeft);
    this.takenBack = sharing ? NOTHING : withHearsay(this, takenBack, this.#unheard);
  }

  /** The same as if nobody had taken anything back. */
  get untaken(): SubgraphView {
    this.#untaken ??= new SubgraphView(this.subgraph, this.#saidTime, this);
    return this.#untaken;
  }

  /** Whether an attribution is there at these times, even if it was taken back. */
  isThere(attribution: TracedAttribution): boolean {
    return attribution.isRecorded && attribution.isCounted && this.#isInTime(attribution);
  }

  /** Whether it is there and counts. */
  sees(attribution: TracedAttribution): boolean {
    const { id } = attribution;
    return this.isThere(attribution) && !this.takenBack.by.has(id) && !this.#unheard.has(id);
  }

  /** May have been said in time, but not certainly: what an answer leaves out without knowing. */
  maySee({ earliest, latest, isRecorded, isCounted }: TracedAttribution): boolean {
    const time = this.#saidTime;
    return isRecorded && isCounted && time !== null && !time.undated && earliest <= time.until && latest > time.until;
  }

  /** The attributions of a claim that are there and count. */
  attributionsOf(claim: string): TracedAttribution[] {
    return (this.subgraph.ofClaim.get(claim) ?? []).filter((attribution) => this.sees(attribution));
  }

  sideOf({ id }: TracedAttribution): Side | null {
    return this.#sides.get(id) ?? null;
  }

  /** Where the words of an attribution come from, one step back. */
  wayBack(attribution: TracedAttribution): WayBack {
    return cached(this.#waysBack, attribution.id, () => wayBackFrom(this, attribution));
  }

  /** A claim and all that are the same as it. */
  sameAs(claim: string): ReadonlySet<string> {
    return this.#related.sameAs(claim);
  }

  /** A claim, and all that are the same as it, refine it or entail it. */
  sameOrNarrower(claim: string): ReadonlySet<string> {
    return this.#related.sameOrNarrower(claim);
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
}

/** The closures of relations between claims, which hold at any said time. */
class RelatedClaims {
  readonly #subgraph: Subgraph;
  readonly #sameAs = new Map<string, ReadonlySet<string>>();
  readonly #sameOrNarrower = new Map<string, ReadonlySet<string>>();

  constructor(subgraph: Subgraph) {
    this.#subgraph = subgraph;
  }

  sameAs(claim: string): ReadonlySet<string> {
    return cached(this.#sameAs, claim, () => reachableFrom([claim], (one) => this.#subgraph.sameAs.get(one) ?? []));
  }

  sameOrNarrower(claim: string): ReadonlySet<string> {
    const { sameAs, narrowerThan } = this.#subgraph;
    return cached(this.#sameOrNarrower, claim, () =>
      reachableFrom([claim], (one) => [...(sameAs.get(one) ?? []), ...(narrowerThan.get(one) ?? [])]),
    );
  }
}

function cached<T>(values: Map<string, T>, key: string, make: () => T): T {
  const value = values.get(key) ?? make();
  values.set(key, value);
  return value;
}

import type { Side } from '../rules/stances.ts';
import type { Subgraph, TracedAttribution } from './subgraph.ts';

/** What of a subgraph is there and counts at the times that are asked for. */
export interface View {
  readonly subgraph: Subgraph;
  readonly takenBack: TakenBack;
  /** Whether an attribution is there at these times, even if it was taken back. */
  isThere(attribution: TracedAttribution): boolean;
  /** Whether it is there and counts. */
  sees(attribution: TracedAttribution): boolean;
  /** The side that it takes on its claim; null where it takes none. */
  sideOf(attribution: TracedAttribution): Side | null;
  /** A claim and all that are the same as it. */
  sameAs(claim: string): ReadonlySet<string>;
}

/** What was taken back. */
export interface TakenBack {
  /** For each attribution that was taken back, those that did so, in the order of ids. */
  readonly by: ReadonlyMap<string, readonly TracedAttribution[]>;
  /** For documents that nobody here has read: the claims of which their publisher took the words back, and where. */
  readonly unread: ReadonlyMap<string, ReadonlyMap<string, readonly TracedAttribution[]>>;
}

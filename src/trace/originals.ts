import { reachableFrom } from '../collections/reachable.ts';
import { componentsOf } from './strongly-connected.ts';
import type { Subgraph, TracedAttribution } from './subgraph.ts';
import type { View } from './view.ts';

/** What the documents that an attribution's own was taken from have of its words; ids and attributions in their order. */
export interface Originals {
  /**
   * The same words there: on the same side of the same claim, of the same speaker if that is among them. Whether they are
   * there at the time is left open.
   */
  readonly words: readonly TracedAttribution[];
  /** Where none has them: those that nobody here has read. */
  readonly unread: readonly string[];
}

const NONE: Originals = { words: [], unread: [] };

/** Walks from original to original, each way as far as one that has the words. */
export function originalsOf(view: View, attribution: TracedAttribution): Originals {
  const { takenFrom, documents, inDocument } = view.subgraph;
  const { id, document, claim, actor } = attribution;
  if (document === null || !takenFrom.has(document)) return NONE;
  const [same, side] = [view.sameAs(claim), view.sideOf(attribution)];
  const found: TracedAttribution[] = [];
  const unread: string[] = [];
  const walked = new Set([document]);
  for (const at of walked) {
    if (at !== document) {
      const there = (inDocument.get(at) ?? []).filter(
        (other) => other.id !== id && side !== null && same.has(other.claim) && view.sideOf(other) === side,
      );
      found.push(...there);
      if (there.length > 0) continue;
      if (documents.get(at)?.read !== true) unread.push(at);
    }
    for (const next of takenFrom.get(at) ?? []) walked.add(next);
  }
  const own = found.filter((other) => other.actor === actor);
  const words = own.length > 0 ? own : found;
  return { words: words.sort((one, other) => (one.id < other.id ? -1 : 1)), unread: unread.sort() };
}

/** All documents that one was taken from, directly or through others, and itself. */
export function withOriginals({ takenFrom }: Subgraph, document: string): ReadonlySet<string> {
  return reachableFrom([document], (one) => takenFrom.get(one) ?? []);
}

/**
 * The documents at which the trail of a document ends: itself where it was taken from nothing. Documents that were taken
 * from each other, or share a text, end together.
 */
export function firstDocuments(subgraph: Subgraph, document: string): string[] {
  const to = (one: string) => subgraph.takenFrom.get(one) ?? [];
  if (to(document).length === 0) return [document];
  const ends = componentsOf([document], to).filter((circle) =>
    circle.every((one) => to(one).every((next) => circle.includes(next))),
  );
  return ends.flat().sort();
}

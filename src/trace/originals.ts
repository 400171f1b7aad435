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

/** All documents that these were taken from, directly or through others, and themselves. */
export function withOriginals({ takenFrom }: Subgraph, documents: Iterable<string>): ReadonlySet<string> {
  return reachableFrom(documents, (one) => takenFrom.get(one) ?? []);
}

const firstOf = new WeakMap<Subgraph, Map<string, readonly string[]>>();

/**
 * The documents at which the trail of a document ends: itself where it was taken from nothing. Documents that were taken
 * from each other, or share a text, end together. Thousands of pages share one list.
 */
export function firstDocuments(subgraph: Subgraph, document: string): readonly string[] {
  const known = firstOf.get(subgraph) ?? new Map<string, readonly string[]>();
  firstOf.set(subgraph, known);
  if (!known.has(document)) addFirstDocuments(subgraph, document, known);
  return known.get(document) ?? [];
}

function addFirstDocuments({ takenFrom }: Subgraph, start: string, known: Map<string, readonly string[]>): void {
  const to = (one: string) => (known.has(one) ? [] : (takenFrom.get(one) ?? []));
  for (const circle of componentsOf([start], to)) {
    const behind = new Set(
      circle
        .flatMap(to)
        .flatMap((one) => [known.get(one) ?? []])
        .filter(({ length }) => length > 0),
    );
    const [only] = behind;
    const first = !only ? circle : behind.size === 1 ? only : [...new Set([...behind].flat())].sort();
    for (const one of circle) if (!known.has(one)) known.set(one, first);
  }
}

const publishersOf = new WeakMap<readonly string[], readonly string[]>();

/** The publishers of the documents at which the trail of a document ends, by id. */
export function firstPublishers(subgraph: Subgraph, document: string): readonly string[] {
  const first = firstDocuments(subgraph, document);
  const publishers =
    publishersOf.get(first) ?? [...new Set(first.flatMap((one) => subgraph.publisherOf.get(one) ?? []))].sort();
  publishersOf.set(first, publishers);
  return publishers;
}

const keyOf = new WeakMap<readonly string[], string>();

/** The documents from which one was taken in the end, as one key; null where it was taken from nothing. */
export function originalKey(subgraph: Subgraph, document: string): string | null {
  const first = firstDocuments(subgraph, document);
  if (first.length === 1 && first[0] === document) return null;
  const key = keyOf.get(first) ?? first.join(' ');
  keyOf.set(first, key);
  return key;
}

import { isUnnamed } from './speakers.ts';
import type { Subgraph, TracedAttribution } from './subgraph.ts';

/** Whether words are known only from those who cite them: of an unnamed source, in no document with a publisher. */
export function isHearsay(subgraph: Subgraph, { actor, document }: TracedAttribution): boolean {
  return isUnnamed(subgraph.speakers.get(actor)) && (document === null || !subgraph.publisherOf.has(document));
}

/** The attributions of hearsay that nothing cites any longer, of what is there otherwise, though something did once. */
export function unheard(subgraph: Subgraph, isThere: (attribution: TracedAttribution) => boolean): ReadonlySet<string> {
  const gone = new Set<string>();
  const hearsay = [...subgraph.attributions.values()].filter(
    (one) => isHearsay(subgraph, one) && citersOf(subgraph, one).length > 0 && isThere(one),
  );
  for (let before = -1; before < gone.size; ) {
    before = gone.size;
    for (const one of hearsay) {
      const isCited = citersOf(subgraph, one).some((citer) => isThere(citer) && !gone.has(citer.id));
      if (!isCited) gone.add(one.id);
    }
  }
  return gone;
}

/** All that cites an attribution or did so before it was retracted. */
export function citersOf({ attributions, citedBy }: Subgraph, { id }: TracedAttribution): TracedAttribution[] {
  return (citedBy.get(id) ?? []).flatMap((citer) => {
    const found = attributions.get(citer);
    return found?.isCounted ? [found] : [];
  });
}

import { type Cascade, endOfCircle } from './cascade.ts';
import { attributionName, attributionNames, capital, documentName, list } from './names.ts';
import type { TracedAttribution } from './subgraph.ts';
import type { SubgraphView } from './subgraph-view.ts';

/** Sentences of one kind, of which there can be thousands. */
const MOST_ALIKE = 50;

/** What happened on the way back to the origins: circles, documents taken from others, words that are lost or not counted. */
export function ofTrail(view: SubgraphView, cascade: Cascade): string[] {
  return [
    ...first(ofCircles(view, cascade)),
    ...first(ofOriginals(view, cascade)),
    ...first(ofJointCitations(view, cascade)),
    ...first(ofBorrowed(view, cascade)),
    ...first(ofUntraced(view, cascade)),
    ...first(ofTakenBack(view, cascade)),
  ];
}

function ofCircles(view: SubgraphView, { loops, attributions }: Cascade): string[] {
  return loops.map((ids) => {
    const end = endOfCircle(
      view,
      ids.flatMap((id) => attributions.get(id) ?? []),
    );
    const what = `${capital(attributionNames(view, ids))} go back to each other in a circle`;
    if (end === null) return `${what}: none of them is where it began.`;
    return end === 'ORIGIN' ? `${what}: they count as one.` : `${what}, and nobody shows where it began: none counts.`;
  });
}

function ofOriginals(view: SubgraphView, { attributions }: Cascade): string[] {
  const { takenFrom } = view.subgraph;
  return inOrder(attributions.values()).flatMap((one) => {
    const way = view.wayBack(one);
    const originals = one.document === null || way.byCitation ? undefined : takenFrom.get(one.document);
    if (!originals) return [];
    const from = `${capital(attributionName(view, one))} is in a document that was taken from ${list(originals, (id) => documentName(view, id))}`;
    if (way.to.length > 0) return [`${from}: it goes back to ${attributionNames(view, idsOf(way.to))}.`];
    if (way.end === 'ORIGIN')
      return [`${from}, which does not have its words: pages taken from one original count together.`];
    if (way.end === 'UNTRACED' || way.end === null) return [];
    return [`${from}: it counts as the word of ${documentName(view, way.end.unread)}, which nobody here has read.`];
  });
}

function ofJointCitations(view: SubgraphView, { attributions, edges }: Cascade): string[] {
  return inOrder(attributions.values()).flatMap((one) => {
    const joint = (view.subgraph.cites.get(one.id) ?? []).filter((citation) => citation.joint);
    const named = joint.map(({ to }) => to).filter((to) => edges.get(one.id)?.includes(to));
    if (named.length < 2) return [];
    return [
      `${capital(attributionName(view, one))} names these together, without telling which of them said it, and each counts: ${attributionNames(view, named)}.`,
    ];
  });
}

function ofBorrowed(view: SubgraphView, { borrowed, attributions }: Cascade): string[] {
  return [...borrowed].flatMap((id) => {
    const one = attributions.get(id);
    if (!one) return [];
    return [
      `${capital(attributionName(view, one))} says something else (${one.claim}): those who passed it on as this count for nothing.`,
    ];
  });
}

function ofUntraced(view: SubgraphView, { untraced, attributions }: Cascade): string[] {
  return [...untraced].flatMap((id) => {
    const one = attributions.get(id);
    if (!one) return [];
    const name = capital(attributionName(view, one));
    if (!view.wayBack(one).misses) return [`${name} passes it on, and nobody shows from whom: it counts for nothing.`];
    return [`${name} goes back only to words that were taken back, removed or not yet said: it counts for nothing.`];
  });
}

function ofTakenBack(view: SubgraphView, { claim }: Cascade): string[] {
  const near = [...view.sameOrNarrower(claim)].flatMap((one) => view.subgraph.ofClaim.get(one) ?? []);
  return inOrder(near).flatMap((one) => {
    const by = view.takenBack.by.get(one.id);
    if (!by || !view.isThere(one) || view.sideOf(one) !== 'AFFIRMS') return [];
    return [`${capital(attributionName(view, one))} was taken back by ${attributionNames(view, idsOf(by))}.`];
  });
}

function inOrder(attributions: Iterable<TracedAttribution>): TracedAttribution[] {
  return [...attributions].sort((one, other) => (one.id < other.id ? -1 : 1));
}

function idsOf(attributions: readonly TracedAttribution[]): string[] {
  return attributions.map(({ id }) => id);
}

function first(sentences: readonly string[]): readonly string[] {
  const more = sentences.length - MOST_ALIKE;
  return more > 0 ? [...sentences.slice(0, MOST_ALIKE), `And ${more} more like these.`] : sentences;
}

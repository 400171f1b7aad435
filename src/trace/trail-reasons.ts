import { type Cascade, endOfCircle } from './cascade.ts';
import { attributionName, attributionNames, capital, documentName, list, takenBackBy } from './names.ts';
import { originalsOf } from './originals.ts';
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
    if (one.document === null || way.byCitation || !takenFrom.has(one.document)) return [];
    const from = `${capital(attributionName(view, one))} is in a document that ${howTaken(view, one.document)}`;
    if (way.to.length > 0) return [`${from}: it goes back to ${attributionNames(view, idsOf(way.to))}.`];
    if (way.end === 'ORIGIN') {
      const isKnown = originalsOf(view, one).unread.length === 0;
      return [
        `${from}, ${isKnown ? 'which does not have its words' : 'in which nobody here has read its words'}: pages taken from one original count together.`,
      ];
    }
    if (way.end === 'UNTRACED' || way.end === null) return [];
    return [`${from}: it counts as the word of ${documentName(view, way.end.unread)}, which nobody here has read.`];
  });
}

/** What a document was taken from. Of those that were taken from each other nobody knows which was first. */
function howTaken(view: SubgraphView, document: string): string {
  const { takenFrom } = view.subgraph;
  const all = takenFrom.get(document) ?? [];
  const shared = all.filter((one) => takenFrom.get(one)?.includes(document));
  const originals = all.filter((one) => !shared.includes(one));
  const name = (id: string) => documentName(view, id);
  return [
    ...(originals.length > 0 ? [`was taken from ${list(originals, name)}`] : []),
    ...(shared.length > 0 ? [`shares its text with ${list(shared, name)}`] : []),
  ].join(' and ');
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
    const way = view.wayBack(one);
    if (way.misses) {
      return [`${name} goes back only to words that were taken back, removed or not yet said: it counts for nothing.`];
    }
    const unread = way.byCitation || way.to.length > 0 ? [] : originalsOf(view, one).unread;
    if (unread.length > 0) return [`${name} ${ofLostOriginals(view, one, unread)}: it counts for nothing.`];
    return [`${name} passes it on, and nobody shows from whom: it counts for nothing.`];
  });
}

/** Why words that come from originals that nobody here has read have no origin. */
function ofLostOriginals(view: SubgraphView, { claim }: TracedAttribution, unread: readonly string[]): string {
  const from = `has it from ${list(unread, (id) => documentName(view, id))}, which nobody here has read`;
  if (unread.length > 1) return `${from}, and nobody shows from which of them`;
  const by = view.takenBack.unread.get(unread[0] as string)?.get(claim);
  return by ? `${from} and whose word ${takenBackBy(view, by)}` : `${from} and whose publisher nobody knows`;
}

function ofTakenBack(view: SubgraphView, { claim }: Cascade): string[] {
  const near = [...view.sameOrNarrower(claim)].flatMap((one) => view.subgraph.ofClaim.get(one) ?? []);
  return inOrder(near).flatMap((one) => {
    const by = view.takenBack.by.get(one.id);
    if (!by || !view.isThere(one) || view.sideOf(one) !== 'AFFIRMS') return [];
    return [`${capital(attributionName(view, one))} ${takenBackBy(view, by)}.`];
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

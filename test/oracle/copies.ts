import { familyOf } from './trace/owners.ts';
import type { View } from './view.ts';
import { type Attribution, type Document, isCounted } from './world.ts';

/** Who publishes or writes a document. */
export function creatorsOf({ publisher, authors }: Document): string[] {
  return [...(publisher === undefined ? [] : [publisher]), ...authors];
}

/** A document whose creators state a claim in it, in their own voice. */
export interface StatingDocument {
  readonly document: Document;
  readonly attributions: readonly Attribution[];
}

export function states(document: Document, claim: string, attribution: Attribution): boolean {
  return (
    attribution.document === document.id &&
    attribution.claim === claim &&
    ['ASSERTS', 'CONFIRMS', 'CORRECTS'].includes(attribution.stance) &&
    creatorsOf(document).includes(attribution.actor)
  );
}

export function statingDocuments({ documents, attributions }: View, claim: string): StatingDocument[] {
  return documents
    .map((document) => ({ document, attributions: attributions.filter((one) => states(document, claim, one)) }))
    .filter((one) => one.attributions.length > 0);
}

/** All that a document goes back to: what it cites and derives from, and the documents of that, transitively. */
function sourcesOf(view: View, { document, attributions }: StatingDocument): Set<string> {
  const reached = new Set([document.id, ...attributions.map(({ id }) => id)]);
  let size = 0;
  while (size < reached.size) {
    size = reached.size;
    for (const { id, cites, document: place } of view.attributions) {
      if (!reached.has(id)) continue;
      for (const { attribution } of cites.filter(isCounted)) {
        if (view.attributions.some((one) => one.id === attribution)) reached.add(attribution);
      }
      if (place !== undefined) reached.add(place);
    }
    for (const derivation of view.derivations.filter(isCounted)) {
      if (reached.has(derivation.document)) reached.add(derivation.from);
      if ((derivation.kind as string) === 'SAME_TEXT' && reached.has(derivation.from)) reached.add(derivation.document);
    }
  }
  return reached;
}

function isCitedIn(view: View, cited: string, document: string): boolean {
  const there = view.attributions.filter((one) => one.document === cited).map(({ id }) => id);
  return view.attributions.some(
    (one) => one.document === document && one.cites.some((cite) => isCounted(cite) && there.includes(cite.attribution)),
  );
}

/** Whether two documents of different newsrooms have nothing in common that would explain what they share. */
export function areUnexplained(view: View, one: StatingDocument, other: StatingDocument): boolean {
  const [left, right] = [one.document, other.document];
  if (left.publisher === undefined || right.publisher === undefined) return false;
  if (familyOf(view, left.publisher) === familyOf(view, right.publisher)) return false;
  if (isCitedIn(view, left.id, right.id) || isCitedIn(view, right.id, left.id)) return false;
  const sources = sourcesOf(view, other);
  return ![...sourcesOf(view, one)].some((source) => sources.has(source));
}

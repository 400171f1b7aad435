import type { View } from '../view.ts';
import { type Attribution, type Document, isCounted } from '../world.ts';
import { ofAllTimes, reachable } from './claims.ts';
import { remembered } from './once-per-view.ts';

/** Documents are known from the record, also before they were published. */
export function recordedDocuments(view: View): readonly Document[] {
  return ofAllTimes(view).documents;
}

/** The document of an attribution. */
export function documentOf(view: View, { document }: Attribution): Document | undefined {
  return recordedDocuments(view).find(({ id }) => id === document);
}

/** The documents that a document is taken from; one that shares its text may be the original or the copy. */
export const originalsOf = remembered((view: View, { id }: Document): readonly Document[] => {
  const taken = view.derivations.filter((one) => isCounted(one) && one.kind !== 'UPDATE');
  const originals = taken.filter(({ document }) => document === id).map(({ from }) => from);
  const copies = taken.filter(({ kind, from }) => kind === 'SAME_TEXT' && from === id);
  const ids = [...originals, ...copies.map(({ document }) => document)];
  return recordedDocuments(view).filter((one) => ids.includes(one.id) && one.id !== id);
});

/** The document, and all that it is taken from, directly or through others. */
export function lineage(view: View, document: Document): Set<Document> {
  return reachable([document], (one) => originalsOf(view, one));
}

/** The documents at which a document's lineage ends: those that all they are taken from is taken from in turn. */
export function firstDocuments(view: View, document: Document): Document[] {
  return [...lineage(view, document)].filter((one) =>
    [...lineage(view, one)].every((original) => lineage(view, original).has(one)),
  );
}

/** The older versions of a document. */
export function olderVersions(view: View, document: Document): Set<Document> {
  const olderThan = ({ id }: Document) => {
    const updates = view.derivations.filter((one) => isCounted(one) && one.kind === 'UPDATE' && one.document === id);
    return recordedDocuments(view).filter((one) => updates.some(({ from }) => from === one.id));
  };
  return reachable(olderThan(document), olderThan);
}

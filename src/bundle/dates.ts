import type { Bounds } from '../time/edtf.ts';
import { boundsOfDate } from '../time/edtf-bounds.ts';
import type { Bundle } from './bundle.ts';

/** The dates of documents and attributions, as EDTF strings; undefined if none is given. */
export interface Dates {
  readonly publishedAt: (document: string) => string | undefined;
  /** When something was said: as the attribution states it, else when its document was published. */
  readonly saidAt: (attribution: Bundle['attributions'][number]) => string | undefined;
  /** The same as bounds in milliseconds since 1970; null if there is no date. */
  readonly publishedWithin: (document: string) => Bounds | null;
  readonly saidWithin: (attribution: Bundle['attributions'][number]) => Bounds | null;
  readonly whenWithin: (claim: Bundle['claims'][number]) => Bounds | null;
}

/** The dates in a bundle. `existing` has the publication dates of documents that are only in the graph, by id. */
export function datesIn({ documents }: Bundle, existing: ReadonlyMap<string, string>): Dates {
  const added = new Map(documents.map((document) => [document.id, document.publishedAt]));
  const publishedAt = (id: string) => (added.has(id) ? added.get(id) : existing.get(id));
  const saidAt: Dates['saidAt'] = ({ saidAt: stated, document }) =>
    stated ?? (document === undefined ? undefined : publishedAt(document));
  return {
    publishedAt,
    saidAt,
    publishedWithin: (document) => boundsOfDate(publishedAt(document)),
    saidWithin: (attribution) => boundsOfDate(saidAt(attribution)),
    whenWithin: ({ when }) => boundsOfDate(when),
  };
}

import type { Bundle } from '../bundle/bundle.ts';
import { fold, indexedText, sortText } from '../text/fold.ts';
import { NEVER } from '../time/edtf.ts';
import { boundsOfDate } from '../time/edtf-bounds.ts';
import { edgeRow, edgeTo, type NodeRow, nodeRow, type Rows, type Stamp, sortKeys } from './rows.ts';

/** Sorts after every title. */
const LAST = '\uffff';

/** The rows of documents and their edges, and of derivations. */
export function documentRows({ documents, derivations }: Bundle, stamp: Stamp): Rows {
  return {
    nodes: documents.map((document) => documentNode(document, stamp)),
    edges: [
      ...documents.flatMap(({ id, publisher, authors }) => [
        ...edgeTo('PUBLISHED_BY', id, publisher),
        ...authors.map((author, position) => edgeRow('AUTHORED_BY', id, author, { position })),
      ]),
      ...derivations.map(({ document, from, kind, credited, basis }) =>
        edgeRow('DERIVED_FROM', document, from, { kind, credited, basis, recorded: stamp.at, superseded: NEVER }),
      ),
    ],
  };
}

function documentNode(document: Bundle['documents'][number], stamp: Stamp): NodeRow {
  const { kind, title, url, language, publishedAt, read, contentHash } = document;
  const folded = fold(title ?? '');
  const bounds = boundsOfDate(publishedAt);
  return nodeRow('Document', document, 'Document', stamp, {
    kind,
    title,
    url,
    language,
    publishedAt,
    read,
    contentHash,
    folded: indexedText(folded),
    titleAsc: title === undefined ? LAST : sortText(folded),
    titleDesc: sortText(folded),
    ...sortKeys('published', bounds),
    publishedEarliest: bounds?.earliest ?? -NEVER,
    publishedLatest: bounds?.latest ?? NEVER,
    // The stated interval, within which the bounds are narrowed.
    datedFrom: bounds?.earliest ?? -NEVER,
    datedUntil: bounds?.latest ?? NEVER,
    attributionCount: 0,
  });
}

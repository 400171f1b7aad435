import type { Bundle } from '../bundle/bundle.ts';
import { fold } from '../text/fold.ts';
import { NEVER } from '../time/edtf.ts';
import { boundsOfDate, type EdgeRow, edgeRow, edgeTo, type NodeRow, nodeRow, type Stamp, sortKeys } from './rows.ts';

/** Sorts after every title. */
const LAST = '\uffff';

export function documentNodes({ documents }: Bundle, stamp: Stamp): NodeRow[] {
  return documents.map((document) => {
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
      folded,
      titleAsc: title === undefined ? LAST : folded.trim(),
      titleDesc: folded.trim(),
      ...sortKeys('published', publishedAt),
      publishedEarliest: bounds?.earliest ?? -NEVER,
      publishedLatest: bounds?.latest ?? NEVER,
      attributionCount: 0,
    });
  });
}

export function documentEdges({ documents, derivations }: Bundle, { at }: Stamp): EdgeRow[] {
  return [
    ...documents.flatMap(({ id, publisher, authors }) => [
      ...edgeTo('PUBLISHED_BY', id, publisher),
      ...authors.map((author, position) => edgeRow('AUTHORED_BY', id, author, { position })),
    ]),
    ...derivations.map(({ document, from, kind, credited, basis }) =>
      edgeRow('DERIVED_FROM', document, from, { kind, credited, basis, recorded: at, superseded: NEVER }),
    ),
  ];
}

export function mentionNodes({ mentions }: Bundle, stamp: Stamp): NodeRow[] {
  return mentions.map((mention) => {
    const { text, locator, basis, entity } = mention;
    return nodeRow('Mention', mention, 'Mention', stamp, { text, locator, basis, resolved: entity !== undefined });
  });
}

export function mentionEdges({ mentions }: Bundle): EdgeRow[] {
  return mentions.flatMap(({ id, document, entity, candidates }) => [
    edgeRow('MENTIONED_IN', id, document),
    ...edgeTo('RESOLVED_TO', id, entity),
    ...candidates.map((candidate) => edgeRow('CANDIDATE', id, candidate)),
  ]);
}

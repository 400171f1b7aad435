import type { ASTNode } from 'graphql';
import type { DocumentFilter, DocumentOrderField } from '../contract.ts';
import type { Arguments } from '../cypher/arguments.ts';
import { overlapping, withWords } from '../cypher/conditions.ts';
import { among, amongIds, connection, countKey, equals, leadsTo, orderOf, timeKey } from '../cypher/field-mappings.ts';
import type { Condition, ConnectionField } from '../cypher/mapping.ts';
import { pattern } from '../cypher/pattern.ts';

const order = orderOf<DocumentOrderField>(
  {
    PUBLISHED_AT: timeKey('publishedAsc', 'publishedDesc'),
    TITLE: timeKey('titleAsc', 'titleDesc'),
    ATTRIBUTION_COUNT: countKey('(self)<-[:APPEARS_IN]-(said:Attribution)', 'said', 'attributionCount'),
  },
  { by: 'PUBLISHED_AT', direction: 'DESC' },
);

/** A list of documents that a pattern from `self` leads to under the role `document`. */
export function documentList(name: string, text: string): ConnectionField {
  return connection(
    name,
    { type: 'Document', patterns: [pattern(text)], rows: { self: 'document' }, conditions },
    order,
  );
}

export const documents: ConnectionField = connection(
  'Query.documents',
  { type: 'Document', patterns: [pattern('(self:Document)')], rows: { self: 'self' }, conditions },
  order,
);

function conditions(args: Arguments, node: ASTNode): Condition[] {
  const filter = (args.filter ?? {}) as DocumentFilter;
  return [
    ...amongIds(filter.ids),
    ...among('kind', filter.kind),
    ...among('language', filter.language),
    ...equals('read', filter.read),
    ...equals('url', filter.url),
    ...published(filter, node),
    ...withWords(filter.text),
    ...leadsTo('(self)-[:PUBLISHED_BY]->(publisher:Organization)', 'publisher', filter.publisher, 2),
    ...leadsTo('(self)-[:AUTHORED_BY]->(author:Actor)', 'author', filter.author, 1),
  ];
}

/** By the date that a document bears: one without a date never matches. */
function published(filter: DocumentFilter, node: ASTNode): Condition[] {
  if (!filter.published) return [];
  const dated: Condition = { where: { self: (variable) => [`${variable}.publishedAt IS NOT NULL`] } };
  return [dated, ...overlapping('filter.published', filter.published, ['publishedEarliest', 'publishedLatest'], node)];
}

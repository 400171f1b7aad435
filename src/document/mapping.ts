import { attributionList } from '../attribution/list.ts';
import type { Derivation, Document } from '../contract.ts';
import { bound, list, one, property, rows } from '../cypher/field-mappings.ts';
import type { MappingOf } from '../cypher/mapping.ts';
import { pattern } from '../cypher/pattern.ts';
import { documentFlags } from '../flag/mapping.ts';
import { mentionList } from '../mention/list.ts';

export const document: MappingOf<Document> = {
  id: property('id'),
  kind: property('kind'),
  title: property('title'),
  url: property('url'),
  language: property('language'),
  publishedAt: property('publishedAt'),
  read: property('read'),
  contentHash: property('contentHash'),
  publisher: one('Organization', '(self)-[:PUBLISHED_BY]->(publisher:Organization)', 'publisher'),
  authors: list('Actor', '(self)-[:AUTHORED_BY]->(author:Actor)', 'author'),
  attributions: attributionList('Document.attributions', '(self)<-[:APPEARS_IN]-(said:Attribution)'),
  derivedFrom: rows(
    {
      type: 'Derivation',
      patterns: [pattern('(self)-[derivation:DERIVED_FROM]->(origin:Document)')],
      rows: { other: 'origin', derivation: 'derivation' },
    },
    ({ origin, derivation }) => [`${origin}.id`, `${derivation}.kind`],
  ),
  derivatives: rows(
    {
      type: 'Derivation',
      patterns: [pattern('(self)<-[derivation:DERIVED_FROM]-(derived:Document)')],
      rows: { other: 'derived', derivation: 'derivation' },
    },
    ({ derived, derivation }) => [`${derived}.id`, `${derivation}.kind`],
  ),
  flags: documentFlags,
  mentions: mentionList('Document.mentions', '(self)<-[:MENTIONED_IN]-(mention:Mention)'),
};

export const derivation: MappingOf<Derivation> = {
  document: bound('Document', 'other'),
  kind: property('kind', undefined, 'derivation'),
  credited: property('credited', undefined, 'derivation'),
  basis: property('basis', undefined, 'derivation'),
};

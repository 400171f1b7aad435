import type { ActorFilter, ActorOrderField, ActorType } from '../contract.ts';
import type { Arguments } from '../cypher/arguments.ts';
import { withWords } from '../cypher/conditions.ts';
import { among, amongIds, connection, orderOf, propertyKey } from '../cypher/fields.ts';
import type { Condition, ConnectionField, OrderKey } from '../cypher/mapping.ts';
import { pattern } from '../cypher/pattern.ts';
import { claimCount } from '../entity/order.ts';

const TYPES: Readonly<Record<ActorType, string>> = {
  PERSON: 'Person',
  ORGANIZATION: 'Organization',
  GROUP: 'Group',
  UNNAMED_SOURCE: 'UnnamedSource',
};

const attributionCount: OrderKey = {
  pattern: pattern('(self)<-[:BY]-(said:Attribution)'),
  fold: ({ said }) => `count(${said})`,
  stored: 'attributionCount',
  missing: 0,
};

export const actors: ConnectionField = connection(
  'Query.actors',
  { type: 'Actor', patterns: [pattern('(self:Actor)')], rows: { self: 'self' }, conditions },
  orderOf<ActorOrderField>(
    { NAME: propertyKey('sortName'), CLAIM_COUNT: claimCount, ATTRIBUTION_COUNT: attributionCount },
    { by: 'NAME', direction: 'ASC' },
  ),
);

function conditions(args: Arguments): Condition[] {
  const filter = (args.filter ?? {}) as ActorFilter;
  return [
    ...amongIds(filter.ids),
    ...among(
      'type',
      filter.type?.map((type) => TYPES[type]),
    ),
    ...among('kind', filter.kind),
    ...among(
      'country',
      filter.country?.map((code) => code.toUpperCase()),
    ),
    ...withWords(filter.text),
  ];
}

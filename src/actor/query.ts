import { ACTOR_TYPES } from '../bundle/records.ts';
import type { ActorFilter, ActorOrderField } from '../contract.ts';
import type { Arguments } from '../cypher/arguments.ts';
import { withWords } from '../cypher/conditions.ts';
import { among, amongIds, connection, countKey, orderOf, propertyKey } from '../cypher/field-mappings.ts';
import type { Condition, ConnectionField } from '../cypher/mapping.ts';
import { pattern } from '../cypher/pattern.ts';
import { claimCount } from '../entity/claim-count.ts';

export const actors: ConnectionField = connection(
  'Query.actors',
  { type: 'Actor', patterns: [pattern('(self:Actor)')], rows: { self: 'self' }, conditions },
  orderOf<ActorOrderField>(
    {
      NAME: propertyKey('sortName'),
      CLAIM_COUNT: claimCount,
      ATTRIBUTION_COUNT: countKey('(self)<-[:BY]-(said:Attribution)', 'said', 'attributionCount'),
    },
    { by: 'NAME', direction: 'ASC' },
  ),
);

function conditions(args: Arguments): Condition[] {
  const filter = (args.filter ?? {}) as ActorFilter;
  return [
    ...amongIds(filter.ids),
    ...among(
      'type',
      filter.type?.map((type) => ACTOR_TYPES[type]),
    ),
    ...among('kind', filter.kind),
    ...among(
      'country',
      filter.country?.map((code) => code.toUpperCase()),
    ),
    ...withWords(filter.text),
  ];
}

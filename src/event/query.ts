import type { ASTNode } from 'graphql';
import type { EventFilter, EventOrderField } from '../contract.ts';
import type { Arguments } from '../cypher/arguments.ts';
import { overlaps, withWords } from '../cypher/conditions.ts';
import { among, amongIds, connection, leadsTo, orderOf, propertyKey } from '../cypher/field-mappings.ts';
import type { Condition, ConnectionField } from '../cypher/mapping.ts';
import { pattern } from '../cypher/pattern.ts';
import { claimCount } from '../entity/claim-count.ts';
import { NEVER } from '../time/edtf.ts';
import { OF_EVENT, PLACE_OF_EVENT } from './patterns.ts';

export const events: ConnectionField = connection(
  'Query.events',
  { type: 'Event', patterns: [pattern('(self:Event)')], rows: { self: 'self' }, conditions },
  orderOf<EventOrderField>(
    {
      WHEN: {
        pattern: pattern(OF_EVENT),
        fold: ({ claim }) => `min(${claim}.whenAsc)`,
        stored: 'firstWhen',
        missing: NEVER,
        isTime: true,
      },
      NAME: propertyKey('sortName'),
      CLAIM_COUNT: claimCount,
    },
    { by: 'WHEN', direction: 'ASC' },
  ),
);

function conditions(args: Arguments, node: ASTNode): Condition[] {
  const filter = (args.filter ?? {}) as EventFilter;
  const when = overlaps('filter.when', filter.when, ['whenEarliest', 'whenLatest'], node);
  return [
    ...amongIds(filter.ids),
    ...among('kind', filter.kind),
    ...withWords(filter.text),
    ...leadsTo(`${OF_EVENT}-[:PARTICIPANT]->(entity:Entity)`, 'entity', filter.participant, 1),
    ...leadsTo(PLACE_OF_EVENT, 'place', filter.place, 2),
    ...(when ? [{ pattern: pattern(OF_EVENT), where: { claim: when } }] : []),
  ];
}

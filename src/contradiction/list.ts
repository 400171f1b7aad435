import type { QueryContradictionsArgs } from '../contract.ts';
import type { Arguments } from '../cypher/arguments.ts';
import { among, connection, leadsTo, propertyKey } from '../cypher/field-mappings.ts';
import type { Condition, ConnectionField } from '../cypher/mapping.ts';
import { pattern } from '../cypher/pattern.ts';
import { grounded } from '../flag/grounds.ts';

/** Contradictions of which both sides can be seen, the newest first. */
export const contradictions: ConnectionField = connection(
  'Query.contradictions',
  { type: 'Contradiction', patterns: [pattern('(self:Contradiction)')], rows: { self: 'self' }, conditions },
  () => ({ name: 'RECORDED_AT', key: propertyKey('recorded'), direction: 'DESC' }),
);

function conditions(args: Arguments): Condition[] {
  const { about, kind, basis } = args as QueryContradictionsArgs;
  return [
    ...among('kind', kind),
    ...among('basis', basis),
    ...leadsTo('(self)-[:SIDE]->(claim:Claim)-[:ABOUT]->(entity:Entity)', 'entity', about, 1),
    grounded('SIDE'),
  ];
}

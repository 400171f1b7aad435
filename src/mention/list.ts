import type { Arguments } from '../cypher/arguments.ts';
import { connection, equals, leadsTo, propertyKey } from '../cypher/field-mappings.ts';
import type { Condition, ConnectionField, Order } from '../cypher/mapping.ts';
import { pattern } from '../cypher/pattern.ts';

const order = (): Order => ({ name: 'ID', key: propertyKey('id'), direction: 'ASC' });

/** A list of mentions that a pattern from `self` leads to under the role `mention`. */
export function mentionList(name: string, text: string): ConnectionField {
  return connection(name, { type: 'Mention', patterns: [pattern(text)], rows: { self: 'mention' }, conditions }, order);
}

export const mentions: ConnectionField = connection(
  'Query.mentions',
  { type: 'Mention', patterns: [pattern('(self:Mention)')], rows: { self: 'self' }, conditions },
  order,
);

function conditions(args: Arguments): Condition[] {
  const unresolved = args.unresolved as boolean | null | undefined;
  return [
    ...equals('resolved', typeof unresolved === 'boolean' ? !unresolved : null),
    ...leadsTo(
      '(self)-[:RESOLVED_TO|CANDIDATE]->(entity:Entity)',
      'entity',
      args.about as string[] | null | undefined,
      1,
    ),
  ];
}

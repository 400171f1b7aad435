import { one, property, value } from '../cypher/fields.ts';
import type { MappingOf } from '../cypher/mapping.ts';
import type { Revision } from '../graphql/generated.ts';
import { instant } from '../time/values.ts';

/** What came in with a load replaces nothing, so there is no text before or after it. */
const nothing = value(() => 'null');

export const revision: MappingOf<Revision> = {
  id: property('id'),
  sequence: property('sequence'),
  at: property('at', instant),
  by: property('by'),
  reason: property('reason'),
  operation: property('operation'),
  subject: one('Node', '(self)-[:CHANGED]->(node:Node)', 'node'),
  before: nothing,
  after: nothing,
};

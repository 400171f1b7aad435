import type { Revision } from '../contract.ts';
import { one, property } from '../cypher/field-mappings.ts';
import type { MappingOf } from '../cypher/mapping.ts';
import { instant } from '../time/served-values.ts';

export const revision: MappingOf<Revision> = {
  id: property('id'),
  sequence: property('sequence'),
  at: property('at', instant),
  by: property('by'),
  reason: property('reason'),
  operation: property('operation'),
  subject: one('Node', '(self)-[changed:CHANGED]->(node:Node)', 'node', {
    where: { changed: (variable) => [`${variable}.position = 0`] },
    at: ({ self }) => `${self}.subjectAt`,
  }),
  before: property('before'),
  after: property('after'),
};

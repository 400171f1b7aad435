import type { Mention } from '../contract.ts';
import { list, one, property } from '../cypher/field-mappings.ts';
import type { MappingOf } from '../cypher/mapping.ts';

export const mention: MappingOf<Mention> = {
  id: property('id'),
  text: property('text'),
  document: one('Document', '(self)-[:MENTIONED_IN]->(document:Document)', 'document'),
  locator: property('locator'),
  entity: one('Entity', '(self)-[:RESOLVED_TO]->(entity:Entity)', 'entity'),
  candidates: list('Entity', '(self)-[:CANDIDATE]->(entity:Entity)', 'entity'),
  basis: property('basis'),
};

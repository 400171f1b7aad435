import type { Place } from '../contract.ts';
import { withWords } from '../cypher/conditions.ts';
import { connection, property, propertyKey } from '../cypher/field-mappings.ts';
import type { ConnectionField, MappingOf } from '../cypher/mapping.ts';
import { pattern } from '../cypher/pattern.ts';
import { entityFields } from '../entity/mapping.ts';

export const place: MappingOf<Place> = { ...entityFields, kind: property('kind') };

export const places: ConnectionField = connection(
  'Query.places',
  {
    type: 'Place',
    patterns: [pattern('(self:Place)')],
    rows: { self: 'self' },
    conditions: (args) => withWords(args.text as string | null | undefined),
  },
  () => ({ name: 'NAME', key: propertyKey('sortName'), direction: 'ASC' }),
);

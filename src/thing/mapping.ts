import { property } from '../cypher/fields.ts';
import type { MappingOf } from '../cypher/mapping.ts';
import { entityFields } from '../entity/mapping.ts';
import type { Thing } from '../graphql/generated.ts';

export const thing: MappingOf<Thing> = { ...entityFields, kind: property('kind') };

import type { Thing } from '../contract.ts';
import { property } from '../cypher/field-mappings.ts';
import type { MappingOf } from '../cypher/mapping.ts';
import { entityFields } from '../entity/mapping.ts';

export const thing: MappingOf<Thing> = { ...entityFields, kind: property('kind') };

import { attributionList } from '../attribution/list.ts';
import type { Actor, Group, Organization, Person, UnnamedSource } from '../contract.ts';
import { one, properties, property } from '../cypher/field-mappings.ts';
import type { MappingOf } from '../cypher/mapping.ts';
import { documentList } from '../document/list.ts';
import { entityFields } from '../entity/mapping.ts';
import { range } from '../time/served-values.ts';

const actorFields = {
  ...entityFields,
  attributions: attributionList('Actor.attributions', '(self)<-[:BY]-(said:Attribution)'),
} satisfies MappingOf<Actor>;

export const person: MappingOf<Person> = actorFields;

export const organization: MappingOf<Organization> = {
  ...actorFields,
  kind: property('kind'),
  publisherFamily: one('Organization', '(self)-[:FAMILY]->(family:Organization)', 'family'),
  documents: documentList('Organization.documents', '(self)<-[:PUBLISHED_BY]-(document:Document)'),
};

export const group: MappingOf<Group> = {
  ...actorFields,
  size: properties(['sizeMin', 'sizeMax'], ({ sizeMin, sizeMax }) => range(sizeMin, sizeMax)),
};

export const unnamedSource: MappingOf<UnnamedSource> = {
  ...actorFields,
  description: property('description'),
  count: properties(['countMin', 'countMax'], ({ countMin, countMax }) => range(countMin, countMax)),
  access: property('access'),
  shieldedBy: one('Organization', '(self)-[:SHIELDED_BY]->(outlet:Organization)', 'outlet'),
};

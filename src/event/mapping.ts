import type { Event, StatedDate, StatedPlace } from '../contract.ts';
import { among, bound, connection, fold, property, rows, timeKey } from '../cypher/field-mappings.ts';
import type { ConnectionField, MappingOf } from '../cypher/mapping.ts';
import { type Bindings, pattern } from '../cypher/pattern.ts';
import { entityFields } from '../entity/mapping.ts';
import { OF_EVENT, PLACE_OF_EVENT } from './patterns.ts';

const byDate = ({ claim }: Bindings) => [`${claim}.whenAsc`, `${claim}.id`];

const participants: ConnectionField = connection(
  'Event.participants',
  {
    type: 'Participant',
    patterns: [pattern(`${OF_EVENT}-[part:PARTICIPANT]->(entity:Entity)`)],
    rows: { claim: 'claim', entity: 'entity', part: 'part' },
    where: { entity: (variable) => [`${variable}.type <> 'Place'`] },
    conditions: (args) => among('role', args.role as string[] | null | undefined, 'part'),
  },
  () => ({ name: 'WHEN', key: timeKey('whenAsc', 'whenDesc', 'claim'), direction: 'DESC' }),
  ({ claim, part, entity }: Bindings) => `(${claim}.id + ' ' + ${part}.role + ' ' + ${entity}.id)`,
);

export const event: MappingOf<Event> = {
  ...entityFields,
  kind: property('kind'),
  when: fold({
    pattern: pattern(OF_EVENT),
    fold: ({ claim }) => `collect(DISTINCT ${claim}.statedWhen)`,
    decode: (dates) => ((dates as string[]).length === 1 ? (dates as string[])[0] : null),
  }),
  dates: rows(
    {
      type: 'StatedDate',
      patterns: [pattern(OF_EVENT)],
      rows: { claim: 'claim' },
      where: { claim: (variable) => [`${variable}.statedWhen IS NOT NULL`] },
    },
    byDate,
  ),
  places: rows(
    {
      type: 'StatedPlace',
      patterns: [pattern(PLACE_OF_EVENT)],
      rows: { claim: 'claim', place: 'place' },
      distinct: true,
    },
    ({ claim, place }) => [...byDate({ claim: claim as string }), `${place}.id`],
  ),
  participants,
};

export const statedDate: MappingOf<StatedDate> = {
  when: property('statedWhen', undefined, 'claim'),
  claim: bound('Claim', 'claim'),
};

export const statedPlace: MappingOf<StatedPlace> = { place: bound('Place', 'place'), claim: bound('Claim', 'claim') };

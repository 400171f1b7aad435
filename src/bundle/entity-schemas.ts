import { z } from 'zod';
import { NameKind, OrganizationKind, SourceAccess } from './enums.ts';
import { Id, IntRange, Language, reference, Text } from './value-schemas.ts';

const Name = z
  .strictObject({
    text: Text.describe('The name as it is written.'),
    language: Language.optional().describe('The language of this form of the name.'),
    kind: NameKind.default('PREFERRED'),
  })
  .meta({ id: 'Name', description: 'One name of an actor, a place, a thing or an event.' });

const Identifier = z
  .strictObject({
    scheme: z
      .string()
      .max(100)
      .regex(/^[a-z][a-z0-9._-]*$/, 'must be a short name in small letters, such as "wikidata"')
      .describe('The catalogue, for example "wikidata", "lei" or "website".'),
    value: Text.max(1_000).describe('The number or code in that catalogue, for example "Q22686".'),
  })
  .meta({
    id: 'Identifier',
    description: 'The entry for someone or something in another catalogue. It belongs to one record only.',
  });

const named = {
  id: Id,
  names: z.array(Name).min(1).describe('All names. The first preferred one is shown when no language is asked for.'),
  identifiers: z.array(Identifier).optional().describe('Entries in other catalogues, such as Wikidata.'),
};

const actor = {
  ...named,
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'must be two capital letters, such as "VE"')
    .optional()
    .describe('The country that the actor belongs to, by two-letter ISO 3166 code.'),
};

const Person = z.strictObject({ ...actor, type: z.literal('PERSON') }).describe('One person.');

const Organization = z
  .strictObject({
    ...actor,
    type: z.literal('ORGANIZATION'),
    kind: OrganizationKind.default('OTHER'),
    publisherFamily: reference('the organization that owns this outlet').optional(),
  })
  .describe('An outlet, a government, a court, a company or any other organization.');

const Group = z
  .strictObject({
    ...actor,
    type: z.literal('GROUP'),
    size: IntRange.optional().describe('How many people the group is. When left out: two or more.'),
  })
  .describe('People known only together, such as the children of a couple.');

const UnnamedSource = z
  .strictObject({
    ...actor,
    type: z.literal('UNNAMED_SOURCE'),
    description: Text.optional().describe('How the report describes the source. When left out: its name.'),
    count: IntRange.optional().describe('How many people the source stands for. When left out: one or more.'),
    access: SourceAccess.default('UNKNOWN'),
    shieldedBy: reference('the outlet that knows who the source is and keeps the name to itself').optional(),
  })
  .describe(
    'Somebody whom a report relies on without giving a name. The sources of two reports count as two until somebody ' +
      'finds that they are one.',
  );

export const Actor = z.discriminatedUnion('type', [Person, Organization, Group, UnnamedSource]).meta({
  id: 'Actor',
  description: 'Someone who can say something: a person, an organization, a group or an unnamed source.',
});

const kind = Text.describe(
  'What sort it is, in a word or two of English: "city", "aircraft carrier", "telephone call".',
);

export const Place = z
  .strictObject({ ...named, kind })
  .meta({ id: 'Place', description: 'Somewhere on the map. The government of a country is an organization.' });

export const Thing = z
  .strictObject({ ...named, kind })
  .meta({ id: 'Thing', description: 'A ship, an aircraft, a case, a law, an agreement.' });

export const Event = z.strictObject({ ...named, kind }).meta({
  id: 'Event',
  description: 'Something that is said to happen. Its dates, places and participants are claims.',
});

import { claimList } from '../claim/list.ts';
import type { Entity, Identifier, Relationship } from '../contract.ts';
import type { Arguments } from '../cypher/arguments.ts';
import {
  among,
  bound,
  connection,
  fold,
  inUsualLanguage,
  properties,
  property,
  rows,
  timeKey,
  value,
} from '../cypher/field-mappings.ts';
import type { Condition, ConnectionField, MappingOf } from '../cypher/mapping.ts';
import { type Bindings, pattern } from '../cypher/pattern.ts';
import { displayName, type StoredNames } from '../text/display-name.ts';
import { namesOf } from './names.ts';

const NAMES = ['names', 'nameLanguages', 'nameKinds'] as const;

function related(args: Arguments): Condition[] {
  return [
    ...among('predicate', args.predicate as string[] | null | undefined, 'claim'),
    ...among('id', args.with as string[] | null | undefined, 'other'),
  ];
}

const relationships: ConnectionField = connection(
  'Entity.relationships',
  {
    type: 'Relationship',
    patterns: [pattern('(self)<-[mine:SUBJECT|OBJECT]-(claim:Claim)-[theirs:SUBJECT|OBJECT]->(other:Entity)')],
    rows: { claim: 'claim', other: 'other', mine: 'mine' },
    where: {
      claim: (variable) => [`${variable}.predicate IS NOT NULL`],
      theirs: (variable, _parameter, { mine }) => [`type(${variable}) <> type(${mine})`],
    },
    conditions: related,
  },
  () => ({ name: 'WHEN', key: timeKey('whenAsc', 'whenDesc', 'claim'), direction: 'DESC' }),
  ({ claim, mine }: Bindings) => `(${claim}.id + ' ' + type(${mine}))`,
);

/** The fields that every entity has. */
export const entityFields = {
  id: property('id'),
  name: inUsualLanguage(
    'name',
    properties(NAMES, (stored, args) => displayName(stored as unknown as StoredNames, args.language as string)),
  ),
  names: properties(NAMES, (stored) => namesOf(stored as unknown as StoredNames)),
  identifiers: rows(
    {
      type: 'Identifier',
      patterns: [pattern('(self)-[:IDENTIFIED_BY]->(identifier:Identifier)')],
      rows: { identifier: 'identifier' },
    },
    ({ identifier }) => [`${identifier}.key`],
  ),
  unresolvedMentions: fold({
    pattern: pattern('(self)<-[:CANDIDATE]-(mention:Mention)'),
    where: { mention: (variable) => [`${variable}.resolved = false`] },
    fold: ({ mention }) => `count(DISTINCT ${mention})`,
  }),
  claims: claimList('Entity.claims', '(self)<-[:ABOUT]-(claim:Claim)'),
  relationships,
} satisfies MappingOf<Entity>;

export const relationship: MappingOf<Relationship> = {
  predicate: property('predicate', undefined, 'claim'),
  direction: value(({ mine }) => `CASE type(${mine}) WHEN 'SUBJECT' THEN 'OUT' ELSE 'IN' END`),
  other: bound('Entity', 'other'),
  when: property('statedWhen', undefined, 'claim'),
  claim: bound('Claim', 'claim'),
};

/** Where the pages of a catalogue are, each at its identifier. */
const CATALOGUE_ADDRESSES: ReadonlyMap<string, string> = new Map([
  ['wikidata', 'https://www.wikidata.org/wiki/'],
  ['viaf', 'https://viaf.org/viaf/'],
  ['isni', 'https://isni.org/isni/'],
  ['lei', 'https://search.gleif.org/#/record/'],
]);

/** The page of an identifier; null if its scheme has none, or if the value leads to no page. */
function pageOf(scheme: string, text: string): string | null {
  if (scheme === 'website') return websiteAt(text);
  const catalogue = CATALOGUE_ADDRESSES.get(scheme);
  // Encoded, a value stays one part of the address; only dots would still lead elsewhere.
  return catalogue === undefined || /^\.+$/.test(text) ? null : `${catalogue}${encodeURIComponent(text)}`;
}

/** As it was given, unless something in it has to be encoded; null with credentials, which hide where a link leads. */
function websiteAt(text: string): string | null {
  if (!URL.canParse(text) || !/^https?:\/\//i.test(text)) return null;
  const { href, username, password } = new URL(text);
  if (username !== '' || password !== '') return null;
  return href === `${text}/` ? text : href;
}

export const identifier: MappingOf<Identifier> = {
  scheme: property('scheme', undefined, 'identifier'),
  value: property('value', undefined, 'identifier'),
  url: value(
    (roles) => `{scheme: ${roles.identifier}.scheme, value: ${roles.identifier}.value}`,
    (stored) => {
      const { scheme, value: text } = stored as { scheme: string; value: string };
      return pageOf(scheme, text);
    },
  ),
};

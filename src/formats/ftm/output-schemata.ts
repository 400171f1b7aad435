import type { CollectedRecord, DocumentRecord } from '../../bundle/record-stream.ts';

/** The FollowTheMoney schemata that entities and documents are written as. */
export type Schema =
  | 'Person'
  | 'Organization'
  | 'Company'
  | 'PublicBody'
  | 'LegalEntity'
  | 'Address'
  | 'Event'
  | 'Asset'
  | 'Vessel'
  | 'Airplane'
  | 'Vehicle'
  | 'RealEstate'
  | 'CourtCase'
  | 'Article'
  | 'Image'
  | 'Document';

const ORGANIZATIONS: Readonly<Record<string, Schema>> = {
  COMPANY: 'Company',
  GOVERNMENT: 'PublicBody',
  PUBLIC_BODY: 'PublicBody',
  COURT: 'PublicBody',
  MILITARY: 'PublicBody',
};

const DOCUMENTS: Partial<Record<DocumentRecord['kind'], Schema>> = {
  ARTICLE: 'Article',
  POST: 'Article',
  FACT_CHECK: 'Article',
  IMAGE: 'Image',
};

/** The schema of a thing, by words in its kind. */
const THINGS: readonly (readonly [Schema, RegExp])[] = [
  ['Vessel', /\b(vessels?|(war)?ships?|boats?|tankers?|ferry|yachts?|submarines?|aircraft carriers?)\b/i],
  ['Airplane', /\b(aircraft|air(planes?)|planes?|jets?|helicopters?)\b/i],
  ['Vehicle', /\b(vehicles?|cars?|trucks?|trains?)\b/i],
  ['RealEstate', /\b(real ?estate|buildings?|houses?|flats?|land)\b/i],
  ['CourtCase', /\b(cases?|court ?case|trials?|proceedings?|lawsuits?)\b/i],
];

/**
 * The schema of an entity or a document; null for other records. A group or an unnamed source becomes a LegalEntity,
 * the widest schema that can own and lead. Other things become an Asset: FollowTheMoney has no schema for a thing as
 * such.
 */
export function schemaOf({ collection, record }: CollectedRecord): Schema | null {
  switch (collection) {
    case 'actors':
      if (record.type === 'PERSON') return 'Person';
      return record.type === 'ORGANIZATION' ? (ORGANIZATIONS[record.kind] ?? 'Organization') : 'LegalEntity';
    case 'places':
      return 'Address';
    case 'things':
      return THINGS.find(([, words]) => words.test(record.kind))?.[0] ?? 'Asset';
    case 'events':
      return 'Event';
    case 'documents':
      return DOCUMENTS[record.kind] ?? 'Document';
    default:
      return null;
  }
}

const PARENTS: Readonly<Partial<Record<Schema, readonly string[]>>> = {
  Person: ['LegalEntity'],
  Organization: ['LegalEntity'],
  Company: ['Organization', 'LegalEntity', 'Asset'],
  PublicBody: ['Organization', 'LegalEntity'],
  Vessel: ['Vehicle', 'Asset'],
  Airplane: ['Vehicle', 'Asset'],
  Vehicle: ['Asset'],
  RealEstate: ['Asset'],
};

/** Whether FollowTheMoney accepts an entity of this schema as one of the wanted schema. */
export function isA(schema: Schema, wanted: string): boolean {
  return schema === wanted || wanted === 'Thing' || (PARENTS[schema]?.includes(wanted) ?? false);
}

/** Properties that only some schemata have. */
const OWNERS: Readonly<Record<string, string>> = {
  website: 'LegalEntity',
  leiCode: 'LegalEntity',
  innCode: 'LegalEntity',
  ogrnCode: 'LegalEntity',
};

/** Whether a schema has a property. */
export function hasProperty(schema: Schema, property: string): boolean {
  if (property === 'imoNumber') return isA(schema, 'Organization') || schema === 'Vessel';
  if (property === 'registrationNumber') return isA(schema, 'LegalEntity') || isA(schema, 'Vehicle');
  return isA(schema, OWNERS[property] ?? 'Thing');
}

/** A schema that links two entities, and the properties for both. */
export interface LinkSchema {
  readonly schema: string;
  readonly subject: readonly [property: string, schema: string];
  readonly object: readonly [property: string, schema: string];
  /** The property for the predicate. */
  readonly role: 'role' | 'relationship' | 'status';
}

const LINKS: readonly (readonly [RegExp, LinkSchema])[] = [
  [
    /^(owns|owner-of|owned|shareholder-of|holds-shares-in)$/,
    { schema: 'Ownership', subject: ['owner', 'LegalEntity'], object: ['asset', 'Asset'], role: 'role' },
  ],
  [
    /^(owned-by)$/,
    { schema: 'Ownership', subject: ['asset', 'Asset'], object: ['owner', 'LegalEntity'], role: 'role' },
  ],
  [
    /^(director-of|chair-of|head-of|leader-of|chief-executive-of|board-member-of|(vice-)?president-of)$/,
    {
      schema: 'Directorship',
      subject: ['director', 'LegalEntity'],
      object: ['organization', 'Organization'],
      role: 'role',
    },
  ],
  [
    /^((ex-)?(wife|husband|spouse|partner)|(grand)?(child|children|son|daughter|father|mother|parent)|brother|sister|sibling|cousin|uncle|aunt|nephew|niece|relative|family)-of$/,
    { schema: 'Family', subject: ['person', 'Person'], object: ['relative', 'Person'], role: 'relationship' },
  ],
  [
    /^(associate|ally|friend|adviser)-of$/,
    { schema: 'Associate', subject: ['person', 'Person'], object: ['associate', 'Person'], role: 'relationship' },
  ],
  [
    /^(member-of|belongs-to)$/,
    {
      schema: 'Membership',
      subject: ['member', 'LegalEntity'],
      object: ['organization', 'Organization'],
      role: 'role',
    },
  ],
  [
    /^(employee-of|employed-by|works-for|spokesperson-of)$/,
    { schema: 'Employment', subject: ['employee', 'Person'], object: ['employer', 'Organization'], role: 'role' },
  ],
  [
    /^(represents|lawyer-of|agent-of)$/,
    { schema: 'Representation', subject: ['agent', 'LegalEntity'], object: ['client', 'LegalEntity'], role: 'role' },
  ],
  [
    /^(successor-of|succeeded)$/,
    {
      schema: 'Succession',
      subject: ['successor', 'LegalEntity'],
      object: ['predecessor', 'LegalEntity'],
      role: 'role',
    },
  ],
  [
    /^(party-to|plaintiff-in|defendant-in)$/,
    { schema: 'CourtCaseParty', subject: ['party', 'Thing'], object: ['case', 'CourtCase'], role: 'role' },
  ],
];

const ANY: LinkSchema = {
  schema: 'UnknownLink',
  subject: ['subject', 'Thing'],
  object: ['object', 'Thing'],
  role: 'role',
};

/** The schema for a predicate between two entities, if it accepts both; else UnknownLink. */
export function linkOf(predicate: string | undefined, subject: Schema, object: Schema): LinkSchema {
  const found = LINKS.find(([words]) => words.test(predicate ?? ''))?.[1];
  return found && isA(subject, found.subject[1]) && isA(object, found.object[1]) ? found : ANY;
}

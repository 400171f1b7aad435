import type { DocumentKind, OrganizationKind } from '../../contract.ts';

/** What an entity becomes, by its schema. */
export type Form =
  | { readonly as: 'person' }
  | { readonly as: 'organization'; readonly kind: OrganizationKind }
  | { readonly as: 'thing' | 'place' | 'event'; readonly kind: string }
  | { readonly as: 'document'; readonly kind: DocumentKind }
  | Link;

/** A schema that links one entity to another, or states something about one: it becomes a claim. */
export interface Link {
  readonly as: 'link';
  /** The properties with subject and object; null if there is no object. */
  readonly from: string;
  readonly to: string | null;
  readonly predicate: string;
  /** The words between the two in a sentence. */
  readonly says: string;
  /** The first of these properties with exactly one value gives the claim's value. */
  readonly value: readonly string[];
}

/** The schemata of FollowTheMoney 4 (https://followthemoney.tech/explorer) that can be read; abstract ones are not. */
export const FORMS: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['Person', { as: 'person' }],
  ['LegalEntity', organization('OTHER')],
  ['Organization', organization('OTHER')],
  ['Company', organization('COMPANY')],
  ['PublicBody', organization('PUBLIC_BODY')],
  ['Address', { as: 'place', kind: 'address' }],
  ['Territory', { as: 'place', kind: 'territory' }],
  ['RealEstate', { as: 'place', kind: 'real estate' }],
  ['Airplane', thing('aircraft')],
  ['Asset', thing('asset')],
  ['BankAccount', thing('bank account')],
  ['CallForTenders', thing('call for tenders')],
  ['Contract', thing('contract')],
  ['CourtCase', thing('case')],
  ['CryptoWallet', thing('crypto wallet')],
  ['License', thing('licence')],
  ['Position', thing('office')],
  ['Project', thing('project')],
  ['Security', thing('security')],
  ['UserAccount', thing('user account')],
  ['Vehicle', thing('vehicle')],
  ['Vessel', thing('ship')],
  ['Event', { as: 'event', kind: 'event' }],
  ['Trip', { as: 'event', kind: 'trip' }],
  ['Article', document('ARTICLE')],
  ['Audio', document('BROADCAST')],
  ['Video', document('BROADCAST')],
  ['Image', document('IMAGE')],
  ['Table', document('DATASET')],
  ['Workbook', document('DATASET')],
  ...['Document', 'Email', 'Folder', 'HyperText', 'Message', 'Package', 'Pages', 'PlainText'].map(
    (schema): [string, Form] => [schema, document('OTHER')],
  ),
  ['Associate', link('person', 'associate', 'associate-of', 'is an associate of', 'relationship')],
  ['Call', link('caller', 'receiver', 'called', 'called')],
  ['ContractAward', link('supplier', 'contract', 'awarded', 'was awarded', 'role', 'amount')],
  ['Control', link('controller', 'controlled', 'controls', 'controls', 'role')],
  ['CourtCaseParty', link('party', 'case', 'party-to', 'is a party to', 'role')],
  ['Debt', link('debtor', 'creditor', 'owes', 'owes money to', 'amount')],
  ['Directorship', link('director', 'organization', 'director-of', 'is a director of', 'role')],
  ['EconomicActivity', link('sender', 'receiver', 'traded-with', 'traded with')],
  ['Employment', link('employee', 'employer', 'employed-by', 'works for', 'role')],
  ['Family', link('person', 'relative', 'relative-of', 'is a relative of', 'relationship')],
  ['Identification', link('holder', null, 'holds-identification', 'holds an identification', 'number')],
  ['Membership', link('member', 'organization', 'member-of', 'is a member of', 'role')],
  ['Occupancy', link('holder', 'post', 'holds-office', 'holds the office', 'status')],
  ['Ownership', link('owner', 'asset', 'owns', 'owns', 'percentage', 'role')],
  ['Passport', link('holder', null, 'holds-passport', 'holds a passport', 'passportNumber', 'number')],
  ['Payment', link('payer', 'beneficiary', 'paid', 'paid', 'amount')],
  ['ProjectParticipant', link('participant', 'project', 'participates-in', 'takes part in', 'role')],
  ['Representation', link('agent', 'client', 'represents', 'represents', 'role')],
  ['Risk', link('entity', null, 'risk', 'is called a risk')],
  ['Sanction', link('entity', null, 'sanctioned', 'is under sanctions', 'program')],
  ['Succession', link('predecessor', 'successor', 'succeeded-by', 'was succeeded by', 'role')],
  ['TaxRoll', link('taxee', null, 'taxed', 'is on a tax roll', 'taxPaid')],
  ['UnknownLink', link('subject', 'object', 'linked-to', 'has ties to', 'role')],
]);

/** Known schemata that have no place in the graph, each with the reason. */
export const OMITTED_SCHEMATA: ReadonlyMap<string, string> = new Map([
  ['Documentation', 'a claim cannot tie an entity to a document'],
  ['Mention', 'it names an entity by text that a program found'],
  ['Note', 'a note by users of a data set is not a statement of the data set'],
  ['Page', 'the pages of a document are not kept'],
  ['Similar', 'that two entities may be the same is a judgement, not a claim'],
]);

/** Properties that describe the record and not the world, each with the reason why it is left out. */
export const OMITTED_PROPERTIES: ReadonlyMap<string, string> = new Map([
  ['alephUrl', 'it describes the record, not the world'],
  ['createdAt', 'it describes the record, not the world'],
  ['indexText', 'it repeats what other properties say'],
  ['modifiedAt', 'it describes the record, not the world'],
  ['proof', 'a claim cannot tie an entity to a document'],
  ['publisher', 'the data set is taken as the publisher'],
  ['publisherUrl', 'the data set is taken as the publisher'],
  ['retrievedAt', 'it describes the record, not the world'],
]);

const ENTITIES = new Set(
  (
    'addressEntity associate bank bankAccount bankForeign bankRub beneficiary beneficiaryAccount callForTenders contract ' +
    'contractHolder declarant endLocation holder involved issuer onBehalfOf operator organization organizer owner parent ' +
    'partOf payerAccount project receiver riskSource sender startLocation tenderers transport vehicle'
  ).split(' '),
);

/** The schemata whose authority is an id; in others it is a name. */
const HAVE_AUTHORITIES = new Set(['CallForTenders', 'Contract', 'License']);

/** Whether the values of a property are ids of entities, beyond subject and object of a link. */
export function holdsEntities(schema: string, property: string): boolean {
  return ENTITIES.has(property) || (property === 'authority' && HAVE_AUTHORITIES.has(schema));
}

function organization(kind: OrganizationKind): Form {
  return { as: 'organization', kind };
}

function thing(kind: string): Form {
  return { as: 'thing', kind };
}

function document(kind: DocumentKind): Form {
  return { as: 'document', kind };
}

function link(from: string, to: string | null, predicate: string, says: string, ...value: string[]): Link {
  return { as: 'link', from, to, predicate, says, value };
}

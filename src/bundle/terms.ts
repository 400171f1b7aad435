import { z } from 'zod';
import type {
  Basis as BasisName,
  Certainty as CertaintyName,
  ClaimRelationKind as ClaimRelationKindName,
  DerivationKind as DerivationKindName,
  DocumentKind as DocumentKindName,
  Mode as ModeName,
  NameKind as NameKindName,
  OrganizationKind as OrganizationKindName,
  SourceAccess as SourceAccessName,
  Stance as StanceName,
} from '../contract.ts';

/** The schema of an enum of the contract. Each member says when to choose it; a member too few or too many does not compile. */
function terms<Name extends string>(id: string, description: string, members: Record<Name, string>) {
  const lines = Object.entries(members).map(([name, meaning]) => `${name}: ${meaning}`);
  return z
    .enum(Object.keys(members) as [Name, ...Name[]])
    .meta({ id, description: `${description} ${lines.join(' ')}` });
}

export const NameKind = terms<NameKindName>('NameKind', 'What sort of name it is.', {
  PREFERRED: 'the usual name, the one to show; best one in each language.',
  ALIAS: 'another name in use.',
  PREVIOUS: 'a name given up since.',
  WEAK: 'a loose name that fits others as well, such as a bare surname.',
});

export const OrganizationKind = terms<OrganizationKindName>('OrganizationKind', 'What sort of organization it is.', {
  OUTLET: 'a newspaper, broadcaster or news site.',
  AGENCY: 'a news agency.',
  GOVERNMENT: 'the government of a country, region or town.',
  PUBLIC_BODY: 'a ministry, a parliament or another part of the state.',
  COURT: 'a court or tribunal.',
  MILITARY: 'armed forces of a state.',
  PARTY: 'a political party.',
  COMPANY: 'a business.',
  MOVEMENT: 'a political or social movement.',
  ARMED_GROUP: 'an armed or criminal group outside of the state.',
  NGO: 'a charity or campaign.',
  OTHER: 'none of these.',
});

export const SourceAccess = terms<SourceAccessName>('SourceAccess', 'How a source knows what it says.', {
  PRESENT: 'was there.',
  BRIEFED: 'was told by those who know.',
  FAMILIAR: 'is called familiar with the matter.',
  OFFICIAL: 'speaks from an office, and no more is said.',
  UNKNOWN: 'the report does not say.',
});

export const DocumentKind = terms<DocumentKindName>('DocumentKind', 'What sort of document it is.', {
  ARTICLE: 'a written report, analysis or commentary.',
  BROADCAST: 'something on radio or television, or a recording.',
  POST: 'a post on social media or a blog.',
  STATEMENT: 'a declaration, speech or press release.',
  FILING: 'a paper handed to a court or authority, or issued by one.',
  FACT_CHECK: 'an article that checks a claim and gives a verdict.',
  DATASET: 'a table or collection of data.',
  IMAGE: 'a photograph or another picture.',
  OTHER: 'none of these.',
});

export const DerivationKind = terms<DerivationKindName>('DerivationKind', 'How one document comes from another.', {
  WIRE: 'carries the report of a news agency.',
  COPY: 'repeats it word for word, or nearly.',
  TRANSLATION: 'puts it into another language.',
  REWRITE: 'tells the same in other words.',
  UPDATE: 'is a later version of it.',
});

export const ClaimRelationKind = terms<ClaimRelationKindName>(
  'ClaimRelationKind',
  'How the claim in "from" bears on the claim in "to".',
  {
    CONTRADICTS: 'they can be neither both right nor both wrong.',
    CONTRARY_TO: 'they cannot both be right, but may both be wrong.',
    SUPPORTS: '"from" is a reason to believe "to".',
    ENTAILS: 'if "from" is right, "to" must be right.',
    UNDERCUTS: '"from" takes away a reason for "to".',
    REFINES: '"from" says what "to" says, in more detail.',
    SAME_AS: 'both say the same thing.',
  },
);

export const Stance = terms<StanceName>('Stance', 'The side that the speaker takes on the claim.', {
  ASSERTS: 'says in their own voice that it is so.',
  REPORTS: 'passes on what others said and takes no side; those others go into "cites".',
  CONFIRMS: 'says that it is so, as a party to the matter.',
  DENIES: 'says that it is not so.',
  CORRECTS: 'puts an earlier account right, and says that it is so.',
  RETRACTS: 'takes back what they had said.',
  DECLINES_TO_COMMENT: 'was asked and refused to comment.',
  NO_RESPONSE: 'was asked and did not answer.',
  EVADES: 'answered, but said neither yes nor no.',
});

export const Certainty = terms<CertaintyName>('Certainty', 'How sure the speaker says to be.', {
  CERTAIN: 'states it as a fact.',
  PROBABLE: 'holds it to be likely.',
  POSSIBLE: 'holds it to be possible.',
  UNCOMMITTED: 'leaves it open, as every relay and every "allegedly" does.',
});

export const Mode = terms<ModeName>('Mode', 'In what form it was said.', {
  DIRECT_QUOTE: 'word for word.',
  INDIRECT: 'as reported speech.',
  PARAPHRASE: 'summed up by the writer.',
  DATA: 'as figures or records.',
  OBSERVED: 'the speaker saw or heard it at first hand.',
});

export const Basis = terms<BasisName>('Basis', 'On what grounds this is recorded.', {
  STATED: 'the text itself says so.',
  ANALYST: 'a person read the text and judged so.',
  RULE: 'it follows by a fixed rule.',
  MODEL: 'a statistical model suggested it.',
});

export const FlagKind = terms('FlagKind', 'What is odd. A flag repairs nothing: the data stay as they were stated.', {
  WEEKDAY_MISMATCH: 'weekday and date do not fit.',
  DURATION_MISMATCH: 'a length of time and its dates do not fit.',
  DEADLINE_BEFORE_EVENT: 'a deadline lies before what it was set in.',
  REPORTED_BEFORE_EVENT: 'it was reported before it happened.',
  DATE_INFERRED: 'the date was worked out from words such as "this Monday".',
  VALUE_CHANGED: 'a number or date changed on the way from source to report.',
  SELF_CONTRADICTION: 'a speaker or document contradicts itself.',
  SUSPECTED_COPY: 'the text seems to be taken from another without credit.',
});

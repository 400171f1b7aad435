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

/** The schema of a contract enum. Each member says when to choose it. A missing or an extra member does not compile. */
function terms<Name extends string>(id: string, description: string, members: Record<Name, string>) {
  const lines = Object.entries(members).map(([name, meaning]) => `${name}: ${meaning}`);
  return z
    .enum(Object.keys(members) as [Name, ...Name[]])
    .meta({ id, description: `${description} ${lines.join(' ')}` });
}

export const NameKind = terms<NameKindName>('NameKind', 'What sort of name it is.', {
  PREFERRED: 'the usual name, the one to show; best one in each language.',
  ALIAS: 'another name in use, such as a short form, a nickname or another spelling.',
  PREVIOUS: 'a former name, no longer in use.',
  WEAK: 'a loose name that also fits others, such as a bare surname.',
});

export const OrganizationKind = terms<OrganizationKindName>('OrganizationKind', 'What sort of organization it is.', {
  OUTLET: 'a newspaper, broadcaster or news site.',
  AGENCY: 'a news agency.',
  GOVERNMENT: 'the government of a country, region or town.',
  PUBLIC_BODY: 'a ministry, a parliament or another part of the state.',
  COURT: 'a court or tribunal.',
  MILITARY: 'the armed forces of a state, or a part of them.',
  PARTY: 'a political party.',
  COMPANY: 'a business.',
  MOVEMENT: 'a political or social movement.',
  ARMED_GROUP: 'an armed or criminal group that is not part of the forces of a state.',
  NGO: 'a charity or campaign.',
  OTHER: 'none of these.',
});

export const SourceAccess = terms<SourceAccessName>(
  'SourceAccess',
  'How close an unnamed source is said to be to the matter.',
  {
    PRESENT: 'was there, or took part.',
    BRIEFED: 'heard about it from people who know, for instance in a briefing.',
    FAMILIAR: 'described as "familiar with the matter" or in a similar way.',
    OFFICIAL: 'described by office only, such as "a U.S. official".',
    UNKNOWN: 'the report does not say.',
  },
);

export const DocumentKind = terms<DocumentKindName>('DocumentKind', 'What sort of document it is.', {
  ARTICLE: 'a written report, analysis or commentary.',
  BROADCAST: 'something on radio or television, or a recording.',
  POST: 'a post on social media or a blog.',
  STATEMENT: 'a declaration, speech or press release.',
  FILING: 'a paper handed to a court or an authority, or issued by one.',
  FACT_CHECK: 'an article that checks whether a claim is right, and gives a verdict.',
  DATASET: 'a table or collection of data.',
  IMAGE: 'a photograph or another picture.',
  OTHER: 'none of these.',
});

export const DerivationKind = terms<DerivationKindName>('DerivationKind', 'How one document is taken from another.', {
  WIRE: 'carries a report of a news agency.',
  COPY: 'repeats it word for word, or nearly.',
  TRANSLATION: 'puts it into another language.',
  REWRITE: 'says the same in other words.',
  UPDATE: 'is a later version of it.',
  CREDITS: 'names it as one of its sources.',
  SAME_TEXT: 'both carry the same text, and which was first is not known.',
});

export const ClaimRelationKind = terms<ClaimRelationKindName>(
  'ClaimRelationKind',
  'How the claim in "from" relates to the claim in "to".',
  {
    CONTRADICTS: 'one is the opposite of the other: they cannot both be right, nor both be wrong.',
    CONTRARY_TO: 'they cannot both be right, but both may be wrong.',
    SUPPORTS: '"from" is a reason to believe "to".',
    ENTAILS: 'if "from" is right, "to" must be right too.',
    UNDERCUTS: '"from" takes away a reason for "to", without saying that it is wrong.',
    REFINES: '"from" says what "to" says, in more detail.',
    SAME_AS: 'both say the same thing.',
  },
);

export const Stance = terms<StanceName>('Stance', 'What the speaker does with the claim.', {
  ASSERTS: 'says in their own voice that it is so.',
  REPORTS: 'passes on what others said, and takes no side; put those others into "cites".',
  CONFIRMS: 'says, as a party to the matter, that it is so.',
  DENIES: 'says that it is not so.',
  CORRECTS: 'corrects an earlier account, and says that it is so.',
  RETRACTS: 'takes back what they had said themselves.',
  DECLINES_TO_COMMENT: 'was asked, and openly refused to comment.',
  NO_RESPONSE: 'was asked, and did not answer.',
  EVADES: 'answered, but said neither yes nor no.',
});

export const Certainty = terms<CertaintyName>('Certainty', 'How sure the speaker sounds.', {
  CERTAIN: 'states it as a fact.',
  PROBABLE: 'says that it is likely.',
  POSSIBLE: 'says that it is possible.',
  UNCOMMITTED: 'leaves open how sure they are, as with "allegedly" and in every relay.',
});

export const Mode = terms<ModeName>('Mode', 'In what form it was said.', {
  DIRECT_QUOTE: 'word for word, in quotation marks or as a recording.',
  INDIRECT: 'as reported speech.',
  PARAPHRASE: "summed up in the writer's own words.",
  DATA: 'as figures, records or another set of data.',
  OBSERVED: 'the speaker saw or heard it at first hand.',
});

export const Basis = terms<BasisName>('Basis', 'How it is known.', {
  STATED: 'the text says so itself.',
  ANALYST: 'a person read the text and judged it so.',
  RULE: 'a fixed rule, applied by machine, found it.',
  MODEL: 'a statistical model suggested it; perhaps nobody has checked it.',
});

export const FlagKind = terms('FlagKind', 'What is odd. A flag corrects nothing: the data stays as it was stated.', {
  WEEKDAY_MISMATCH: 'the stated weekday is not the weekday of the stated date.',
  DURATION_MISMATCH: 'a duration does not fit the dates at which it starts and ends.',
  DEADLINE_BEFORE_EVENT: 'a deadline is earlier than the event that set it.',
  REPORTED_BEFORE_EVENT: 'a document was published before what it reports.',
  DATE_INFERRED: 'the date is not stated; it was worked out from words such as "this Monday".',
  DATE_ORDER:
    'two stated dates are in the wrong order: something is dated later than what cites it or is taken from it.',
  VALUE_CHANGED: 'a number, a date or a shade of meaning differs from what the cited report says.',
  SELF_CONTRADICTION: 'a speaker or a document contradicts itself.',
  SUSPECTED_COPY: 'two documents share an error that is unlikely to be made twice.',
});

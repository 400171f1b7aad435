import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Context } from './context.ts';
import type { Shaped } from '../cypher/shaped.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An exact moment with its time zone, for example `2025-12-01T18:30:00Z`. Used for when things entered this graph. */
  DateTime: { input: Date; output: Date; }
  /**
   * A date as precise, or as vague, as it is known. The notation is the Extended Date/Time Format (EDTF, part of ISO
   * 8601-2).
   *
   * - `2025-11-21`: that day.
   * - `2025-11`: some time in that month.
   * - `2025`: some time in that year.
   * - `2025-11-21~`: about that day.
   * - `2025-11-21?`: that day, in doubt.
   * - `2025-09/2025-12`: from September to December.
   * - `2025-09/..`: from September on, with no known end.
   *
   * Dates sort by the earliest moment they allow. A `~` or `?` changes neither the order nor what a filter finds.
   */
  Edtf: { input: string; output: string; }
  /** A language in its usual short code (BCP 47): `en` for English, `es` for Spanish, `es-VE` for Spanish as in Venezuela. */
  LanguageTag: { input: string; output: string; }
  /** A web address, for example `https://www.example.org/report`. */
  URL: { input: string | URL; output: string | URL; }
};

/** Someone who can say something: a person, an organization, a group or an unnamed source. */
export type Actor = {
  /** What this speaker said, or is reported to have said: one attribution each time. */
  attributions: AttributionConnection;
  /** Claims about this speaker, as subject, object, participant or topic. */
  claims: ClaimConnection;
  /** A readable id that does not change, for example `person:delcy-rodriguez` or `source:us-official`. */
  id: Scalars['ID']['output'];
  /** The entries for this speaker in other catalogues, for example Wikidata. Empty when none is recorded. */
  identifiers: Array<Identifier>;
  /**
   * The name to show for this speaker: in the language you ask for if there is one, else in English, else the one
   * recorded first.
   */
  name: Scalars['String']['output'];
  /** Every name recorded for this speaker, in any language, with aliases and earlier names. */
  names: Array<Name>;
  /**
   * Ties between this speaker and others, each with the claim it comes from. Sorted by the date of the claim, newest
   * first.
   */
  relationships: RelationshipConnection;
  /** How many unresolved names in documents may mean this one. Answers leave them out; `mentions` lists them. */
  unresolvedMentions: Scalars['Int']['output'];
};


/** Someone who can say something: a person, an organization, a group or an unnamed source. */
export type ActorAttributionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AttributionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<AttributionOrder>;
};


/** Someone who can say something: a person, an organization, a group or an unnamed source. */
export type ActorClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ClaimOrder>;
};


/** Someone who can say something: a person, an organization, a group or an unnamed source. */
export type ActorNameArgs = {
  language?: InputMaybe<Scalars['LanguageTag']['input']>;
};


/** Someone who can say something: a person, an organization, a group or an unnamed source. */
export type ActorRelationshipsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  predicate?: InputMaybe<Array<Scalars['String']['input']>>;
  with?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** A page of actors. */
export type ActorConnection = {
  __typename?: 'ActorConnection';
  /** The rows of this page, each with its cursor. */
  edges: Array<ActorEdge>;
  /** The rows of this page without cursors. Shorter to write than `edges`. */
  nodes: Array<Actor>;
  /** Whether there is more, and how to get it. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. Counting takes extra time, so ask for it only where you need it. */
  totalCount: Scalars['Int']['output'];
};

/** An actor and its place in the list. */
export type ActorEdge = {
  __typename?: 'ActorEdge';
  /** Marks this row. Pass it to `after` or `before` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The person, organization, group or unnamed source. */
  node: Actor;
};

/**
 * Which actors to keep.
 *
 * All the conditions you set must hold. A condition left out or set to null sets no limit. An empty list matches
 * nothing.
 */
export type ActorFilter = {
  /** Belonging to any of these countries, by two-letter ISO code: `VE` for Venezuela, `US` for the United States. */
  country?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Any of these, by id. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Organizations of any of these kinds. Only organizations can match. */
  kind?: InputMaybe<Array<OrganizationKind>>;
  /**
   * Words to look for in any of the names. Each must begin a word there. Accents and capitals do not matter: `rodri`
   * finds Rodríguez. Blank text finds nothing.
   */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Any of these types, for example PERSON. */
  type?: InputMaybe<Array<ActorType>>;
};

/** Someone who can say something: a person, an organization, a group or an unnamed source. */
export type ActorInput = {
  /** How close an unnamed source is said to be to the matter. */
  access?: InputMaybe<SourceAccess>;
  /** How many people an unnamed source stands for. */
  count?: InputMaybe<IntRangeInput>;
  /** The country that the actor belongs to, by two-letter ISO code, for example `VE`. */
  country?: InputMaybe<Scalars['String']['input']>;
  /** How the report describes an unnamed source. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Not possible for now: everything is public at once. */
  embargoedUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** A readable id that never changes, for example `person:delcy-rodriguez`. */
  id: Scalars['ID']['input'];
  /** Entries in other catalogues, such as Wikidata. Each belongs to one record only. */
  identifiers?: InputMaybe<Array<IdentifierInput>>;
  /** What sort of organization it is. */
  kind?: InputMaybe<OrganizationKind>;
  /** All names. The first preferred one is shown when no language is asked for. */
  names: Array<NameInput>;
  /** The organization that owns this outlet. */
  publisherFamily?: InputMaybe<Scalars['ID']['input']>;
  /** The outlet that knows who the source is and keeps the name to itself. */
  shieldedBy?: InputMaybe<Scalars['ID']['input']>;
  /** How many people a group is. */
  size?: InputMaybe<IntRangeInput>;
  /** What type of actor it is. Leave out the fields below that belong to another type. */
  type: ActorType;
  /** Who may see it. Only `PUBLIC` is possible for now. */
  visibility?: InputMaybe<Visibility>;
};

/** How to sort actors. */
export type ActorOrder = {
  /** What to sort by. */
  by: ActorOrderField;
  /** Which way. To see the largest counts first, set DESC. */
  direction?: OrderDirection;
};

/** What actors can be sorted by. */
export type ActorOrderField =
  /** By the number of their attributions. */
  | 'ATTRIBUTION_COUNT'
  /** By the number of claims about them: as subject, object, participant or topic. */
  | 'CLAIM_COUNT'
  /** By name, alphabetically. */
  | 'NAME';

/** The types of actor, to filter by. */
export type ActorType =
  /** People known only together. */
  | 'GROUP'
  /** Outlets, governments, courts, companies and other bodies. */
  | 'ORGANIZATION'
  /** People known by name. */
  | 'PERSON'
  /** People who spoke without being named. */
  | 'UNNAMED_SOURCE';

/**
 * Take the answer back in time. You can set two clocks, alone or together. `said` asks what had been said by a date.
 * `recorded` asks what was in this graph at a moment.
 *
 * An `asOf` applies to everything inside the field it is set on, until a field inside sets its own.
 */
export type AsOf = {
  /** Show the graph as it was at this moment: without what came in later, but with what was replaced later. */
  recorded?: InputMaybe<Scalars['DateTime']['input']>;
  /**
   * Keep only what had certainly been said by the end of this date. `2025-11` means by the end of November.
   *
   * A claim is included once somebody had made it, a document once it was published. People, organizations, places, things
   * and events are always included; only what was said about them changes.
   */
  said?: InputMaybe<Scalars['Edtf']['input']>;
  /** What to do with anything whose date is not known well enough to tell. Matters only together with `said`. */
  undated?: InputMaybe<Undated>;
};

/**
 * One speaker takes a stance on a claim, at some time, in some document. When a reporter writes that an official denied
 * something, that makes two attributions: the official's denial, and the report, which cites it.
 */
export type Attribution = Node & {
  __typename?: 'Attribution';
  /** Who said it. */
  actor: Actor;
  /** How it is known that this actor said it. */
  basis: Basis;
  /** How sure the speaker sounds. */
  certainty: Certainty;
  /**
   * The routes from here back to a root, shortest first. Each is a chain of attributions that starts with this one. A
   * chain stays on one side, because citing somebody who says the opposite is a rebuttal. It stays with this claim and
   * with claims that are SAME_AS it, refine it or entail it. Where a document copies another without credit, the chain
   * continues to what was copied.
   */
  chains: Array<Array<Attribution>>;
  /**
   * Where this attribution differs from those it cites: another number or date, or another degree of certainty. If a
   * number grew or a "perhaps" got lost on the way, it shows here. Empty when nothing differs.
   */
  changes: Array<ValueChange>;
  /** The same as `cites`, with more on each: whether credit was given, and how we know. */
  citations: Array<Citation>;
  /** The attributions that cite this one. Most recently said first. */
  citedBy: AttributionConnection;
  /**
   * The attributions that this one cites: as a rule, those on whose word it was said. A denial may also cite what it
   * denies. Empty when no citation is known.
   */
  cites: Array<Attribution>;
  /** What was said. */
  claim: Claim;
  /** Where it was said or published. Null when no document is known. */
  document?: Maybe<Document>;
  /** A readable id that does not change. Use it in `node`. */
  id: Scalars['ID']['output'];
  /** Where in the document it is, for example a paragraph or a minute. Null when not recorded. */
  locator?: Maybe<Scalars['String']['output']>;
  /** In what form it is given, for example as a direct quotation. */
  mode: Mode;
  /** True when the speaker stands by it openly, by name. False otherwise, as with a source who may not be named. */
  onRecord: Scalars['Boolean']['output'];
  /** A short quotation from the speaker, as spoken or written. Null when there is none. */
  quote?: Maybe<Scalars['String']['output']>;
  /** The verdict, if this is a fact check. Null otherwise. */
  rating?: Maybe<Rating>;
  /** When it entered this graph. It may have been said long before. */
  recordedAt: Scalars['DateTime']['output'];
  /**
   * The first attribution in which the same actor took this claim back, later than this one as far as dates show. Null
   * when it was never taken back.
   */
  retractedBy?: Maybe<Attribution>;
  /** When it was said. If that is not stated: when the document was published. Null when neither is known. */
  saidAt?: Maybe<Scalars['Edtf']['output']>;
  /** How many sources the speaker claims to have for it, as in "two officials said". Null when the speaker does not say. */
  sources?: Maybe<IntRange>;
  /** What the speaker does with the claim: asserts it, passes it on, denies it and so on. */
  stance: Stance;
  /**
   * When a corrected version replaced it in this graph. Null while it is current. You see replaced versions only when you
   * ask as of an earlier `recorded` time.
   */
  supersededAt?: Maybe<Scalars['DateTime']['output']>;
};


/**
 * One speaker takes a stance on a claim, at some time, in some document. When a reporter writes that an official denied
 * something, that makes two attributions: the official's denial, and the report, which cites it.
 */
export type AttributionChainsArgs = {
  asOf?: InputMaybe<AsOf>;
  first?: InputMaybe<Scalars['Int']['input']>;
  maxHops?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One speaker takes a stance on a claim, at some time, in some document. When a reporter writes that an official denied
 * something, that makes two attributions: the official's denial, and the report, which cites it.
 */
export type AttributionCitedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of attributions. */
export type AttributionConnection = {
  __typename?: 'AttributionConnection';
  /** The rows of this page, each with its cursor. */
  edges: Array<AttributionEdge>;
  /** The rows of this page without cursors. Shorter to write than `edges`. */
  nodes: Array<Attribution>;
  /** Whether there is more, and how to get it. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. Counting takes extra time, so ask for it only where you need it. */
  totalCount: Scalars['Int']['output'];
};

/** An attribution and its place in the list. */
export type AttributionEdge = {
  __typename?: 'AttributionEdge';
  /** Marks this row. Pass it to `after` or `before` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The attribution itself. */
  node: Attribution;
};

/**
 * Which attributions to keep.
 *
 * All the conditions you set must hold. A condition left out or set to null sets no limit. An empty list matches
 * nothing.
 */
export type AttributionFilter = {
  /** On claims about any of these, by id: as subject, object, participant or topic. */
  about?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** On claims about every one of these, by id. */
  aboutAll?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Said by any of these, by id. */
  by?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** With any of these degrees of certainty. */
  certainty?: InputMaybe<Array<Certainty>>;
  /** In any of these documents, by id. */
  document?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** In any of these forms, for example DIRECT_QUOTE. */
  mode?: InputMaybe<Array<Mode>>;
  /** True: said by somebody who is named. False: said by an unnamed source. */
  named?: InputMaybe<Scalars['Boolean']['input']>;
  /** True: said on the record. False: not on the record. */
  onRecord?: InputMaybe<Scalars['Boolean']['input']>;
  /** In a document that any of these published, by id, for example `organization:reuters`. */
  outlet?: InputMaybe<Array<Scalars['ID']['input']>>;
  /**
   * True: only roots, on either side: attributions that rest on no other, or on each other in a circle. False: only
   * attributions that rest on others, or take no side.
   */
  rootsOnly?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * May have been said in this period. An attribution without a date of its own takes the publication date of its
   * document. If there is none either, it counts as said some time between what it speaks of and the first attribution
   * that cites it.
   */
  said?: InputMaybe<EdtfRange>;
  /** With any of these stances, for example DENIES. */
  stance?: InputMaybe<Array<Stance>>;
  /**
   * Words to look for. All of them must be in the quotation, or all in the text of the claim, each at the beginning of a
   * word. Accents and capitals do not matter. Blank text finds nothing.
   */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** One speaker takes a stance on a claim: who, where, when and how. */
export type AttributionInput = {
  /** The speaker. */
  actor: Scalars['ID']['input'];
  /** How it is known that this actor said it. */
  basis?: Basis;
  /** How sure the speaker sounds. */
  certainty: Certainty;
  /** On whose word the speaker says it: the attributions that it cites. */
  cites?: InputMaybe<Array<CitationInput>>;
  /** The claim on which the speaker takes a stance. */
  claim: Scalars['ID']['input'];
  /** The claims that a denial covers besides its own. */
  covers?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The document that it is in. */
  document?: InputMaybe<Scalars['ID']['input']>;
  /** Not possible for now: everything is public at once. */
  embargoedUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** A readable id that never changes, for example `attribution:reuters-amnesty`. */
  id: Scalars['ID']['input'];
  /** Where in the document: `paragraph 4`. */
  locator?: InputMaybe<Scalars['String']['input']>;
  /** In what form it was said. */
  mode: Mode;
  /** Whether the speaker stands by it openly, by name. */
  onRecord: Scalars['Boolean']['input'];
  /** A short quotation, exactly as printed. */
  quote?: InputMaybe<Scalars['String']['input']>;
  /** The verdict, if this is a fact check. */
  rating?: InputMaybe<RatingInput>;
  /** When it was said, if not when the document was published. */
  saidAt?: InputMaybe<Scalars['Edtf']['input']>;
  /** How many sources the speaker claims to have. */
  sources?: InputMaybe<IntRangeInput>;
  /** What the speaker does with the claim. */
  stance: Stance;
  /** Who may see it. Only `PUBLIC` is possible for now. */
  visibility?: InputMaybe<Visibility>;
};

/** How to sort attributions. */
export type AttributionOrder = {
  /** What to sort by. */
  by: AttributionOrderField;
  /** Which way. To see the earliest or the smallest first, set ASC. */
  direction?: OrderDirection;
};

/** What attributions can be sorted by. */
export type AttributionOrderField =
  /** By the number of attributions that cite it. */
  | 'CITED_COUNT'
  /** By when it entered this graph. */
  | 'RECORDED_AT'
  /** By when it was said. Those without a date come last. */
  | 'SAID_AT';

/** How something is known. */
export type Basis =
  /** A person read the text and judged it so. */
  | 'ANALYST'
  /** A statistical model suggested it. Perhaps nobody has checked it. */
  | 'MODEL'
  /** A fixed rule, applied by machine, found it. */
  | 'RULE'
  /** The text says so itself. */
  | 'STATED';

/**
 * Records that are stored together: all of them, or none. They have the same format as the files of the seed article, and
 * the JSON Schema in `schema/bundle.schema.json` describes it. Every reference is an id, of a record in the same bundle or
 * of one that is here already.
 */
export type BundleInput = {
  /** People, organizations, groups and unnamed sources. */
  actors?: InputMaybe<Array<ActorInput>>;
  /** Who says it, where, when, and on whose word. */
  attributions?: InputMaybe<Array<AttributionInput>>;
  /** What is said, whether it is right or not. Every claim needs an attribution: see `attributions`. */
  claims?: InputMaybe<Array<ClaimInput>>;
  /** Which documents are taken from which others. */
  derivations?: InputMaybe<Array<DerivationInput>>;
  /** Articles, broadcasts, posts, statements and other texts in which somebody says something. */
  documents?: InputMaybe<Array<DocumentInput>>;
  /** What is said to have happened. */
  events?: InputMaybe<Array<EventInput>>;
  /** Names in a document, where somebody has to decide who is meant. */
  mentions?: InputMaybe<Array<MentionInput>>;
  /** Places on the map. */
  places?: InputMaybe<Array<PlaceInput>>;
  /** How claims relate to each other. */
  relations?: InputMaybe<Array<RelationInput>>;
  /** Ships, aircraft, cases, laws, agreements. */
  things?: InputMaybe<Array<ThingInput>>;
};

/** How sure a speaker sounds. */
export type Certainty =
  /** States it as a fact. */
  | 'CERTAIN'
  /** Says that it is possible. */
  | 'POSSIBLE'
  /** Says that it is likely. */
  | 'PROBABLE'
  /** Leaves open how sure they are, as with "allegedly". */
  | 'UNCOMMITTED';

/** One step back along the trail: one attribution cites another. */
export type Citation = {
  __typename?: 'Citation';
  /** The cited attribution. */
  attribution: Attribution;
  /** How it is known that the one relies on the other. */
  basis: Basis;
  /** True when the citing text names where it has this from. False when it does not say. */
  credited: Scalars['Boolean']['output'];
  /** True when the text names several together, as in "the cited sources", and does not say which of them said this. */
  joint: Scalars['Boolean']['output'];
};

/** An attribution that another one cites. */
export type CitationInput = {
  /** The cited attribution. */
  attribution: Scalars['ID']['input'];
  /** How the citation is known. */
  basis?: Basis;
  /** Whether the text names it as its source. */
  credited?: Scalars['Boolean']['input'];
  /** Whether the text names it together with others, without saying which of them said this. */
  joint?: Scalars['Boolean']['input'];
};

/**
 * One thing that was said, in a single sentence, for example that Maduro asked for amnesty. It is recorded apart from who
 * said it: many may make the same claim and others deny it. A claim is never marked true or false.
 */
export type Claim = Node & {
  __typename?: 'Claim';
  /** Everything the claim is about: its subject, object, participants and topics. */
  about: Array<Entity>;
  /** Who made, passed on, confirmed or denied this claim: one attribution each time. */
  attributions: AttributionConnection;
  /** Denials of this claim, of claims that are the same and of its parts, with what each denial covers. Earliest first. */
  denials: Array<Denial>;
  /** What is odd about it, such as a date that was only inferred. Empty when nothing was noticed. */
  flags: Array<Flag>;
  /** A readable id that does not change, for example `claim:amnesty`. */
  id: Scalars['ID']['output'];
  /** Whether that is two sources or one, with reasons. */
  independence: Independence;
  /**
   * What happened to this claim and to claims that are the same: who reported, confirmed, denied, corrected or retracted
   * it, and when. Earliest first; what has no date comes last.
   */
  life: Array<LifeEvent>;
  /**
   * Whom or what the claim ties to its subject. In "Cilia Flores is the wife of Nicolás Maduro" it is Maduro. Null when
   * there is none.
   */
  object?: Maybe<Entity>;
  /** The larger claim that this one is a part of. `claim:amnesty` is a part of `claim:deal`. Null when it is not a part. */
  partOf?: Maybe<Claim>;
  /** Who and what took part in what the claim describes, and in which role. Empty when the claim names none. */
  participants: Array<Participant>;
  /** The smaller claims that make up this one, for example each condition of a proposal. Empty when it has no parts. */
  parts: Array<Claim>;
  /** What the claim says of its subject, as a short verb phrase. Null when the claim is kept as a sentence only. */
  predicate?: Maybe<Scalars['String']['output']>;
  /** How this claim relates to others and others to it, for example that two cannot both be right. */
  relations: Array<ClaimRelation>;
  /**
   * The attributions on which everything that affirms this claim rests: the ends that are left when every report is
   * followed back to what it cites. Sorted by id.
   */
  roots: Array<Attribution>;
  /** Where the claim stands: how many are behind it and whether anybody is against it. */
  standing: Standing;
  /**
   * Whom or what the claim speaks of first. In "Cilia Flores is the wife of Nicolás Maduro" it is Cilia Flores. Null when
   * the claim is not broken down like this.
   */
  subject?: Maybe<Entity>;
  /**
   * The claim in one sentence, as worded by those who recorded it: in the language you ask for if there is one, else in
   * English, else as first recorded. For what a speaker said word for word, see `Attribution.quote`.
   */
  text: Scalars['String']['output'];
  /** The number, amount or date that the claim gives, such as "less than 15 minutes". Null when it gives none. */
  value?: Maybe<ClaimValue>;
  /**
   * The time that the claim speaks of. For when somebody said it, see `Attribution.saidAt`. Null when the claim gives no
   * time.
   */
  when?: Maybe<Scalars['Edtf']['output']>;
};


/**
 * One thing that was said, in a single sentence, for example that Maduro asked for amnesty. It is recorded apart from who
 * said it: many may make the same claim and others deny it. A claim is never marked true or false.
 */
export type ClaimAttributionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AttributionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<AttributionOrder>;
};


/**
 * One thing that was said, in a single sentence, for example that Maduro asked for amnesty. It is recorded apart from who
 * said it: many may make the same claim and others deny it. A claim is never marked true or false.
 */
export type ClaimDenialsArgs = {
  asOf?: InputMaybe<AsOf>;
};


/**
 * One thing that was said, in a single sentence, for example that Maduro asked for amnesty. It is recorded apart from who
 * said it: many may make the same claim and others deny it. A claim is never marked true or false.
 */
export type ClaimIndependenceArgs = {
  asOf?: InputMaybe<AsOf>;
};


/**
 * One thing that was said, in a single sentence, for example that Maduro asked for amnesty. It is recorded apart from who
 * said it: many may make the same claim and others deny it. A claim is never marked true or false.
 */
export type ClaimLifeArgs = {
  asOf?: InputMaybe<AsOf>;
};


/**
 * One thing that was said, in a single sentence, for example that Maduro asked for amnesty. It is recorded apart from who
 * said it: many may make the same claim and others deny it. A claim is never marked true or false.
 */
export type ClaimRelationsArgs = {
  asOf?: InputMaybe<AsOf>;
  kind?: InputMaybe<Array<ClaimRelationKind>>;
};


/**
 * One thing that was said, in a single sentence, for example that Maduro asked for amnesty. It is recorded apart from who
 * said it: many may make the same claim and others deny it. A claim is never marked true or false.
 */
export type ClaimRootsArgs = {
  asOf?: InputMaybe<AsOf>;
};


/**
 * One thing that was said, in a single sentence, for example that Maduro asked for amnesty. It is recorded apart from who
 * said it: many may make the same claim and others deny it. A claim is never marked true or false.
 */
export type ClaimStandingArgs = {
  asOf?: InputMaybe<AsOf>;
};


/**
 * One thing that was said, in a single sentence, for example that Maduro asked for amnesty. It is recorded apart from who
 * said it: many may make the same claim and others deny it. A claim is never marked true or false.
 */
export type ClaimTextArgs = {
  language?: InputMaybe<Scalars['LanguageTag']['input']>;
};

/** A page of claims. */
export type ClaimConnection = {
  __typename?: 'ClaimConnection';
  /** The rows of this page, each with its cursor. */
  edges: Array<ClaimEdge>;
  /** The rows of this page without cursors. Shorter to write than `edges`. */
  nodes: Array<Claim>;
  /** Whether there is more, and how to get it. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. Counting takes extra time, so ask for it only where you need it. */
  totalCount: Scalars['Int']['output'];
};

/** A claim and its place in the list. */
export type ClaimEdge = {
  __typename?: 'ClaimEdge';
  /** Marks this row. Pass it to `after` or `before` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The claim itself. */
  node: Claim;
};

/**
 * Which claims to keep.
 *
 * All the conditions you set must hold. A condition left out or set to null sets no limit. An empty list matches nothing.
 *
 * `by`, `outlet`, `stance`, `onRecord` and `said` look at who said the claim. One single attribution must fit all of these
 * that you set. With Reuters as `outlet` and DENIES as `stance` you find what was denied in documents that Reuters
 * published.
 */
export type ClaimFilter = {
  /** About any of these, by id: as subject, object, participant or topic. */
  about?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** About every one of these, by id. Use it for what ties Maduro, Trump and Rodríguez together. */
  aboutAll?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Said by any of these, by id. */
  by?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** With a flag of any of these kinds. */
  flag?: InputMaybe<Array<FlagKind>>;
  /** Any of these, by id. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** True: said on the record. False: not on the record. */
  onRecord?: InputMaybe<Scalars['Boolean']['input']>;
  /** Said in a document that any of these published, by id, for example `organization:reuters`. */
  outlet?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The parts of this claim, by id, for example `claim:deal`. */
  partOf?: InputMaybe<Scalars['ID']['input']>;
  /** With any of these predicates. Compare `Claim.predicate`. */
  predicate?: InputMaybe<Array<Scalars['String']['input']>>;
  /**
   * Resting on these alone, by id: every root was said by one of them, is in a document that one of them published, or
   * comes from a source that one of them shields. With CiberCuba alone you find claims that nobody else is behind.
   */
  restsOnlyOn?: InputMaybe<Array<Scalars['ID']['input']>>;
  /**
   * May have been said in this period. Where no date is known, the limits within which it must have been said count
   * instead. See `AttributionFilter.said`.
   */
  said?: InputMaybe<EdtfRange>;
  /** Said with any of these stances, for example DENIES. */
  stance?: InputMaybe<Array<Stance>>;
  /** Where the claim stands, for example DISPUTED. */
  standing?: InputMaybe<Array<Standing>>;
  /**
   * Words to look for in the text of the claim, in any language. Each must begin a word there. Accents and capitals do
   * not matter: `amnistia` finds "amnistía". Blank text finds nothing.
   */
  text?: InputMaybe<Scalars['String']['input']>;
  /** True: resting on unnamed sources alone. False: all others. */
  unnamedSourcesOnly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Speaking of something that may have happened in this period. A claim that gives no date never matches. */
  when?: InputMaybe<EdtfRange>;
};

/** One thing that was said, whether it is right or not. */
export type ClaimInput = {
  /** What else the claim is about. */
  about?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Not possible for now: everything is public at once. */
  embargoedUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** What a reader should know about it. */
  flags?: InputMaybe<Array<FlagInput>>;
  /** A readable id that never changes, for example `claim:amnesty`. */
  id: Scalars['ID']['input'];
  /** Whom or what it ties to the subject. */
  object?: InputMaybe<Scalars['ID']['input']>;
  /** The larger claim that this one is a part of. */
  partOf?: InputMaybe<Scalars['ID']['input']>;
  /** Who and what else took part, and in which role. */
  participants?: InputMaybe<Array<ParticipantInput>>;
  /** What it says of its subject, as a short verb: `requested`, `wife-of`. */
  predicate?: InputMaybe<Scalars['String']['input']>;
  /** Whom or what the claim speaks of first. */
  subject?: InputMaybe<Scalars['ID']['input']>;
  /** The claim, once in each language. */
  texts: Array<TextInput>;
  /** A number, amount or date that it gives. */
  value?: InputMaybe<ClaimValueInput>;
  /** Who may see it. Only `PUBLIC` is possible for now. */
  visibility?: InputMaybe<Visibility>;
  /** The time that the claim speaks of, not when it was said. */
  when?: InputMaybe<Scalars['Edtf']['input']>;
};

/** How to sort claims. */
export type ClaimOrder = {
  /** What to sort by. */
  by: ClaimOrderField;
  /** Which way. To see the earliest or the smallest first, set ASC. */
  direction?: OrderDirection;
};

/** What claims can be sorted by. Claims without the date in question come last. */
export type ClaimOrderField =
  /** By the number of attributions on it. */
  | 'ATTRIBUTION_COUNT'
  /** By the first time somebody said it, among what you can see. */
  | 'FIRST_SAID'
  /** By the last time somebody said it, among what you can see. */
  | 'LAST_SAID'
  /** By when the claim entered this graph. */
  | 'RECORDED_AT'
  /** By the time that the claim speaks of. */
  | 'WHEN';

/** How one claim relates to another, who recorded that, and how it is known. */
export type ClaimRelation = {
  __typename?: 'ClaimRelation';
  /** When the relation was recorded here. */
  at: Scalars['DateTime']['output'];
  /** How it is known that the two are related. */
  basis: Basis;
  /** Who recorded the relation. */
  by: Scalars['String']['output'];
  /** The claim that the relation starts from. */
  from: Claim;
  /** In what way, for example CONTRADICTS. Read it from `from` to `to`. */
  kind: ClaimRelationKind;
  /** The claim that it leads to. */
  to: Claim;
};

/** How one claim can relate to another. Read it from `from` to `to`. */
export type ClaimRelationKind =
  /** One is the opposite of the other: they cannot both be right, nor both be wrong. */
  | 'CONTRADICTS'
  /** They cannot both be right, but both may be wrong. Two different death tolls are an example. */
  | 'CONTRARY_TO'
  /** If the first is right, the second must be right too. */
  | 'ENTAILS'
  /** The first says what the second says, in more detail. */
  | 'REFINES'
  /** Both say the same thing. */
  | 'SAME_AS'
  /** The first is a reason to believe the second. */
  | 'SUPPORTS'
  /** The first takes away a reason for the second, without saying that it is wrong. */
  | 'UNDERCUTS';

/**
 * A number, amount or date that a claim gives. "Less than 15 minutes" has the text, 15 as `max`, no `min`, and minutes
 * as its unit.
 */
export type ClaimValue = {
  __typename?: 'ClaimValue';
  /**
   * The most it can be. Null when it is not a number or no upper limit is given. An exact number has `min` and `max`
   * equal.
   */
  max?: Maybe<Scalars['Float']['output']>;
  /** The least it can be. Null when it is not a number or no lower limit is given. */
  min?: Maybe<Scalars['Float']['output']>;
  /** The value in words, as it was given, for example "more than 80". */
  text: Scalars['String']['output'];
  /**
   * What is counted or measured, for example minutes or vessels. Null when there is no unit. Durations in minutes, hours,
   * days or weeks, singular or plural, are checked against dates.
   */
  unit?: Maybe<Scalars['String']['output']>;
  /** The date, if the value is one, for example a deadline. Null otherwise. */
  when?: Maybe<Scalars['Edtf']['output']>;
};

/** A number, amount or date that a claim gives. */
export type ClaimValueInput = {
  /** The most it can be. The same as `min` when it is exact. */
  max?: InputMaybe<Scalars['Float']['input']>;
  /** The least it can be. */
  min?: InputMaybe<Scalars['Float']['input']>;
  /** As it was given: `more than 80`. */
  text: Scalars['String']['input'];
  /** What is counted or measured, in the singular: `person`, `hour`. */
  unit?: InputMaybe<Scalars['String']['input']>;
  /** The date, if the value is one. */
  when?: InputMaybe<Scalars['Edtf']['input']>;
};

/** Which time a timeline follows. The three are never mixed. */
export type Clock =
  /** When things happened, or are said to have happened. */
  | 'EVENT'
  /** When things entered this graph. */
  | 'RECORDED'
  /** When things were said or published. */
  | 'SAID';

/**
 * Two sides that do not go together. It shows what each side says and who is on it; it does not say who is right. It
 * exists as long as somebody is on each side, as of the times that you ask for.
 */
export type Contradiction = {
  __typename?: 'Contradiction';
  /** When it was recorded. */
  at: Scalars['DateTime']['output'];
  /** How it is known: it was stated, a person judged it so, or a rule found it. */
  basis: Basis;
  /** Who recorded it, or the name of the rule that found it. */
  by: Scalars['String']['output'];
  /** The claims that it is about: one where the same claim is affirmed and denied, otherwise two. */
  claims: Array<Claim>;
  /** A stable id. A contradiction is not a record, so `node` does not find it. */
  id: Scalars['ID']['output'];
  /** What contradicts what. */
  kind: ContradictionKind;
  /** Why the two sides do not go together, in one sentence. */
  reason: Scalars['String']['output'];
  /** Its two sides, with those who are on them. */
  sides: Array<ContradictionSide>;
};

/** A page of contradictions. */
export type ContradictionConnection = {
  __typename?: 'ContradictionConnection';
  /** The rows of this page, each with its cursor. */
  edges: Array<ContradictionEdge>;
  /** The rows of this page without cursors. Shorter to write than `edges`. */
  nodes: Array<Contradiction>;
  /** Whether there is more, and how to get it. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. Counting takes extra time, so ask for it only where you need it. */
  totalCount: Scalars['Int']['output'];
};

/** A contradiction and its place in the list. */
export type ContradictionEdge = {
  __typename?: 'ContradictionEdge';
  /** Marks this row. Pass it to `after` or `before` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The contradiction. */
  node: Contradiction;
};

/** What contradicts what. */
export type ContradictionKind =
  /** Two claims that cannot both be right. */
  | 'CLAIM'
  /** One speaker against themselves, or one document whose publisher or authors contradict themselves in it. */
  | 'SELF'
  /** One claim that somebody affirms and somebody denies. */
  | 'STANCE';

/** One side of a contradiction. Those who only pass on what others said (stance REPORTS) are on neither side. */
export type ContradictionSide = {
  __typename?: 'ContradictionSide';
  /** Who is on this side, sorted by id. */
  actors: Array<Actor>;
  /** True when this side says that the claim is so. False when it denies it. */
  affirms: Scalars['Boolean']['output'];
  /** Their attributions, sorted by id. */
  attributions: Array<Attribution>;
  /** The claim that this side speaks of. */
  claim: Claim;
};

/** What to correct, with what, and why. */
export type CorrectInput = {
  /** The record that is wrong. */
  id: Scalars['ID']['input'];
  /** Why, in a sentence. */
  reason: Scalars['String']['input'];
  /**
   * A bundle with the record as it should be, under the same id, and anything else that it needs. An attribution may also
   * be replaced by one with another id. The record must be complete: what you leave out is missing from the new version.
   */
  replacement: BundleInput;
};

/** Whether everything behind an answer is known here. */
export type Coverage =
  /** Every document on the way was read. */
  | 'FULL'
  /** Something is known only through those who cite it, or was left out. */
  | 'PARTIAL';

/** A denial with its scope: what it covers, and what it leaves open. */
export type Denial = {
  __typename?: 'Denial';
  /** The denial itself: who, when and where. */
  attribution: Attribution;
  /** What it denies: its own claim, claims that are the same, and any other claims that it is recorded to cover. */
  covers: Array<Claim>;
  /**
   * The other parts of the same larger claim, about which it says nothing. A denial of the amnesty leaves the request
   * about the court open. A denial of the larger claim does not by itself cover any of the parts.
   */
  leavesOpen: Array<Claim>;
};

/** How one document is taken from another. */
export type Derivation = {
  __typename?: 'Derivation';
  /** How it is known. */
  basis: Basis;
  /** True when the later document names the earlier one, or its publisher, as its source. */
  credited: Scalars['Boolean']['output'];
  /** The earlier document. */
  document: Document;
  /** What was done with it, for example TRANSLATION. */
  kind: DerivationKind;
};

/** How one document is taken from another. */
export type DerivationInput = {
  /** How it is known. */
  basis: Basis;
  /** Whether the later document says so. */
  credited: Scalars['Boolean']['input'];
  /** The later document. */
  document: Scalars['ID']['input'];
  /** The document that it is taken from. */
  from: Scalars['ID']['input'];
  /** In what way it is taken from it. */
  kind: DerivationKind;
};

/** In what way a document is taken from another. */
export type DerivationKind =
  /** Repeats it word for word, or nearly. */
  | 'COPY'
  /** Says the same in other words. */
  | 'REWRITE'
  /** Puts it into another language. */
  | 'TRANSLATION'
  /** Is a later version of it. */
  | 'UPDATE'
  /** Carries a report of a news agency. */
  | 'WIRE';

/** Which end of a tie you are looking from. */
export type Direction =
  /** The entity you asked is the object: Nicolás Maduro, asked about "Cilia Flores is the wife of Nicolás Maduro". */
  | 'IN'
  /** The entity you asked is the subject: Cilia Flores, asked about "Cilia Flores is the wife of Nicolás Maduro". */
  | 'OUT';

/** Something published or put on file in which things are said: an article, a broadcast, a post, a statement, a picture. */
export type Document = Node & {
  __typename?: 'Document';
  /** What is said in it, and by whom: one attribution each time. */
  attributions: AttributionConnection;
  /** Who wrote or made it. Empty when no author is known. */
  authors: Array<Actor>;
  /**
   * A hash of the content that was read. If the text is changed later, the hash no longer matches. Null when none was
   * taken.
   */
  contentHash?: Maybe<Scalars['String']['output']>;
  /** The documents that this one is taken from, for example an agency report. Empty when none is known. */
  derivedFrom: Array<Derivation>;
  /** What is odd about it, such as a publication date that was only inferred. Empty when nothing was noticed. */
  flags: Array<Flag>;
  /** A readable id that does not change. Use it in `node` and in filters. */
  id: Scalars['ID']['output'];
  /** What sort of document it is, for example ARTICLE. */
  kind: DocumentKind;
  /** The language it is in. Null when not known. */
  language?: Maybe<Scalars['LanguageTag']['output']>;
  /** Names in this document, where somebody has decided who is meant or still has to. Sorted by id. */
  mentions: MentionConnection;
  /** When it was published, as precisely as is known. Null when not known. */
  publishedAt?: Maybe<Scalars['Edtf']['output']>;
  /** Who published it, for example Reuters. Null when not known. */
  publisher?: Maybe<Organization>;
  /**
   * True when the document itself was read for this graph. False when it is known only through those who cite it: its
   * content is then second-hand.
   */
  read: Scalars['Boolean']['output'];
  /** The headline or title. Null when it has none, or none is known here. */
  title?: Maybe<Scalars['String']['output']>;
  /** Where to find it on the web. Null when no address is known. */
  url?: Maybe<Scalars['URL']['output']>;
};


/** Something published or put on file in which things are said: an article, a broadcast, a post, a statement, a picture. */
export type DocumentAttributionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AttributionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<AttributionOrder>;
};


/** Something published or put on file in which things are said: an article, a broadcast, a post, a statement, a picture. */
export type DocumentMentionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  unresolved?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A page of documents. */
export type DocumentConnection = {
  __typename?: 'DocumentConnection';
  /** The rows of this page, each with its cursor. */
  edges: Array<DocumentEdge>;
  /** The rows of this page without cursors. Shorter to write than `edges`. */
  nodes: Array<Document>;
  /** Whether there is more, and how to get it. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. Counting takes extra time, so ask for it only where you need it. */
  totalCount: Scalars['Int']['output'];
};

/** A document and its place in the list. */
export type DocumentEdge = {
  __typename?: 'DocumentEdge';
  /** Marks this row. Pass it to `after` or `before` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The document itself. */
  node: Document;
};

/**
 * Which documents to keep.
 *
 * All the conditions you set must hold. A condition left out or set to null sets no limit. An empty list matches
 * nothing.
 */
export type DocumentFilter = {
  /** Written or made by any of these, by id. */
  author?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Any of these, by id. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Any of these kinds, for example ARTICLE. */
  kind?: InputMaybe<Array<DocumentKind>>;
  /** In any of these languages. */
  language?: InputMaybe<Array<Scalars['LanguageTag']['input']>>;
  /** May have been published in this period. A document without a date never matches. */
  published?: InputMaybe<EdtfRange>;
  /** Published by any of these, by id, for example `organization:reuters`. */
  publisher?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** True: only documents that were read. False: only those known through others who cite them. */
  read?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * Words to look for in the title. Each must begin a word there. Accents and capitals do not matter. Blank text finds
   * nothing.
   */
  text?: InputMaybe<Scalars['String']['input']>;
  /** At this web address. */
  url?: InputMaybe<Scalars['URL']['input']>;
};

/** A document in which somebody said something. */
export type DocumentInput = {
  /** The actors who wrote or made it. */
  authors?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** A hash of what was read, to tell versions apart. */
  contentHash?: InputMaybe<Scalars['String']['input']>;
  /** Not possible for now: everything is public at once. */
  embargoedUntil?: InputMaybe<Scalars['DateTime']['input']>;
  /** What a reader should know about it. */
  flags?: InputMaybe<Array<FlagInput>>;
  /** A readable id that never changes, for example `document:reuters-report`. */
  id: Scalars['ID']['input'];
  /** What sort of document it is. */
  kind: DocumentKind;
  /** The language it is in. */
  language?: InputMaybe<Scalars['LanguageTag']['input']>;
  /** When it was published. Leave it out when not known. */
  publishedAt?: InputMaybe<Scalars['Edtf']['input']>;
  /** The organization that published it. */
  publisher?: InputMaybe<Scalars['ID']['input']>;
  /** False for a document known only through those who cite it. */
  read?: Scalars['Boolean']['input'];
  /** The title as printed. Leave it out when nobody has seen the document. */
  title?: InputMaybe<Scalars['String']['input']>;
  /** Where it can be read. */
  url?: InputMaybe<Scalars['URL']['input']>;
  /** Who may see it. Only `PUBLIC` is possible for now. */
  visibility?: InputMaybe<Visibility>;
};

/** What sort of document it is. */
export type DocumentKind =
  /** A written news report, analysis or commentary. */
  | 'ARTICLE'
  /** Something on radio or television, or a recording. */
  | 'BROADCAST'
  /** A table or collection of data. */
  | 'DATASET'
  /** An article that checks whether a claim is right, and gives a verdict. */
  | 'FACT_CHECK'
  /** A paper handed to a court or an authority, or issued by one. */
  | 'FILING'
  /** A photograph or another picture. */
  | 'IMAGE'
  /** None of these. */
  | 'OTHER'
  /** A post on social media or a blog. */
  | 'POST'
  /** A declaration, speech, press release or answer given by a party. */
  | 'STATEMENT';

/** How to sort documents. */
export type DocumentOrder = {
  /** What to sort by. */
  by: DocumentOrderField;
  /** Which way. To see the earliest or A first, set ASC. */
  direction?: OrderDirection;
};

/** What documents can be sorted by. */
export type DocumentOrderField =
  /** By the number of attributions in them. */
  | 'ATTRIBUTION_COUNT'
  /** By publication date. Documents without a date come last. */
  | 'PUBLISHED_AT'
  /** By headline or title, alphabetically. */
  | 'TITLE';

/**
 * A period of time. Both ends belong to it. Something matches when it could lie within the period: an event dated
 * `2025-11` matches a range that starts on 21 November 2025.
 */
export type EdtfRange = {
  /** The start. Null: as far back as anything goes. */
  from?: InputMaybe<Scalars['Edtf']['input']>;
  /** The end, counted to its last moment: `2025-11` runs to the end of November. Null: without end. */
  until?: InputMaybe<Scalars['Edtf']['input']>;
};

/**
 * Someone or something that claims can be about: people, organizations, groups and unnamed sources, but also places,
 * things and events. It has names and identifiers. Everything else known about it is a claim that somebody made.
 */
export type Entity = {
  /** Claims about this entity, as subject, object, participant or topic. */
  claims: ClaimConnection;
  /** A readable id that does not change, for example `person:delcy-rodriguez` or `event:call`. */
  id: Scalars['ID']['output'];
  /** The entries for this entity in other catalogues, for example Wikidata. Empty when none is recorded. */
  identifiers: Array<Identifier>;
  /**
   * The name to show for this entity: in the language you ask for if there is one, else in English, else the one
   * recorded first.
   */
  name: Scalars['String']['output'];
  /** Every name recorded for this entity, in any language, with aliases and earlier names. */
  names: Array<Name>;
  /**
   * Ties between this entity and others, each with the claim it comes from. Sorted by the date of the claim, newest
   * first.
   */
  relationships: RelationshipConnection;
  /** How many unresolved names in documents may mean this one. Answers leave them out; `mentions` lists them. */
  unresolvedMentions: Scalars['Int']['output'];
};


/**
 * Someone or something that claims can be about: people, organizations, groups and unnamed sources, but also places,
 * things and events. It has names and identifiers. Everything else known about it is a claim that somebody made.
 */
export type EntityClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ClaimOrder>;
};


/**
 * Someone or something that claims can be about: people, organizations, groups and unnamed sources, but also places,
 * things and events. It has names and identifiers. Everything else known about it is a claim that somebody made.
 */
export type EntityNameArgs = {
  language?: InputMaybe<Scalars['LanguageTag']['input']>;
};


/**
 * Someone or something that claims can be about: people, organizations, groups and unnamed sources, but also places,
 * things and events. It has names and identifiers. Everything else known about it is a claim that somebody made.
 */
export type EntityRelationshipsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  predicate?: InputMaybe<Array<Scalars['String']['input']>>;
  with?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/**
 * Something that happened, or is said to have happened: a phone call, a strike, a meeting, a statement. When and where it
 * was, and who took part, are claims. These may differ from each other.
 */
export type Event = Entity & Node & {
  __typename?: 'Event';
  /** Claims about this event, as subject, object, participant or topic. */
  claims: ClaimConnection;
  /** Every date that somebody gives for the event, each with the claim that gives it. */
  dates: Array<StatedDate>;
  /** A readable id that does not change, for example `event:call`. */
  id: Scalars['ID']['output'];
  /** The entries for this event in other catalogues, for example Wikidata. Empty when none is recorded. */
  identifiers: Array<Identifier>;
  /** What sort of event it is, in a word or two, such as a call or a strike. */
  kind: Scalars['String']['output'];
  /**
   * The name to show for this event: in the language you ask for if there is one, else in English, else the one
   * recorded first.
   */
  name: Scalars['String']['output'];
  /** Every name recorded for this event, in any language, with aliases and earlier names. */
  names: Array<Name>;
  /** Who and what took part, each with the claim that says so. Sorted by the date of the claim, newest first. */
  participants: ParticipantConnection;
  /** Every place that somebody gives for the event, each with the claim that gives it. */
  places: Array<StatedPlace>;
  /**
   * Ties between this event and others, each with the claim it comes from. Sorted by the date of the claim, newest
   * first.
   */
  relationships: RelationshipConnection;
  /** How many unresolved names in documents may mean this one. Answers leave them out; `mentions` lists them. */
  unresolvedMentions: Scalars['Int']['output'];
  /**
   * The date of the event, if all claims that date it agree. Null when they differ or none gives a date; then read
   * `dates`.
   */
  when?: Maybe<Scalars['Edtf']['output']>;
};


/**
 * Something that happened, or is said to have happened: a phone call, a strike, a meeting, a statement. When and where it
 * was, and who took part, are claims. These may differ from each other.
 */
export type EventClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ClaimOrder>;
};


/**
 * Something that happened, or is said to have happened: a phone call, a strike, a meeting, a statement. When and where it
 * was, and who took part, are claims. These may differ from each other.
 */
export type EventDatesArgs = {
  asOf?: InputMaybe<AsOf>;
};


/**
 * Something that happened, or is said to have happened: a phone call, a strike, a meeting, a statement. When and where it
 * was, and who took part, are claims. These may differ from each other.
 */
export type EventNameArgs = {
  language?: InputMaybe<Scalars['LanguageTag']['input']>;
};


/**
 * Something that happened, or is said to have happened: a phone call, a strike, a meeting, a statement. When and where it
 * was, and who took part, are claims. These may differ from each other.
 */
export type EventParticipantsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  role?: InputMaybe<Array<Scalars['String']['input']>>;
};


/**
 * Something that happened, or is said to have happened: a phone call, a strike, a meeting, a statement. When and where it
 * was, and who took part, are claims. These may differ from each other.
 */
export type EventPlacesArgs = {
  asOf?: InputMaybe<AsOf>;
};


/**
 * Something that happened, or is said to have happened: a phone call, a strike, a meeting, a statement. When and where it
 * was, and who took part, are claims. These may differ from each other.
 */
export type EventRelationshipsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  predicate?: InputMaybe<Array<Scalars['String']['input']>>;
  with?: InputMaybe<Array<Scalars['ID']['input']>>;
};


/**
 * Something that happened, or is said to have happened: a phone call, a strike, a meeting, a statement. When and where it
 * was, and who took part, are claims. These may differ from each other.
 */
export type EventWhenArgs = {
  asOf?: InputMaybe<AsOf>;
};

/** A page of events. */
export type EventConnection = {
  __typename?: 'EventConnection';
  /** The rows of this page, each with its cursor. */
  edges: Array<EventEdge>;
  /** The rows of this page without cursors. Shorter to write than `edges`. */
  nodes: Array<Event>;
  /** Whether there is more, and how to get it. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. Counting takes extra time, so ask for it only where you need it. */
  totalCount: Scalars['Int']['output'];
};

/** An event and its place in the list. */
export type EventEdge = {
  __typename?: 'EventEdge';
  /** Marks this row. Pass it to `after` or `before` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The event itself. */
  node: Event;
};

/**
 * Which events to keep.
 *
 * All the conditions you set must hold. A condition left out or set to null sets no limit. An empty list matches
 * nothing.
 */
export type EventFilter = {
  /** Any of these, by id. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Any of these kinds. Compare `Event.kind`. */
  kind?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Events in which any of these took part, by id. One claim that says so is enough. */
  participant?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Events at any of these places, by id. One claim that says so is enough. */
  place?: InputMaybe<Array<Scalars['ID']['input']>>;
  /**
   * Words to look for in any of the names. Each must begin a word there. Accents and capitals do not matter. Blank
   * text finds nothing.
   */
  text?: InputMaybe<Scalars['String']['input']>;
  /**
   * Events that may have happened in this period. One claim with such a date is enough. An event without any date never
   * matches.
   */
  when?: InputMaybe<EdtfRange>;
};

/** Something that is said to happen. Its dates, places and participants are claims. */
export type EventInput = {
  /** A readable id that never changes, for example `event:call`. */
  id: Scalars['ID']['input'];
  /** Entries in other catalogues. */
  identifiers?: InputMaybe<Array<IdentifierInput>>;
  /** What sort of event it is, in a word or two: `telephone call`. */
  kind: Scalars['String']['input'];
  /** All names. */
  names: Array<NameInput>;
};

/** How to sort events. */
export type EventOrder = {
  /** What to sort by. */
  by: EventOrderField;
  /** Which way. To see the latest or the largest first, set DESC. */
  direction?: OrderDirection;
};

/** What events can be sorted by. */
export type EventOrderField =
  /** By the number of claims about the event: as subject, object, participant or topic. */
  | 'CLAIM_COUNT'
  /** By name, alphabetically. */
  | 'NAME'
  /** By date: the earliest that any claim gives. Events without a date come last. */
  | 'WHEN';

/**
 * Something odd about a claim or a document that a reader should know. A flag corrects nothing: the claim or document
 * stays as it was stated.
 */
export type Flag = {
  __typename?: 'Flag';
  /** How it is known: from somebody's reading, or by a rule. */
  basis: Basis;
  /** What sort of flag it is. */
  kind: FlagKind;
  /** What is odd, in one sentence. */
  message: Scalars['String']['output'];
};

/** Something odd about a claim or a document. It corrects nothing: the data stays as it was stated. */
export type FlagInput = {
  /** How it is known. */
  basis: Basis;
  /** What is odd. */
  kind: FlagKind;
  /** What is odd, in one sentence for a reader. */
  message: Scalars['String']['input'];
};

/** What a flag points out. */
export type FlagKind =
  /** The date is not stated. It was worked out from words such as "this Monday". */
  | 'DATE_INFERRED'
  /** A deadline is earlier than the event that set it. */
  | 'DEADLINE_BEFORE_EVENT'
  /** A duration does not fit the dates at which it starts and ends. */
  | 'DURATION_MISMATCH'
  /** A document was published before what it reports. */
  | 'REPORTED_BEFORE_EVENT'
  /** A speaker or a document contradicts itself. */
  | 'SELF_CONTRADICTION'
  /** Two documents share an error that is unlikely to be made twice. */
  | 'SUSPECTED_COPY'
  /** A number, a date or a shade of meaning differs from what the cited report says. */
  | 'VALUE_CHANGED'
  /** The stated weekday is not the weekday of the stated date. */
  | 'WEEKDAY_MISMATCH';

/** People who are known only together and not one by one: a couple's children, or the officials under sanctions. */
export type Group = Actor & Entity & Node & {
  __typename?: 'Group';
  /** What this group said, or is reported to have said: one attribution each time. */
  attributions: AttributionConnection;
  /** Claims about this group, as subject, object, participant or topic. */
  claims: ClaimConnection;
  /** A readable id that does not change. It begins with the sort of entity, as in `person:delcy-rodriguez`. */
  id: Scalars['ID']['output'];
  /** The entries for this group in other catalogues, for example Wikidata. Empty when none is recorded. */
  identifiers: Array<Identifier>;
  /**
   * The name to show for this group: in the language you ask for if there is one, else in English, else the one
   * recorded first.
   */
  name: Scalars['String']['output'];
  /** Every name recorded for this group, in any language, with aliases and earlier names. */
  names: Array<Name>;
  /**
   * Ties between this group and others, each with the claim it comes from. Sorted by the date of the claim, newest
   * first.
   */
  relationships: RelationshipConnection;
  /** How many people belong to it. "More than a hundred officials" gives a minimum and no maximum. */
  size: IntRange;
  /** How many unresolved names in documents may mean this one. Answers leave them out; `mentions` lists them. */
  unresolvedMentions: Scalars['Int']['output'];
};


/** People who are known only together and not one by one: a couple's children, or the officials under sanctions. */
export type GroupAttributionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AttributionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<AttributionOrder>;
};


/** People who are known only together and not one by one: a couple's children, or the officials under sanctions. */
export type GroupClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ClaimOrder>;
};


/** People who are known only together and not one by one: a couple's children, or the officials under sanctions. */
export type GroupNameArgs = {
  language?: InputMaybe<Scalars['LanguageTag']['input']>;
};


/** People who are known only together and not one by one: a couple's children, or the officials under sanctions. */
export type GroupRelationshipsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  predicate?: InputMaybe<Array<Scalars['String']['input']>>;
  with?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** The entry for someone or something in another catalogue. It helps you check that two names mean the same person. */
export type Identifier = {
  __typename?: 'Identifier';
  /** The catalogue, for example `wikidata`. */
  scheme: Scalars['String']['output'];
  /** The web page of that entry. Null when none is recorded. */
  url?: Maybe<Scalars['URL']['output']>;
  /** The number or code in that catalogue, for example `Q22686`. */
  value: Scalars['String']['output'];
};

/** An entry in another catalogue, to find who or what it stands for here. */
export type IdentifierInput = {
  /** The catalogue, for example `wikidata`. */
  scheme: Scalars['String']['input'];
  /** The number or code in that catalogue, for example `Q22686`. */
  value: Scalars['String']['input'];
};

/**
 * What would be lost if somebody took everything back: what they said themselves, what is in the documents of their
 * publisher family, and what the sources they shield said. An attribution that cited others then falls if it has no
 * citation left, and so does the attribution of an unnamed source that nobody cites any longer. A published document that
 * was merely cited does not fall.
 */
export type Impact = {
  __typename?: 'Impact';
  /** Claims with two or more newsrooms behind them now, and only one then. Sorted by id. */
  fallsToOneNewsroom: Array<Claim>;
  /** Claims that nobody would affirm any longer. Sorted by id. */
  losesEveryRoot: Array<Claim>;
  /**
   * Claims that somebody stands behind by name now, and that nobody would stand behind by name then. Those that lose every
   * root are included. Sorted by id.
   */
  losesOnRecord: Array<Claim>;
  /** Who or what withdraws. */
  source: Node;
  /** True when more depends on it than could be followed: the lists are then incomplete. */
  truncated: Scalars['Boolean']['output'];
};

/**
 * How many independent sources are behind a claim. Ten outlets that repeat one agency are one source, and this shows it.
 *
 * It counts the roots: the attributions on which all others rest, found by following each report back to what it cites on
 * the same side. A chain may also step to a claim that REFINES or ENTAILS this one, directly or through others, if that
 * relation was stated or judged by a person. Claims that are SAME_AS each other count together. The trail of a relay that
 * cites nobody ends there. Relations and citations that a rule or a model suggested change no number.
 */
export type Independence = {
  __typename?: 'Independence';
  /** Whether every document on the way was read, and no claim or attribution that it rests on was left out. */
  coverage: Coverage;
  /**
   * Actors whose withdrawal alone would bring the claim down: nobody would affirm it any longer. An outlet withdraws with
   * all documents of its publisher family and with the sources it shields, as in `impactOfWithdrawing`.
   */
  dependsOn: Array<Actor>;
  /**
   * Attributions that cite each other in a circle, so that none of them is the origin. If a circle cites nobody outside,
   * the trail ends there: all attributions in it are roots, and each newsroom in it counts. Look here before you trust the
   * numbers.
   */
  loops: Array<Array<Attribution>>;
  /**
   * How many publisher families are behind the roots: those that published the documents, and those of the outlets that
   * shield unnamed sources. A speech without a publisher adds none. Outlets under one owner, up to four steps above, are
   * one family.
   */
  newsrooms: Scalars['Int']['output'];
  /**
   * How many of them are named, apart from outlets that speak in their own voice in documents of their own publisher
   * family. Speakers who took it back count too; `life` shows that they did.
   */
  onRecord: Scalars['Int']['output'];
  /** The documents on which all of this rests and that were read. */
  readIn: Array<Document>;
  /** Each of these numbers in a sentence, with the attributions it comes from. In English. */
  reasons: Array<Scalars['String']['output']>;
  /**
   * How many people or bodies are behind the roots, at least and at most. An unnamed source counts as the number stated
   * for it, and may be the same as any other until somebody judges them to be different. An outlet's own word in a report
   * that nobody here has read may stand for several. Speakers who took it back count too.
   */
  ultimateSources: IntRange;
};

/** Something that is wrong with what was sent. */
export type InputProblem = Problem & {
  __typename?: 'InputProblem';
  /** What sort of problem it is, for programs. */
  code: ProblemCode;
  /** What is wrong, in one sentence. */
  message: Scalars['String']['output'];
  /** The place in the arguments, step by step: `bundle`, `claims`, `3`, `subject`. */
  path: Array<Scalars['String']['output']>;
};

/** A number between a minimum and a maximum, for when the exact number is not known. */
export type IntRange = {
  __typename?: 'IntRange';
  /** At most this many. Null when no upper limit is known: "several sources" are at least 2, and may be any number. */
  max?: Maybe<Scalars['Int']['output']>;
  /** At least this many. */
  min: Scalars['Int']['output'];
};

/** A number of people, as exactly as it is known. */
export type IntRangeInput = {
  /** The most it can be. Null when not known. */
  max?: InputMaybe<Scalars['Int']['input']>;
  /** The least it can be. */
  min: Scalars['Int']['input'];
};

/** What an attribution did to a claim. */
export type LifeChange =
  /** A party to the matter said that it is so. */
  | 'CONFIRMED'
  /** Somebody corrected an earlier account. */
  | 'CORRECTED'
  /** Somebody denied it. */
  | 'DENIED'
  /** Somebody was asked and did not say: no comment, no answer, or an evasion. */
  | 'NOT_COMMENTED'
  /** Somebody made it or passed it on. Relays of a denial are not listed beside the denial. */
  | 'REPORTED'
  /** Somebody took it back. */
  | 'RETRACTED';

/** One thing that happened to a claim: somebody said something about it. */
export type LifeEvent = {
  __typename?: 'LifeEvent';
  /** When. Null when it is not known. */
  at?: Maybe<Scalars['Edtf']['output']>;
  /** Who said it, and where. */
  attribution: Attribution;
  /** What it did to the claim. */
  change: LifeChange;
};

/**
 * A name in a document, where somebody has to decide who or what is meant. If an article says only "Cabello", the mention
 * records who that is taken to be. If it says "Rodríguez" and two people fit, both are listed and the mention stays open.
 */
export type Mention = Node & {
  __typename?: 'Mention';
  /** How it is known who is meant, or who might be. */
  basis: Basis;
  /** All those who might be meant. */
  candidates: Array<Entity>;
  /** The document that it is in. */
  document: Document;
  /** Who or what is meant. Null while it is open. */
  entity?: Maybe<Entity>;
  /** A readable id that does not change. Use it in `node`. */
  id: Scalars['ID']['output'];
  /** Where in the document, for example a paragraph. Null when not recorded. */
  locator?: Maybe<Scalars['String']['output']>;
  /** The name as the document writes it, for example "Cabello". */
  text: Scalars['String']['output'];
};

/** A page of mentions. */
export type MentionConnection = {
  __typename?: 'MentionConnection';
  /** The rows of this page, each with its cursor. */
  edges: Array<MentionEdge>;
  /** The rows of this page without cursors. Shorter to write than `edges`. */
  nodes: Array<Mention>;
  /** Whether there is more, and how to get it. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. Counting takes extra time, so ask for it only where you need it. */
  totalCount: Scalars['Int']['output'];
};

/** A mention and its place in the list. */
export type MentionEdge = {
  __typename?: 'MentionEdge';
  /** Marks this row. Pass it to `after` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The mention itself. */
  node: Mention;
};

/** A name in a document, where somebody has to decide who is meant. */
export type MentionInput = {
  /** How it is known. When left out: `ANALYST`, somebody read the text and judged it so. */
  basis?: InputMaybe<Basis>;
  /** All those who might be meant. */
  candidates: Array<Scalars['ID']['input']>;
  /** The document that it is in. */
  document: Scalars['ID']['input'];
  /** Who is meant. Leave it out while that is open. */
  entity?: InputMaybe<Scalars['ID']['input']>;
  /** A readable id that never changes, for example `mention:rodriguez-1`. */
  id: Scalars['ID']['input'];
  /** Where in the document. */
  locator?: InputMaybe<Scalars['String']['input']>;
  /** The name as the document writes it. */
  text: Scalars['String']['input'];
};

/** In what form something is given. */
export type Mode =
  /** As figures, records or another set of data. */
  | 'DATA'
  /** Word for word, in quotation marks or as a recording. */
  | 'DIRECT_QUOTE'
  /** As reported speech: "she said that …". */
  | 'INDIRECT'
  /** The speaker saw or heard it at first hand. */
  | 'OBSERVED'
  /** Summed up in the writer's own words. */
  | 'PARAPHRASE';

/** The counts for a month. */
export type MonthCount = {
  __typename?: 'MonthCount';
  /** How many attributions. */
  attributions: Scalars['Int']['output'];
  /**
   * How many claims were said in that month, speak of that month, or were recorded in it. A claim said in two months
   * counts in both.
   */
  claims: Scalars['Int']['output'];
  /**
   * The month, as in `2025-11`. A date that covers a year, or another long period, counts in the month in which it starts.
   * Null for what has no date, or a date without a start; this row comes last.
   */
  month?: Maybe<Scalars['String']['output']>;
};

/**
 * The changes that you can make to this graph. Nothing is ever overwritten: you can still read earlier versions by asking
 * as of an earlier `recorded` time. Each change has a number, an author and a time (see `history`).
 *
 * To make changes, send the token of this server (`Authorization: Bearer …`). Without it, each of these answers with the
 * problem `FORBIDDEN`.
 */
export type Mutation = {
  __typename?: 'Mutation';
  /** Replace a record with a better version. You can still read the old one as of an earlier time. */
  correct: WritePayload;
  /**
   * Decide whether two records are the same, for example two people or two claims. You can decide differently later. What
   * is stored of each stays as it is.
   *
   * Entities that are the same are shown as one, with the names, claims and attributions of all. The preferred names of
   * the others become aliases. What the first leaves open, such as an owner, comes from the next. Each of their ids finds
   * it: in `node`, in `entity` and in every filter. Records that name any of them lead to it, including records that come
   * later. As of an earlier time, they are shown separately. Once you decide differently, each is shown again with what
   * was recorded under its own id.
   *
   * Both must be of the same type, such as two people. A decision that contradicts an earlier one is a `CONFLICT` that
   * says which to change first. So is taking back a record that is shown as one with others. `correct` changes only the
   * record with the id that it names.
   *
   * Claims that are the same stay separate, and are related by `SAME_AS`.
   */
  judge: WritePayload;
  /** Store new records: all of them, or none. Records that are here already with the same content stay as they are. */
  record: WritePayload;
  /** Record how one claim relates to another. */
  relate: WritePayload;
  /** Decide who or what a name in a document means, or reopen the question. */
  resolveMention: WritePayload;
  /**
   * Take back a record that should not have been recorded. You can still read it as of an earlier time. A claim is taken
   * back together with its attributions, the last attribution of a claim together with the claim, and a document together
   * with its mentions. You cannot take back a record that others name as their speaker, their document or what they are
   * about: take those back first. Records that cite it, are parts of it or are related to it stay, without that tie.
   *
   * When a speaker takes back what they said, that is not a mistake in this graph: record it as an attribution with the
   * stance `RETRACTS`.
   */
  retract: WritePayload;
};


/**
 * The changes that you can make to this graph. Nothing is ever overwritten: you can still read earlier versions by asking
 * as of an earlier `recorded` time. Each change has a number, an author and a time (see `history`).
 *
 * To make changes, send the token of this server (`Authorization: Bearer …`). Without it, each of these answers with the
 * problem `FORBIDDEN`.
 */
export type MutationCorrectArgs = {
  input: CorrectInput;
};


/**
 * The changes that you can make to this graph. Nothing is ever overwritten: you can still read earlier versions by asking
 * as of an earlier `recorded` time. Each change has a number, an author and a time (see `history`).
 *
 * To make changes, send the token of this server (`Authorization: Bearer …`). Without it, each of these answers with the
 * problem `FORBIDDEN`.
 */
export type MutationJudgeArgs = {
  left: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
  right: Scalars['ID']['input'];
  verdict: Verdict;
};


/**
 * The changes that you can make to this graph. Nothing is ever overwritten: you can still read earlier versions by asking
 * as of an earlier `recorded` time. Each change has a number, an author and a time (see `history`).
 *
 * To make changes, send the token of this server (`Authorization: Bearer …`). Without it, each of these answers with the
 * problem `FORBIDDEN`.
 */
export type MutationRecordArgs = {
  bundle: BundleInput;
  idempotencyKey: Scalars['String']['input'];
};


/**
 * The changes that you can make to this graph. Nothing is ever overwritten: you can still read earlier versions by asking
 * as of an earlier `recorded` time. Each change has a number, an author and a time (see `history`).
 *
 * To make changes, send the token of this server (`Authorization: Bearer …`). Without it, each of these answers with the
 * problem `FORBIDDEN`.
 */
export type MutationRelateArgs = {
  basis: Basis;
  from: Scalars['ID']['input'];
  kind: ClaimRelationKind;
  reason?: InputMaybe<Scalars['String']['input']>;
  to: Scalars['ID']['input'];
};


/**
 * The changes that you can make to this graph. Nothing is ever overwritten: you can still read earlier versions by asking
 * as of an earlier `recorded` time. Each change has a number, an author and a time (see `history`).
 *
 * To make changes, send the token of this server (`Authorization: Bearer …`). Without it, each of these answers with the
 * problem `FORBIDDEN`.
 */
export type MutationResolveMentionArgs = {
  entity?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};


/**
 * The changes that you can make to this graph. Nothing is ever overwritten: you can still read earlier versions by asking
 * as of an earlier `recorded` time. Each change has a number, an author and a time (see `history`).
 *
 * To make changes, send the token of this server (`Authorization: Bearer …`). Without it, each of these answers with the
 * problem `FORBIDDEN`.
 */
export type MutationRetractArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

/** One name of someone or something. */
export type Name = {
  __typename?: 'Name';
  /** Whether it is the usual name, another one, a former one or a loose one. */
  kind: NameKind;
  /** The language of the name. Null when the name belongs to no language in particular. */
  language?: Maybe<Scalars['LanguageTag']['output']>;
  /** The name as written, with its accents and in its own script. */
  text: Scalars['String']['output'];
};

/** One name of an actor, a place, a thing or an event. */
export type NameInput = {
  /** What sort of name it is. */
  kind?: NameKind;
  /** The language of this form of the name. */
  language?: InputMaybe<Scalars['LanguageTag']['input']>;
  /** The name as it is written. */
  text: Scalars['String']['input'];
};

/** What sort of name it is. */
export type NameKind =
  /** Another name in use, such as a short form, a nickname or another spelling. */
  | 'ALIAS'
  /** The usual name, the one to show. */
  | 'PREFERRED'
  /** A former name, no longer in use. */
  | 'PREVIOUS'
  /** A loose name that also fits others, such as a bare surname. Take it as a hint, not as proof. */
  | 'WEAK';

/** Anything that has an id of its own and can be fetched by it. */
export type Node = {
  /** A readable id that does not change, for example `person:delcy-rodriguez`. Use it in `node` and in filters. */
  id: Scalars['ID']['output'];
};

/** Which way to sort. Rows without a date come last either way. Equal rows are sorted by id, from A to Z. */
export type OrderDirection =
  /** Smallest, earliest or A first. */
  | 'ASC'
  /** Largest, latest or Z first. */
  | 'DESC';

/** A body that acts and speaks as one: a news outlet, a government, a court, a company, a party and the like. */
export type Organization = Actor & Entity & Node & {
  __typename?: 'Organization';
  /** What this organization said, or is reported to have said: one attribution each time. */
  attributions: AttributionConnection;
  /** Claims about this organization, as subject, object, participant or topic. */
  claims: ClaimConnection;
  /** Documents that this organization published. Empty when there are none. */
  documents: DocumentConnection;
  /** A readable id that does not change, for example `organization:reuters`. */
  id: Scalars['ID']['output'];
  /** The entries for this organization in other catalogues, for example Wikidata. Empty when none is recorded. */
  identifiers: Array<Identifier>;
  /** What sort of organization it is, for example OUTLET or GOVERNMENT. */
  kind: OrganizationKind;
  /**
   * The name to show for this organization: in the language you ask for if there is one, else in English, else the one
   * recorded first.
   */
  name: Scalars['String']['output'];
  /** Every name recorded for this organization, in any language, with aliases and earlier names. */
  names: Array<Name>;
  /** The owner of this publisher, which sister titles may share. When no owner is recorded: the organization itself. */
  publisherFamily: Organization;
  /**
   * Ties between this organization and others, each with the claim it comes from. Sorted by the date of the claim,
   * newest first.
   */
  relationships: RelationshipConnection;
  /** How many unresolved names in documents may mean this one. Answers leave them out; `mentions` lists them. */
  unresolvedMentions: Scalars['Int']['output'];
};


/** A body that acts and speaks as one: a news outlet, a government, a court, a company, a party and the like. */
export type OrganizationAttributionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AttributionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<AttributionOrder>;
};


/** A body that acts and speaks as one: a news outlet, a government, a court, a company, a party and the like. */
export type OrganizationClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ClaimOrder>;
};


/** A body that acts and speaks as one: a news outlet, a government, a court, a company, a party and the like. */
export type OrganizationDocumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DocumentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<DocumentOrder>;
};


/** A body that acts and speaks as one: a news outlet, a government, a court, a company, a party and the like. */
export type OrganizationNameArgs = {
  language?: InputMaybe<Scalars['LanguageTag']['input']>;
};


/** A body that acts and speaks as one: a news outlet, a government, a court, a company, a party and the like. */
export type OrganizationRelationshipsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  predicate?: InputMaybe<Array<Scalars['String']['input']>>;
  with?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** What sort of organization it is. */
export type OrganizationKind =
  /** A news agency, whose reports other outlets carry. An agency of the state is a PUBLIC_BODY. */
  | 'AGENCY'
  /** An armed or criminal group that is not part of the forces of a state. */
  | 'ARMED_GROUP'
  /** A business. */
  | 'COMPANY'
  /** A court or tribunal, national or international. */
  | 'COURT'
  /** The government of a country, region or town, or the office of its head. */
  | 'GOVERNMENT'
  /** The armed forces of a state, or a part of them. */
  | 'MILITARY'
  /** A political or social movement without firm membership, such as chavismo. */
  | 'MOVEMENT'
  /** A charity, campaign or other body that belongs neither to the state nor to a business. */
  | 'NGO'
  /** None of these. */
  | 'OTHER'
  /** A newspaper, broadcaster, magazine or news site. */
  | 'OUTLET'
  /** A political party. */
  | 'PARTY'
  /** A ministry, parliament, regulator or another part of the state that is not listed here. */
  | 'PUBLIC_BODY';

/** The counts for an outlet's documents. */
export type OutletCount = {
  __typename?: 'OutletCount';
  /** How many attributions were in its documents, in its own voice or in that of others. */
  attributions: Scalars['Int']['output'];
  /** How many claims were in its documents. */
  claims: Scalars['Int']['output'];
  /** The organization that published the documents. */
  outlet: Organization;
};

/**
 * Where you are in a long list, and how to continue.
 *
 * Lists come in pages. Ask for `first` or `last` with a number up to 200; you get 50 when you give neither. To continue,
 * repeat the question with `after` set to `endCursor`. To go back, use `last` with `before` set to `startCursor`, where
 * the list offers them.
 *
 * A cursor has no meaning of its own. It works only with the list it came from, asked with the same arguments. Later pages
 * show the graph as it was when you read the first one. So nothing is skipped or shown twice, even if somebody adds to the
 * graph in the meantime.
 */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The cursor of the last row on this page. Null when the page is empty. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** True when more rows follow this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** True when there are rows before this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of the first row on this page. Null when the page is empty. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** Someone or something that took part in what a claim describes. */
export type Participant = {
  __typename?: 'Participant';
  /** The claim that says so. */
  claim: Claim;
  /** Who or what took part. */
  entity: Entity;
  /** In which role, in a word or two, such as the caller in a phone call. */
  role: Scalars['String']['output'];
};

/** A page of participants. */
export type ParticipantConnection = {
  __typename?: 'ParticipantConnection';
  /** The rows of this page, each with its cursor. */
  edges: Array<ParticipantEdge>;
  /** The rows of this page without cursors. Shorter to write than `edges`. */
  nodes: Array<Participant>;
  /** Whether there is more, and how to get it. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. Counting takes extra time, so ask for it only where you need it. */
  totalCount: Scalars['Int']['output'];
};

/** A participant and its place in the list. */
export type ParticipantEdge = {
  __typename?: 'ParticipantEdge';
  /** Marks this row. Pass it to `after` or `before` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The participant, with role and claim. */
  node: Participant;
};

/** Someone or something that took part in what a claim describes. */
export type ParticipantInput = {
  /** Who or what took part. */
  entity: Scalars['ID']['input'];
  /** The role: `addressee`, `court`. */
  role: Scalars['String']['input'];
};

/**
 * A series of claims that leads from one person, organization, place, thing or event to another. It shows how claims tie
 * them together, not whether those claims are true.
 */
export type Path = {
  __typename?: 'Path';
  /** The hops in order, from the start to the end. */
  hops: Array<PathHop>;
  /** How many hops it has. */
  length: Scalars['Int']['output'];
};

/**
 * One hop of a path: a claim in which both ends have a part, as subject, as object or as a participant. Being only a topic
 * of the claim does not count.
 */
export type PathHop = {
  __typename?: 'PathHop';
  /** Who said so. Most recently said first. */
  attributions: AttributionConnection;
  /** The claim that makes the hop. */
  claim: Claim;
  /** Where the hop starts. */
  from: Entity;
  /** The role of the start in the claim: `subject`, `object`, or one such as `addressee`. */
  fromRole: Scalars['String']['output'];
  /** What the claim says of its subject, as a short verb. Null when it has none. */
  predicate?: Maybe<Scalars['String']['output']>;
  /** Where the hop leads. The next one starts there. */
  to: Entity;
  /** The role of the end in the claim: `subject`, `object`, or one such as `addressee`. */
  toRole: Scalars['String']['output'];
};


/**
 * One hop of a path: a claim in which both ends have a part, as subject, as object or as a participant. Being only a topic
 * of the claim does not count.
 */
export type PathHopAttributionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A human being known by name. */
export type Person = Actor & Entity & Node & {
  __typename?: 'Person';
  /** What this person said, or is reported to have said: one attribution each time. */
  attributions: AttributionConnection;
  /** Claims about this person, as subject, object, participant or topic. */
  claims: ClaimConnection;
  /** A readable id that does not change, for example `person:delcy-rodriguez`. */
  id: Scalars['ID']['output'];
  /** The entries for this person in other catalogues, for example Wikidata. Empty when none is recorded. */
  identifiers: Array<Identifier>;
  /**
   * The name to show for this person: in the language you ask for if there is one, else in English, else the one
   * recorded first.
   */
  name: Scalars['String']['output'];
  /** Every name recorded for this person, in any language, with aliases and earlier names. */
  names: Array<Name>;
  /**
   * Ties between this person and others, each with the claim it comes from. Sorted by the date of the claim, newest
   * first.
   */
  relationships: RelationshipConnection;
  /** How many unresolved names in documents may mean this one. Answers leave them out; `mentions` lists them. */
  unresolvedMentions: Scalars['Int']['output'];
};


/** A human being known by name. */
export type PersonAttributionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AttributionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<AttributionOrder>;
};


/** A human being known by name. */
export type PersonClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ClaimOrder>;
};


/** A human being known by name. */
export type PersonNameArgs = {
  language?: InputMaybe<Scalars['LanguageTag']['input']>;
};


/** A human being known by name. */
export type PersonRelationshipsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  predicate?: InputMaybe<Array<Scalars['String']['input']>>;
  with?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/**
 * Somewhere on the map: a country, a city, a building, a sea or an airspace. The government of a country is an
 * organization and has an entry of its own.
 */
export type Place = Entity & Node & {
  __typename?: 'Place';
  /** Claims about this place, as subject, object, participant or topic. */
  claims: ClaimConnection;
  /** A readable id that does not change. It begins with the sort of entity, as in `person:delcy-rodriguez`. */
  id: Scalars['ID']['output'];
  /** The entries for this place in other catalogues, for example Wikidata. Empty when none is recorded. */
  identifiers: Array<Identifier>;
  /** What sort of place it is, in a word or two, such as a city or a palace. */
  kind: Scalars['String']['output'];
  /**
   * The name to show for this place: in the language you ask for if there is one, else in English, else the one
   * recorded first.
   */
  name: Scalars['String']['output'];
  /** Every name recorded for this place, in any language, with aliases and earlier names. */
  names: Array<Name>;
  /**
   * Ties between this place and others, each with the claim it comes from. Sorted by the date of the claim, newest
   * first.
   */
  relationships: RelationshipConnection;
  /** How many unresolved names in documents may mean this one. Answers leave them out; `mentions` lists them. */
  unresolvedMentions: Scalars['Int']['output'];
};


/**
 * Somewhere on the map: a country, a city, a building, a sea or an airspace. The government of a country is an
 * organization and has an entry of its own.
 */
export type PlaceClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ClaimOrder>;
};


/**
 * Somewhere on the map: a country, a city, a building, a sea or an airspace. The government of a country is an
 * organization and has an entry of its own.
 */
export type PlaceNameArgs = {
  language?: InputMaybe<Scalars['LanguageTag']['input']>;
};


/**
 * Somewhere on the map: a country, a city, a building, a sea or an airspace. The government of a country is an
 * organization and has an entry of its own.
 */
export type PlaceRelationshipsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  predicate?: InputMaybe<Array<Scalars['String']['input']>>;
  with?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** A page of places. */
export type PlaceConnection = {
  __typename?: 'PlaceConnection';
  /** The rows of this page, each with its cursor. */
  edges: Array<PlaceEdge>;
  /** The rows of this page without cursors. Shorter to write than `edges`. */
  nodes: Array<Place>;
  /** Whether there is more, and how to get it. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. Counting takes extra time, so ask for it only where you need it. */
  totalCount: Scalars['Int']['output'];
};

/** A place and its position in the list. */
export type PlaceEdge = {
  __typename?: 'PlaceEdge';
  /** Marks this row. Pass it to `after` or `before` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The place itself. */
  node: Place;
};

/** Somewhere on the map. The government of a country is an organization. */
export type PlaceInput = {
  /** A readable id that never changes, for example `place:caracas`. */
  id: Scalars['ID']['input'];
  /** Entries in other catalogues. */
  identifiers?: InputMaybe<Array<IdentifierInput>>;
  /** What sort of place it is, in a word or two: `city`. */
  kind: Scalars['String']['input'];
  /** All names. */
  names: Array<NameInput>;
};

/** How many claims have a predicate. */
export type PredicateCount = {
  __typename?: 'PredicateCount';
  /** How many claims have it. */
  claims: Scalars['Int']['output'];
  /** The predicate. Compare `Claim.predicate`. */
  predicate: Scalars['String']['output'];
};

/** Something that is wrong with a request to change this graph. */
export type Problem = {
  /** What sort of problem it is, for programs. */
  code: ProblemCode;
  /** What is wrong, in one sentence. */
  message: Scalars['String']['output'];
  /** The place in the arguments, step by step: `bundle`, `claims`, `3`, `subject`. */
  path: Array<Scalars['String']['output']>;
};

/** What sort of problem it is. */
export type ProblemCode =
  /** It contradicts what is here already. */
  | 'CONFLICT'
  /** Two records have the same id. */
  | 'DUPLICATE_ID'
  /** You are not allowed to do this. */
  | 'FORBIDDEN'
  /** A value is not allowed there. */
  | 'INVALID'
  /** There is no such record. */
  | 'NOT_FOUND'
  /** A claim has no attribution. */
  | 'UNATTRIBUTED_CLAIM'
  /** A reference names a record that does not exist. */
  | 'UNKNOWN_REFERENCE';

/**
 * The questions you can ask: who reported what, about whom, and on whose word.
 *
 * Four words to know. An *actor* speaks. A *claim* is what was said. An *attribution* joins the two: who said it, when,
 * where and how. A *document* is where it can be read or heard. Nothing here is marked true or false.
 *
 * Lists come in pages; `PageInfo` explains them. `AsOf` takes an answer back in time.
 *
 * When a question cannot be answered, the error has a code.
 *
 * - `GRAPHQL_PARSE_FAILED` and `GRAPHQL_VALIDATION_FAILED`: the question is not well formed; the message says where.
 * - `BAD_USER_INPUT`: a value in the question is not allowed; the message says which.
 * - `LIMIT_EXCEEDED`: the question asks for too much at once; ask for smaller pages or fewer levels.
 * - `SERVICE_UNAVAILABLE`: the service cannot answer right now; try again later.
 */
export type Query = {
  __typename?: 'Query';
  /** Find people, organizations, groups and unnamed sources. */
  actors: ActorConnection;
  /** Find claims: what was said about whom, by whom and when. */
  claims: ClaimConnection;
  /**
   * Contradictions: claims that are both affirmed and denied, claims that cannot both be right, and speakers who
   * contradict themselves. Newest first.
   */
  contradictions: ContradictionConnection;
  /** Find articles, broadcasts, statements and other documents. */
  documents: DocumentConnection;
  /**
   * Fetch a person, an organization, a group, an unnamed source, a place, a thing or an event. Give its id here or its
   * entry in another catalogue: exactly one of the two. Null when there is no match.
   */
  entity?: Maybe<Entity>;
  /** Find what happened, or is said to have happened. */
  events: EventConnection;
  /**
   * Every change of a record since it came in, oldest first. It also answers for records that were taken back. For
   * entities that were judged to be the same, it gives the changes of all of them.
   */
  history: RevisionConnection;
  /** What falls if an actor, an outlet or a document withdraws? Asking changes nothing. */
  impactOfWithdrawing: Impact;
  /** Names where somebody has to decide who is meant: those still open, unless you ask otherwise. Sorted by id. */
  mentions: MentionConnection;
  /** Fetch anything by its id. Null when nothing has that id. */
  node?: Maybe<Node>;
  /** Fetch several by their ids, in the order you give. An id that does not exist gives null in its place. */
  nodes: Array<Maybe<Node>>;
  /**
   * How claims tie two people, organizations, places, things or events together, over at most six hops. The shortest paths
   * come first. Paths of the same length are sorted by the ids of what they lead through, then by the ids of their claims.
   * No path visits the same entity, or uses the same claim, twice. Two claims between the same two entities make two
   * paths.
   *
   * There can be a great many long paths. When there is too much around the two ends to be sure that the shortest were
   * found, you get the error `LIMIT_EXCEEDED`: ask for fewer hops or fewer paths.
   */
  paths: Array<Path>;
  /** Find places. Sorted by name, from A to Z. */
  places: PlaceConnection;
  /**
   * Find anything by its name, title or text. Every word that you give must begin a word of the same name, title or text.
   * Accents and capitals do not matter: `amnistia` finds "amnistía". The best matches come first; equal ones are sorted by
   * id. Blank text finds nothing.
   *
   * A search that matches more than 100,000 things of a kind gives the error `LIMIT_EXCEEDED`: add a word, or choose
   * `types`.
   */
  search: SearchConnection;
  /**
   * Counts for an overview: how many claims, from how many speakers, in which documents and months, and where they stand.
   *
   * As of an earlier `said` time, standings have to be traced. If you then ask for the standings of more than 10,000
   * claims, you get the error `LIMIT_EXCEEDED`.
   */
  statistics: Statistics;
  /**
   * What happened, what was said, or what was recorded, in order of time. Sorted by the earliest moment that each can have
   * been; what has no date comes last. Equal rows are sorted by id.
   */
  timeline: TimelineConnection;
  /**
   * Who reported what, and on whose word, as a list of attributions. Ask about people and things, about one claim, or both
   * together. To follow the trail, ask each attribution for `cites`.
   */
  whoReported: AttributionConnection;
};


/**
 * The questions you can ask: who reported what, about whom, and on whose word.
 *
 * Four words to know. An *actor* speaks. A *claim* is what was said. An *attribution* joins the two: who said it, when,
 * where and how. A *document* is where it can be read or heard. Nothing here is marked true or false.
 *
 * Lists come in pages; `PageInfo` explains them. `AsOf` takes an answer back in time.
 *
 * When a question cannot be answered, the error has a code.
 *
 * - `GRAPHQL_PARSE_FAILED` and `GRAPHQL_VALIDATION_FAILED`: the question is not well formed; the message says where.
 * - `BAD_USER_INPUT`: a value in the question is not allowed; the message says which.
 * - `LIMIT_EXCEEDED`: the question asks for too much at once; ask for smaller pages or fewer levels.
 * - `SERVICE_UNAVAILABLE`: the service cannot answer right now; try again later.
 */
export type QueryActorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ActorFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ActorOrder>;
};


/**
 * The questions you can ask: who reported what, about whom, and on whose word.
 *
 * Four words to know. An *actor* speaks. A *claim* is what was said. An *attribution* joins the two: who said it, when,
 * where and how. A *document* is where it can be read or heard. Nothing here is marked true or false.
 *
 * Lists come in pages; `PageInfo` explains them. `AsOf` takes an answer back in time.
 *
 * When a question cannot be answered, the error has a code.
 *
 * - `GRAPHQL_PARSE_FAILED` and `GRAPHQL_VALIDATION_FAILED`: the question is not well formed; the message says where.
 * - `BAD_USER_INPUT`: a value in the question is not allowed; the message says which.
 * - `LIMIT_EXCEEDED`: the question asks for too much at once; ask for smaller pages or fewer levels.
 * - `SERVICE_UNAVAILABLE`: the service cannot answer right now; try again later.
 */
export type QueryClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ClaimOrder>;
};


/**
 * The questions you can ask: who reported what, about whom, and on whose word.
 *
 * Four words to know. An *actor* speaks. A *claim* is what was said. An *attribution* joins the two: who said it, when,
 * where and how. A *document* is where it can be read or heard. Nothing here is marked true or false.
 *
 * Lists come in pages; `PageInfo` explains them. `AsOf` takes an answer back in time.
 *
 * When a question cannot be answered, the error has a code.
 *
 * - `GRAPHQL_PARSE_FAILED` and `GRAPHQL_VALIDATION_FAILED`: the question is not well formed; the message says where.
 * - `BAD_USER_INPUT`: a value in the question is not allowed; the message says which.
 * - `LIMIT_EXCEEDED`: the question asks for too much at once; ask for smaller pages or fewer levels.
 * - `SERVICE_UNAVAILABLE`: the service cannot answer right now; try again later.
 */
export type QueryContradictionsArgs = {
  about?: InputMaybe<Array<Scalars['ID']['input']>>;
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  basis?: InputMaybe<Array<Basis>>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kind?: InputMaybe<Array<ContradictionKind>>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * The questions you can ask: who reported what, about whom, and on whose word.
 *
 * Four words to know. An *actor* speaks. A *claim* is what was said. An *attribution* joins the two: who said it, when,
 * where and how. A *document* is where it can be read or heard. Nothing here is marked true or false.
 *
 * Lists come in pages; `PageInfo` explains them. `AsOf` takes an answer back in time.
 *
 * When a question cannot be answered, the error has a code.
 *
 * - `GRAPHQL_PARSE_FAILED` and `GRAPHQL_VALIDATION_FAILED`: the question is not well formed; the message says where.
 * - `BAD_USER_INPUT`: a value in the question is not allowed; the message says which.
 * - `LIMIT_EXCEEDED`: the question asks for too much at once; ask for smaller pages or fewer levels.
 * - `SERVICE_UNAVAILABLE`: the service cannot answer right now; try again later.
 */
export type QueryDocumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DocumentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<DocumentOrder>;
};


/**
 * The questions you can ask: who reported what, about whom, and on whose word.
 *
 * Four words to know. An *actor* speaks. A *claim* is what was said. An *attribution* joins the two: who said it, when,
 * where and how. A *document* is where it can be read or heard. Nothing here is marked true or false.
 *
 * Lists come in pages; `PageInfo` explains them. `AsOf` takes an answer back in time.
 *
 * When a question cannot be answered, the error has a code.
 *
 * - `GRAPHQL_PARSE_FAILED` and `GRAPHQL_VALIDATION_FAILED`: the question is not well formed; the message says where.
 * - `BAD_USER_INPUT`: a value in the question is not allowed; the message says which.
 * - `LIMIT_EXCEEDED`: the question asks for too much at once; ask for smaller pages or fewer levels.
 * - `SERVICE_UNAVAILABLE`: the service cannot answer right now; try again later.
 */
export type QueryEntityArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  identifier?: InputMaybe<IdentifierInput>;
};


/**
 * The questions you can ask: who reported what, about whom, and on whose word.
 *
 * Four words to know. An *actor* speaks. A *claim* is what was said. An *attribution* joins the two: who said it, when,
 * where and how. A *document* is where it can be read or heard. Nothing here is marked true or false.
 *
 * Lists come in pages; `PageInfo` explains them. `AsOf` takes an answer back in time.
 *
 * When a question cannot be answered, the error has a code.
 *
 * - `GRAPHQL_PARSE_FAILED` and `GRAPHQL_VALIDATION_FAILED`: the question is not well formed; the message says where.
 * - `BAD_USER_INPUT`: a value in the question is not allowed; the message says which.
 * - `LIMIT_EXCEEDED`: the question asks for too much at once; ask for smaller pages or fewer levels.
 * - `SERVICE_UNAVAILABLE`: the service cannot answer right now; try again later.
 */
export type QueryEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<EventOrder>;
};


/**
 * The questions you can ask: who reported what, about whom, and on whose word.
 *
 * Four words to know. An *actor* speaks. A *claim* is what was said. An *attribution* joins the two: who said it, when,
 * where and how. A *document* is where it can be read or heard. Nothing here is marked true or false.
 *
 * Lists come in pages; `PageInfo` explains them. `AsOf` takes an answer back in time.
 *
 * When a question cannot be answered, the error has a code.
 *
 * - `GRAPHQL_PARSE_FAILED` and `GRAPHQL_VALIDATION_FAILED`: the question is not well formed; the message says where.
 * - `BAD_USER_INPUT`: a value in the question is not allowed; the message says which.
 * - `LIMIT_EXCEEDED`: the question asks for too much at once; ask for smaller pages or fewer levels.
 * - `SERVICE_UNAVAILABLE`: the service cannot answer right now; try again later.
 */
export type QueryHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * The questions you can ask: who reported what, about whom, and on whose word.
 *
 * Four words to know. An *actor* speaks. A *claim* is what was said. An *attribution* joins the two: who said it, when,
 * where and how. A *document* is where it can be read or heard. Nothing here is marked true or false.
 *
 * Lists come in pages; `PageInfo` explains them. `AsOf` takes an answer back in time.
 *
 * When a question cannot be answered, the error has a code.
 *
 * - `GRAPHQL_PARSE_FAILED` and `GRAPHQL_VALIDATION_FAILED`: the question is not well formed; the message says where.
 * - `BAD_USER_INPUT`: a value in the question is not allowed; the message says which.
 * - `LIMIT_EXCEEDED`: the question asks for too much at once; ask for smaller pages or fewer levels.
 * - `SERVICE_UNAVAILABLE`: the service cannot answer right now; try again later.
 */
export type QueryImpactOfWithdrawingArgs = {
  asOf?: InputMaybe<AsOf>;
  source: Scalars['ID']['input'];
};


/**
 * The questions you can ask: who reported what, about whom, and on whose word.
 *
 * Four words to know. An *actor* speaks. A *claim* is what was said. An *attribution* joins the two: who said it, when,
 * where and how. A *document* is where it can be read or heard. Nothing here is marked true or false.
 *
 * Lists come in pages; `PageInfo` explains them. `AsOf` takes an answer back in time.
 *
 * When a question cannot be answered, the error has a code.
 *
 * - `GRAPHQL_PARSE_FAILED` and `GRAPHQL_VALIDATION_FAILED`: the question is not well formed; the message says where.
 * - `BAD_USER_INPUT`: a value in the question is not allowed; the message says which.
 * - `LIMIT_EXCEEDED`: the question asks for too much at once; ask for smaller pages or fewer levels.
 * - `SERVICE_UNAVAILABLE`: the service cannot answer right now; try again later.
 */
export type QueryMentionsArgs = {
  about?: InputMaybe<Array<Scalars['ID']['input']>>;
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  unresolved?: InputMaybe<Scalars['Boolean']['input']>;
};


/**
 * The questions you can ask: who reported what, about whom, and on whose word.
 *
 * Four words to know. An *actor* speaks. A *claim* is what was said. An *attribution* joins the two: who said it, when,
 * where and how. A *document* is where it can be read or heard. Nothing here is marked true or false.
 *
 * Lists come in pages; `PageInfo` explains them. `AsOf` takes an answer back in time.
 *
 * When a question cannot be answered, the error has a code.
 *
 * - `GRAPHQL_PARSE_FAILED` and `GRAPHQL_VALIDATION_FAILED`: the question is not well formed; the message says where.
 * - `BAD_USER_INPUT`: a value in the question is not allowed; the message says which.
 * - `LIMIT_EXCEEDED`: the question asks for too much at once; ask for smaller pages or fewer levels.
 * - `SERVICE_UNAVAILABLE`: the service cannot answer right now; try again later.
 */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/**
 * The questions you can ask: who reported what, about whom, and on whose word.
 *
 * Four words to know. An *actor* speaks. A *claim* is what was said. An *attribution* joins the two: who said it, when,
 * where and how. A *document* is where it can be read or heard. Nothing here is marked true or false.
 *
 * Lists come in pages; `PageInfo` explains them. `AsOf` takes an answer back in time.
 *
 * When a question cannot be answered, the error has a code.
 *
 * - `GRAPHQL_PARSE_FAILED` and `GRAPHQL_VALIDATION_FAILED`: the question is not well formed; the message says where.
 * - `BAD_USER_INPUT`: a value in the question is not allowed; the message says which.
 * - `LIMIT_EXCEEDED`: the question asks for too much at once; ask for smaller pages or fewer levels.
 * - `SERVICE_UNAVAILABLE`: the service cannot answer right now; try again later.
 */
export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


/**
 * The questions you can ask: who reported what, about whom, and on whose word.
 *
 * Four words to know. An *actor* speaks. A *claim* is what was said. An *attribution* joins the two: who said it, when,
 * where and how. A *document* is where it can be read or heard. Nothing here is marked true or false.
 *
 * Lists come in pages; `PageInfo` explains them. `AsOf` takes an answer back in time.
 *
 * When a question cannot be answered, the error has a code.
 *
 * - `GRAPHQL_PARSE_FAILED` and `GRAPHQL_VALIDATION_FAILED`: the question is not well formed; the message says where.
 * - `BAD_USER_INPUT`: a value in the question is not allowed; the message says which.
 * - `LIMIT_EXCEEDED`: the question asks for too much at once; ask for smaller pages or fewer levels.
 * - `SERVICE_UNAVAILABLE`: the service cannot answer right now; try again later.
 */
export type QueryPathsArgs = {
  asOf?: InputMaybe<AsOf>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from: Scalars['ID']['input'];
  maxHops?: InputMaybe<Scalars['Int']['input']>;
  to: Scalars['ID']['input'];
};


/**
 * The questions you can ask: who reported what, about whom, and on whose word.
 *
 * Four words to know. An *actor* speaks. A *claim* is what was said. An *attribution* joins the two: who said it, when,
 * where and how. A *document* is where it can be read or heard. Nothing here is marked true or false.
 *
 * Lists come in pages; `PageInfo` explains them. `AsOf` takes an answer back in time.
 *
 * When a question cannot be answered, the error has a code.
 *
 * - `GRAPHQL_PARSE_FAILED` and `GRAPHQL_VALIDATION_FAILED`: the question is not well formed; the message says where.
 * - `BAD_USER_INPUT`: a value in the question is not allowed; the message says which.
 * - `LIMIT_EXCEEDED`: the question asks for too much at once; ask for smaller pages or fewer levels.
 * - `SERVICE_UNAVAILABLE`: the service cannot answer right now; try again later.
 */
export type QueryPlacesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  text?: InputMaybe<Scalars['String']['input']>;
};


/**
 * The questions you can ask: who reported what, about whom, and on whose word.
 *
 * Four words to know. An *actor* speaks. A *claim* is what was said. An *attribution* joins the two: who said it, when,
 * where and how. A *document* is where it can be read or heard. Nothing here is marked true or false.
 *
 * Lists come in pages; `PageInfo` explains them. `AsOf` takes an answer back in time.
 *
 * When a question cannot be answered, the error has a code.
 *
 * - `GRAPHQL_PARSE_FAILED` and `GRAPHQL_VALIDATION_FAILED`: the question is not well formed; the message says where.
 * - `BAD_USER_INPUT`: a value in the question is not allowed; the message says which.
 * - `LIMIT_EXCEEDED`: the question asks for too much at once; ask for smaller pages or fewer levels.
 * - `SERVICE_UNAVAILABLE`: the service cannot answer right now; try again later.
 */
export type QuerySearchArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  language?: InputMaybe<Scalars['LanguageTag']['input']>;
  text: Scalars['String']['input'];
  types?: InputMaybe<Array<SearchType>>;
};


/**
 * The questions you can ask: who reported what, about whom, and on whose word.
 *
 * Four words to know. An *actor* speaks. A *claim* is what was said. An *attribution* joins the two: who said it, when,
 * where and how. A *document* is where it can be read or heard. Nothing here is marked true or false.
 *
 * Lists come in pages; `PageInfo` explains them. `AsOf` takes an answer back in time.
 *
 * When a question cannot be answered, the error has a code.
 *
 * - `GRAPHQL_PARSE_FAILED` and `GRAPHQL_VALIDATION_FAILED`: the question is not well formed; the message says where.
 * - `BAD_USER_INPUT`: a value in the question is not allowed; the message says which.
 * - `LIMIT_EXCEEDED`: the question asks for too much at once; ask for smaller pages or fewer levels.
 * - `SERVICE_UNAVAILABLE`: the service cannot answer right now; try again later.
 */
export type QueryStatisticsArgs = {
  about?: InputMaybe<Array<Scalars['ID']['input']>>;
  asOf?: InputMaybe<AsOf>;
};


/**
 * The questions you can ask: who reported what, about whom, and on whose word.
 *
 * Four words to know. An *actor* speaks. A *claim* is what was said. An *attribution* joins the two: who said it, when,
 * where and how. A *document* is where it can be read or heard. Nothing here is marked true or false.
 *
 * Lists come in pages; `PageInfo` explains them. `AsOf` takes an answer back in time.
 *
 * When a question cannot be answered, the error has a code.
 *
 * - `GRAPHQL_PARSE_FAILED` and `GRAPHQL_VALIDATION_FAILED`: the question is not well formed; the message says where.
 * - `BAD_USER_INPUT`: a value in the question is not allowed; the message says which.
 * - `LIMIT_EXCEEDED`: the question asks for too much at once; ask for smaller pages or fewer levels.
 * - `SERVICE_UNAVAILABLE`: the service cannot answer right now; try again later.
 */
export type QueryTimelineArgs = {
  about: Array<Scalars['ID']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  clock?: Clock;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['Edtf']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  until?: InputMaybe<Scalars['Edtf']['input']>;
};


/**
 * The questions you can ask: who reported what, about whom, and on whose word.
 *
 * Four words to know. An *actor* speaks. A *claim* is what was said. An *attribution* joins the two: who said it, when,
 * where and how. A *document* is where it can be read or heard. Nothing here is marked true or false.
 *
 * Lists come in pages; `PageInfo` explains them. `AsOf` takes an answer back in time.
 *
 * When a question cannot be answered, the error has a code.
 *
 * - `GRAPHQL_PARSE_FAILED` and `GRAPHQL_VALIDATION_FAILED`: the question is not well formed; the message says where.
 * - `BAD_USER_INPUT`: a value in the question is not allowed; the message says which.
 * - `LIMIT_EXCEEDED`: the question asks for too much at once; ask for smaller pages or fewer levels.
 * - `SERVICE_UNAVAILABLE`: the service cannot answer right now; try again later.
 */
export type QueryWhoReportedArgs = {
  about?: InputMaybe<Array<Scalars['ID']['input']>>;
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  claim?: InputMaybe<Scalars['ID']['input']>;
  filter?: InputMaybe<AttributionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<AttributionOrder>;
};

/** The verdict of a fact check, in the words and on the scale of those who gave it. */
export type Rating = {
  __typename?: 'Rating';
  /** The best mark on that scale. Null when not known. */
  best?: Maybe<Scalars['Float']['output']>;
  /** The verdict in words, for example "Mostly false". */
  label: Scalars['String']['output'];
  /** The verdict as a number on their scale. Null when they give none. */
  value?: Maybe<Scalars['Float']['output']>;
  /** The worst mark on that scale. Null when not known. */
  worst?: Maybe<Scalars['Float']['output']>;
};

/** The verdict of a fact check. */
export type RatingInput = {
  /** The best mark on that scale. */
  best?: InputMaybe<Scalars['Float']['input']>;
  /** The verdict in the words of the fact checker. */
  label: Scalars['String']['input'];
  /** The verdict as a number on a scale. */
  value?: InputMaybe<Scalars['Float']['input']>;
  /** The worst mark on that scale. */
  worst?: InputMaybe<Scalars['Float']['input']>;
};

/** Something that was recorded. */
export type Recorded = {
  __typename?: 'Recorded';
  /**
   * The attribution that came in, was corrected or was taken back. For a correction you get the new version, and only if
   * it fits the filters; `revision { before }` has the old one. Null for a change without attributions.
   */
  attribution?: Maybe<Attribution>;
  /**
   * Marks this event. Pass it to `after` to continue after it. It also works with other filters, and for as long as this
   * graph is kept.
   */
  cursor: Scalars['String']['output'];
  /** The change: who made it, when, and why. With the operation `RETRACT`, the attribution was taken back. */
  revision: Revision;
};

/** How one claim relates to another. */
export type RelationInput = {
  /** How it is known. */
  basis: Basis;
  /** The claim that the relation starts from. */
  from: Scalars['ID']['input'];
  /** How the first relates to the second. */
  kind: ClaimRelationKind;
  /** Why, in one sentence. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The claim that it leads to. */
  to: Scalars['ID']['input'];
};

/**
 * A tie between two entities, seen from the one you asked. It exists because a claim says so, and `claim` gives that
 * claim. Only claims with a subject, a predicate and an object make a tie.
 */
export type Relationship = {
  __typename?: 'Relationship';
  /** The claim that says so. Ask for its `attributions` to see on whose word. */
  claim: Claim;
  /** Which way to read it: OUT when the entity you asked is the subject, IN when it is the object. */
  direction: Direction;
  /** The one at the other end. */
  other: Entity;
  /** What ties the two, as a short verb phrase. Read it from the subject of the claim to its object. */
  predicate: Scalars['String']['output'];
  /** The date that the claim gives for it. Null when it gives none. */
  when?: Maybe<Scalars['Edtf']['output']>;
};

/** A page of ties. */
export type RelationshipConnection = {
  __typename?: 'RelationshipConnection';
  /** The rows of this page, each with its cursor. */
  edges: Array<RelationshipEdge>;
  /** The rows of this page without cursors. Shorter to write than `edges`. */
  nodes: Array<Relationship>;
  /** Whether there is more, and how to get it. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. Counting takes extra time, so ask for it only where you need it. */
  totalCount: Scalars['Int']['output'];
};

/** A tie and its place in the list. */
export type RelationshipEdge = {
  __typename?: 'RelationshipEdge';
  /** Marks this row. Pass it to `after` or `before` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The tie itself. */
  node: Relationship;
};

/**
 * One change to this graph: who made it, when, and why. Nothing is ever overwritten, so you can still read earlier
 * versions by asking as of an earlier `recorded` time.
 */
export type Revision = Node & {
  __typename?: 'Revision';
  /** The version that replaced it, as JSON in the same format. Null when something new came in, or was taken back. */
  after?: Maybe<Scalars['String']['output']>;
  /** When the change was made. */
  at: Scalars['DateTime']['output'];
  /** The earlier version, as JSON in the format of a bundle. Null when there was none, or when something new came in. */
  before?: Maybe<Scalars['String']['output']>;
  /** Who made it. */
  by: Scalars['String']['output'];
  /** An id that does not change, for example `revision:1`. Use it in `node`. */
  id: Scalars['ID']['output'];
  /** What kind of change it was. */
  operation: RevisionOperation;
  /** Why it was made. Null when no reason was given. */
  reason?: Maybe<Scalars['String']['output']>;
  /** The number of the change. Each change takes the next one. */
  sequence: Scalars['Int']['output'];
  /**
   * The record that was changed, as it was after the change; if it was taken back, as it was before. When many records
   * came in together: the first document; without documents, the first claim; without either, the first record.
   */
  subject: Node;
};

/** A page of changes. */
export type RevisionConnection = {
  __typename?: 'RevisionConnection';
  /** The rows of this page, each with its cursor. */
  edges: Array<RevisionEdge>;
  /** The rows of this page without cursors. Shorter to write than `edges`. */
  nodes: Array<Revision>;
  /** Whether there is more, and how to get it. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. Counting takes extra time, so ask for it only where you need it. */
  totalCount: Scalars['Int']['output'];
};

/** A change and its place in the list. */
export type RevisionEdge = {
  __typename?: 'RevisionEdge';
  /** Marks this row. Pass it to `after` or `before` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The change itself. */
  node: Revision;
};

/** What kind of change was made to this graph. */
export type RevisionOperation =
  /** Something was replaced by a better version. */
  | 'CORRECT'
  /** It was decided whether two records are the same. */
  | 'JUDGE'
  /** Something new came in. */
  | 'RECORD'
  /** A relation between two claims was recorded. */
  | 'RELATE'
  /** It was decided who or what a name in a document means. */
  | 'RESOLVE_MENTION'
  /** Something was taken back. */
  | 'RETRACT';

/** A page of search results. */
export type SearchConnection = {
  __typename?: 'SearchConnection';
  /** The rows of this page, each with its cursor. */
  edges: Array<SearchEdge>;
  /** The rows of this page without cursors. Shorter to write than `edges`. */
  nodes: Array<SearchHit>;
  /** Whether there is more, and how to get it. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. */
  totalCount: Scalars['Int']['output'];
};

/** A search result and its place in the list. */
export type SearchEdge = {
  __typename?: 'SearchEdge';
  /** Marks this row. Pass it to `after` to continue from here. */
  cursor: Scalars['String']['output'];
  /** What was found. */
  node: SearchHit;
};

/** Something that a search found. */
export type SearchHit = {
  __typename?: 'SearchHit';
  /** The name, title or text in which the words were found, as written. */
  matched: Scalars['String']['output'];
  /** What was found. */
  node: SearchResult;
  /**
   * How well it matches, above 0 and at most 1. It is 1 when a name or text is exactly what you searched for. Whole words
   * count more than beginnings of words, and a short name more than a long text.
   */
  score: Scalars['Float']['output'];
};

/** What a search can find: people, organizations, groups, unnamed sources, places, things, events, documents and claims. */
export type SearchResult = Claim | Document | Event | Group | Organization | Person | Place | Thing | UnnamedSource;

/** The kinds of things that a search can look for. */
export type SearchType =
  /** A claim, by its text in any language. */
  | 'CLAIM'
  /** A report, a post, a statement: by its title. */
  | 'DOCUMENT'
  /** Something that happened, or is said to have happened. */
  | 'EVENT'
  /** People known only together. */
  | 'GROUP'
  /** An outlet, a government, a court, a company and the like. */
  | 'ORGANIZATION'
  /** A single human being. */
  | 'PERSON'
  /** A place. */
  | 'PLACE'
  /** A ship, a case, a law, an agreement and the like. */
  | 'THING'
  /** A source that is not named. */
  | 'UNNAMED_SOURCE';

/** How close an unnamed source is said to be to the matter. It repeats what the report says; nobody has checked it. */
export type SourceAccess =
  /** Heard about it from people who know, for instance in a briefing. */
  | 'BRIEFED'
  /** Described as "familiar with the matter" or in a similar way. */
  | 'FAMILIAR'
  /** Described by office only, such as "a U.S. official". */
  | 'OFFICIAL'
  /** Was there, or took part. */
  | 'PRESENT'
  /** The report does not say. */
  | 'UNKNOWN';

/** What a speaker does with a claim. */
export type Stance =
  /** Says in their own voice that it is so. */
  | 'ASSERTS'
  /** Says, as a party to the matter, that it is so. A reporter who "can confirm" something ASSERTS it. */
  | 'CONFIRMS'
  /** Corrects an earlier account, and says that it is so. */
  | 'CORRECTS'
  /** Was asked, and openly refused to comment. */
  | 'DECLINES_TO_COMMENT'
  /** Says that it is not so. */
  | 'DENIES'
  /** Answered, but said neither yes nor no. */
  | 'EVADES'
  /** Was asked, and did not answer. */
  | 'NO_RESPONSE'
  /**
   * Passes on what others said, and takes no side. `cites` has those others: a report of a denial REPORTS the claim, and
   * cites the attribution that DENIES it.
   */
  | 'REPORTS'
  /** Takes back what they had said themselves. */
  | 'RETRACTS';

/** How many attributions have a stance. */
export type StanceCount = {
  __typename?: 'StanceCount';
  /** How many attributions have it. */
  attributions: Scalars['Int']['output'];
  /** The stance. */
  stance: Stance;
};

/** Where a claim stands: how many are behind it and whether anybody is against it. It never says how true the claim is. */
export type Standing =
  /**
   * At least two newsrooms or named speakers are behind it, and at least two different sources. Two that cite only each
   * other count as two: look at `independence { loops }`. Attributions that were taken back count as long as others stand.
   */
  | 'CORROBORATED'
  /** Somebody denies it, and nobody affirms it. */
  | 'DENIED'
  /**
   * Somebody affirms it, and somebody denies it or a part of it, or affirms a claim that cannot be right at the same time.
   * A contradiction that only a rule suggested does not count.
   */
  | 'DISPUTED'
  /** All speakers on whose word it rested took it back, and did not say it again. */
  | 'RETRACTED'
  /** Anything else: it can be traced to one origin only, it is not known whether there are more, or nobody affirms it (yet). */
  | 'SINGLE_SOURCE'
  /** Only outlets are behind it, in their own voice, in documents that were read. */
  | 'UNATTRIBUTED';

/** How many claims have a standing. */
export type StandingCount = {
  __typename?: 'StandingCount';
  /** How many claims have it. */
  claims: Scalars['Int']['output'];
  /** The standing. */
  standing: Standing;
};

/** A date that a claim gives for an event. */
export type StatedDate = {
  __typename?: 'StatedDate';
  /** The claim that gives it. */
  claim: Claim;
  /** The date as stated. It is kept even if it looks wrong. */
  when: Scalars['Edtf']['output'];
};

/** A place that a claim gives for an event. */
export type StatedPlace = {
  __typename?: 'StatedPlace';
  /** The claim that gives it. */
  claim: Claim;
  /** Where the claim puts the event. */
  place: Place;
};

/**
 * Counts of what this graph has, or of what it has about somebody or something. They count what was said, not what is
 * true.
 */
export type Statistics = {
  __typename?: 'Statistics';
  /**
   * How many people, organizations, groups and unnamed sources there are; with `about`, only those who said something
   * about it.
   */
  actors: Scalars['Int']['output'];
  /** How many attributions those claims have: one each time that somebody asserted, passed on or denied one of them. */
  attributions: Scalars['Int']['output'];
  /** How many claims and attributions there are in each month, earliest first. Empty months are left out. */
  byMonth: Array<MonthCount>;
  /**
   * How many claims and attributions are in the documents that each outlet published. The outlet with the most claims
   * comes first; equal ones are sorted by id.
   */
  byOutlet: Array<OutletCount>;
  /** How many claims have each predicate, largest count first. Claims without a predicate do not count. */
  byPredicate: Array<PredicateCount>;
  /** How many attributions have each stance, largest count first. A stance that nobody took is left out. */
  byStance: Array<StanceCount>;
  /** How many claims have each standing, largest count first. A standing that no claim has is left out. */
  byStanding: Array<StandingCount>;
  /** How many claims there are. */
  claims: Scalars['Int']['output'];
  /** How many documents there are; with `about`, only those in which something was said about it. */
  documents: Scalars['Int']['output'];
  /** How many events there are; with `about`, only those that the counted claims are about. */
  events: Scalars['Int']['output'];
  /** How many claims rest only on outlets' own word. */
  ownVoiceOnly: Scalars['Int']['output'];
  /** How many claims rest on unnamed sources alone. */
  unnamedSourcesOnly: Scalars['Int']['output'];
  /** How many of the documents are known only because others cite them. */
  unreadDocuments: Scalars['Int']['output'];
  /**
   * How many names in documents are unresolved: it is open whom or what they mean. With `about`, only those that may mean
   * one of these. What is said under such a name is missing from answers about those it may mean. The `said` time does not
   * matter here: names count from when they were recorded.
   */
  unresolvedMentions: Scalars['Int']['output'];
};


/**
 * Counts of what this graph has, or of what it has about somebody or something. They count what was said, not what is
 * true.
 */
export type StatisticsByMonthArgs = {
  clock?: InputMaybe<Clock>;
};


/**
 * Counts of what this graph has, or of what it has about somebody or something. They count what was said, not what is
 * true.
 */
export type StatisticsByOutletArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * Counts of what this graph has, or of what it has about somebody or something. They count what was said, not what is
 * true.
 */
export type StatisticsByPredicateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

/**
 * What is recorded here, as it happens. Subscribe over a WebSocket to the same address, with the protocol
 * `graphql-transport-ws` (the package `graphql-ws` speaks it, and so do the well-known GraphQL clients). Send queries and
 * mutations over HTTP as usual.
 */
export type Subscription = {
  __typename?: 'Subscription';
  /**
   * Everything that is recorded from now on, one event at a time, in the order it was recorded. Each attribution that
   * comes in, is corrected or is taken back is one event. A change without attributions, such as a relation between two
   * claims, is one event too.
   *
   * Keep the `cursor` of the last event that you have seen. When the connection breaks, subscribe again with that cursor
   * as `after`: first you get what came in between, and you get nothing twice.
   *
   * Each event shows the graph right after its change, even when you read it later; what was taken back is shown as it was
   * before. To see another time, give a field inside its own `asOf`: `asOf: {}` is the present.
   */
  recorded: Recorded;
};


/**
 * What is recorded here, as it happens. Subscribe over a WebSocket to the same address, with the protocol
 * `graphql-transport-ws` (the package `graphql-ws` speaks it, and so do the well-known GraphQL clients). Send queries and
 * mutations over HTTP as usual.
 */
export type SubscriptionRecordedArgs = {
  about?: InputMaybe<Array<Scalars['ID']['input']>>;
  after?: InputMaybe<Scalars['String']['input']>;
  stance?: InputMaybe<Array<Stance>>;
};

/** The text of a claim in one language. */
export type TextInput = {
  /** The language of this sentence. */
  language: Scalars['LanguageTag']['input'];
  /** The claim in one sentence and in neutral words. */
  text: Scalars['String']['input'];
};

/**
 * Something that is not a person, an organization, a place or an event: a ship, an aircraft, a court case, a law or an
 * agreement.
 */
export type Thing = Entity & Node & {
  __typename?: 'Thing';
  /** Claims about this thing, as subject, object, participant or topic. */
  claims: ClaimConnection;
  /** A readable id that does not change. It begins with the sort of entity, as in `person:delcy-rodriguez`. */
  id: Scalars['ID']['output'];
  /** The entries for this thing in other catalogues, for example Wikidata. Empty when none is recorded. */
  identifiers: Array<Identifier>;
  /** What sort of thing it is, in a word or two, such as a ship or a law. */
  kind: Scalars['String']['output'];
  /**
   * The name to show for this thing: in the language you ask for if there is one, else in English, else the one
   * recorded first.
   */
  name: Scalars['String']['output'];
  /** Every name recorded for this thing, in any language, with aliases and earlier names. */
  names: Array<Name>;
  /**
   * Ties between this thing and others, each with the claim it comes from. Sorted by the date of the claim, newest
   * first.
   */
  relationships: RelationshipConnection;
  /** How many unresolved names in documents may mean this one. Answers leave them out; `mentions` lists them. */
  unresolvedMentions: Scalars['Int']['output'];
};


/**
 * Something that is not a person, an organization, a place or an event: a ship, an aircraft, a court case, a law or an
 * agreement.
 */
export type ThingClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ClaimOrder>;
};


/**
 * Something that is not a person, an organization, a place or an event: a ship, an aircraft, a court case, a law or an
 * agreement.
 */
export type ThingNameArgs = {
  language?: InputMaybe<Scalars['LanguageTag']['input']>;
};


/**
 * Something that is not a person, an organization, a place or an event: a ship, an aircraft, a court case, a law or an
 * agreement.
 */
export type ThingRelationshipsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  predicate?: InputMaybe<Array<Scalars['String']['input']>>;
  with?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** A ship, an aircraft, a case, a law, an agreement. */
export type ThingInput = {
  /** A readable id that never changes, for example `thing:uss-gerald-ford`. */
  id: Scalars['ID']['input'];
  /** Entries in other catalogues. */
  identifiers?: InputMaybe<Array<IdentifierInput>>;
  /** What sort of thing it is, in a word or two: `aircraft carrier`. */
  kind: Scalars['String']['input'];
  /** All names. */
  names: Array<NameInput>;
};

/** A page of a timeline. */
export type TimelineConnection = {
  __typename?: 'TimelineConnection';
  /** The rows of this page, each with its cursor. */
  edges: Array<TimelineEdge>;
  /** The rows of this page without cursors. Shorter to write than `edges`. */
  nodes: Array<TimelineItem>;
  /** Whether there is more, and how to get it. */
  pageInfo: PageInfo;
  /** How many there are on all pages together. Counting takes extra time, so ask for it only where you need it. */
  totalCount: Scalars['Int']['output'];
};

/** A row of a timeline and its place in the list. */
export type TimelineEdge = {
  __typename?: 'TimelineEdge';
  /** Marks this row. Pass it to `after` or `before` to continue from here. */
  cursor: Scalars['String']['output'];
  /** The row itself. */
  node: TimelineItem;
};

/**
 * One row of a timeline.
 *
 * With the clock EVENT there is one row for each date that anybody has given for an event. Two claims that give the same
 * date share a row. Two different dates for the same event are two rows, and each names the claims it comes from.
 */
export type TimelineItem = {
  __typename?: 'TimelineItem';
  /**
   * The claims behind the row, sorted by id: those that give the event this date; the claim itself; the claim that was
   * said; or the claims that came in with the change or that its records are about. At most the first 50.
   */
  claims: Array<Claim>;
  /**
   * The earliest moment that it can have been. A month starts at its first moment, so `2025-11` comes before `2025-11-02`.
   * Null when that end is open or no date is known.
   *
   * With the clock SAID, an attribution without a date still has limits where they can be worked out: not before what it
   * speaks of, and not after the first report that cites it.
   */
  earliest?: Maybe<Scalars['DateTime']['output']>;
  /** What is odd about those claims. */
  flags: Array<Flag>;
  /** The latest moment that it can have been. Null when that end is open or no date is known. */
  latest?: Maybe<Scalars['DateTime']['output']>;
  /** What the row is about. */
  subject: TimelineSubject;
  /** When it was, as stated. Null when no date is known. */
  when?: Maybe<Scalars['Edtf']['output']>;
};

/**
 * What a row of a timeline is about. With the clock EVENT: an event, or a claim that is not about an event. With SAID: an
 * attribution. With RECORDED: a change to this graph.
 */
export type TimelineSubject = Attribution | Claim | Event | Revision;

/** Whether to keep what cannot be placed for certain before or after a date. */
export type Undated =
  /** Leave it out. Only what had certainly been said remains. */
  | 'EXCLUDE'
  /** Let it in. You also see what may have been said by then. */
  | 'INCLUDE';

/**
 * One or more people who spoke without being named, such as "a U.S. official" or "sources consulted by Reuters". Two
 * such sources may well be the same person.
 */
export type UnnamedSource = Actor & Entity & Node & {
  __typename?: 'UnnamedSource';
  /** How close the source is said to be to the matter. */
  access: SourceAccess;
  /** What this source said, or is reported to have said: one attribution each time. */
  attributions: AttributionConnection;
  /** Claims about this source, as subject, object, participant or topic. */
  claims: ClaimConnection;
  /**
   * How many people this stands for. "A source" is one. "Sources" without a number are at least 2, with no upper
   * limit.
   */
  count: IntRange;
  /** How those who quote the source describe it, for example "a U.S. official". */
  description: Scalars['String']['output'];
  /** A readable id that does not change, for example `source:us-official`. */
  id: Scalars['ID']['output'];
  /** The entries for this source in other catalogues, for example Wikidata. Empty when none is recorded. */
  identifiers: Array<Identifier>;
  /**
   * How the source is described, since it has no name: in the language you ask for if there is one, else in English, else
   * as first recorded.
   */
  name: Scalars['String']['output'];
  /** Every name recorded for this source, in any language, with aliases and earlier names. */
  names: Array<Name>;
  /**
   * Ties between this source and others, each with the claim it comes from. Sorted by the date of the claim, newest
   * first.
   */
  relationships: RelationshipConnection;
  /** The outlet that knows who the source is and keeps the name to itself. Null when no such outlet is known. */
  shieldedBy?: Maybe<Organization>;
  /** How many unresolved names in documents may mean this one. Answers leave them out; `mentions` lists them. */
  unresolvedMentions: Scalars['Int']['output'];
};


/**
 * One or more people who spoke without being named, such as "a U.S. official" or "sources consulted by Reuters". Two
 * such sources may well be the same person.
 */
export type UnnamedSourceAttributionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AttributionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<AttributionOrder>;
};


/**
 * One or more people who spoke without being named, such as "a U.S. official" or "sources consulted by Reuters". Two
 * such sources may well be the same person.
 */
export type UnnamedSourceClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ClaimOrder>;
};


/**
 * One or more people who spoke without being named, such as "a U.S. official" or "sources consulted by Reuters". Two
 * such sources may well be the same person.
 */
export type UnnamedSourceNameArgs = {
  language?: InputMaybe<Scalars['LanguageTag']['input']>;
};


/**
 * One or more people who spoke without being named, such as "a U.S. official" or "sources consulted by Reuters". Two
 * such sources may well be the same person.
 */
export type UnnamedSourceRelationshipsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  predicate?: InputMaybe<Array<Scalars['String']['input']>>;
  with?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** One difference between an attribution and another that it cites. */
export type ValueChange = {
  __typename?: 'ValueChange';
  /** The cited attribution. */
  cited: Attribution;
  /** What the cited attribution says. */
  from: Scalars['String']['output'];
  /**
   * What differs: `value` for the number, amount or date that the claim gives, `when` for the time that the claim speaks
   * of, `certainty` for how sure the speaker sounds.
   */
  slot: Scalars['String']['output'];
  /** What this attribution says. */
  to: Scalars['String']['output'];
};

/** Whether two records are the same. */
export type Verdict =
  /** They are not the same. */
  | 'DIFFERENT'
  /** They are the same. */
  | 'SAME'
  /** It is open. This takes back an earlier decision. */
  | 'UNSURE';

/**
 * Who may see a record. Everything here is public for now: anything but `PUBLIC` is refused, so that nothing meant to be
 * held back is shown.
 */
export type Visibility =
  /** Only a few. */
  | 'CONFIDENTIAL'
  /** Nobody outside until a date. */
  | 'EMBARGOED'
  /** Only those who work here. */
  | 'INTERNAL'
  /** Everybody. */
  | 'PUBLIC';

/** The result of a change. Either everything is stored (`revision` is set, `problems` is empty) or nothing. */
export type WritePayload = {
  __typename?: 'WritePayload';
  /** The records that are new or different now. Records that were taken back are shown as they were before. */
  changed: Array<Node>;
  /** Everything that is wrong with the request. Empty when it was stored. */
  problems: Array<Problem>;
  /** True when the same change had been made before, so that nothing was stored now. */
  replayed: Scalars['Boolean']['output'];
  /** The entry of this change in the history. Null when nothing was stored. */
  revision?: Maybe<Revision>;
};

export type WithIndex<TObject> = TObject & Record<string, any>;
export type ResolversObject<TObject> = WithIndex<TObject>;

export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = ResolversObject<{
  Actor: ResolverTypeWrapper<Shaped>;
  ActorConnection: ResolverTypeWrapper<Shaped>;
  ActorEdge: ResolverTypeWrapper<Shaped>;
  ActorFilter: ResolverTypeWrapper<Shaped>;
  ActorInput: ResolverTypeWrapper<Shaped>;
  ActorOrder: ResolverTypeWrapper<Shaped>;
  ActorOrderField: ResolverTypeWrapper<Shaped>;
  ActorType: ResolverTypeWrapper<Shaped>;
  AsOf: ResolverTypeWrapper<Shaped>;
  Attribution: ResolverTypeWrapper<Shaped>;
  AttributionConnection: ResolverTypeWrapper<Shaped>;
  AttributionEdge: ResolverTypeWrapper<Shaped>;
  AttributionFilter: ResolverTypeWrapper<Shaped>;
  AttributionInput: ResolverTypeWrapper<Shaped>;
  AttributionOrder: ResolverTypeWrapper<Shaped>;
  AttributionOrderField: ResolverTypeWrapper<Shaped>;
  Basis: ResolverTypeWrapper<Shaped>;
  Boolean: ResolverTypeWrapper<Shaped>;
  BundleInput: ResolverTypeWrapper<Shaped>;
  Certainty: ResolverTypeWrapper<Shaped>;
  Citation: ResolverTypeWrapper<Shaped>;
  CitationInput: ResolverTypeWrapper<Shaped>;
  Claim: ResolverTypeWrapper<Shaped>;
  ClaimConnection: ResolverTypeWrapper<Shaped>;
  ClaimEdge: ResolverTypeWrapper<Shaped>;
  ClaimFilter: ResolverTypeWrapper<Shaped>;
  ClaimInput: ResolverTypeWrapper<Shaped>;
  ClaimOrder: ResolverTypeWrapper<Shaped>;
  ClaimOrderField: ResolverTypeWrapper<Shaped>;
  ClaimRelation: ResolverTypeWrapper<Shaped>;
  ClaimRelationKind: ResolverTypeWrapper<Shaped>;
  ClaimValue: ResolverTypeWrapper<Shaped>;
  ClaimValueInput: ResolverTypeWrapper<Shaped>;
  Clock: ResolverTypeWrapper<Shaped>;
  Contradiction: ResolverTypeWrapper<Shaped>;
  ContradictionConnection: ResolverTypeWrapper<Shaped>;
  ContradictionEdge: ResolverTypeWrapper<Shaped>;
  ContradictionKind: ResolverTypeWrapper<Shaped>;
  ContradictionSide: ResolverTypeWrapper<Shaped>;
  CorrectInput: ResolverTypeWrapper<Shaped>;
  Coverage: ResolverTypeWrapper<Shaped>;
  DateTime: ResolverTypeWrapper<Shaped>;
  Denial: ResolverTypeWrapper<Shaped>;
  Derivation: ResolverTypeWrapper<Shaped>;
  DerivationInput: ResolverTypeWrapper<Shaped>;
  DerivationKind: ResolverTypeWrapper<Shaped>;
  Direction: ResolverTypeWrapper<Shaped>;
  Document: ResolverTypeWrapper<Shaped>;
  DocumentConnection: ResolverTypeWrapper<Shaped>;
  DocumentEdge: ResolverTypeWrapper<Shaped>;
  DocumentFilter: ResolverTypeWrapper<Shaped>;
  DocumentInput: ResolverTypeWrapper<Shaped>;
  DocumentKind: ResolverTypeWrapper<Shaped>;
  DocumentOrder: ResolverTypeWrapper<Shaped>;
  DocumentOrderField: ResolverTypeWrapper<Shaped>;
  Edtf: ResolverTypeWrapper<Shaped>;
  EdtfRange: ResolverTypeWrapper<Shaped>;
  Entity: ResolverTypeWrapper<Shaped>;
  Event: ResolverTypeWrapper<Shaped>;
  EventConnection: ResolverTypeWrapper<Shaped>;
  EventEdge: ResolverTypeWrapper<Shaped>;
  EventFilter: ResolverTypeWrapper<Shaped>;
  EventInput: ResolverTypeWrapper<Shaped>;
  EventOrder: ResolverTypeWrapper<Shaped>;
  EventOrderField: ResolverTypeWrapper<Shaped>;
  Flag: ResolverTypeWrapper<Shaped>;
  FlagInput: ResolverTypeWrapper<Shaped>;
  FlagKind: ResolverTypeWrapper<Shaped>;
  Float: ResolverTypeWrapper<Shaped>;
  Group: ResolverTypeWrapper<Shaped>;
  ID: ResolverTypeWrapper<Shaped>;
  Identifier: ResolverTypeWrapper<Shaped>;
  IdentifierInput: ResolverTypeWrapper<Shaped>;
  Impact: ResolverTypeWrapper<Shaped>;
  Independence: ResolverTypeWrapper<Shaped>;
  InputProblem: ResolverTypeWrapper<Shaped>;
  Int: ResolverTypeWrapper<Shaped>;
  IntRange: ResolverTypeWrapper<Shaped>;
  IntRangeInput: ResolverTypeWrapper<Shaped>;
  LanguageTag: ResolverTypeWrapper<Shaped>;
  LifeChange: ResolverTypeWrapper<Shaped>;
  LifeEvent: ResolverTypeWrapper<Shaped>;
  Mention: ResolverTypeWrapper<Shaped>;
  MentionConnection: ResolverTypeWrapper<Shaped>;
  MentionEdge: ResolverTypeWrapper<Shaped>;
  MentionInput: ResolverTypeWrapper<Shaped>;
  Mode: ResolverTypeWrapper<Shaped>;
  MonthCount: ResolverTypeWrapper<Shaped>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Name: ResolverTypeWrapper<Shaped>;
  NameInput: ResolverTypeWrapper<Shaped>;
  NameKind: ResolverTypeWrapper<Shaped>;
  Node: ResolverTypeWrapper<Shaped>;
  OrderDirection: ResolverTypeWrapper<Shaped>;
  Organization: ResolverTypeWrapper<Shaped>;
  OrganizationKind: ResolverTypeWrapper<Shaped>;
  OutletCount: ResolverTypeWrapper<Shaped>;
  PageInfo: ResolverTypeWrapper<Shaped>;
  Participant: ResolverTypeWrapper<Shaped>;
  ParticipantConnection: ResolverTypeWrapper<Shaped>;
  ParticipantEdge: ResolverTypeWrapper<Shaped>;
  ParticipantInput: ResolverTypeWrapper<Shaped>;
  Path: ResolverTypeWrapper<Shaped>;
  PathHop: ResolverTypeWrapper<Shaped>;
  Person: ResolverTypeWrapper<Shaped>;
  Place: ResolverTypeWrapper<Shaped>;
  PlaceConnection: ResolverTypeWrapper<Shaped>;
  PlaceEdge: ResolverTypeWrapper<Shaped>;
  PlaceInput: ResolverTypeWrapper<Shaped>;
  PredicateCount: ResolverTypeWrapper<Shaped>;
  Problem: ResolverTypeWrapper<Shaped>;
  ProblemCode: ResolverTypeWrapper<Shaped>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Rating: ResolverTypeWrapper<Shaped>;
  RatingInput: ResolverTypeWrapper<Shaped>;
  Recorded: ResolverTypeWrapper<Shaped>;
  RelationInput: ResolverTypeWrapper<Shaped>;
  Relationship: ResolverTypeWrapper<Shaped>;
  RelationshipConnection: ResolverTypeWrapper<Shaped>;
  RelationshipEdge: ResolverTypeWrapper<Shaped>;
  Revision: ResolverTypeWrapper<Shaped>;
  RevisionConnection: ResolverTypeWrapper<Shaped>;
  RevisionEdge: ResolverTypeWrapper<Shaped>;
  RevisionOperation: ResolverTypeWrapper<Shaped>;
  SearchConnection: ResolverTypeWrapper<Shaped>;
  SearchEdge: ResolverTypeWrapper<Shaped>;
  SearchHit: ResolverTypeWrapper<Shaped>;
  SearchResult: ResolverTypeWrapper<Shaped>;
  SearchType: ResolverTypeWrapper<Shaped>;
  SourceAccess: ResolverTypeWrapper<Shaped>;
  Stance: ResolverTypeWrapper<Shaped>;
  StanceCount: ResolverTypeWrapper<Shaped>;
  Standing: ResolverTypeWrapper<Shaped>;
  StandingCount: ResolverTypeWrapper<Shaped>;
  StatedDate: ResolverTypeWrapper<Shaped>;
  StatedPlace: ResolverTypeWrapper<Shaped>;
  Statistics: ResolverTypeWrapper<Shaped>;
  String: ResolverTypeWrapper<Shaped>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TextInput: ResolverTypeWrapper<Shaped>;
  Thing: ResolverTypeWrapper<Shaped>;
  ThingInput: ResolverTypeWrapper<Shaped>;
  TimelineConnection: ResolverTypeWrapper<Shaped>;
  TimelineEdge: ResolverTypeWrapper<Shaped>;
  TimelineItem: ResolverTypeWrapper<Shaped>;
  TimelineSubject: ResolverTypeWrapper<Shaped>;
  URL: ResolverTypeWrapper<Shaped>;
  Undated: ResolverTypeWrapper<Shaped>;
  UnnamedSource: ResolverTypeWrapper<Shaped>;
  ValueChange: ResolverTypeWrapper<Shaped>;
  Verdict: ResolverTypeWrapper<Shaped>;
  Visibility: ResolverTypeWrapper<Shaped>;
  WritePayload: ResolverTypeWrapper<Shaped>;
}>;

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = ResolversObject<{
  Actor: Shaped;
  ActorConnection: Shaped;
  ActorEdge: Shaped;
  ActorFilter: Shaped;
  ActorInput: Shaped;
  ActorOrder: Shaped;
  AsOf: Shaped;
  Attribution: Shaped;
  AttributionConnection: Shaped;
  AttributionEdge: Shaped;
  AttributionFilter: Shaped;
  AttributionInput: Shaped;
  AttributionOrder: Shaped;
  Boolean: Shaped;
  BundleInput: Shaped;
  Citation: Shaped;
  CitationInput: Shaped;
  Claim: Shaped;
  ClaimConnection: Shaped;
  ClaimEdge: Shaped;
  ClaimFilter: Shaped;
  ClaimInput: Shaped;
  ClaimOrder: Shaped;
  ClaimRelation: Shaped;
  ClaimValue: Shaped;
  ClaimValueInput: Shaped;
  Contradiction: Shaped;
  ContradictionConnection: Shaped;
  ContradictionEdge: Shaped;
  ContradictionSide: Shaped;
  CorrectInput: Shaped;
  DateTime: Shaped;
  Denial: Shaped;
  Derivation: Shaped;
  DerivationInput: Shaped;
  Document: Shaped;
  DocumentConnection: Shaped;
  DocumentEdge: Shaped;
  DocumentFilter: Shaped;
  DocumentInput: Shaped;
  DocumentOrder: Shaped;
  Edtf: Shaped;
  EdtfRange: Shaped;
  Entity: Shaped;
  Event: Shaped;
  EventConnection: Shaped;
  EventEdge: Shaped;
  EventFilter: Shaped;
  EventInput: Shaped;
  EventOrder: Shaped;
  Flag: Shaped;
  FlagInput: Shaped;
  Float: Shaped;
  Group: Shaped;
  ID: Shaped;
  Identifier: Shaped;
  IdentifierInput: Shaped;
  Impact: Shaped;
  Independence: Shaped;
  InputProblem: Shaped;
  Int: Shaped;
  IntRange: Shaped;
  IntRangeInput: Shaped;
  LanguageTag: Shaped;
  LifeEvent: Shaped;
  Mention: Shaped;
  MentionConnection: Shaped;
  MentionEdge: Shaped;
  MentionInput: Shaped;
  MonthCount: Shaped;
  Mutation: Record<PropertyKey, never>;
  Name: Shaped;
  NameInput: Shaped;
  Node: Shaped;
  Organization: Shaped;
  OutletCount: Shaped;
  PageInfo: Shaped;
  Participant: Shaped;
  ParticipantConnection: Shaped;
  ParticipantEdge: Shaped;
  ParticipantInput: Shaped;
  Path: Shaped;
  PathHop: Shaped;
  Person: Shaped;
  Place: Shaped;
  PlaceConnection: Shaped;
  PlaceEdge: Shaped;
  PlaceInput: Shaped;
  PredicateCount: Shaped;
  Problem: Shaped;
  Query: Record<PropertyKey, never>;
  Rating: Shaped;
  RatingInput: Shaped;
  Recorded: Shaped;
  RelationInput: Shaped;
  Relationship: Shaped;
  RelationshipConnection: Shaped;
  RelationshipEdge: Shaped;
  Revision: Shaped;
  RevisionConnection: Shaped;
  RevisionEdge: Shaped;
  SearchConnection: Shaped;
  SearchEdge: Shaped;
  SearchHit: Shaped;
  SearchResult: Shaped;
  StanceCount: Shaped;
  StandingCount: Shaped;
  StatedDate: Shaped;
  StatedPlace: Shaped;
  Statistics: Shaped;
  String: Shaped;
  Subscription: Record<PropertyKey, never>;
  TextInput: Shaped;
  Thing: Shaped;
  ThingInput: Shaped;
  TimelineConnection: Shaped;
  TimelineEdge: Shaped;
  TimelineItem: Shaped;
  TimelineSubject: Shaped;
  URL: Shaped;
  UnnamedSource: Shaped;
  ValueChange: Shaped;
  WritePayload: Shaped;
}>;

export type ActorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Actor'] = ResolversParentTypes['Actor']> = ResolversObject<{
  __resolveType: TypeResolveFn<'Group' | 'Organization' | 'Person' | 'UnnamedSource', ParentType, ContextType>;
}>;

export type ActorConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActorConnection'] = ResolversParentTypes['ActorConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['ActorEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Actor']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ActorEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActorEdge'] = ResolversParentTypes['ActorEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
}>;

export type AttributionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Attribution'] = ResolversParentTypes['Attribution']> = ResolversObject<{
  actor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['Basis'], ParentType, ContextType>;
  certainty?: Resolver<ResolversTypes['Certainty'], ParentType, ContextType>;
  chains?: Resolver<Array<Array<ResolversTypes['Attribution']>>, ParentType, ContextType, RequireFields<AttributionChainsArgs, 'first' | 'maxHops'>>;
  changes?: Resolver<Array<ResolversTypes['ValueChange']>, ParentType, ContextType>;
  citations?: Resolver<Array<ResolversTypes['Citation']>, ParentType, ContextType>;
  citedBy?: Resolver<ResolversTypes['AttributionConnection'], ParentType, ContextType, Partial<AttributionCitedByArgs>>;
  cites?: Resolver<Array<ResolversTypes['Attribution']>, ParentType, ContextType>;
  claim?: Resolver<ResolversTypes['Claim'], ParentType, ContextType>;
  document?: Resolver<Maybe<ResolversTypes['Document']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  locator?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mode?: Resolver<ResolversTypes['Mode'], ParentType, ContextType>;
  onRecord?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  quote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rating?: Resolver<Maybe<ResolversTypes['Rating']>, ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  retractedBy?: Resolver<Maybe<ResolversTypes['Attribution']>, ParentType, ContextType>;
  saidAt?: Resolver<Maybe<ResolversTypes['Edtf']>, ParentType, ContextType>;
  sources?: Resolver<Maybe<ResolversTypes['IntRange']>, ParentType, ContextType>;
  stance?: Resolver<ResolversTypes['Stance'], ParentType, ContextType>;
  supersededAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type AttributionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AttributionConnection'] = ResolversParentTypes['AttributionConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['AttributionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Attribution']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type AttributionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AttributionEdge'] = ResolversParentTypes['AttributionEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Attribution'], ParentType, ContextType>;
}>;

export type CitationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Citation'] = ResolversParentTypes['Citation']> = ResolversObject<{
  attribution?: Resolver<ResolversTypes['Attribution'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['Basis'], ParentType, ContextType>;
  credited?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  joint?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
}>;

export type ClaimResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Claim'] = ResolversParentTypes['Claim']> = ResolversObject<{
  about?: Resolver<Array<ResolversTypes['Entity']>, ParentType, ContextType>;
  attributions?: Resolver<ResolversTypes['AttributionConnection'], ParentType, ContextType, Partial<ClaimAttributionsArgs>>;
  denials?: Resolver<Array<ResolversTypes['Denial']>, ParentType, ContextType, Partial<ClaimDenialsArgs>>;
  flags?: Resolver<Array<ResolversTypes['Flag']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  independence?: Resolver<ResolversTypes['Independence'], ParentType, ContextType, Partial<ClaimIndependenceArgs>>;
  life?: Resolver<Array<ResolversTypes['LifeEvent']>, ParentType, ContextType, Partial<ClaimLifeArgs>>;
  object?: Resolver<Maybe<ResolversTypes['Entity']>, ParentType, ContextType>;
  partOf?: Resolver<Maybe<ResolversTypes['Claim']>, ParentType, ContextType>;
  participants?: Resolver<Array<ResolversTypes['Participant']>, ParentType, ContextType>;
  parts?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  predicate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  relations?: Resolver<Array<ResolversTypes['ClaimRelation']>, ParentType, ContextType, Partial<ClaimRelationsArgs>>;
  roots?: Resolver<Array<ResolversTypes['Attribution']>, ParentType, ContextType, Partial<ClaimRootsArgs>>;
  standing?: Resolver<ResolversTypes['Standing'], ParentType, ContextType, Partial<ClaimStandingArgs>>;
  subject?: Resolver<Maybe<ResolversTypes['Entity']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ClaimTextArgs>>;
  value?: Resolver<Maybe<ResolversTypes['ClaimValue']>, ParentType, ContextType>;
  when?: Resolver<Maybe<ResolversTypes['Edtf']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ClaimConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClaimConnection'] = ResolversParentTypes['ClaimConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['ClaimEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ClaimEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClaimEdge'] = ResolversParentTypes['ClaimEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Claim'], ParentType, ContextType>;
}>;

export type ClaimRelationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClaimRelation'] = ResolversParentTypes['ClaimRelation']> = ResolversObject<{
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['Basis'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Claim'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ClaimRelationKind'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Claim'], ParentType, ContextType>;
}>;

export type ClaimValueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClaimValue'] = ResolversParentTypes['ClaimValue']> = ResolversObject<{
  max?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  min?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  when?: Resolver<Maybe<ResolversTypes['Edtf']>, ParentType, ContextType>;
}>;

export type ContradictionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Contradiction'] = ResolversParentTypes['Contradiction']> = ResolversObject<{
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  basis?: Resolver<ResolversTypes['Basis'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ContradictionKind'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sides?: Resolver<Array<ResolversTypes['ContradictionSide']>, ParentType, ContextType>;
}>;

export type ContradictionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContradictionConnection'] = ResolversParentTypes['ContradictionConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['ContradictionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Contradiction']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ContradictionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContradictionEdge'] = ResolversParentTypes['ContradictionEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Contradiction'], ParentType, ContextType>;
}>;

export type ContradictionSideResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContradictionSide'] = ResolversParentTypes['ContradictionSide']> = ResolversObject<{
  actors?: Resolver<Array<ResolversTypes['Actor']>, ParentType, ContextType>;
  affirms?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  attributions?: Resolver<Array<ResolversTypes['Attribution']>, ParentType, ContextType>;
  claim?: Resolver<ResolversTypes['Claim'], ParentType, ContextType>;
}>;

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DenialResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Denial'] = ResolversParentTypes['Denial']> = ResolversObject<{
  attribution?: Resolver<ResolversTypes['Attribution'], ParentType, ContextType>;
  covers?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  leavesOpen?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
}>;

export type DerivationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Derivation'] = ResolversParentTypes['Derivation']> = ResolversObject<{
  basis?: Resolver<ResolversTypes['Basis'], ParentType, ContextType>;
  credited?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  document?: Resolver<ResolversTypes['Document'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DerivationKind'], ParentType, ContextType>;
}>;

export type DocumentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Document'] = ResolversParentTypes['Document']> = ResolversObject<{
  attributions?: Resolver<ResolversTypes['AttributionConnection'], ParentType, ContextType, Partial<DocumentAttributionsArgs>>;
  authors?: Resolver<Array<ResolversTypes['Actor']>, ParentType, ContextType>;
  contentHash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  derivedFrom?: Resolver<Array<ResolversTypes['Derivation']>, ParentType, ContextType>;
  flags?: Resolver<Array<ResolversTypes['Flag']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DocumentKind'], ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['LanguageTag']>, ParentType, ContextType>;
  mentions?: Resolver<ResolversTypes['MentionConnection'], ParentType, ContextType, Partial<DocumentMentionsArgs>>;
  publishedAt?: Resolver<Maybe<ResolversTypes['Edtf']>, ParentType, ContextType>;
  publisher?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  read?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type DocumentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DocumentConnection'] = ResolversParentTypes['DocumentConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['DocumentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Document']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type DocumentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DocumentEdge'] = ResolversParentTypes['DocumentEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Document'], ParentType, ContextType>;
}>;

export interface EdtfScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Edtf'], any> {
  name: 'Edtf';
}

export type EntityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Entity'] = ResolversParentTypes['Entity']> = ResolversObject<{
  __resolveType: TypeResolveFn<'Event' | 'Group' | 'Organization' | 'Person' | 'Place' | 'Thing' | 'UnnamedSource', ParentType, ContextType>;
}>;

export type EventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Event'] = ResolversParentTypes['Event']> = ResolversObject<{
  claims?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, Partial<EventClaimsArgs>>;
  dates?: Resolver<Array<ResolversTypes['StatedDate']>, ParentType, ContextType, Partial<EventDatesArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identifiers?: Resolver<Array<ResolversTypes['Identifier']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<EventNameArgs>>;
  names?: Resolver<Array<ResolversTypes['Name']>, ParentType, ContextType>;
  participants?: Resolver<ResolversTypes['ParticipantConnection'], ParentType, ContextType, Partial<EventParticipantsArgs>>;
  places?: Resolver<Array<ResolversTypes['StatedPlace']>, ParentType, ContextType, Partial<EventPlacesArgs>>;
  relationships?: Resolver<ResolversTypes['RelationshipConnection'], ParentType, ContextType, Partial<EventRelationshipsArgs>>;
  unresolvedMentions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  when?: Resolver<Maybe<ResolversTypes['Edtf']>, ParentType, ContextType, Partial<EventWhenArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type EventConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventConnection'] = ResolversParentTypes['EventConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['EventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Event']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type EventEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EventEdge'] = ResolversParentTypes['EventEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
}>;

export type FlagResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Flag'] = ResolversParentTypes['Flag']> = ResolversObject<{
  basis?: Resolver<ResolversTypes['Basis'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['FlagKind'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type GroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Group'] = ResolversParentTypes['Group']> = ResolversObject<{
  attributions?: Resolver<ResolversTypes['AttributionConnection'], ParentType, ContextType, Partial<GroupAttributionsArgs>>;
  claims?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, Partial<GroupClaimsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identifiers?: Resolver<Array<ResolversTypes['Identifier']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<GroupNameArgs>>;
  names?: Resolver<Array<ResolversTypes['Name']>, ParentType, ContextType>;
  relationships?: Resolver<ResolversTypes['RelationshipConnection'], ParentType, ContextType, Partial<GroupRelationshipsArgs>>;
  size?: Resolver<ResolversTypes['IntRange'], ParentType, ContextType>;
  unresolvedMentions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type IdentifierResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Identifier'] = ResolversParentTypes['Identifier']> = ResolversObject<{
  scheme?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type ImpactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Impact'] = ResolversParentTypes['Impact']> = ResolversObject<{
  fallsToOneNewsroom?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  losesEveryRoot?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  losesOnRecord?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
}>;

export type IndependenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Independence'] = ResolversParentTypes['Independence']> = ResolversObject<{
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  dependsOn?: Resolver<Array<ResolversTypes['Actor']>, ParentType, ContextType>;
  loops?: Resolver<Array<Array<ResolversTypes['Attribution']>>, ParentType, ContextType>;
  newsrooms?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  onRecord?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  readIn?: Resolver<Array<ResolversTypes['Document']>, ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  ultimateSources?: Resolver<ResolversTypes['IntRange'], ParentType, ContextType>;
}>;

export type InputProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InputProblem'] = ResolversParentTypes['InputProblem']> = ResolversObject<{
  code?: Resolver<ResolversTypes['ProblemCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type IntRangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IntRange'] = ResolversParentTypes['IntRange']> = ResolversObject<{
  max?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  min?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export interface LanguageTagScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LanguageTag'], any> {
  name: 'LanguageTag';
}

export type LifeEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LifeEvent'] = ResolversParentTypes['LifeEvent']> = ResolversObject<{
  at?: Resolver<Maybe<ResolversTypes['Edtf']>, ParentType, ContextType>;
  attribution?: Resolver<ResolversTypes['Attribution'], ParentType, ContextType>;
  change?: Resolver<ResolversTypes['LifeChange'], ParentType, ContextType>;
}>;

export type MentionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mention'] = ResolversParentTypes['Mention']> = ResolversObject<{
  basis?: Resolver<ResolversTypes['Basis'], ParentType, ContextType>;
  candidates?: Resolver<Array<ResolversTypes['Entity']>, ParentType, ContextType>;
  document?: Resolver<ResolversTypes['Document'], ParentType, ContextType>;
  entity?: Resolver<Maybe<ResolversTypes['Entity']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  locator?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type MentionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MentionConnection'] = ResolversParentTypes['MentionConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['MentionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Mention']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type MentionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MentionEdge'] = ResolversParentTypes['MentionEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Mention'], ParentType, ContextType>;
}>;

export type MonthCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MonthCount'] = ResolversParentTypes['MonthCount']> = ResolversObject<{
  attributions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  claims?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  month?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = ResolversObject<{
  correct?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationCorrectArgs, 'input'>>;
  judge?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationJudgeArgs, 'left' | 'right' | 'verdict'>>;
  record?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationRecordArgs, 'bundle' | 'idempotencyKey'>>;
  relate?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationRelateArgs, 'basis' | 'from' | 'kind' | 'to'>>;
  resolveMention?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationResolveMentionArgs, 'id'>>;
  retract?: Resolver<ResolversTypes['WritePayload'], ParentType, ContextType, RequireFields<MutationRetractArgs, 'id' | 'reason'>>;
}>;

export type NameResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Name'] = ResolversParentTypes['Name']> = ResolversObject<{
  kind?: Resolver<ResolversTypes['NameKind'], ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['LanguageTag']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = ResolversObject<{
  __resolveType: TypeResolveFn<'Attribution' | 'Claim' | 'Document' | 'Event' | 'Group' | 'Mention' | 'Organization' | 'Person' | 'Place' | 'Revision' | 'Thing' | 'UnnamedSource', ParentType, ContextType>;
}>;

export type OrganizationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Organization'] = ResolversParentTypes['Organization']> = ResolversObject<{
  attributions?: Resolver<ResolversTypes['AttributionConnection'], ParentType, ContextType, Partial<OrganizationAttributionsArgs>>;
  claims?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, Partial<OrganizationClaimsArgs>>;
  documents?: Resolver<ResolversTypes['DocumentConnection'], ParentType, ContextType, Partial<OrganizationDocumentsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identifiers?: Resolver<Array<ResolversTypes['Identifier']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['OrganizationKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<OrganizationNameArgs>>;
  names?: Resolver<Array<ResolversTypes['Name']>, ParentType, ContextType>;
  publisherFamily?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  relationships?: Resolver<ResolversTypes['RelationshipConnection'], ParentType, ContextType, Partial<OrganizationRelationshipsArgs>>;
  unresolvedMentions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type OutletCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OutletCount'] = ResolversParentTypes['OutletCount']> = ResolversObject<{
  attributions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  claims?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outlet?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
}>;

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = ResolversObject<{
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
}>;

export type ParticipantResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Participant'] = ResolversParentTypes['Participant']> = ResolversObject<{
  claim?: Resolver<ResolversTypes['Claim'], ParentType, ContextType>;
  entity?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type ParticipantConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ParticipantConnection'] = ResolversParentTypes['ParticipantConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['ParticipantEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Participant']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type ParticipantEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ParticipantEdge'] = ResolversParentTypes['ParticipantEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Participant'], ParentType, ContextType>;
}>;

export type PathResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Path'] = ResolversParentTypes['Path']> = ResolversObject<{
  hops?: Resolver<Array<ResolversTypes['PathHop']>, ParentType, ContextType>;
  length?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type PathHopResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PathHop'] = ResolversParentTypes['PathHop']> = ResolversObject<{
  attributions?: Resolver<ResolversTypes['AttributionConnection'], ParentType, ContextType, RequireFields<PathHopAttributionsArgs, 'first'>>;
  claim?: Resolver<ResolversTypes['Claim'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  fromRole?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  predicate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  toRole?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type PersonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person']> = ResolversObject<{
  attributions?: Resolver<ResolversTypes['AttributionConnection'], ParentType, ContextType, Partial<PersonAttributionsArgs>>;
  claims?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, Partial<PersonClaimsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identifiers?: Resolver<Array<ResolversTypes['Identifier']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<PersonNameArgs>>;
  names?: Resolver<Array<ResolversTypes['Name']>, ParentType, ContextType>;
  relationships?: Resolver<ResolversTypes['RelationshipConnection'], ParentType, ContextType, Partial<PersonRelationshipsArgs>>;
  unresolvedMentions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type PlaceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Place'] = ResolversParentTypes['Place']> = ResolversObject<{
  claims?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, Partial<PlaceClaimsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identifiers?: Resolver<Array<ResolversTypes['Identifier']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<PlaceNameArgs>>;
  names?: Resolver<Array<ResolversTypes['Name']>, ParentType, ContextType>;
  relationships?: Resolver<ResolversTypes['RelationshipConnection'], ParentType, ContextType, Partial<PlaceRelationshipsArgs>>;
  unresolvedMentions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type PlaceConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlaceConnection'] = ResolversParentTypes['PlaceConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['PlaceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Place']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type PlaceEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlaceEdge'] = ResolversParentTypes['PlaceEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Place'], ParentType, ContextType>;
}>;

export type PredicateCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PredicateCount'] = ResolversParentTypes['PredicateCount']> = ResolversObject<{
  claims?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  predicate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type ProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Problem'] = ResolversParentTypes['Problem']> = ResolversObject<{
  __resolveType: TypeResolveFn<'InputProblem', ParentType, ContextType>;
}>;

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = ResolversObject<{
  actors?: Resolver<ResolversTypes['ActorConnection'], ParentType, ContextType, Partial<QueryActorsArgs>>;
  claims?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, Partial<QueryClaimsArgs>>;
  contradictions?: Resolver<ResolversTypes['ContradictionConnection'], ParentType, ContextType, Partial<QueryContradictionsArgs>>;
  documents?: Resolver<ResolversTypes['DocumentConnection'], ParentType, ContextType, Partial<QueryDocumentsArgs>>;
  entity?: Resolver<Maybe<ResolversTypes['Entity']>, ParentType, ContextType, Partial<QueryEntityArgs>>;
  events?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, Partial<QueryEventsArgs>>;
  history?: Resolver<ResolversTypes['RevisionConnection'], ParentType, ContextType, RequireFields<QueryHistoryArgs, 'id'>>;
  impactOfWithdrawing?: Resolver<ResolversTypes['Impact'], ParentType, ContextType, RequireFields<QueryImpactOfWithdrawingArgs, 'source'>>;
  mentions?: Resolver<ResolversTypes['MentionConnection'], ParentType, ContextType, RequireFields<QueryMentionsArgs, 'unresolved'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  paths?: Resolver<Array<ResolversTypes['Path']>, ParentType, ContextType, RequireFields<QueryPathsArgs, 'first' | 'from' | 'maxHops' | 'to'>>;
  places?: Resolver<ResolversTypes['PlaceConnection'], ParentType, ContextType, Partial<QueryPlacesArgs>>;
  search?: Resolver<ResolversTypes['SearchConnection'], ParentType, ContextType, RequireFields<QuerySearchArgs, 'text'>>;
  statistics?: Resolver<ResolversTypes['Statistics'], ParentType, ContextType, Partial<QueryStatisticsArgs>>;
  timeline?: Resolver<ResolversTypes['TimelineConnection'], ParentType, ContextType, RequireFields<QueryTimelineArgs, 'about' | 'clock'>>;
  whoReported?: Resolver<ResolversTypes['AttributionConnection'], ParentType, ContextType, Partial<QueryWhoReportedArgs>>;
}>;

export type RatingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Rating'] = ResolversParentTypes['Rating']> = ResolversObject<{
  best?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  worst?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
}>;

export type RecordedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Recorded'] = ResolversParentTypes['Recorded']> = ResolversObject<{
  attribution?: Resolver<Maybe<ResolversTypes['Attribution']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Revision'], ParentType, ContextType>;
}>;

export type RelationshipResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Relationship'] = ResolversParentTypes['Relationship']> = ResolversObject<{
  claim?: Resolver<ResolversTypes['Claim'], ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['Direction'], ParentType, ContextType>;
  other?: Resolver<ResolversTypes['Entity'], ParentType, ContextType>;
  predicate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  when?: Resolver<Maybe<ResolversTypes['Edtf']>, ParentType, ContextType>;
}>;

export type RelationshipConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RelationshipConnection'] = ResolversParentTypes['RelationshipConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['RelationshipEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Relationship']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type RelationshipEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RelationshipEdge'] = ResolversParentTypes['RelationshipEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Relationship'], ParentType, ContextType>;
}>;

export type RevisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Revision'] = ResolversParentTypes['Revision']> = ResolversObject<{
  after?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  before?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['RevisionOperation'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type RevisionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevisionConnection'] = ResolversParentTypes['RevisionConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['RevisionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Revision']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type RevisionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevisionEdge'] = ResolversParentTypes['RevisionEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Revision'], ParentType, ContextType>;
}>;

export type SearchConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchConnection'] = ResolversParentTypes['SearchConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['SearchEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SearchHit']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type SearchEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchEdge'] = ResolversParentTypes['SearchEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SearchHit'], ParentType, ContextType>;
}>;

export type SearchHitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchHit'] = ResolversParentTypes['SearchHit']> = ResolversObject<{
  matched?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SearchResult'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
}>;

export type SearchResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchResult'] = ResolversParentTypes['SearchResult']> = ResolversObject<{
  __resolveType: TypeResolveFn<'Claim' | 'Document' | 'Event' | 'Group' | 'Organization' | 'Person' | 'Place' | 'Thing' | 'UnnamedSource', ParentType, ContextType>;
}>;

export type StanceCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StanceCount'] = ResolversParentTypes['StanceCount']> = ResolversObject<{
  attributions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stance?: Resolver<ResolversTypes['Stance'], ParentType, ContextType>;
}>;

export type StandingCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StandingCount'] = ResolversParentTypes['StandingCount']> = ResolversObject<{
  claims?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  standing?: Resolver<ResolversTypes['Standing'], ParentType, ContextType>;
}>;

export type StatedDateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatedDate'] = ResolversParentTypes['StatedDate']> = ResolversObject<{
  claim?: Resolver<ResolversTypes['Claim'], ParentType, ContextType>;
  when?: Resolver<ResolversTypes['Edtf'], ParentType, ContextType>;
}>;

export type StatedPlaceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StatedPlace'] = ResolversParentTypes['StatedPlace']> = ResolversObject<{
  claim?: Resolver<ResolversTypes['Claim'], ParentType, ContextType>;
  place?: Resolver<ResolversTypes['Place'], ParentType, ContextType>;
}>;

export type StatisticsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Statistics'] = ResolversParentTypes['Statistics']> = ResolversObject<{
  actors?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  attributions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  byMonth?: Resolver<Array<ResolversTypes['MonthCount']>, ParentType, ContextType, RequireFields<StatisticsByMonthArgs, 'clock'>>;
  byOutlet?: Resolver<Array<ResolversTypes['OutletCount']>, ParentType, ContextType, RequireFields<StatisticsByOutletArgs, 'first'>>;
  byPredicate?: Resolver<Array<ResolversTypes['PredicateCount']>, ParentType, ContextType, RequireFields<StatisticsByPredicateArgs, 'first'>>;
  byStance?: Resolver<Array<ResolversTypes['StanceCount']>, ParentType, ContextType>;
  byStanding?: Resolver<Array<ResolversTypes['StandingCount']>, ParentType, ContextType>;
  claims?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  documents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  events?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ownVoiceOnly?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unnamedSourcesOnly?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unreadDocuments?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unresolvedMentions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = ResolversObject<{
  recorded?: SubscriptionResolver<ResolversTypes['Recorded'], "recorded", ParentType, ContextType, Partial<SubscriptionRecordedArgs>>;
}>;

export type ThingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Thing'] = ResolversParentTypes['Thing']> = ResolversObject<{
  claims?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, Partial<ThingClaimsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identifiers?: Resolver<Array<ResolversTypes['Identifier']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<ThingNameArgs>>;
  names?: Resolver<Array<ResolversTypes['Name']>, ParentType, ContextType>;
  relationships?: Resolver<ResolversTypes['RelationshipConnection'], ParentType, ContextType, Partial<ThingRelationshipsArgs>>;
  unresolvedMentions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type TimelineConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimelineConnection'] = ResolversParentTypes['TimelineConnection']> = ResolversObject<{
  edges?: Resolver<Array<ResolversTypes['TimelineEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['TimelineItem']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
}>;

export type TimelineEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimelineEdge'] = ResolversParentTypes['TimelineEdge']> = ResolversObject<{
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TimelineItem'], ParentType, ContextType>;
}>;

export type TimelineItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimelineItem'] = ResolversParentTypes['TimelineItem']> = ResolversObject<{
  claims?: Resolver<Array<ResolversTypes['Claim']>, ParentType, ContextType>;
  earliest?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  flags?: Resolver<Array<ResolversTypes['Flag']>, ParentType, ContextType>;
  latest?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['TimelineSubject'], ParentType, ContextType>;
  when?: Resolver<Maybe<ResolversTypes['Edtf']>, ParentType, ContextType>;
}>;

export type TimelineSubjectResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimelineSubject'] = ResolversParentTypes['TimelineSubject']> = ResolversObject<{
  __resolveType: TypeResolveFn<'Attribution' | 'Claim' | 'Event' | 'Revision', ParentType, ContextType>;
}>;

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type UnnamedSourceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnnamedSource'] = ResolversParentTypes['UnnamedSource']> = ResolversObject<{
  access?: Resolver<ResolversTypes['SourceAccess'], ParentType, ContextType>;
  attributions?: Resolver<ResolversTypes['AttributionConnection'], ParentType, ContextType, Partial<UnnamedSourceAttributionsArgs>>;
  claims?: Resolver<ResolversTypes['ClaimConnection'], ParentType, ContextType, Partial<UnnamedSourceClaimsArgs>>;
  count?: Resolver<ResolversTypes['IntRange'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  identifiers?: Resolver<Array<ResolversTypes['Identifier']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<UnnamedSourceNameArgs>>;
  names?: Resolver<Array<ResolversTypes['Name']>, ParentType, ContextType>;
  relationships?: Resolver<ResolversTypes['RelationshipConnection'], ParentType, ContextType, Partial<UnnamedSourceRelationshipsArgs>>;
  shieldedBy?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  unresolvedMentions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
}>;

export type ValueChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ValueChange'] = ResolversParentTypes['ValueChange']> = ResolversObject<{
  cited?: Resolver<ResolversTypes['Attribution'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  slot?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
}>;

export type WritePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WritePayload'] = ResolversParentTypes['WritePayload']> = ResolversObject<{
  changed?: Resolver<Array<ResolversTypes['Node']>, ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['Problem']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['Revision']>, ParentType, ContextType>;
}>;

export type Resolvers<ContextType = Context> = ResolversObject<{
  Actor?: ActorResolvers<ContextType>;
  ActorConnection?: ActorConnectionResolvers<ContextType>;
  ActorEdge?: ActorEdgeResolvers<ContextType>;
  Attribution?: AttributionResolvers<ContextType>;
  AttributionConnection?: AttributionConnectionResolvers<ContextType>;
  AttributionEdge?: AttributionEdgeResolvers<ContextType>;
  Citation?: CitationResolvers<ContextType>;
  Claim?: ClaimResolvers<ContextType>;
  ClaimConnection?: ClaimConnectionResolvers<ContextType>;
  ClaimEdge?: ClaimEdgeResolvers<ContextType>;
  ClaimRelation?: ClaimRelationResolvers<ContextType>;
  ClaimValue?: ClaimValueResolvers<ContextType>;
  Contradiction?: ContradictionResolvers<ContextType>;
  ContradictionConnection?: ContradictionConnectionResolvers<ContextType>;
  ContradictionEdge?: ContradictionEdgeResolvers<ContextType>;
  ContradictionSide?: ContradictionSideResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Denial?: DenialResolvers<ContextType>;
  Derivation?: DerivationResolvers<ContextType>;
  Document?: DocumentResolvers<ContextType>;
  DocumentConnection?: DocumentConnectionResolvers<ContextType>;
  DocumentEdge?: DocumentEdgeResolvers<ContextType>;
  Edtf?: GraphQLScalarType;
  Entity?: EntityResolvers<ContextType>;
  Event?: EventResolvers<ContextType>;
  EventConnection?: EventConnectionResolvers<ContextType>;
  EventEdge?: EventEdgeResolvers<ContextType>;
  Flag?: FlagResolvers<ContextType>;
  Group?: GroupResolvers<ContextType>;
  Identifier?: IdentifierResolvers<ContextType>;
  Impact?: ImpactResolvers<ContextType>;
  Independence?: IndependenceResolvers<ContextType>;
  InputProblem?: InputProblemResolvers<ContextType>;
  IntRange?: IntRangeResolvers<ContextType>;
  LanguageTag?: GraphQLScalarType;
  LifeEvent?: LifeEventResolvers<ContextType>;
  Mention?: MentionResolvers<ContextType>;
  MentionConnection?: MentionConnectionResolvers<ContextType>;
  MentionEdge?: MentionEdgeResolvers<ContextType>;
  MonthCount?: MonthCountResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Name?: NameResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  OutletCount?: OutletCountResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Participant?: ParticipantResolvers<ContextType>;
  ParticipantConnection?: ParticipantConnectionResolvers<ContextType>;
  ParticipantEdge?: ParticipantEdgeResolvers<ContextType>;
  Path?: PathResolvers<ContextType>;
  PathHop?: PathHopResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  Place?: PlaceResolvers<ContextType>;
  PlaceConnection?: PlaceConnectionResolvers<ContextType>;
  PlaceEdge?: PlaceEdgeResolvers<ContextType>;
  PredicateCount?: PredicateCountResolvers<ContextType>;
  Problem?: ProblemResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Rating?: RatingResolvers<ContextType>;
  Recorded?: RecordedResolvers<ContextType>;
  Relationship?: RelationshipResolvers<ContextType>;
  RelationshipConnection?: RelationshipConnectionResolvers<ContextType>;
  RelationshipEdge?: RelationshipEdgeResolvers<ContextType>;
  Revision?: RevisionResolvers<ContextType>;
  RevisionConnection?: RevisionConnectionResolvers<ContextType>;
  RevisionEdge?: RevisionEdgeResolvers<ContextType>;
  SearchConnection?: SearchConnectionResolvers<ContextType>;
  SearchEdge?: SearchEdgeResolvers<ContextType>;
  SearchHit?: SearchHitResolvers<ContextType>;
  SearchResult?: SearchResultResolvers<ContextType>;
  StanceCount?: StanceCountResolvers<ContextType>;
  StandingCount?: StandingCountResolvers<ContextType>;
  StatedDate?: StatedDateResolvers<ContextType>;
  StatedPlace?: StatedPlaceResolvers<ContextType>;
  Statistics?: StatisticsResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Thing?: ThingResolvers<ContextType>;
  TimelineConnection?: TimelineConnectionResolvers<ContextType>;
  TimelineEdge?: TimelineEdgeResolvers<ContextType>;
  TimelineItem?: TimelineItemResolvers<ContextType>;
  TimelineSubject?: TimelineSubjectResolvers<ContextType>;
  URL?: GraphQLScalarType;
  UnnamedSource?: UnnamedSourceResolvers<ContextType>;
  ValueChange?: ValueChangeResolvers<ContextType>;
  WritePayload?: WritePayloadResolvers<ContextType>;
}>;


export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  DateTime: { input: Date; output: Date; }
  Edtf: { input: string; output: string; }
  LanguageTag: { input: string; output: string; }
  URL: { input: string | URL; output: string | URL; }
};

export type Actor = {
  attributions: AttributionConnection;
  claims: ClaimConnection;
  id: Scalars['ID']['output'];
  identifiers: Array<Identifier>;
  name: Scalars['String']['output'];
  names: Array<Name>;
  relationships: RelationshipConnection;
  unresolvedMentions: Scalars['Int']['output'];
};


export type ActorAttributionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AttributionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<AttributionOrder>;
};


export type ActorClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ClaimOrder>;
};


export type ActorNameArgs = {
  language?: InputMaybe<Scalars['LanguageTag']['input']>;
};


export type ActorRelationshipsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  predicate?: InputMaybe<Array<Scalars['String']['input']>>;
  with?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type ActorConnection = {
  edges: Array<ActorEdge>;
  nodes: Array<Actor>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ActorEdge = {
  cursor: Scalars['String']['output'];
  node: Actor;
};

export type ActorFilter = {
  country?: InputMaybe<Array<Scalars['String']['input']>>;
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  kind?: InputMaybe<Array<OrganizationKind>>;
  text?: InputMaybe<Scalars['String']['input']>;
  type?: InputMaybe<Array<ActorType>>;
};

export type ActorInput = {
  access?: InputMaybe<SourceAccess>;
  count?: InputMaybe<IntRangeInput>;
  country?: InputMaybe<Scalars['String']['input']>;
  description?: InputMaybe<Scalars['String']['input']>;
  embargoedUntil?: InputMaybe<Scalars['DateTime']['input']>;
  id: Scalars['ID']['input'];
  identifiers?: InputMaybe<Array<IdentifierInput>>;
  kind?: InputMaybe<OrganizationKind>;
  names: Array<NameInput>;
  publisherFamily?: InputMaybe<Scalars['ID']['input']>;
  shieldedBy?: InputMaybe<Scalars['ID']['input']>;
  size?: InputMaybe<IntRangeInput>;
  type: ActorType;
  visibility?: InputMaybe<Visibility>;
};

export type ActorOrder = {
  by: ActorOrderField;
  direction?: OrderDirection;
};

export type ActorOrderField =
  | 'ATTRIBUTION_COUNT'
  | 'CLAIM_COUNT'
  | 'NAME';

export type ActorType =
  | 'GROUP'
  | 'ORGANIZATION'
  | 'PERSON'
  | 'UNNAMED_SOURCE';

export type AsOf = {
  recorded?: InputMaybe<Scalars['DateTime']['input']>;
  said?: InputMaybe<Scalars['Edtf']['input']>;
  undated?: InputMaybe<Undated>;
};

export type Attribution = Node & {
  actor: Actor;
  basis: Basis;
  certainty: Certainty;
  chains: Array<Array<Attribution>>;
  changes: Array<ValueChange>;
  citations: Array<Citation>;
  citedBy: AttributionConnection;
  cites: Array<Attribution>;
  claim: Claim;
  document?: Maybe<Document>;
  id: Scalars['ID']['output'];
  locator?: Maybe<Scalars['String']['output']>;
  mode: Mode;
  onRecord: Scalars['Boolean']['output'];
  quote?: Maybe<Scalars['String']['output']>;
  rating?: Maybe<Rating>;
  recordedAt: Scalars['DateTime']['output'];
  retractedBy?: Maybe<Attribution>;
  saidAt?: Maybe<Scalars['Edtf']['output']>;
  sources?: Maybe<IntRange>;
  stance: Stance;
  supersededAt?: Maybe<Scalars['DateTime']['output']>;
};


export type AttributionChainsArgs = {
  asOf?: InputMaybe<AsOf>;
  first?: InputMaybe<Scalars['Int']['input']>;
  maxHops?: InputMaybe<Scalars['Int']['input']>;
};


export type AttributionCitedByArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type AttributionConnection = {
  edges: Array<AttributionEdge>;
  nodes: Array<Attribution>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type AttributionEdge = {
  cursor: Scalars['String']['output'];
  node: Attribution;
};

export type AttributionFilter = {
  about?: InputMaybe<Array<Scalars['ID']['input']>>;
  aboutAll?: InputMaybe<Array<Scalars['ID']['input']>>;
  by?: InputMaybe<Array<Scalars['ID']['input']>>;
  certainty?: InputMaybe<Array<Certainty>>;
  document?: InputMaybe<Array<Scalars['ID']['input']>>;
  mode?: InputMaybe<Array<Mode>>;
  named?: InputMaybe<Scalars['Boolean']['input']>;
  onRecord?: InputMaybe<Scalars['Boolean']['input']>;
  outlet?: InputMaybe<Array<Scalars['ID']['input']>>;
  rootsOnly?: InputMaybe<Scalars['Boolean']['input']>;
  said?: InputMaybe<EdtfRange>;
  stance?: InputMaybe<Array<Stance>>;
  text?: InputMaybe<Scalars['String']['input']>;
};

export type AttributionInput = {
  actor: Scalars['ID']['input'];
  basis?: Basis;
  certainty: Certainty;
  cites?: InputMaybe<Array<CitationInput>>;
  claim: Scalars['ID']['input'];
  covers?: InputMaybe<Array<Scalars['ID']['input']>>;
  document?: InputMaybe<Scalars['ID']['input']>;
  embargoedUntil?: InputMaybe<Scalars['DateTime']['input']>;
  id: Scalars['ID']['input'];
  locator?: InputMaybe<Scalars['String']['input']>;
  mode: Mode;
  onRecord: Scalars['Boolean']['input'];
  quote?: InputMaybe<Scalars['String']['input']>;
  rating?: InputMaybe<RatingInput>;
  saidAt?: InputMaybe<Scalars['Edtf']['input']>;
  sources?: InputMaybe<IntRangeInput>;
  stance: Stance;
  visibility?: InputMaybe<Visibility>;
};

export type AttributionOrder = {
  by: AttributionOrderField;
  direction?: OrderDirection;
};

export type AttributionOrderField =
  | 'CITED_COUNT'
  | 'RECORDED_AT'
  | 'SAID_AT';

export type Basis =
  | 'ANALYST'
  | 'MODEL'
  | 'RULE'
  | 'STATED';

export type BundleInput = {
  actors?: InputMaybe<Array<ActorInput>>;
  attributions?: InputMaybe<Array<AttributionInput>>;
  claims?: InputMaybe<Array<ClaimInput>>;
  derivations?: InputMaybe<Array<DerivationInput>>;
  documents?: InputMaybe<Array<DocumentInput>>;
  events?: InputMaybe<Array<EventInput>>;
  mentions?: InputMaybe<Array<MentionInput>>;
  places?: InputMaybe<Array<PlaceInput>>;
  relations?: InputMaybe<Array<RelationInput>>;
  things?: InputMaybe<Array<ThingInput>>;
};

export type Certainty =
  | 'CERTAIN'
  | 'POSSIBLE'
  | 'PROBABLE'
  | 'UNCOMMITTED';

export type Citation = {
  attribution: Attribution;
  basis: Basis;
  credited: Scalars['Boolean']['output'];
  joint: Scalars['Boolean']['output'];
};

export type CitationInput = {
  attribution: Scalars['ID']['input'];
  basis?: Basis;
  credited?: Scalars['Boolean']['input'];
  joint?: Scalars['Boolean']['input'];
};

export type Claim = Node & {
  about: Array<Entity>;
  attributions: AttributionConnection;
  denials: Array<Denial>;
  flags: Array<Flag>;
  id: Scalars['ID']['output'];
  independence: Independence;
  life: Array<LifeEvent>;
  object?: Maybe<Entity>;
  partOf?: Maybe<Claim>;
  participants: Array<Participant>;
  parts: Array<Claim>;
  predicate?: Maybe<Scalars['String']['output']>;
  relations: Array<ClaimRelation>;
  roots: Array<Attribution>;
  standing: Standing;
  subject?: Maybe<Entity>;
  text: Scalars['String']['output'];
  value?: Maybe<ClaimValue>;
  when?: Maybe<Scalars['Edtf']['output']>;
};


export type ClaimAttributionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AttributionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<AttributionOrder>;
};


export type ClaimDenialsArgs = {
  asOf?: InputMaybe<AsOf>;
};


export type ClaimIndependenceArgs = {
  asOf?: InputMaybe<AsOf>;
};


export type ClaimLifeArgs = {
  asOf?: InputMaybe<AsOf>;
};


export type ClaimRelationsArgs = {
  asOf?: InputMaybe<AsOf>;
  kind?: InputMaybe<Array<ClaimRelationKind>>;
};


export type ClaimRootsArgs = {
  asOf?: InputMaybe<AsOf>;
};


export type ClaimStandingArgs = {
  asOf?: InputMaybe<AsOf>;
};


export type ClaimTextArgs = {
  language?: InputMaybe<Scalars['LanguageTag']['input']>;
};

export type ClaimConnection = {
  edges: Array<ClaimEdge>;
  nodes: Array<Claim>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ClaimEdge = {
  cursor: Scalars['String']['output'];
  node: Claim;
};

export type ClaimFilter = {
  about?: InputMaybe<Array<Scalars['ID']['input']>>;
  aboutAll?: InputMaybe<Array<Scalars['ID']['input']>>;
  by?: InputMaybe<Array<Scalars['ID']['input']>>;
  flag?: InputMaybe<Array<FlagKind>>;
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  onRecord?: InputMaybe<Scalars['Boolean']['input']>;
  outlet?: InputMaybe<Array<Scalars['ID']['input']>>;
  partOf?: InputMaybe<Scalars['ID']['input']>;
  predicate?: InputMaybe<Array<Scalars['String']['input']>>;
  restsOnlyOn?: InputMaybe<Array<Scalars['ID']['input']>>;
  said?: InputMaybe<EdtfRange>;
  stance?: InputMaybe<Array<Stance>>;
  standing?: InputMaybe<Array<Standing>>;
  text?: InputMaybe<Scalars['String']['input']>;
  unnamedSourcesOnly?: InputMaybe<Scalars['Boolean']['input']>;
  when?: InputMaybe<EdtfRange>;
};

export type ClaimInput = {
  about?: InputMaybe<Array<Scalars['ID']['input']>>;
  embargoedUntil?: InputMaybe<Scalars['DateTime']['input']>;
  flags?: InputMaybe<Array<FlagInput>>;
  id: Scalars['ID']['input'];
  object?: InputMaybe<Scalars['ID']['input']>;
  partOf?: InputMaybe<Scalars['ID']['input']>;
  participants?: InputMaybe<Array<ParticipantInput>>;
  predicate?: InputMaybe<Scalars['String']['input']>;
  subject?: InputMaybe<Scalars['ID']['input']>;
  texts: Array<TextInput>;
  value?: InputMaybe<ClaimValueInput>;
  visibility?: InputMaybe<Visibility>;
  when?: InputMaybe<Scalars['Edtf']['input']>;
};

export type ClaimOrder = {
  by: ClaimOrderField;
  direction?: OrderDirection;
};

export type ClaimOrderField =
  | 'ATTRIBUTION_COUNT'
  | 'FIRST_SAID'
  | 'LAST_SAID'
  | 'RECORDED_AT'
  | 'WHEN';

export type ClaimRelation = {
  at: Scalars['DateTime']['output'];
  basis: Basis;
  by: Scalars['String']['output'];
  from: Claim;
  kind: ClaimRelationKind;
  to: Claim;
};

export type ClaimRelationKind =
  | 'CONTRADICTS'
  | 'CONTRARY_TO'
  | 'ENTAILS'
  | 'REFINES'
  | 'SAME_AS'
  | 'SUPPORTS'
  | 'UNDERCUTS';

export type ClaimValue = {
  max?: Maybe<Scalars['Float']['output']>;
  min?: Maybe<Scalars['Float']['output']>;
  text: Scalars['String']['output'];
  unit?: Maybe<Scalars['String']['output']>;
  when?: Maybe<Scalars['Edtf']['output']>;
};

export type ClaimValueInput = {
  max?: InputMaybe<Scalars['Float']['input']>;
  min?: InputMaybe<Scalars['Float']['input']>;
  text: Scalars['String']['input'];
  unit?: InputMaybe<Scalars['String']['input']>;
  when?: InputMaybe<Scalars['Edtf']['input']>;
};

export type Clock =
  | 'EVENT'
  | 'RECORDED'
  | 'SAID';

export type Contradiction = {
  at: Scalars['DateTime']['output'];
  basis: Basis;
  by: Scalars['String']['output'];
  claims: Array<Claim>;
  id: Scalars['ID']['output'];
  kind: ContradictionKind;
  reason: Scalars['String']['output'];
  sides: Array<ContradictionSide>;
};

export type ContradictionConnection = {
  edges: Array<ContradictionEdge>;
  nodes: Array<Contradiction>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ContradictionEdge = {
  cursor: Scalars['String']['output'];
  node: Contradiction;
};

export type ContradictionKind =
  | 'CLAIM'
  | 'SELF'
  | 'STANCE';

export type ContradictionSide = {
  actors: Array<Actor>;
  affirms: Scalars['Boolean']['output'];
  attributions: Array<Attribution>;
  claim: Claim;
};

export type CorrectInput = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  replacement: BundleInput;
};

export type Coverage =
  | 'FULL'
  | 'PARTIAL';

export type Denial = {
  attribution: Attribution;
  covers: Array<Claim>;
  leavesOpen: Array<Claim>;
};

export type Derivation = {
  basis: Basis;
  credited: Scalars['Boolean']['output'];
  document: Document;
  kind: DerivationKind;
};

export type DerivationInput = {
  basis: Basis;
  credited: Scalars['Boolean']['input'];
  document: Scalars['ID']['input'];
  from: Scalars['ID']['input'];
  kind: DerivationKind;
};

export type DerivationKind =
  | 'COPY'
  | 'CREDITS'
  | 'REWRITE'
  | 'SAME_TEXT'
  | 'TRANSLATION'
  | 'UPDATE'
  | 'WIRE';

export type Direction =
  | 'IN'
  | 'OUT';

export type Document = Node & {
  attributions: AttributionConnection;
  authors: Array<Actor>;
  contentHash?: Maybe<Scalars['String']['output']>;
  derivatives: Array<Derivation>;
  derivedFrom: Array<Derivation>;
  flags: Array<Flag>;
  id: Scalars['ID']['output'];
  kind: DocumentKind;
  language?: Maybe<Scalars['LanguageTag']['output']>;
  mentions: MentionConnection;
  publishedAt?: Maybe<Scalars['Edtf']['output']>;
  publisher?: Maybe<Organization>;
  read: Scalars['Boolean']['output'];
  title?: Maybe<Scalars['String']['output']>;
  url?: Maybe<Scalars['URL']['output']>;
};


export type DocumentAttributionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AttributionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<AttributionOrder>;
};


export type DocumentMentionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  unresolved?: InputMaybe<Scalars['Boolean']['input']>;
};

export type DocumentConnection = {
  edges: Array<DocumentEdge>;
  nodes: Array<Document>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type DocumentEdge = {
  cursor: Scalars['String']['output'];
  node: Document;
};

export type DocumentFilter = {
  author?: InputMaybe<Array<Scalars['ID']['input']>>;
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  kind?: InputMaybe<Array<DocumentKind>>;
  language?: InputMaybe<Array<Scalars['LanguageTag']['input']>>;
  published?: InputMaybe<EdtfRange>;
  publisher?: InputMaybe<Array<Scalars['ID']['input']>>;
  read?: InputMaybe<Scalars['Boolean']['input']>;
  text?: InputMaybe<Scalars['String']['input']>;
  url?: InputMaybe<Scalars['URL']['input']>;
};

export type DocumentInput = {
  authors?: InputMaybe<Array<Scalars['ID']['input']>>;
  contentHash?: InputMaybe<Scalars['String']['input']>;
  embargoedUntil?: InputMaybe<Scalars['DateTime']['input']>;
  flags?: InputMaybe<Array<FlagInput>>;
  id: Scalars['ID']['input'];
  kind: DocumentKind;
  language?: InputMaybe<Scalars['LanguageTag']['input']>;
  publishedAt?: InputMaybe<Scalars['Edtf']['input']>;
  publisher?: InputMaybe<Scalars['ID']['input']>;
  read?: Scalars['Boolean']['input'];
  title?: InputMaybe<Scalars['String']['input']>;
  url?: InputMaybe<Scalars['URL']['input']>;
  visibility?: InputMaybe<Visibility>;
};

export type DocumentKind =
  | 'ARTICLE'
  | 'BROADCAST'
  | 'DATASET'
  | 'FACT_CHECK'
  | 'FILING'
  | 'IMAGE'
  | 'OTHER'
  | 'POST'
  | 'STATEMENT';

export type DocumentOrder = {
  by: DocumentOrderField;
  direction?: OrderDirection;
};

export type DocumentOrderField =
  | 'ATTRIBUTION_COUNT'
  | 'PUBLISHED_AT'
  | 'TITLE';

export type EdtfRange = {
  from?: InputMaybe<Scalars['Edtf']['input']>;
  until?: InputMaybe<Scalars['Edtf']['input']>;
};

export type Entity = {
  claims: ClaimConnection;
  id: Scalars['ID']['output'];
  identifiers: Array<Identifier>;
  name: Scalars['String']['output'];
  names: Array<Name>;
  relationships: RelationshipConnection;
  unresolvedMentions: Scalars['Int']['output'];
};


export type EntityClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ClaimOrder>;
};


export type EntityNameArgs = {
  language?: InputMaybe<Scalars['LanguageTag']['input']>;
};


export type EntityRelationshipsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  predicate?: InputMaybe<Array<Scalars['String']['input']>>;
  with?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type Event = Entity & Node & {
  claims: ClaimConnection;
  dates: Array<StatedDate>;
  id: Scalars['ID']['output'];
  identifiers: Array<Identifier>;
  kind: Scalars['String']['output'];
  name: Scalars['String']['output'];
  names: Array<Name>;
  participants: ParticipantConnection;
  places: Array<StatedPlace>;
  relationships: RelationshipConnection;
  unresolvedMentions: Scalars['Int']['output'];
  when?: Maybe<Scalars['Edtf']['output']>;
};


export type EventClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ClaimOrder>;
};


export type EventDatesArgs = {
  asOf?: InputMaybe<AsOf>;
};


export type EventNameArgs = {
  language?: InputMaybe<Scalars['LanguageTag']['input']>;
};


export type EventParticipantsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  role?: InputMaybe<Array<Scalars['String']['input']>>;
};


export type EventPlacesArgs = {
  asOf?: InputMaybe<AsOf>;
};


export type EventRelationshipsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  predicate?: InputMaybe<Array<Scalars['String']['input']>>;
  with?: InputMaybe<Array<Scalars['ID']['input']>>;
};


export type EventWhenArgs = {
  asOf?: InputMaybe<AsOf>;
};

export type EventConnection = {
  edges: Array<EventEdge>;
  nodes: Array<Event>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type EventEdge = {
  cursor: Scalars['String']['output'];
  node: Event;
};

export type EventFilter = {
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  kind?: InputMaybe<Array<Scalars['String']['input']>>;
  participant?: InputMaybe<Array<Scalars['ID']['input']>>;
  place?: InputMaybe<Array<Scalars['ID']['input']>>;
  text?: InputMaybe<Scalars['String']['input']>;
  when?: InputMaybe<EdtfRange>;
};

export type EventInput = {
  id: Scalars['ID']['input'];
  identifiers?: InputMaybe<Array<IdentifierInput>>;
  kind: Scalars['String']['input'];
  names: Array<NameInput>;
};

export type EventOrder = {
  by: EventOrderField;
  direction?: OrderDirection;
};

export type EventOrderField =
  | 'CLAIM_COUNT'
  | 'NAME'
  | 'WHEN';

export type Flag = {
  basis: Basis;
  kind: FlagKind;
  message: Scalars['String']['output'];
};

export type FlagInput = {
  basis: Basis;
  kind: FlagKind;
  message: Scalars['String']['input'];
};

export type FlagKind =
  | 'DATE_INFERRED'
  | 'DATE_ORDER'
  | 'DEADLINE_BEFORE_EVENT'
  | 'DURATION_MISMATCH'
  | 'REPORTED_BEFORE_EVENT'
  | 'SELF_CONTRADICTION'
  | 'SUSPECTED_COPY'
  | 'VALUE_CHANGED'
  | 'WEEKDAY_MISMATCH';

export type Group = Actor & Entity & Node & {
  attributions: AttributionConnection;
  claims: ClaimConnection;
  id: Scalars['ID']['output'];
  identifiers: Array<Identifier>;
  name: Scalars['String']['output'];
  names: Array<Name>;
  relationships: RelationshipConnection;
  size: IntRange;
  unresolvedMentions: Scalars['Int']['output'];
};


export type GroupAttributionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AttributionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<AttributionOrder>;
};


export type GroupClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ClaimOrder>;
};


export type GroupNameArgs = {
  language?: InputMaybe<Scalars['LanguageTag']['input']>;
};


export type GroupRelationshipsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  predicate?: InputMaybe<Array<Scalars['String']['input']>>;
  with?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type Identifier = {
  scheme: Scalars['String']['output'];
  url?: Maybe<Scalars['URL']['output']>;
  value: Scalars['String']['output'];
};

export type IdentifierInput = {
  scheme: Scalars['String']['input'];
  value: Scalars['String']['input'];
};

export type Impact = {
  fallsToOneNewsroom: Array<Claim>;
  losesEveryRoot: Array<Claim>;
  losesOnRecord: Array<Claim>;
  source: Node;
  truncated: Scalars['Boolean']['output'];
};

export type Independence = {
  coverage: Coverage;
  dependsOn: Array<Actor>;
  loops: Array<Array<Attribution>>;
  newsrooms: Scalars['Int']['output'];
  onRecord: Scalars['Int']['output'];
  readIn: Array<Document>;
  reasons: Array<Scalars['String']['output']>;
  ultimateSources: IntRange;
};

export type InputProblem = Problem & {
  code: ProblemCode;
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
};

export type IntRange = {
  max?: Maybe<Scalars['Int']['output']>;
  min: Scalars['Int']['output'];
};

export type IntRangeInput = {
  max?: InputMaybe<Scalars['Int']['input']>;
  min: Scalars['Int']['input'];
};

export type LifeChange =
  | 'CONFIRMED'
  | 'CORRECTED'
  | 'DENIED'
  | 'NOT_COMMENTED'
  | 'REPORTED'
  | 'RETRACTED';

export type LifeEvent = {
  at?: Maybe<Scalars['Edtf']['output']>;
  attribution: Attribution;
  change: LifeChange;
};

export type Mention = Node & {
  basis: Basis;
  candidates: Array<Entity>;
  document: Document;
  entity?: Maybe<Entity>;
  id: Scalars['ID']['output'];
  locator?: Maybe<Scalars['String']['output']>;
  text: Scalars['String']['output'];
};

export type MentionConnection = {
  edges: Array<MentionEdge>;
  nodes: Array<Mention>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type MentionEdge = {
  cursor: Scalars['String']['output'];
  node: Mention;
};

export type MentionInput = {
  basis?: InputMaybe<Basis>;
  candidates: Array<Scalars['ID']['input']>;
  document: Scalars['ID']['input'];
  entity?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
  locator?: InputMaybe<Scalars['String']['input']>;
  text: Scalars['String']['input'];
};

export type Mode =
  | 'DATA'
  | 'DIRECT_QUOTE'
  | 'INDIRECT'
  | 'OBSERVED'
  | 'PARAPHRASE';

export type MonthCount = {
  attributions: Scalars['Int']['output'];
  claims: Scalars['Int']['output'];
  month?: Maybe<Scalars['String']['output']>;
};

export type Mutation = {
  correct: WritePayload;
  judge: WritePayload;
  record: WritePayload;
  relate: WritePayload;
  resolveMention: WritePayload;
  retract: WritePayload;
};


export type MutationCorrectArgs = {
  input: CorrectInput;
};


export type MutationJudgeArgs = {
  left: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
  right: Scalars['ID']['input'];
  verdict: Verdict;
};


export type MutationRecordArgs = {
  bundle: BundleInput;
  idempotencyKey: Scalars['String']['input'];
};


export type MutationRelateArgs = {
  basis: Basis;
  from: Scalars['ID']['input'];
  kind: ClaimRelationKind;
  reason?: InputMaybe<Scalars['String']['input']>;
  to: Scalars['ID']['input'];
};


export type MutationResolveMentionArgs = {
  entity?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};


export type MutationRetractArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type Name = {
  kind: NameKind;
  language?: Maybe<Scalars['LanguageTag']['output']>;
  text: Scalars['String']['output'];
};

export type NameInput = {
  kind?: NameKind;
  language?: InputMaybe<Scalars['LanguageTag']['input']>;
  text: Scalars['String']['input'];
};

export type NameKind =
  | 'ALIAS'
  | 'PREFERRED'
  | 'PREVIOUS'
  | 'WEAK';

export type Node = {
  id: Scalars['ID']['output'];
};

export type OrderDirection =
  | 'ASC'
  | 'DESC';

export type Organization = Actor & Entity & Node & {
  attributions: AttributionConnection;
  claims: ClaimConnection;
  documents: DocumentConnection;
  id: Scalars['ID']['output'];
  identifiers: Array<Identifier>;
  kind: OrganizationKind;
  name: Scalars['String']['output'];
  names: Array<Name>;
  publisherFamily: Organization;
  relationships: RelationshipConnection;
  unresolvedMentions: Scalars['Int']['output'];
};


export type OrganizationAttributionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AttributionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<AttributionOrder>;
};


export type OrganizationClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ClaimOrder>;
};


export type OrganizationDocumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DocumentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<DocumentOrder>;
};


export type OrganizationNameArgs = {
  language?: InputMaybe<Scalars['LanguageTag']['input']>;
};


export type OrganizationRelationshipsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  predicate?: InputMaybe<Array<Scalars['String']['input']>>;
  with?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type OrganizationKind =
  | 'AGENCY'
  | 'ARMED_GROUP'
  | 'COMPANY'
  | 'COURT'
  | 'GOVERNMENT'
  | 'MILITARY'
  | 'MOVEMENT'
  | 'NGO'
  | 'OTHER'
  | 'OUTLET'
  | 'PARTY'
  | 'PUBLIC_BODY';

export type OutletCount = {
  attributions: Scalars['Int']['output'];
  claims: Scalars['Int']['output'];
  outlet: Organization;
};

export type PageInfo = {
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
};

export type Participant = {
  claim: Claim;
  entity: Entity;
  role: Scalars['String']['output'];
};

export type ParticipantConnection = {
  edges: Array<ParticipantEdge>;
  nodes: Array<Participant>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ParticipantEdge = {
  cursor: Scalars['String']['output'];
  node: Participant;
};

export type ParticipantInput = {
  entity: Scalars['ID']['input'];
  role: Scalars['String']['input'];
};

export type Path = {
  hops: Array<PathHop>;
  length: Scalars['Int']['output'];
};

export type PathHop = {
  attributions: AttributionConnection;
  claim: Claim;
  from: Entity;
  fromRole: Scalars['String']['output'];
  predicate?: Maybe<Scalars['String']['output']>;
  to: Entity;
  toRole: Scalars['String']['output'];
};


export type PathHopAttributionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type Person = Actor & Entity & Node & {
  attributions: AttributionConnection;
  claims: ClaimConnection;
  id: Scalars['ID']['output'];
  identifiers: Array<Identifier>;
  name: Scalars['String']['output'];
  names: Array<Name>;
  relationships: RelationshipConnection;
  unresolvedMentions: Scalars['Int']['output'];
};


export type PersonAttributionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AttributionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<AttributionOrder>;
};


export type PersonClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ClaimOrder>;
};


export type PersonNameArgs = {
  language?: InputMaybe<Scalars['LanguageTag']['input']>;
};


export type PersonRelationshipsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  predicate?: InputMaybe<Array<Scalars['String']['input']>>;
  with?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type Place = Entity & Node & {
  claims: ClaimConnection;
  id: Scalars['ID']['output'];
  identifiers: Array<Identifier>;
  kind: Scalars['String']['output'];
  name: Scalars['String']['output'];
  names: Array<Name>;
  relationships: RelationshipConnection;
  unresolvedMentions: Scalars['Int']['output'];
};


export type PlaceClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ClaimOrder>;
};


export type PlaceNameArgs = {
  language?: InputMaybe<Scalars['LanguageTag']['input']>;
};


export type PlaceRelationshipsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  predicate?: InputMaybe<Array<Scalars['String']['input']>>;
  with?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type PlaceConnection = {
  edges: Array<PlaceEdge>;
  nodes: Array<Place>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type PlaceEdge = {
  cursor: Scalars['String']['output'];
  node: Place;
};

export type PlaceInput = {
  id: Scalars['ID']['input'];
  identifiers?: InputMaybe<Array<IdentifierInput>>;
  kind: Scalars['String']['input'];
  names: Array<NameInput>;
};

export type PredicateCount = {
  claims: Scalars['Int']['output'];
  predicate: Scalars['String']['output'];
};

export type Problem = {
  code: ProblemCode;
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
};

export type ProblemCode =
  | 'CONFLICT'
  | 'DUPLICATE_ID'
  | 'FORBIDDEN'
  | 'INVALID'
  | 'NOT_FOUND'
  | 'UNATTRIBUTED_CLAIM'
  | 'UNKNOWN_REFERENCE';

export type Query = {
  actors: ActorConnection;
  claims: ClaimConnection;
  contradictions: ContradictionConnection;
  documents: DocumentConnection;
  entity?: Maybe<Entity>;
  events: EventConnection;
  history: RevisionConnection;
  impactOfWithdrawing: Impact;
  mentions: MentionConnection;
  node?: Maybe<Node>;
  nodes: Array<Maybe<Node>>;
  paths: Array<Path>;
  places: PlaceConnection;
  search: SearchConnection;
  statistics: Statistics;
  timeline: TimelineConnection;
  whoReported: AttributionConnection;
};


export type QueryActorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ActorFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ActorOrder>;
};


export type QueryClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ClaimOrder>;
};


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


export type QueryDocumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DocumentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<DocumentOrder>;
};


export type QueryEntityArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  identifier?: InputMaybe<IdentifierInput>;
};


export type QueryEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EventFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<EventOrder>;
};


export type QueryHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryImpactOfWithdrawingArgs = {
  asOf?: InputMaybe<AsOf>;
  source: Scalars['ID']['input'];
};


export type QueryMentionsArgs = {
  about?: InputMaybe<Array<Scalars['ID']['input']>>;
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  unresolved?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


export type QueryPathsArgs = {
  asOf?: InputMaybe<AsOf>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from: Scalars['ID']['input'];
  maxHops?: InputMaybe<Scalars['Int']['input']>;
  to: Scalars['ID']['input'];
};


export type QueryPlacesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  text?: InputMaybe<Scalars['String']['input']>;
};


export type QuerySearchArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  language?: InputMaybe<Scalars['LanguageTag']['input']>;
  text: Scalars['String']['input'];
  types?: InputMaybe<Array<SearchType>>;
};


export type QueryStatisticsArgs = {
  about?: InputMaybe<Array<Scalars['ID']['input']>>;
  asOf?: InputMaybe<AsOf>;
};


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

export type Rating = {
  best?: Maybe<Scalars['Float']['output']>;
  label: Scalars['String']['output'];
  value?: Maybe<Scalars['Float']['output']>;
  worst?: Maybe<Scalars['Float']['output']>;
};

export type RatingInput = {
  best?: InputMaybe<Scalars['Float']['input']>;
  label: Scalars['String']['input'];
  value?: InputMaybe<Scalars['Float']['input']>;
  worst?: InputMaybe<Scalars['Float']['input']>;
};

export type Recorded = {
  attribution?: Maybe<Attribution>;
  cursor: Scalars['String']['output'];
  revision: Revision;
};

export type RelationInput = {
  basis: Basis;
  from: Scalars['ID']['input'];
  kind: ClaimRelationKind;
  reason?: InputMaybe<Scalars['String']['input']>;
  to: Scalars['ID']['input'];
};

export type Relationship = {
  claim: Claim;
  direction: Direction;
  other: Entity;
  predicate: Scalars['String']['output'];
  when?: Maybe<Scalars['Edtf']['output']>;
};

export type RelationshipConnection = {
  edges: Array<RelationshipEdge>;
  nodes: Array<Relationship>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type RelationshipEdge = {
  cursor: Scalars['String']['output'];
  node: Relationship;
};

export type Revision = Node & {
  after?: Maybe<Scalars['String']['output']>;
  at: Scalars['DateTime']['output'];
  before?: Maybe<Scalars['String']['output']>;
  by: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  operation: RevisionOperation;
  reason?: Maybe<Scalars['String']['output']>;
  sequence: Scalars['Int']['output'];
  subject: Node;
};

export type RevisionConnection = {
  edges: Array<RevisionEdge>;
  nodes: Array<Revision>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type RevisionEdge = {
  cursor: Scalars['String']['output'];
  node: Revision;
};

export type RevisionOperation =
  | 'CORRECT'
  | 'JUDGE'
  | 'RECORD'
  | 'RELATE'
  | 'RESOLVE_MENTION'
  | 'RETRACT';

export type SearchConnection = {
  edges: Array<SearchEdge>;
  nodes: Array<SearchHit>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type SearchEdge = {
  cursor: Scalars['String']['output'];
  node: SearchHit;
};

export type SearchHit = {
  matched: Scalars['String']['output'];
  node: SearchResult;
  score: Scalars['Float']['output'];
};

export type SearchResult = Claim | Document | Event | Group | Organization | Person | Place | Thing | UnnamedSource;

export type SearchType =
  | 'CLAIM'
  | 'DOCUMENT'
  | 'EVENT'
  | 'GROUP'
  | 'ORGANIZATION'
  | 'PERSON'
  | 'PLACE'
  | 'THING'
  | 'UNNAMED_SOURCE';

export type SourceAccess =
  | 'BRIEFED'
  | 'FAMILIAR'
  | 'OFFICIAL'
  | 'PRESENT'
  | 'UNKNOWN';

export type Stance =
  | 'ASSERTS'
  | 'CONFIRMS'
  | 'CORRECTS'
  | 'DECLINES_TO_COMMENT'
  | 'DENIES'
  | 'EVADES'
  | 'NO_RESPONSE'
  | 'REPORTS'
  | 'RETRACTS';

export type StanceCount = {
  attributions: Scalars['Int']['output'];
  stance: Stance;
};

export type Standing =
  | 'CORROBORATED'
  | 'DENIED'
  | 'DISPUTED'
  | 'RETRACTED'
  | 'SINGLE_SOURCE'
  | 'UNATTRIBUTED';

export type StandingCount = {
  claims: Scalars['Int']['output'];
  standing: Standing;
};

export type StatedDate = {
  claim: Claim;
  when: Scalars['Edtf']['output'];
};

export type StatedPlace = {
  claim: Claim;
  place: Place;
};

export type Statistics = {
  actors: Scalars['Int']['output'];
  attributions: Scalars['Int']['output'];
  byMonth: Array<MonthCount>;
  byOutlet: Array<OutletCount>;
  byPredicate: Array<PredicateCount>;
  byStance: Array<StanceCount>;
  byStanding: Array<StandingCount>;
  claims: Scalars['Int']['output'];
  documents: Scalars['Int']['output'];
  events: Scalars['Int']['output'];
  ownVoiceOnly: Scalars['Int']['output'];
  unnamedSourcesOnly: Scalars['Int']['output'];
  unreadDocuments: Scalars['Int']['output'];
  unresolvedMentions: Scalars['Int']['output'];
};


export type StatisticsByMonthArgs = {
  clock?: InputMaybe<Clock>;
};


export type StatisticsByOutletArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type StatisticsByPredicateArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type Subscription = {
  recorded: Recorded;
};


export type SubscriptionRecordedArgs = {
  about?: InputMaybe<Array<Scalars['ID']['input']>>;
  after?: InputMaybe<Scalars['String']['input']>;
  stance?: InputMaybe<Array<Stance>>;
};

export type TextInput = {
  language: Scalars['LanguageTag']['input'];
  text: Scalars['String']['input'];
};

export type Thing = Entity & Node & {
  claims: ClaimConnection;
  id: Scalars['ID']['output'];
  identifiers: Array<Identifier>;
  kind: Scalars['String']['output'];
  name: Scalars['String']['output'];
  names: Array<Name>;
  relationships: RelationshipConnection;
  unresolvedMentions: Scalars['Int']['output'];
};


export type ThingClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ClaimOrder>;
};


export type ThingNameArgs = {
  language?: InputMaybe<Scalars['LanguageTag']['input']>;
};


export type ThingRelationshipsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  predicate?: InputMaybe<Array<Scalars['String']['input']>>;
  with?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type ThingInput = {
  id: Scalars['ID']['input'];
  identifiers?: InputMaybe<Array<IdentifierInput>>;
  kind: Scalars['String']['input'];
  names: Array<NameInput>;
};

export type TimelineConnection = {
  edges: Array<TimelineEdge>;
  nodes: Array<TimelineItem>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type TimelineEdge = {
  cursor: Scalars['String']['output'];
  node: TimelineItem;
};

export type TimelineItem = {
  claims: Array<Claim>;
  earliest?: Maybe<Scalars['DateTime']['output']>;
  flags: Array<Flag>;
  latest?: Maybe<Scalars['DateTime']['output']>;
  subject: TimelineSubject;
  when?: Maybe<Scalars['Edtf']['output']>;
};

export type TimelineSubject = Attribution | Claim | Event | Revision;

export type Undated =
  | 'EXCLUDE'
  | 'INCLUDE';

export type UnnamedSource = Actor & Entity & Node & {
  access: SourceAccess;
  attributions: AttributionConnection;
  claims: ClaimConnection;
  count: IntRange;
  description: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  identifiers: Array<Identifier>;
  name: Scalars['String']['output'];
  names: Array<Name>;
  relationships: RelationshipConnection;
  shieldedBy?: Maybe<Organization>;
  unresolvedMentions: Scalars['Int']['output'];
};


export type UnnamedSourceAttributionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AttributionFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<AttributionOrder>;
};


export type UnnamedSourceClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ClaimFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<ClaimOrder>;
};


export type UnnamedSourceNameArgs = {
  language?: InputMaybe<Scalars['LanguageTag']['input']>;
};


export type UnnamedSourceRelationshipsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<AsOf>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  predicate?: InputMaybe<Array<Scalars['String']['input']>>;
  with?: InputMaybe<Array<Scalars['ID']['input']>>;
};

export type ValueChange = {
  cited: Attribution;
  from: Scalars['String']['output'];
  slot: Scalars['String']['output'];
  to: Scalars['String']['output'];
};

export type Verdict =
  | 'DIFFERENT'
  | 'SAME'
  | 'UNSURE';

export type Visibility =
  | 'CONFIDENTIAL'
  | 'EMBARGOED'
  | 'INTERNAL'
  | 'PUBLIC';

export type WritePayload = {
  changed: Array<Node>;
  problems: Array<Problem>;
  replayed: Scalars['Boolean']['output'];
  revision?: Maybe<Revision>;
};

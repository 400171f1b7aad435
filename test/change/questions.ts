/** Mutations by name, with an answer that says what they changed. */
export const MUTATIONS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    record: '$bundle: BundleInput!, $idempotencyKey: String!',
    correct: '$input: CorrectInput!',
    retract: '$id: ID!, $reason: String!',
    accept: '$id: ID!, $reason: String!',
    relate: '$from: ID!, $to: ID!, $kind: ClaimRelationKind!, $basis: Basis!, $reason: String',
    judge: '$left: ID!, $right: ID!, $verdict: Verdict!, $reason: String',
    resolveMention: '$id: ID!, $entity: ID, $reason: String',
  }).map(([name, parameters]) => {
    const handed = [...parameters.matchAll(/\$(\w+)/g)].map(([, own]) => `${own}: $${own}`).join(', ');
    return [
      name,
      `mutation (${parameters}) { ${name}(${handed}) {
        revision { sequence at operation by reason before after subject { id } } changed { id }
        problems { code path message } replayed
      } }`,
    ];
  }),
);

const ATTRIBUTION = `id stance certainty saidAt quote actor { id name } document { id title publishedAt } claim { id }
  cites { id } citedBy { totalCount } retractedBy { id } changes { slot from to cited { id } }`;

const TRACED = `standing roots { id } life { change at attribution { id } }
  denials { attribution { id } covers { id } leavesOpen { id } }
  independence {
    newsrooms ultimateSources { min max } onRecord loops { id } dependsOn { id } readIn { id } coverage reasons
  }`;

/** The answers of a graph, in three operations: claims with all traced fields, the lists, and what rules find. */
export const QUESTIONS: readonly string[] = [
  `query ($asOf: AsOf) { claims(first: 50, asOf: $asOf, orderBy: { by: ATTRIBUTION_COUNT }) { totalCount nodes {
    id text predicate when value { text min } subject { id } object { id } about { id } partOf { id } parts { id }
    flags { kind message basis } relations { kind from { id } to { id } basis }
    attributions(first: 20) { totalCount nodes { ${ATTRIBUTION} } } ${TRACED}
  } } }`,
  `query ($asOf: AsOf) {
    actors(first: 50, asOf: $asOf, orderBy: { by: ATTRIBUTION_COUNT }) { totalCount nodes {
      id name names { text } claims(first: 9) { totalCount } attributions(first: 9) { totalCount nodes { id } }
      ... on Organization { kind publisherFamily { id } documents(first: 9) { nodes { id } } }
      ... on UnnamedSource { count { min max } shieldedBy { id } }
    } }
    documents(first: 50, asOf: $asOf, orderBy: { by: ATTRIBUTION_COUNT }) { totalCount nodes {
      id title publishedAt read publisher { id } authors { id } flags { kind message }
      derivedFrom { document { id } kind }
    } }
    events(first: 50, asOf: $asOf, orderBy: { by: WHEN }) { totalCount nodes {
      id kind when dates { when claim { id } } participants(first: 9) { nodes { role entity { id } } }
    } }
    said: whoReported(first: 50, asOf: $asOf, orderBy: { by: SAID_AT }) { totalCount nodes { id saidAt } }
    cited: whoReported(first: 50, asOf: $asOf, orderBy: { by: CITED_COUNT }) { nodes { id } }
    disputed: claims(first: 50, asOf: $asOf, filter: { standing: [DISPUTED, DENIED] }) { nodes { id } }
  }`,
  `query ($asOf: AsOf) {
    contradictions(first: 50, asOf: $asOf) { totalCount nodes {
      kind reason claims { id } sides { claim { id } affirms actors { id } attributions { id } }
    } }
    statistics(asOf: $asOf) {
      claims attributions actors documents events unreadDocuments unnamedSourcesOnly ownVoiceOnly
      byStanding { standing claims } byStance { stance attributions }
    }
    timeline(about: ["event:talk", "event:march", "person:a"], clock: EVENT, asOf: $asOf) { nodes {
      when subject { ... on Claim { id } ... on Event { id } } claims { id }
    } }
  }`,
];

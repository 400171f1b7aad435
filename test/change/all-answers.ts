import type { Ask } from '../ask.ts';

const PAGE = 'first: 100';
const OPPOSED = 'relations(kind: [CONTRADICTS, CONTRARY_TO]) { kind from { id } to { id } by }';
const SIDES = 'kind reason sides { claim { id } affirms actors { id } attributions { id } }';

const OF_ACTORS = `kind: __typename id name names { text language kind } identifiers { scheme value } unresolvedMentions
  claims(${PAGE}) { totalCount nodes { id } } attributions(${PAGE}) { totalCount nodes { id } }
  ... on Organization { sort: kind publisherFamily { id } documents(${PAGE}) { nodes { id } } }
  ... on UnnamedSource { description count { min max } access shieldedBy { id } }
  ... on Group { size { min max } }`;

/** Questions that name no id: those about the present alone, and those as of any time. */
const PRESENT = [
  `{ actors(${PAGE}) { totalCount nodes { ${OF_ACTORS} } } }`,
  `{ actors(${PAGE}) { nodes { id relationships(${PAGE}) { totalCount nodes { predicate direction other { id name } claim { id } } } } } }`,
  `{ places(${PAGE}) { nodes { id kind names { text kind } claims(${PAGE}) { totalCount } } } }`,
  `{ mentions(${PAGE}) { nodes { id text resolved: entity { id } candidates { id } } } }`,
];
const ANY_TIME = (asOf: string) => [
  `{ events(${PAGE}${asOf}) { nodes { id kind name names { text kind } claims(${PAGE}) { nodes { id } } } } }`,
  `{ claims(${PAGE}${asOf}) { totalCount nodes { id participants { role entity { id } } standing ${OPPOSED} flags { kind message }
     subject { id name } object { id name names { text } claims(first: 5) { totalCount } } about { id identifiers { value } } } } }`,
  `{ claims(${PAGE}${asOf}) { nodes { id roots { id actor { id } } denials { attribution { id } }
     independence { newsrooms onRecord ultimateSources { min max } coverage dependsOn { id } } } } }`,
  `{ whoReported(${PAGE}${asOf}) { totalCount nodes { id actor { id name attributions(first: 9) { totalCount nodes { id } } } retractedBy { id } } } }`,
  `{ documents(${PAGE}${asOf}) { nodes { id publisher { id publisherFamily { id } } authors { id } flags { kind message } } } }`,
  `{ contradictions(${PAGE}${asOf}) { totalCount nodes { id ${SIDES} } } }`,
];

/** All answers of a graph now. */
export async function allAnswers(ask: Ask): Promise<unknown[]> {
  return [...(await answersTo(ask, PRESENT)), ...(await answersTo(ask, ANY_TIME('')))];
}

/** All answers as of a record time in milliseconds, or of the present without one. */
export async function allAnswersAsOf(ask: Ask, recorded: number | null): Promise<unknown[]> {
  return answersTo(
    ask,
    ANY_TIME(recorded === null ? '' : `, asOf: { recorded: "${new Date(recorded).toISOString()}" }`),
  );
}

async function answersTo(ask: Ask, questions: readonly string[]): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const question of questions) {
    const { data, errors } = await ask(question);
    if (errors) throw new Error(`${question}\n${JSON.stringify(errors)}`);
    answers.push(sorted(data));
  }
  return answers;
}

/** Lists are compared in any order: contradictions are sorted by when they were found. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(sorted).sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sorted(inner)]));
}

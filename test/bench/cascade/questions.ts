import { buildSchema } from 'graphql';
import { readContract } from '../../../src/graphql/schema.ts';
import { claimId, HUB, kindOf, outletId, outletsOf, peopleOf, personId, type Size } from './size.ts';

/** A question of the product, with whom or what it is asked about; one after the other, over and over. */
export interface Question {
  readonly name: string;
  readonly query: string;
  readonly subjects: ReadonlyArray<Readonly<Record<string, unknown>>>;
}

/** Claims, outlets and people that a question is asked about. */
const SUBJECTS = 100;

const SAID = 'nodes { id stance saidAt actor { id name } document { id title publisher { id name } } }';

const QUERIES = {
  independence: `query($id: ID!) { node(id: $id) { ... on Claim { id independence {
  newsrooms ultimateSources { min max } onRecord coverage reasons dependsOn { id } loops { id }
} } } }`,
  chains: 'query($id: ID!) { node(id: $id) { ... on Attribution { id chains { id actor { id name } } } } }',
  whoReported: `query($id: ID!) { whoReported(claim: $id, first: 50) { ${SAID} } }`,
  attributions: `query($id: ID!) { claims(filter: {ids: [$id]}) { nodes { id text attributions(first: 50) { ${SAID} } } } }`,
  impact: `query($id: ID!) { impactOfWithdrawing(source: $id) {
  losesEveryRoot { id } losesOnRecord { id } fallsToOneNewsroom { id } truncated
} }`,
  timeline: `query($id: ID!) { timeline(about: [$id], first: 50) { edges { cursor } } }`,
  timelineSaid: `query($id: ID!) { timeline(about: [$id], clock: SAID, first: 50) { edges { cursor } } }`,
  paths: `query($id: ID!, $to: ID!) { paths(from: $id, to: $to) { length hops { to { id } claim { id } } } }`,
};

/** The question whose times are compared between the sizes. */
export const COMPARED = 'independence, claim of 20';

/** All questions that the schema has fields for; `lastOf` gives the last attribution of a claim, whose chains are long. */
export async function questions(size: Size, lastOf: (claim: string) => Promise<string>): Promise<Question[]> {
  const claims = claimsOf(size);
  const ofClaims = (name: keyof typeof QUERIES, called: string): Question[] =>
    Object.entries(claims).map(([kind, ids]) => question(`${called}, claim of ${kind}`, name, ids));
  const ends: string[] = [];
  for (const claim of claims['20']) ends.push(await lastOf(claim));
  const last = [await lastOf(claims['10,000'][0] as string)];
  const fields = buildSchema(readContract()).getQueryType()?.getFields() ?? {};
  const entities = { 'a person': middle(peopleOf(size), personId), 'the hub': [HUB.id] };
  const ofEntities = (name: keyof typeof QUERIES, called: string): Question[] =>
    Object.entries(entities).map(([kind, ids]) => question(`${called}, ${kind}`, name, ids));
  return [
    ...ofClaims('independence', 'independence'),
    question('chains, claim of 20', 'chains', ends),
    question('chains, claim of 10,000', 'chains', last),
    ...ofClaims('whoReported', 'whoReported'),
    ...ofClaims('attributions', 'claims/attributions'),
    question('impactOfWithdrawing, a small outlet', 'impact', smallest(outletsOf(size), outletId)),
    question('impactOfWithdrawing, the hub', 'impact', [HUB.id]),
    ...('timeline' in fields
      ? [...ofEntities('timeline', 'timeline'), ...ofEntities('timelineSaid', 'timeline SAID')]
      : []),
    ...('paths' in fields ? pathQuestions(size) : []),
  ];
}

/** From a person to the next one, and from the hub to people. */
function pathQuestions(size: Size): Question[] {
  const people = middle(peopleOf(size), personId);
  const between = (from: (index: number) => string) =>
    people.map((to, index) => ({ id: from(index), to }) as const).filter(({ id, to }) => id !== to);
  return [
    {
      name: 'paths, two people',
      query: QUERIES.paths,
      subjects: between((index) => people[(index + 1) % people.length] as string),
    },
    { name: 'paths, the hub and a person', query: QUERIES.paths, subjects: between(() => HUB.id) },
  ];
}

function question(name: string, query: keyof typeof QUERIES, ids: readonly string[]): Question {
  return { name, query: QUERIES[query], subjects: ids.map((id) => ({ id })) };
}

function claimsOf({ claims }: Size): Record<'20' | 'some hundred' | '10,000', string[]> {
  const all = Array.from({ length: claims }, (_, index) => index);
  const some = (kind: ReturnType<typeof kindOf>) => spread(all.filter((index) => kindOf(index) === kind)).map(claimId);
  return { '20': some('twenty'), 'some hundred': some('hundreds'), '10,000': some('largest') };
}

/** Evenly from a list. */
function spread(all: readonly number[]): number[] {
  const step = Math.max(1, Math.floor(all.length / SUBJECTS));
  return all.filter((_, place) => place % step === 0).slice(0, SUBJECTS);
}

/** From the middle of a list by a power law: neither the most nor the least frequent. */
function middle(count: number, id: (index: number) => string): string[] {
  return Array.from({ length: SUBJECTS }, (_, index) => id(Math.floor(count / 20) + index));
}

/** From the end of a list by a power law: the smallest. */
function smallest(count: number, id: (index: number) => string): string[] {
  return Array.from({ length: SUBJECTS }, (_, index) => id(count - 1 - index));
}

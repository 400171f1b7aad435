import { describe, expect, it } from 'vitest';
import { query } from '../src/resolvers.ts';
import { askingSeed } from './ask.ts';
import { embeddedOnly } from './engines.ts';

const FRAGMENTS: Readonly<Record<string, string>> = {
  Attributed: `on Attribution {
    id stance saidAt quote sources { min max } actor { id name } document { id title publisher { name } }
    claim { id text } cites { id actor { name } } changes { slot from to cited { id } }
  }`,
  Named:
    'on Entity { id name names { text kind } unresolvedMentions claims(first: 2) { totalCount nodes { id text } } }',
  Claimed: `on Claim {
    id text predicate when subject { id name } participants { role entity { id } } parts { id text }
    relations { kind to { id } } flags { kind message } standing
    attributions(first: 2) { totalCount nodes { stance actor { name } } }
  }`,
  Printed: 'on Document { id title publishedAt publisher { id name } flags { kind } }',
  Followed: 'on Attribution { ...Attributed chains(first: 3) { id actor { name } document { title } } }',
  Traced: `on Claim {
    id text standing
    roots { id actor { name } document { title publisher { name } } claim { id } }
    independence {
      newsrooms ultimateSources { min max } onRecord loops { id } dependsOn { id name } readIn { id title } coverage
      reasons
    }
    denials { attribution { actor { name } } covers { text parts { id } } leavesOpen { text } }
    life { change at attribution { actor { name } } }
    attributions(first: 2) { nodes { id chains { id } } }
  }`,
};

/** A question with the fragments that it spreads. */
function whole(question: string): string {
  const used = new Map<string, string>();
  const add = (text: string) => {
    for (const [, name = ''] of text.matchAll(/\.\.\.(\w+)/g)) {
      const fragment = FRAGMENTS[name];
      if (!fragment || used.has(name)) continue;
      used.set(name, `fragment ${name} ${fragment}`);
      add(fragment);
    }
  };
  add(question);
  return [question, ...used.values()].join('\n');
}

const ABOUT = '["person:nicolas-maduro", "person:delcy-rodriguez"]';

const page = (name: string, node: string, args = '') =>
  `query ($first: Int) { ${name}(first: $first${args}) { totalCount pageInfo { hasNextPage } edges { cursor node { ${node} } } } }`;

/** A question to each root field, with all traced fields that it allows, and the statements that it takes. */
const QUESTIONS: Readonly<Record<string, readonly [question: string, statements: number]>> = {
  node: ['{ node(id: "claim:amnesty") { ...Traced } }', 3],
  nodes: [
    `{ nodes(ids: ["claim:deal", "claim:amnesty", "attribution:maduro-denies-amnesty", "person:cilia-flores", "document:reuters-report"]) {
      ...Traced ...Followed ...Named ...Printed
    } }`,
    3,
  ],
  entity: ['{ entity(id: "event:call") { ...Named traced: claims(first: 3) { nodes { ...Traced } } } }', 3],
  actors: [page('actors', '...Named traced: claims(first: 2) { nodes { ...Traced } }'), 3],
  places: [page('places', '...Named traced: claims(first: 2) { nodes { ...Traced } }'), 3],
  events: [page('events', '...Named traced: claims(first: 2) { nodes { ...Traced } }'), 3],
  documents: [page('documents', '...Printed attributions(first: 2) { nodes { ...Followed claim { ...Traced } } }'), 3],
  claims: [page('claims', '...Traced', ', filter: { standing: [SINGLE_SOURCE, DISPUTED] }'), 3],
  whoReported: [page('whoReported', '...Followed claim { ...Traced }', ', filter: { rootsOnly: true }'), 3],
  contradictions: [
    page(
      'contradictions',
      'id reason claims { ...Claimed } sides { claim { ...Claimed } actors { ...Named } attributions { ...Attributed } }',
    ),
    1,
  ],
  mentions: [page('mentions', 'id text document { ...Printed } candidates { ...Named } entity { ...Named }'), 1],
  impactOfWithdrawing: [
    `{ impactOfWithdrawing(source: "organization:reuters") {
      source { ...Named } losesEveryRoot { ...Claimed } losesOnRecord { ...Claimed } fallsToOneNewsroom { ...Claimed }
      truncated
    } }`,
    3,
  ],
  paths: [
    `{ paths(from: "person:cilia-flores", to: "person:donald-trump") {
      length hops { from { ...Named } to { ...Named } claim { ...Claimed } attributions { nodes { ...Attributed } } }
    } }`,
    2,
  ],
  search: [page('search', 'score matched node { ...Claimed ...Named ...Printed }', ', text: "amnesty"'), 2],
  statistics: [
    `{ statistics(about: ${ABOUT}) {
      claims attributions actors documents events unreadDocuments unresolvedMentions unnamedSourcesOnly ownVoiceOnly
      byStanding { standing claims } byStance { stance attributions } byPredicate { predicate claims }
      byOutlet { outlet { ...Named } claims } byMonth { month claims } event: byMonth(clock: EVENT) { month claims }
    } }`,
    2,
  ],
  history: [
    page('history', 'sequence operation by before after subject { ...Claimed ...Named }', ', id: "claim:amnesty"'),
    2,
  ],
  timeline: [
    page('timeline', 'when claims { ...Claimed } flags { kind } subject { ...Claimed ...Named }', `, about: ${ABOUT}`),
    2,
  ],
};

/** Questions with a place for claims, and the statements that they take where nothing is traced. */
const LEVELS: Readonly<Record<string, readonly [question: string, statements: number]>> = {
  claims: ['query ($first: Int) { claims(first: $first) { nodes { $nested } } }', 1],
  contradictions: ['query ($first: Int) { contradictions(first: $first) { nodes { claims { $nested } } } }', 1],
  search: [
    'query ($first: Int) { search(first: $first, text: "amnesty", types: [CLAIM]) { nodes { node { ... on Claim { $nested } } } } }',
    2,
  ],
  timeline: [`query ($first: Int) { timeline(about: ${ABOUT}, first: $first) { nodes { claims { $nested } } } }`, 2],
  paths: [
    'query ($first: Int) { paths(from: "person:cilia-flores", to: "person:donald-trump", first: $first) { hops { claim { $nested } } } }',
    2,
  ],
  impactOfWithdrawing: ['{ impactOfWithdrawing(source: "organization:reuters") { losesEveryRoot { $nested } } }', 3],
  statistics: [
    '{ statistics { byOutlet(first: 2) { outlet { attributions(first: 1) { nodes { claim { $nested } } } } } } }',
    2,
  ],
};

describe.each(embeddedOnly)('the statements of a root field on $name', (tested) => {
  const ask = askingSeed(tested);

  it('are counted for every root field', () => {
    expect(Object.keys(QUESTIONS).sort()).toEqual(Object.keys(query).sort());
  });

  it.each(Object.entries(QUESTIONS))('%s takes no more, the larger the page', async (_name, [question, most]) => {
    const counts = [];
    for (const first of [0, 1, 5]) {
      const { errors, statements } = await ask(whole(question), { first });
      expect(errors).toBeUndefined();
      counts.push(statements.length);
    }
    expect(counts.at(-1)).toBe(most);
    expect(Math.max(...counts)).toBe(most);
    expect(most).toBeLessThanOrEqual(3);
  });

  it.each(Object.entries(LEVELS))('%s take two more for each level of tracing', async (_name, [question, levels]) => {
    const base = (await ask(question.replaceAll(/\$nested/g, 'id'), { first: 5 })).statements.length;
    const nested = (depth: number): string =>
      depth === 0 ? 'id' : `id roots { chains { id } claim { ${nested(depth - 1)} } } life { attribution { id } }`;
    for (const depth of [1, 2]) {
      const { errors, statements } = await ask(question.replaceAll(/\$nested/g, nested(depth)), { first: 5 });
      expect(errors).toBeUndefined();
      // The chains of roots stand one level below them.
      expect(statements).toHaveLength(base + 2 * (depth + 1));
    }
    expect(base).toBe(levels);
  });

  it('are three for a list that is filtered by what is traced, and as few where nothing is traced', async () => {
    const traced = await ask(
      '{ claims(filter: { standing: [DISPUTED], unnamedSourcesOnly: true }, asOf: { said: "2025-12-01" }) { nodes { id standing } } }',
    );
    expect(traced.errors).toBeUndefined();
    expect(traced.statements).toHaveLength(3);
    const stored = await ask('{ claims(filter: { standing: [DISPUTED] }) { nodes { id standing } } }');
    expect(stored.statements).toHaveLength(1);
  });
});

import { Chance } from '../bench/random.ts';
import { ask, pause } from './ask.ts';
import type { Tally } from './tally.ts';
import type { Target } from './target.ts';

/** The questions of a reader on a usual day; `$id` is somebody much spoken of. */
const QUESTIONS: Readonly<Record<string, string>> = {
  'a claim with who said it': `query ($id: ID!) { node(id: "claim:c1") { ... on Claim { text standing
    attributions(first: 20) { nodes { stance saidAt actor { id name } document { id title } } } } }
    about: entity(id: $id) { name } }`,
  'the newest claims of somebody': `query ($id: ID!) { entity(id: $id) { name
    claims(first: 20) { nodes { id text standing } } } }`,
  'how many sources': `query ($id: ID!) { entity(id: $id) { claims(first: 5) { nodes { id
    independence { newsrooms ultimateSources { min max } onRecord reasons } roots { id } } } } }`,
  'who reported it': 'query ($id: ID!) { whoReported(about: [$id], first: 20) { nodes { id actor { name } } } }',
  'a timeline': 'query ($id: ID!) { timeline(about: [$id], clock: SAID, first: 20) { nodes { when claims { id } } } }',
  'a search': 'query ($id: ID!) { search(text: "daily 1", first: 10) { nodes { matched } } entity(id: $id) { id } }',
  'as of an earlier date': `query ($id: ID!) { entity(id: $id) { claims(first: 10, asOf: { said: "2025-01" }) {
    nodes { id standing } } } }`,
};

/** How long a reader thinks between questions, and waits for a server that is away, in milliseconds. */
const THINKS = 50;
const AGAIN = 500;

/** Asks one question after the other until the end. */
export async function readOn(target: Target, tally: Tally, seed: number, isOver: () => boolean): Promise<void> {
  const chance = new Chance(seed);
  const names = Object.keys(QUESTIONS);
  while (!isOver()) {
    const name = chance.of(names);
    const start = performance.now();
    const id = chance.hit(0.5) ? `person:p${chance.below(300)}` : `organization:i${chance.below(100)}`;
    const answer = await ask(target.url, QUESTIONS[name] as string, { id });
    tally.answered(name, start, answer);
    await pause(answer.status === 0 ? AGAIN : THINKS);
  }
}

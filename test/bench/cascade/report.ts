import { count, milliseconds, ratio, table } from '../markdown.ts';
import { percentile } from '../measure.ts';
import { type Aim, aimed, type Part, today } from '../part.ts';
import type { Figures, Line } from './measure.ts';
import { COMPARED } from './questions.ts';
import { HUB, LARGEST, outletsOf, peopleOf, type SizeName } from './size.ts';

/** The longest that anything may take, in milliseconds. */
const LONGEST = 5_000;

/** The most that the compared question may take in the large cascade, in times of the small one. */
const GROWTH = 1.5;

type All = Partial<Record<SizeName, Figures>>;

/** What the page says of the cascade. */
export function partOfCascade(all: All, machine: string): Part {
  const present = Object.values(all);
  return {
    name: 'cascade',
    numbers: all.large ? [numberOf(all.large)] : [],
    aims: aimsOf(all),
    section: sectionOf(present),
    run: `Written by \`npm run bench -- --cascade\` on ${today()}: ${machine}.
Load average ${present[0]?.load.join(' before and ')} after.`,
  };
}

const p95Of = ({ lines }: Figures) => lines.find(({ name }) => name === COMPARED)?.p95 ?? Number.NaN;

const longestOf = ({ lines }: Figures) => Math.max(...lines.map(({ most }) => most));

const inSeconds = (value: number) => `${(value / 1_000).toFixed(1)} s`;

function numberOf(large: Figures): string {
  const longest = longestOf(large);
  const refused = large.lines.flatMap(({ name, errors }) =>
    errors.length > 0 ? `"${name}" (${errors.join(', ')})` : [],
  );
  const unanswered = refused.length === 0 ? '' : `; all got an answer but ${refused.join(' and ')}`;
  return `Among ${count(large.size.attributions)} attributions, \`independence\` of a claim with 20 of them takes \
${milliseconds(p95Of(large))} ms at the 95th percentile, and none of ${large.lines.length} kinds of questions took longer than \
${inSeconds(longest)} ${aimed('at most 5 s', longest <= LONGEST)}${unanswered}.`;
}

function aimsOf({ small, large }: All): Aim[] {
  const longest = [small, large].flatMap((one) => one ?? []).map(longestAim);
  if (!small || !large) return longest;
  const growth = p95Of(large) / p95Of(small);
  const sizes = [large, small].map(({ size }) => count(size.attributions));
  return [
    {
      measured: `"${COMPARED}" among ${sizes[0]}, p95`,
      ours: `${milliseconds(p95Of(large))} ms`,
      comparedWith: `${milliseconds(p95Of(small))} ms, among ${sizes[1]}`,
      ratio: ratio(growth),
      aim: `at most ${GROWTH}`,
      isMet: growth <= GROWTH,
    },
    ...longest,
  ];
}

function longestAim(figures: Figures): Aim {
  const { lines } = figures;
  const slow = lines.filter(({ most }) => most > LONGEST).map(({ name }) => `"${name}"`);
  const answered = lines.filter(({ errors }) => errors.length === 0).length;
  const notes = [
    ...slow,
    ...(answered < lines.length ? [`${answered} of ${lines.length} kinds of questions were answered`] : []),
  ];
  return {
    measured: `The longest answer among ${count(figures.size.attributions)}`,
    ours: `${inSeconds(longestOf(figures))}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`,
    comparedWith: '',
    ratio: '',
    aim: 'at most 5 s',
    isMet: longestOf(figures) <= LONGEST,
  };
}

function sectionOf(present: readonly Figures[]): string {
  return `The archive is made up, in two sizes, each in a Neo4j of its own. Questions are asked in process through GraphQL, without
HTTP. Both databases run together; questions and sizes take turns, and each round is about another claim, outlet or person where
there are several. Warm-up rounds are not counted.

${present.map(describe).join('\n')}

In both, ${count(HUB.attributions)} attributions are those of one hub agency, and half of the other relays on its claims cite it. One
claim has ${count(LARGEST)} attributions. Two claims of a hundred have exactly 20 (the hub is on the way in all that are asked for), one
of five hundred has 200 to 500. Claims are relayed up to 8 hops deep. There are uncredited copies, circles, denials, unnamed sources
that outlets shield, publishers with four outlets each, and documents without dates. The data are stored with the same rows and
views as every load, but without its checks and without marks (standing, roots, what a claim rests on), which no question here
reads.

${present.map(tableOf).join('\n\n')}

The first answer to "${COMPARED}" on an empty plan cache, where Neo4j has to plan the statements:
${present.map(coldOf).join('; ')}.

Database hits of one answer to "${COMPARED}" (all its statements, by PROFILE), which no other work on the machine changes:
${present.map(hitsOf).join('; ')}.`;
}

function describe({ size, filled }: Figures): string {
  const stored = filled === null ? '' : `; stored in ${filled.toFixed(0)} s`;
  return `- **${size.name}** (seed ${size.seed}): ${count(size.claims)} claims, ${count(size.attributions)} attributions, ${count(outletsOf(size))} outlets, ${count(peopleOf(size))} people${stored}`;
}

function tableOf({ size, lines }: Figures): string {
  const head = [
    `${count(size.attributions)} attributions`,
    'runs',
    'about',
    'p50 ms',
    'p95 ms',
    'longest ms',
    'answered by',
  ];
  const cells = ({ name, runs, subjects, p50, p95, most, errors }: Line) => [
    name,
    String(runs),
    String(subjects),
    ...[p50, p95, most].map(milliseconds),
    errors.length > 0 ? errors.join(', ') : 'data',
  ];
  return table(head, lines.map(cells));
}

function coldOf({ size, cold }: Figures): string {
  const [least, most] = [Math.min(...cold), Math.max(...cold)];
  return `${size.name}: ${milliseconds(percentile(cold, 50))} ms (${milliseconds(least)} to ${milliseconds(most)})`;
}

function hitsOf({ size, hits }: Figures): string {
  return `${size.name}: ${count(hits.p50)} at the median, ${count(hits.most)} at most`;
}

import { percentile } from '../measure.ts';
import { milliseconds, table } from '../report.ts';
import type { Figures, Line } from './measure.ts';
import { COMPARED } from './questions.ts';
import { HUB, LARGEST, outletsOf, peopleOf, type SizeName } from './size.ts';

/** The heading under which the section stands in the documentation. */
export const HEADING = '## A news cascade of a million attributions';

/** The longest that anything may take, in milliseconds. */
const LONGEST = 5_000;

type All = Partial<Record<SizeName, Figures>>;

/** The section of the documentation. */
export function sectionOf(all: All, machine: string): string {
  const present = Object.values(all);
  return `${HEADING}

Written by \`npm run bench -- --cascade\` on ${new Date().toISOString().slice(0, 10)}: ${machine}.
Load average: ${present[0]?.load.join(' before, ')} after.

${verdicts(all).join('\n')}

A made-up archive in two sizes, each in a Neo4j of its own, asked in process through GraphQL, without HTTP. Both run
together, questions and sizes take turns, each round about another claim, outlet or person where there are several;
warm-up rounds are not counted.

${present.map(describe).join('\n')}

In both, ${count(HUB.attributions)} attributions are those of one hub agency, half of whose claims' other relays cite it, and one claim has
${count(LARGEST)} attributions. Two claims of a hundred have 20 attributions exactly (the hub is on the way in all that are asked
for), one of five hundred has 200 to 500. Words are passed on up to 8 hops deep; there are uncredited copies, circles, denials,
unnamed sources that outlets shield, publishers with four outlets each, and documents without dates.
They are stored by the same rows and views as every load, without its checks and without marks (standing, roots, who a claim
rests on), which no question here reads.

${present.map(tableOf).join('\n\n')}

The first answer to "${COMPARED}" on an empty plan cache, which Neo4j has to plan its statements for:
${present.map(coldOf).join('; ')}.

What Neo4j looks up for one answer to "${COMPARED}" (db hits of all its statements, by PROFILE),
which nothing else on the machine changes: ${present.map(hitsOf).join('; ')}.
`;
}

function describe({ size, filled }: Figures): string {
  const stored = filled === null ? '' : `; stored in ${filled.toFixed(0)} s`;
  return `- **${size.name}** (seed ${size.seed}): ${count(size.claims)} claims, ${count(size.attributions)} attributions, ${count(outletsOf(size))} outlets, ${count(peopleOf(size))} people${stored}`;
}

function verdicts({ small, large }: All): string[] {
  const met = (isMet: boolean) => (isMet ? 'met' : 'not met');
  const lines: string[] = [];
  if (small && large) {
    const p95 = ({ lines }: Figures) => lines.find(({ name }) => name === COMPARED)?.p95 ?? Number.NaN;
    const ratio = p95(large) / p95(small);
    lines.push(`- p95 of "${COMPARED}", large by small: ${ratio.toFixed(2)} (aim: at most 1.5): ${met(ratio <= 1.5)}`);
  }
  for (const { size, lines: measured } of [small, large].flatMap((one) => one ?? [])) {
    const slow = measured.filter(({ most }) => most > LONGEST).map(({ name }) => name);
    const most = Math.max(...measured.map(({ most }) => most));
    const which = slow.length > 0 ? ` (${slow.join('; ')})` : '';
    lines.push(
      `- ${size.name}: the longest took ${(most / 1_000).toFixed(1)} s (aim: at most 5): ${met(most <= LONGEST)}${which}`,
    );
  }
  return lines;
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
  return `${size.name}: ${count(hits.p50)} in the middle, ${count(hits.most)} at most`;
}

function count(value: number): string {
  return value.toLocaleString('en');
}

import { count, ratio, table } from '../markdown.ts';
import { type Aim, aimed, type Part, today } from '../part.ts';
import type { Trial } from './run.ts';

/** The least that bare statements may take, in times of the import. */
const AIM = 0.7;

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 1 : 0)} s`;

const rateOf = ({ bare, import: imported }: Trial) => bare / imported;

/** What the page says of imports: each trial beside bare statements, and the embedded engine by tenths. */
export function partOfImports(trials: readonly Trial[], tenths: readonly number[], machine: string): Part {
  return {
    name: 'imports',
    numbers: numbersOf(trials),
    aims: trials.map(aimOf),
    section: sectionOf(trials, tenths),
    run: `Written by \`npm run bench -- --import …\` on ${today()}: ${machine}.`,
  };
}

/** A sentence about the largest trial. */
function numbersOf(trials: readonly Trial[]): string[] {
  const [largest] = [...trials].sort((one, other) => other.attributions - one.attributions);
  if (!largest) return [];
  return [
    `An import of ${count(largest.attributions)} attributions into Neo4j takes ${seconds(largest.import)} with all its checks, at \
${ratio(rateOf(largest))} of the speed of bare statements that write the same graph \
${aimed(`at least ${AIM}`, rateOf(largest) >= AIM)}.`,
  ];
}

function aimOf(trial: Trial): Aim {
  return {
    measured: `Import of ${count(trial.attributions)} attributions`,
    ours: seconds(trial.import),
    comparedWith: `${seconds(trial.bare)}, bare statements`,
    ratio: `${ratio(rateOf(trial))} of their speed`,
    aim: `at least ${AIM}`,
    isMet: rateOf(trial) >= AIM,
  };
}

function sectionOf(trials: readonly Trial[], tenths: readonly number[]): string {
  const head = [
    'Attributions',
    'Nodes, edges',
    'Import',
    'Read, checked, written',
    'Bare',
    'Rate',
    "Importer's peak memory",
  ];
  const rows = trials.map((one) => [
    count(one.attributions),
    `${count(one.nodes)}, ${count(one.edges)}`,
    seconds(one.import),
    `${seconds(one.reading)}, ${seconds(one.checking)}, ${seconds(one.writing)}`,
    seconds(one.bare),
    ratio(rateOf(one)),
    `${one.memory.toFixed(0)} MB`,
  ]);
  return `The input is the archive described under [reads](#what-is-compared), in several sizes, as NDJSON with one record a line. An
import is what \`claimgraph import\` does with it, into an empty Neo4j: it reads and checks everything first, then writes. "Bare"
writes the very same nodes and edges into another empty Neo4j, from rows that were made before, with \`UNWIND\` statements of 5,000
rows, one transaction each. Both databases have just been started. The rate is the bare time divided by the import time; the aim is
${AIM}.

${table(head, rows, '---')}

Into the embedded engine, the tenths of an import of 100,000 after the first took ${tenths.map(seconds).join(', ')}.`;
}

import { server } from '../bench/machine.ts';
import { count, milliseconds, table } from '../bench/markdown.ts';
import { percentile } from '../bench/measure.ts';
import { today } from '../bench/part.ts';
import { BOUNDS } from '../fuzz/bounds.ts';
import type { Fuzzing } from './fuzzing.ts';
import { HOSTILE } from './hostile.ts';
import type { Soaked } from './run.ts';

export type PartName = 'embedded' | 'neo4j' | 'fuzz';

/** What one run puts on the page; `isHeld` where nothing was that should not have been. */
export interface Part {
  readonly name: PartName;
  readonly isHeld: boolean;
  readonly section: string;
}

const HEAP = '2 GB';

export function partOfSoak(soaked: Soaked): Part {
  const { engine, minutes, wrong, checked, faults, logged } = soaked;
  const isHeld = wrong.size === 0 && logged.other === 0;
  const changes = checked.records + checked.corrections + checked.retractions;
  const lost =
    checked.wrong.length === 0 ? 'nothing was lost and nothing was doubled' : 'the record was **not** as acknowledged';
  const faultCount = [...faults.values()].reduce((sum, one) => sum + one, 0);
  return {
    name: engine,
    isHeld,
    section: `In ${minutes} minutes with ${count(faultCount)} faults, ${lost}: ${count(changes)} changes were acknowledged and looked up again.
${isHeld ? 'No answer was without a code, and no connection broke without a fault.' : `**Not held:**\n\n${wrongList(soaked)}`}

${table(['', 'Seen'], rowsOf(soaked), '---')}

Beside this, all the time: ${HOSTILE.map(({ name }) => name).join('; ')}.

Written by \`npm run soak -- --engine ${engine} --minutes ${minutes} --attributions ${soaked.attributions} --out docs/reliability.md\` on ${today()}: ${machineOf(engine)}.
Clients, database and server shared the machine; its load average was ${soaked.load} at the end.`,
  };
}

function machineOf(engine: Soaked['engine']): string {
  const all = server(HEAP).split(', ');
  return (engine === 'neo4j' ? all : all.filter((one) => !/^(Java|Neo4j)/.test(one))).join(', ');
}

function wrongList({ wrong, logged }: Soaked): string {
  const lines = [...wrong].slice(0, 20).map(([what, times]) => `- ${what} (${count(times)} times)`);
  return [...lines, ...(logged.other > 0 ? [`- ${logged.other} lines of the log were no JSON`] : [])].join('\n');
}

function rowsOf(soaked: Soaked): string[][] {
  const { attributions, requests, hostileRequests, cut, codes, reads, writes, faults, memory, checked, logged } =
    soaked;
  const megabytes = (value: number) => `${Math.round(value)} MB`;
  const times = ({ p50, p95 }: Soaked['reads']) =>
    `${milliseconds(p50)} ms at the median, ${milliseconds(p95)} ms at the 95th percentile`;
  return [
    ['Graph at the start', `${count(attributions)} attributions`],
    ['Requests of readers and writers', count(requests)],
    ['Answers to hostile clients', count(hostileRequests)],
    ['Normal questions, away from faults', `${count(reads.count)}: ${times(reads)}`],
    ['Changes, away from faults', `${count(writes.count)}: ${times(writes)}`],
    ['Faults survived', [...faults].map(([name, times]) => `${count(times)} × ${name}`).join('; ') || 'none'],
    ['Requests cut off or refused while the server was away', count(cut)],
    [
      'Errors that readers and writers got',
      [...codes].map(([code, times]) => `${count(times)} × \`${code}\``).join(', ') || 'none',
    ],
    [
      'Acknowledged and found once',
      `${count(checked.records)} records, ${count(checked.corrections)} corrections, ${count(checked.retractions)} retractions`,
    ],
    ['Sent again with the same key, stored once', count(checked.replays)],
    ['Subscribers came back', `${count(checked.connections)} times, and heard of each change once`],
    ['Memory of the server', `${megabytes(memory.peak)} at the most`],
    [
      'Memory after the last fault',
      `${megabytes(memory.start)} at the start, ${megabytes(memory.end)} at the end (${memory.course.map((one) => Math.round(one)).join(', ')})`,
    ],
    ['Lines in the log', count(logged.lines)],
  ];
}

interface FuzzRun {
  readonly attributions: number;
  readonly minutes: number;
  readonly seed: number;
}

export function partOfFuzz(found: Fuzzing, { attributions, minutes, seed }: FuzzRun): Part {
  const { asked, refused, broken, costliest, peak, times, factor } = found;
  const isHeld = broken.length === 0;
  const rows = costliest
    .slice(0, 5)
    .map(({ operation, outcome }) => [
      `\`${shortened(operation.query)}\``,
      `${Math.round(outcome.idleAfter)}`,
      `${Math.round(outcome.peak)}`,
      outcome.codes.join(', ') || 'answered',
    ]);
  return {
    name: 'fuzz',
    isHeld,
    section: `A fuzzer draws the costliest questions that the schema permits, keeps those that cost most, and makes them costlier: more
fields, larger pages, more aliases, earlier times. Each has to end in ${BOUNDS.milliseconds / 1_000} s with an answer or a coded error, with the
server's process below ${count(BOUNDS.memory)} MB, while a trivial question is answered every 50 ms beside it.${factor > 1 ? ` The machine was busy: times were allowed ${factor}-fold.` : ''}

${count(asked)} questions in ${minutes} minutes on the embedded engine with ${count(attributions)} attributions: ${isHeld ? 'none broke a bound' : `**${count(broken.length)} broke a bound**`}.
${count(refused)} were refused with a code. The longest took ${milliseconds(Math.max(...times))} ms, the process had ${Math.round(peak)} MB at the most, \
and the median was ${milliseconds(percentile(times, 50))} ms. The costliest:

${table(['', 'ms', 'MB', 'answer'], rows, '---')}

Written by \`npm run soak -- --fuzz --minutes ${minutes} --attributions ${attributions} --seed ${seed} --out docs/reliability.md\` on ${today()}: ${machineOf('embedded')}.`,
  };
}

function shortened(query: string): string {
  const line = query.replace(/\s+/g, ' ').replaceAll('|', '\\|');
  return line.length > 160 ? `${line.slice(0, 160)} …` : line;
}

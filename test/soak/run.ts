import { load } from '../bench/machine.ts';
import { percentile } from '../bench/measure.ts';
import { pause } from './ask.ts';
import { type Checked, check } from './check.ts';
import { type EngineName, type Fault, openDatabase } from './database.ts';
import { HOSTILE } from './hostile.ts';
import { readOn } from './readers.ts';
import { Subscriber } from './subscribers.ts';
import { Tally } from './tally.ts';
import { type Memory, Target } from './target.ts';
import { Writer } from './writers.ts';

export interface SoakOptions {
  readonly engine: EngineName;
  readonly minutes: number;
  readonly attributions: number;
  readonly log: (line: string) => void;
}

/** What a soak saw. */
export interface Soaked extends SoakOptions {
  /** Of readers and writers. */
  readonly requests: number;
  /** Of the hostile clients, as far as they were to be answered. */
  readonly hostileRequests: number;
  /** Requests that a fault cut off; clients sent them again. */
  readonly cut: number;
  readonly codes: ReadonlyMap<string, number>;
  /** Of normal questions and of changes, away from faults, in milliseconds. */
  readonly reads: { readonly count: number; readonly p50: number; readonly p95: number };
  readonly writes: { readonly count: number; readonly p50: number; readonly p95: number };
  readonly faults: ReadonlyMap<string, number>;
  readonly memory: Memory;
  readonly checked: Checked;
  /** Lines of the server's log, and those that are no JSON. */
  readonly logged: { readonly lines: number; readonly other: number };
  readonly load: string;
  /** Whatever should not have been, each kind once. */
  readonly wrong: ReadonlyMap<string, number>;
}

const READERS = 4;
const WRITERS = 2;
const SUBSCRIBERS = 3;

/** The share of the time in which faults are made; after it, memory shows whether it comes to rest. */
const FAULTY = 0.6;

/** How long the server runs between two faults, in milliseconds. */
const BETWEEN = 20_000;

export async function soak(options: SoakOptions): Promise<Soaked> {
  const { engine, minutes, attributions, log } = options;
  const database = await openDatabase(engine, attributions);
  try {
    const target = await Target.start(database.settings);
    log(`The server on ${engine} answers at ${target.url}`);
    const kill: Fault = { name: 'the server killed (`kill -9`) and started again', run: () => target.killAndRestart() };
    return await underLoad(options, target, [kill, ...database.faults], minutes * 60_000);
  } finally {
    await database.stop();
  }
}

async function underLoad(options: SoakOptions, target: Target, kinds: readonly Fault[], time: number): Promise<Soaked> {
  const [reading, writing, hostile] = [new Tally(target), new Tally(target), new Tally(target)];
  const writers = Array.from({ length: WRITERS }, (_, number) => new Writer(target, writing, number + 1));
  const subscribers = Array.from({ length: SUBSCRIBERS }, () => new Subscriber());
  const end = performance.now() + time;
  const isOver = () => performance.now() > end;
  let isHeard = false;
  const following = subscribers.map((subscriber) => subscriber.followOn(target.url, () => isHeard));
  await untilAllHear(subscribers, new Writer(target, writing, 0));
  const working = [
    ...Array.from({ length: READERS }, (_, number) => readOn(target, reading, number, isOver)),
    ...writers.map((writer) => writer.writeOn(isOver)),
    ...HOSTILE.map(({ attack }) => attack(target, hostile, isOver)),
  ];
  const faults = await makeFaults(target, kinds, performance.now() + time * FAULTY, options.log);
  options.log('No more faults; load goes on …');
  await Promise.all(working);
  const memory = target.memory();
  options.log('Checking what was acknowledged …');
  const acknowledged = writers.flatMap((writer) => writer.acknowledged);
  await untilHeard(
    subscribers,
    acknowledged.length > 0 ? Math.max(...acknowledged.map(({ recorded }) => recorded)) : 0,
  );
  isHeard = true;
  await Promise.all(following);
  const replays = writers.reduce((sum, writer) => sum + writer.replays, 0);
  const checked = { ...(await check(target.url, acknowledged, subscribers)), replays };
  const logs = await target.stop();
  return summary(options, { reading, writing, hostile }, { faults, memory, checked, logs });
}

/** Records something that all subscribers hear of, so that each has a place in the record to come back to. */
async function untilAllHear(subscribers: readonly Subscriber[], writer: Writer): Promise<void> {
  let isHeard = false;
  const writing = writer.writeOn(() => isHeard);
  while (!subscribers.every(({ heard }) => heard.size > 0)) await pause(100);
  isHeard = true;
  await writing;
}

async function untilHeard(subscribers: readonly Subscriber[], last: number): Promise<void> {
  const end = performance.now() + 30_000;
  while (performance.now() < end && !subscribers.every(({ heard }) => heard.has(last))) await pause(200);
}

async function makeFaults(
  target: Target,
  kinds: readonly Fault[],
  end: number,
  log: SoakOptions['log'],
): Promise<Map<string, number>> {
  const made = new Map<string, number>();
  for (let number = 0; ; number++) {
    await pause(Math.min(BETWEEN, Math.max(0, end - performance.now())));
    if (performance.now() >= end) return made;
    const { name, run } = kinds[number % kinds.length] as Fault;
    log(`Fault: ${name}`);
    await target.during(run);
    made.set(name, (made.get(name) ?? 0) + 1);
  }
}

interface Tallies {
  readonly reading: Tally;
  readonly writing: Tally;
  readonly hostile: Tally;
}

interface Seen {
  readonly faults: ReadonlyMap<string, number>;
  readonly memory: Memory;
  readonly checked: Checked;
  readonly logs: readonly string[];
}

function summary(options: SoakOptions, tallies: Tallies, { faults, memory, checked, logs }: Seen): Soaked {
  const { reading, writing, hostile } = tallies;
  const timesOf = ({ times }: Tally) => ({
    count: times.length,
    p50: percentile(times, 50),
    p95: percentile(times, 95),
  });
  const other = logs.filter((line) => !isJson(line)).length;
  return {
    ...options,
    ...{ requests: reading.requests + writing.requests, hostileRequests: hostile.requests },
    cut: reading.cut + writing.cut + hostile.cut,
    codes: counted([reading, writing].flatMap(({ codes }) => [...codes])),
    ...{ reads: timesOf(reading), writes: timesOf(writing), faults, memory, checked },
    logged: { lines: logs.length, other },
    load: load(),
    wrong: counted(
      [...[reading, writing, hostile].flatMap(({ wrong }) => wrong), ...checked.wrong].map((one) => [one, 1]),
    ),
  };
}

function counted(all: readonly (readonly [string, number])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [name, count] of all) counts.set(name, (counts.get(name) ?? 0) + count);
  return counts;
}

function isJson(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}

import type { Driver } from 'neo4j-driver';
import type { Engine } from '../../../src/engine/engine.ts';
import { type Ask, asking } from '../../ask.ts';
import { load } from '../machine.ts';
import { percentile, timed } from '../measure.ts';
import { type Hits, hitsOf } from './hits.ts';
import { COMPARED, type Question, questions } from './questions.ts';
import type { Size } from './size.ts';

/** What was measured of a question, in milliseconds. */
export interface Line {
  readonly name: string;
  readonly subjects: number;
  readonly runs: number;
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
  /** The codes of the errors that came instead of an answer, each once. */
  readonly errors: readonly string[];
}

/** All that was measured of one size. */
export interface Figures {
  readonly size: Size;
  readonly lines: readonly Line[];
  /** The first runs of `COMPARED` on an empty plan cache. */
  readonly cold: readonly number[];
  /** What one answer to `COMPARED` looks up. */
  readonly hits: Hits;
  /** Processes that wanted a core, before and after. */
  readonly load: readonly [string, string];
  /** Seconds that it took to store it; null where it was there already. */
  readonly filled: number | null;
}

const COLD = 3;

const FEWEST = 3;

/** A question is asked so often; one that has taken its share of milliseconds is only asked `FEWEST` times. */
const ROUNDS = { warm: 4, counted: 50, share: 6_000 };

/** Only enough to see that everything works. */
const QUICK = { warm: 1, counted: 3, share: 6_000 };

/** A filled database, and how large it is. */
export interface Filled {
  readonly engine: Engine;
  readonly size: Size;
  readonly driver: Driver;
  readonly filled: number | null;
}

/**
 * Asks every question once a round of one database after the other, each round about the next of its subjects; in
 * process, without HTTP.
 */
export async function measure(databases: readonly Filled[], quick: boolean, log: (line: string) => void) {
  const before = load();
  const { warm, counted, share } = quick ? QUICK : ROUNDS;
  const asked = await Promise.all(databases.map(askedOf));
  for (let round = 0; round < warm + counted; round++) {
    for (let place = 0; place < Math.max(...asked.map(({ taken }) => taken.length)); place++) {
      for (const { ask, taken } of asked) {
        const one = taken[place];
        if (!one || (one.spent > share && one.times.length >= FEWEST)) continue;
        const took = await timed(async () => errorsOf(await askNext(ask, one.question, round), one.errors));
        if (round < warm) continue;
        one.spent += took;
        one.times.push(took);
      }
    }
    if (round % 10 === 0) log(`round ${round}, load ${load()}`);
  }
  const figures: Figures[] = [];
  for (const { database, ask, taken } of asked) {
    const { size, filled, engine, driver } = database;
    const compared = taken.find(({ question }) => question.name === COMPARED)?.question as Question;
    figures.push({
      size,
      filled,
      lines: taken.map(lineOf),
      cold: await coldRuns(engine, ask, compared),
      hits: await hitsOf(ask, driver, compared),
      load: [before, load()],
    });
  }
  return figures;
}

/** Times of a question, while it is asked. */
interface Taken {
  readonly question: Question;
  readonly times: number[];
  readonly errors: Set<string>;
  spent: number;
}

async function askedOf(database: Filled) {
  const ask = await asking(database.engine, { report: () => {} });
  const all = await questions(database.size, (claim) => lastOf(ask, claim));
  const taken = all.map((question): Taken => ({ question, times: [], errors: new Set(), spent: 0 }));
  return { database, ask, taken };
}

function lineOf({ question: { name, subjects }, times, errors }: Taken): Line {
  return {
    name,
    subjects: subjects.length,
    runs: times.length,
    p50: percentile(times, 50),
    p95: percentile(times, 95),
    most: Math.max(...times),
    errors: [...errors],
  };
}

function askNext(ask: Ask, { query, subjects }: Question, round: number) {
  return ask(query, { ...subjects[round % subjects.length] });
}

function errorsOf({ errors }: Awaited<ReturnType<Ask>>, codes: Set<string>): void {
  for (const error of errors ?? []) codes.add(String(error.extensions?.code ?? error.message));
}

/** The time of the first answer after Neo4j has forgotten all its plans. */
async function coldRuns(engine: Engine, ask: Ask, question: Question): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < COLD; round++) {
    await engine.write((run) => run({ text: 'CALL db.clearQueryCaches()', parameters: {} }));
    times.push(await timed(() => askNext(ask, question, round)));
  }
  return times;
}

async function lastOf(ask: Ask, claim: string): Promise<string> {
  const { data } = await ask('query($id: ID!) { whoReported(claim: $id, first: 1) { nodes { id } } }', { id: claim });
  return data.whoReported.nodes[0].id;
}

import { parse, print } from 'graphql';
import type { Cold } from './cold.ts';
import { NAMES, REFERENCE } from './contenders.ts';
import { SIZE } from './generate.ts';
import { count, milliseconds, ratio } from './markdown.ts';
import { percentile } from './measure.ts';
import { type Aim, aimed, type Part, today } from './part.ts';
import type { Profile } from './profile.ts';
import { OURS, USUAL } from './questions.ts';
import { coldTable, comparison, type Measured, profileTable } from './report.ts';

/** Everything that a run of the reads measured. */
export interface Figures {
  readonly three: Measured;
  readonly one: Measured;
  readonly cold: readonly Cold[];
  readonly hits: readonly Profile[];
  readonly machine: string;
  /** Processes that wanted a core, before and after. */
  readonly load: readonly [string, string];
  readonly actors: number;
}

/** The most that a read may take, in times of the hand-written statement, and the least by which it beats the library. */
const AIMS = { byHand: 1.3, library: 2 };

const THREE = "An actor's 20 newest claims, median";
const ONE = 'A claim by its id, median';

export function partOfReads(figures: Figures): Part {
  const { three, one, machine, load } = figures;
  return {
    name: 'reads',
    numbers: numbersOf(figures),
    aims: [...aimsOf(THREE, three), ...aimsOf(ONE, one)],
    section: sectionOf(figures),
    run: `Written by \`npm run bench -- --out docs/benchmarks.md\` on ${today()}: ${machine}.
Load average ${load[0]} before and ${load[1]} after.`,
  };
}

const medianOf = ({ times }: Measured, name: string) => percentile(times.get(name) ?? [], 50);

function numbersOf({ three, cold }: Figures): string[] {
  const ours = medianOf(three, NAMES.ours);
  const byHand = ours / medianOf(three, REFERENCE);
  const [field, library] = [medianOf(three, NAMES.field) / ours, medianOf(three, NAMES.library) / ours];
  const first = (name: string) => milliseconds(percentile(cold.find((one) => one.name === name)?.first ?? [], 50));
  return [
    `An actor's 20 newest claims, with speakers, documents and publishers, take ${milliseconds(ours)} ms at the median, \
${ratio(byHand)} times as long as hand-written Cypher over HTTP ${aimed('at most 1.30', byHand <= AIMS.byHand)}.`,
    `The same read is ${ratio(field)} times as fast as @neo4j/graphql with hand-written Cypher behind a field \
${aimed('at least 2', field >= AIMS.library)} and ${ratio(library)} times as fast as with the library's own filter \
${aimed('at least 2', library >= AIMS.library)}.`,
    `The first query of a new shape takes ${first(NAMES.ours)} ms at the median on Neo4j, which has to plan it, and \
${first(NAMES.embedded)} ms on the embedded engine (no aim was set).`,
  ];
}

/** At most 1.3 times the hand-written statement, at least twice as fast as the library. */
function aimsOf(measured: string, all: Measured): Aim[] {
  const ours = medianOf(all, NAMES.ours);
  const against = (name: string, ratio: string, aim: string, isMet: boolean): Aim => ({
    measured,
    ours: `${milliseconds(ours)} ms`,
    comparedWith: `${milliseconds(medianOf(all, name))} ms, ${name}`,
    ratio,
    aim,
    isMet,
  });
  const byHand = ours / medianOf(all, REFERENCE);
  const libraries = [NAMES.field, NAMES.library].filter((name) => all.times.has(name));
  return [
    against(REFERENCE, ratio(byHand), 'at most 1.30', byHand <= AIMS.byHand),
    ...libraries.map((name) => {
      const times = medianOf(all, name) / ours;
      return against(name, `${ratio(times)} times as fast`, 'at least 2', times >= AIMS.library);
    }),
  ];
}

function sectionOf({ three, one, cold, hits, actors }: Figures): string {
  const rounds = three.times.values().next().value?.length ?? 0;
  return `### What is compared

The archive is made up: ${count(SIZE.attributions)} attributions over two years (seed ${SIZE.seed}; ${count(SIZE.people)} people, \
${count(SIZE.sources)} unnamed sources, ${count(SIZE.institutions)} public bodies, ${count(SIZE.outlets)} outlets). Outlets and
speakers follow a power law; citations go up to ${SIZE.hops} hops deep. It is loaded once into a real Neo4j, and all contenders but the
last query that Neo4j:

- **claimgraph**: this server over HTTP.
- **hand-written + HTTP**: Cypher written for this one answer, without record time, behind a bare Fastify route. Every ratio is to this.
- **hand-written as of now + HTTP**: the same, with the conditions on record time that this server applies.
- **hand-written, driver alone**: the statement without HTTP.
- **@neo4j/graphql**: the library behind the same Fastify and Apollo Server, queried with its own filter and sort. For an actor's
  claims its filter scans all claims, so the next contender is the fairer comparison.
- **@neo4j/graphql, Cypher field**: the library with hand-written Cypher behind a field that finds the claims.
- **claimgraph, embedded engine**: this server on its embedded database with the same data.

Each is a process of its own on one machine, in production mode. All answers were compared first and are the same. Requests
go one at a time, round robin: ${rounds} counted for each contender after warming up, over ${actors} actors with 20 claims or more
(the most quoted has about a thousand) and over 500 claims.

### An actor's 20 newest claims, with who said them, in which documents, of which publisher

${comparison(three)}

\`\`\`graphql
${print(parse(OURS.threeLevels(USUAL)))}
\`\`\`

${profileTable(hits)}

### A claim by its id

${comparison(one)}

\`\`\`graphql
${print(parse(OURS.point))}
\`\`\`

### The first run of a new shape

The read of an actor's newest claims with other fields, each combination queried for the first time. Neo4j plans such a statement
before it runs it; other values and aliases never make a new shape.

${coldTable(cold)}`;
}

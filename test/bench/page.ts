import type { Cold } from './cold.ts';
import { SIZE } from './generate.ts';
import type { Profile } from './profile.ts';
import { OURS, USUAL } from './questions.ts';
import { coldTable, comparison, type Measured, profileTable, verdicts } from './report.ts';

/** Everything that one run measured. */
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

/** The page of the documentation. */
export function pageOf({ three, one, cold, hits, machine, load, actors }: Figures): string {
  const rounds = three.times.values().next().value?.length ?? 0;
  return `# Benchmarks

Written by \`npm run bench -- --out docs/benchmarks.md\` on ${new Date().toISOString().slice(0, 10)}: ${machine}.
Load average ${load[0]} before and ${load[1]} after. Times depend on the machine and on what else it does; compare ratios.

${[...verdicts('Three-level read', three), ...verdicts('Point read', one)].join('\n')}

## What is compared

A made-up archive with ${count(SIZE.attributions)} attributions (seed ${SIZE.seed}; ${count(SIZE.people)} people, \
${count(SIZE.sources)} unnamed sources, ${count(SIZE.institutions)} public bodies, ${count(SIZE.outlets)} outlets, two \
years; outlets and speakers by a
power law; citations up to ${SIZE.hops} hops), loaded once into a real Neo4j that everybody asks:

- **claimgraph**: this server over HTTP.
- **hand-written + HTTP**: Cypher written for this one answer, without record time, behind a bare Fastify route. Every ratio is to this.
- **hand-written as of now + HTTP**: the same with the conditions on record time that this server's answer has.
- **hand-written, driver alone**: the statement without HTTP.
- **@neo4j/graphql**: the library behind the same Fastify and Apollo Server, asked by its own filter and sort.
- **@neo4j/graphql, Cypher field**: the library with hand-written Cypher behind a field that finds the claims.
- **claimgraph, embedded engine**: this server on its embedded database with the same data.

Each is a process of its own on one machine, in production mode. All answers were compared first and are the same. Requests
go one at a time, round robin, ${rounds} counted per contender after warming up, over ${actors} actors with 20 claims or more
(the most quoted has about a thousand) and over 500 claims.

## An actor's 20 newest claims, with who said them, in which documents, of which publisher

${comparison(three)}

\`\`\`graphql
${OURS.threeLevels(USUAL)}
\`\`\`

${profileTable(hits)}

## A claim by its id

${comparison(one)}

\`\`\`graphql
${OURS.point}
\`\`\`

## The first run of a new shape

The three-level read with other fields, each asked for the first time. Neo4j plans such a statement before it runs; values
and aliases never make a new shape.

${coldTable(cold)}
`;
}

function count(value: number): string {
  return value.toLocaleString('en');
}

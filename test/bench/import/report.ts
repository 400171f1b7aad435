import type { Trial } from './run.ts';

/** Where the section on imports begins in the documentation. */
export const HEADING = '## Imports';

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 1 : 0)} s`;

/** The section on imports: each trial beside bare statements, and the embedded engine by tenths. */
export function sectionOf(trials: readonly Trial[], tenths: readonly number[], machine: string): string {
  const rows = trials.map((one) =>
    [
      one.attributions.toLocaleString('en'),
      `${one.nodes.toLocaleString('en')}, ${one.edges.toLocaleString('en')}`,
      seconds(one.import),
      `${seconds(one.reading)}, ${seconds(one.checking)}, ${seconds(one.writing)}`,
      seconds(one.bare),
      (one.bare / one.import).toFixed(2),
      `${one.memory.toFixed(0)} MB`,
    ].join(' | '),
  );
  return `${HEADING}

Written by \`npm run bench -- --import …\` on ${new Date().toISOString().slice(0, 10)}: ${machine}.

The input is the archive described above, in several sizes, as NDJSON with a record a line. An import is that of \`claimgraph import\` into an
empty Neo4j: it reads and checks everything first, then writes. "Bare" writes the very same nodes and edges into another empty Neo4j,
from rows that were made before, by \`UNWIND\` statements of 5,000 rows, a transaction for each. Both databases have just been
started. The rate is bare time by import time; the aim is 0.7.

| Attributions | Nodes, edges | Import | Read, checked, written | Bare | Rate | Most memory of the importer |
| --- | --- | --- | --- | --- | --- | --- |
${rows.map((row) => `| ${row} |`).join('\n')}

Into the embedded engine, the tenths of an import of 100,000 after the first took ${tenths.map(seconds).join(', ')}.
`;
}

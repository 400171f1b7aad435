// `npm run bench`: compares this server with hand-written Cypher and with @neo4j/graphql on the same data, and prints
// what it measured as Markdown; `--out docs/benchmarks.md` writes it there as well, `--quick` only tries everything out.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { install } from './processes.ts';

const { values } = parseArgs({ options: { out: { type: 'string' }, quick: { type: 'boolean', default: false } } });
install();
const { run } = await import('./run.ts');
const page = await run(values.quick, (line) => process.stderr.write(`${line}\n`));
process.stdout.write(page);
if (values.out) writeFileSync(values.out, page);
process.exit();

// `npm run soak`: runs the server under load, faults and hostile clients, and prints what was held as Markdown.
// `npm run soak -- --fuzz` asks the costliest permitted operations instead.
import { parseArgs } from 'node:util';
import { fuzzing } from './fuzzing.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    fuzz: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    attributions: { type: 'string', default: '20000' },
    home: { type: 'string' },
    broken: { type: 'string' },
  },
});
const log = (line: string) => process.stderr.write(`${line}\n`);

const { asked, refused, broken, costliest, peak } = await fuzzing({
  folder: values.home ?? '/tmp/claimgraph-soak',
  attributions: Number(values.attributions),
  minutes: Number(values.minutes),
  seed: Number(values.seed),
  brokenTo: values.broken ?? null,
  log,
});
log(JSON.stringify({ asked, refused, peak, broken: broken.length }));
for (const { operation, outcome } of costliest) {
  log(
    `${Math.round(outcome.idleAfter)} ms ${Math.round(outcome.peak)} MB ${outcome.codes} ${operation.query.slice(0, 200)}`,
  );
}
process.exit();

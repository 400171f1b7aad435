import { Command } from 'commander';
import { RECOMPUTED_TOGETHER, type Recomputed, recompute } from '../change/recompute.ts';
import { withExistingStore } from './database.ts';
import { EXIT } from './failure.ts';
import { onInterrupt } from './on-interrupt.ts';
import { readable, wholeNumber } from './option-values.ts';
import { Progress } from './progress.ts';
import { counted, print, printJson } from './terminal.ts';

interface Options {
  readonly by: string;
  readonly batch: number;
  readonly restart?: boolean;
  readonly json?: boolean;
}

export function recomputeCommand(): Command {
  return new Command('recompute')
    .description(
      'Renews in place what is stored with records because it follows from them: date bounds, standings and roots, ' +
        'contradictions and flags. Needed once after an update that says so; the records stay as they are, and answers ' +
        'as of an earlier record time stay the same. If it was interrupted, run it again: it continues where it stopped.',
    )
    .option('--by <name>', 'who recomputes, for the history', readable, 'recompute')
    .option('--batch <records>', 'how many records to renew in one transaction', wholeNumber, RECOMPUTED_TOGETHER)
    .option('--restart', 'start at the beginning, even if an earlier run was interrupted')
    .option('--json', 'print the result as one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  claimgraph recompute
  CLAIMGRAPH_DATA=/srv/claimgraph claimgraph recompute --json

Ctrl-C stops it after the current batch; a second Ctrl-C stops it at once. Neither damages the database.`,
    )
    .action(run);
}

async function run({ json, ...options }: Options): Promise<void> {
  const progress = new Progress();
  const { signal, release } = onInterrupt('Stopping after the current batch. Press Ctrl-C again to stop at once.');
  const onProgress = (step: string, done: number, total: number) => progress.update(step, done, total, 'piece');
  try {
    const recomputed = await withExistingStore((engine) => recompute(engine, { ...options, signal, onProgress }));
    progress.clear();
    if (json) printJson(recomputed);
    else print(...summaryOf(recomputed));
    process.exitCode = recomputed.outcome === 'done' ? EXIT.done : EXIT.interrupted;
  } finally {
    progress.clear();
    release();
  }
}

function summaryOf({ outcome, version, began, steps, revisions }: Recomputed): string[] {
  const span = revisions === null ? '' : ` (${revisions.first} to ${revisions.last})`;
  return [
    ...(began === null ? [] : [`Continued after ${counted(began.done, 'record')} of "${began.step}".`]),
    ...steps.map(
      ({ name, records, changed }) =>
        `${name}: looked at ${counted(records, 'record')}, changed ${changed.toLocaleString('en')}.`,
    ),
    outcome === 'done'
      ? `Done: all marks are of version ${version.now}${span}.`
      : `Stopped${span}. Run the same command again to continue there.`,
  ];
}

import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { databaseIsThere } from '../engine/database-files.ts';
import type { Run } from '../engine/engine.ts';
import { audit } from '../import/check-batches.ts';
import { BATCH } from '../import/import.ts';
import { type Listener, MOST_REPORTED, type PlacedProblem, survey } from '../import/survey-input.ts';
import { withDatabase } from './database.ts';
import { EXIT } from './failure.ts';
import type { ReadingOptions } from './file-reader.ts';
import { inputsOf, type NamedInput, nounOf, totalSize } from './input-files.ts';
import { withReading } from './input-formats.ts';
import { onInterrupt } from './on-interrupt.ts';
import { CUT, LeftOutSummary, placedLineOf, placeOf } from './problems.ts';
import { Progress } from './progress.ts';
import { counted, note, print, printJson } from './terminal.ts';

interface CheckOptions extends ReadingOptions {
  readonly offline?: boolean;
  readonly json?: boolean;
}

export function checkCommand(): Command {
  const command = new Command('check')
    .description(
      'Checks files without writing anything: the form of every record, and whether records fit together and into the ' +
        'database. Reports every problem with its file, line (or item of a JSON document), record and field.',
    )
    .argument('<files...>', 'files to check, "-" for standard input');
  return withReading(command)
    .option('--offline', 'check the files without the database')
    .option('--json', 'print the problems as one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  claimgraph check reports.ndjson
  claimgraph check --offline seed/manifest.json
  claimgraph check --mapping statements.mapping.json statements.csv
  gunzip -c dump.ndjson.gz | claimgraph check --json -`,
    )
    .action(check);
}

async function check(paths: readonly string[], { offline, json, ...reading }: CheckOptions): Promise<void> {
  const inputs = inputsOf(paths, reading);
  const { database } = readConfig(process.env);
  const isThere = database.kind === 'neo4j' || databaseIsThere(database.path);
  const isOffline = offline || !isThere;
  if (!offline && !isThere) note(`There is no database at ${database.path} yet: the files are checked without it.`);
  const checking = (read: Run | null) => checkInputs(inputs, read, json === true);
  const { pieces, problems, leftOut, isStopped } = isOffline
    ? await checking(null)
    : await withDatabase((engine) => checking((statement) => engine.read(statement)));
  const found = problems.length;
  const isCut = found >= MOST_REPORTED;
  if (json) printJson({ ok: found === 0 && !isStopped, pieces, problems, isCut, leftOut: leftOut.kinds });
  else for (const line of leftOut.lines(placeOf(inputs))) print(`Left out: ${line}`);
  if (isCut) note(CUT);
  if (isStopped) note('Stopped before everything was checked.');
  else if (!json)
    print(
      verdict(found, `${counted(pieces, nounOf(inputs))}, checked ${isOffline ? 'without' : 'against'} the database`),
    );
  process.exitCode = isStopped ? EXIT.interrupted : found > 0 ? EXIT.fault : EXIT.done;
}

function verdict(found: number, checked: string): string {
  return found === 0 ? `No problem in ${checked}.` : `${counted(found, 'problem')} in ${checked}.`;
}

async function checkInputs(inputs: readonly NamedInput[], read: Run | null, isJson: boolean) {
  const progress = new Progress();
  const problems: PlacedProblem[] = [];
  const leftOut = new LeftOutSummary();
  const place = placeOf(inputs);
  const { signal, release } = onInterrupt('Stopping.');
  const listener: Listener = {
    hasEnough: () => problems.length >= MOST_REPORTED,
    onProblem: (problem) => {
      problems.push(problem);
      progress.clear();
      if (!isJson) print(placedLineOf(problem, place));
    },
    onLeftOut: (one) => leftOut.add(one),
    onBytes: (bytes) => progress.update('reading', bytes, totalSize(inputs), 'byte'),
  };
  const surveyed = await survey(inputs, listener, signal);
  const total = surveyed.spool.length;
  const onPieces = (done: number) => progress.update('checking', done, total, 'piece');
  try {
    await audit(surveyed, { read, batch: BATCH, signal, ...listener, onPieces });
  } finally {
    surveyed.close();
    progress.clear();
    release();
  }
  return { pieces: surveyed.pieces, problems, leftOut, isStopped: signal.aborted };
}

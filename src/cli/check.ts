import { Command } from 'commander';
import { readConfig } from '../config.ts';
import { databaseIsThere } from '../engine/database-files.ts';
import type { Run } from '../engine/engine.ts';
import { audit } from '../import/check-batches.ts';
import { BATCH } from '../import/import.ts';
import {
  type Listener,
  MOST_REPORTED,
  type PlacedProblem,
  type PlacedWarning,
  survey,
} from '../import/survey-input.ts';
import { withDatabase } from './database.ts';
import { EXIT } from './failure.ts';
import type { ReadingOptions } from './file-reader.ts';
import { inputsOf, type NamedInput, nounOf, totalSize } from './input-files.ts';
import { withReading } from './input-formats.ts';
import { onInterrupt } from './on-interrupt.ts';
import { CUT, LeftOutSummary, placedLineOf, placeOf } from './problems.ts';
import { Progress } from './progress.ts';
import { counted, note, print, printJson } from './terminal.ts';
import { WarningSummary } from './warnings.ts';

interface CheckOptions extends ReadingOptions {
  readonly offline?: boolean;
  readonly json?: boolean;
}

export function checkCommand(): Command {
  const command = new Command('check')
    .description(
      'Checks files without writing anything: the form of every record, and whether records fit together and into the ' +
        'database. Reports every problem with its file, line (or item of a JSON document), record and field. Warns of what ' +
        'is allowed and probably not meant.',
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
  const { pieces, problems, warnings, leftOut, isStopped } = isOffline
    ? await checking(null)
    : await withDatabase((engine) => checking((statement) => engine.read(statement)));
  const found = problems.length;
  const isCut = found >= MOST_REPORTED;
  const place = placeOf(inputs);
  if (json) {
    const { count: warningCount, listed } = warnings;
    const rest = { isCut, leftOut: leftOut.kinds };
    printJson({ ok: found === 0 && !isStopped, pieces, problems, warningCount, warnings: listed, ...rest });
  } else {
    for (const line of warnings.lines(place)) print(line);
    for (const line of leftOut.lines(place)) print(`Left out: ${line}`);
  }
  if (isCut) note(CUT);
  if (isStopped) note('Stopped before everything was checked.');
  else if (!json)
    print(
      verdict(
        found,
        warnings.count,
        `${counted(pieces, nounOf(inputs))}, checked ${isOffline ? 'without' : 'against'} the database`,
      ),
    );
  process.exitCode = isStopped ? EXIT.interrupted : found > 0 ? EXIT.fault : EXIT.done;
}

function verdict(problems: number, warnings: number, checked: string): string {
  const found = problems === 0 ? 'No problem' : counted(problems, 'problem');
  return warnings === 0 ? `${found} in ${checked}.` : `${found} and ${counted(warnings, 'warning')} in ${checked}.`;
}

async function checkInputs(inputs: readonly NamedInput[], read: Run | null, isJson: boolean) {
  const progress = new Progress();
  const problems: PlacedProblem[] = [];
  const warnings = new WarningSummary(isJson);
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
    const onWarning = (warning: PlacedWarning) => warnings.add(warning);
    await audit(surveyed, { read, batch: BATCH, signal, ...listener, onWarning, onPieces });
  } finally {
    surveyed.close();
    progress.clear();
    release();
  }
  return { pieces: surveyed.pieces, problems, warnings, leftOut, isStopped: signal.aborted };
}

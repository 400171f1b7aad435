import { closeSync, openSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { BATCH, type ImportOptions, importInputs } from '../import/import.ts';
import type { ImportResult } from '../import/import-counts.ts';
import { MOST_REPORTED, type PlacedProblem } from '../import/survey-input.ts';
import { visibleJson } from '../text/visible.ts';
import { withStore } from './database.ts';
import { EXIT, fileFailure } from './failure.ts';
import type { ReadingOptions } from './file-reader.ts';
import { summaryOf } from './import-summary.ts';
import { inputsOf, type NamedInput, nounOf, totalSize } from './input-files.ts';
import { withReading } from './input-formats.ts';
import { onInterrupt } from './on-interrupt.ts';
import { readable, wholeNumber } from './option-values.ts';
import { LeftOutSummary, placedLineOf, placeOf } from './problems.ts';
import { Progress } from './progress.ts';
import { counted, note, print, printJson } from './terminal.ts';
import { WarningSummary } from './warnings.ts';

interface Options extends ReadingOptions, Pick<ImportOptions, 'by' | 'reason' | 'onProblem' | 'batch' | 'restart'> {
  readonly report?: string;
  readonly json?: boolean;
}

export function importCommand(): Command {
  const command = new Command('import')
    .description(
      'Stores the records of files, thousands in each transaction. Records that are already stored stay as they are, ' +
        'so importing twice does no harm; a record that is stored with different content is a problem. If an import ' +
        'was interrupted, run the same command again: it continues where it stopped.',
    )
    .argument('<files...>', 'files to import, "-" for standard input; a manifest.json stands for the files it lists');
  return withReading(command)
    .option('--by <name>', 'who imports, for the history', readable, 'import')
    .option('--reason <text>', 'why, for the history; by default the names of the files', readable)
    .addOption(
      new Option('--on-problem <what>', 'store nothing if anything is wrong, or skip what is wrong')
        .choices(['nothing', 'skip'])
        .default('nothing'),
    )
    .option('--batch <records>', 'about how many records to store in one transaction', wholeNumber, BATCH)
    .option('--restart', 'start at the beginning, even if an earlier run was interrupted')
    .option('--report <file>', 'write every problem, warning and left-out value to this file as NDJSON')
    .option('--json', 'print the result as one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  claimgraph import reports.ndjson --by maria --reason "Court records, first delivery"
  claimgraph import --on-problem skip --report problems.ndjson claims.ndjson
  gunzip -c dump.ndjson.gz | claimgraph import -
  claimgraph import --mapping statements.mapping.json statements.csv
  claimgraph import --language es fact-check.html
  claimgraph import seed/manifest.json

Ctrl-C stops it after the current batch; a second Ctrl-C stops it at once. Neither damages the database.`,
    )
    .action(run);
}

async function run(paths: readonly string[], options: Options): Promise<void> {
  const inputs = inputsOf(paths, options);
  const reporter = new ImportReporter(inputs, options);
  const { signal, release } = onInterrupt('Stopping after the current batch. Press Ctrl-C again to stop at once.');
  const { by, onProblem, batch, restart } = options;
  const reason = options.reason ?? `Import of ${inputs.map(({ source }) => basename(source.name)).join(', ')}`;
  const settings = { by, reason, onProblem, batch, restart, signal, ...reporter.hooks };
  try {
    const imported = await withStore((engine) => importInputs(engine, inputs, settings));
    reporter.end(imported, signal.aborted);
  } finally {
    reporter.close();
    release();
  }
}

/** Reports on an import while it runs and at its end. */
class ImportReporter {
  readonly #inputs: readonly NamedInput[];
  readonly #isJson: boolean;
  readonly #report: { readonly path: string; readonly file: number } | null;
  readonly #progress = new Progress();
  readonly #leftOut = new LeftOutSummary();
  readonly #warnings: WarningSummary;
  readonly #problems: PlacedProblem[] = [];
  #found = 0;

  constructor(inputs: readonly NamedInput[], { json, report }: Options) {
    this.#inputs = inputs;
    this.#isJson = json === true;
    this.#warnings = new WarningSummary(this.#isJson);
    this.#report = report === undefined ? null : { path: report, file: openReport(report) };
  }

  get hooks(): Pick<ImportOptions, 'onFound' | 'onWarning' | 'onLeftOut' | 'onProgress'> {
    const place = placeOf(this.#inputs);
    const size = totalSize(this.#inputs);
    return {
      onProgress: ({ stage, done, total }) =>
        this.#progress.update(stage, done, total ?? size, stage === 'reading' ? 'byte' : 'piece'),
      onFound: (problem) => {
        this.#write({ problem });
        this.#progress.clear();
        if (this.#found++ >= MOST_REPORTED) return;
        if (this.#isJson) this.#problems.push(problem);
        else note(placedLineOf(problem, place));
      },
      onWarning: (warning) => {
        this.#write({ warning });
        this.#warnings.add(warning);
      },
      onLeftOut: (leftOut) => {
        this.#write({ leftOut });
        this.#leftOut.add(leftOut);
      },
    };
  }

  end(imported: ImportResult, isInterrupted: boolean): void {
    this.#progress.clear();
    const place = placeOf(this.#inputs);
    if (this.#isJson) {
      const { problems, leftOut, ...rest } = imported;
      const values = { count: leftOut, kinds: this.#leftOut.kinds };
      const { count: warningCount, listed: warnings } = this.#warnings;
      const found = { problemCount: problems, problems: this.#problems, warningCount, warnings };
      printJson({ ...rest, ...found, leftOut: values });
    } else {
      for (const line of this.#leftOut.lines(place)) note(`Left out: ${line}`);
      const untold = this.#found - MOST_REPORTED;
      if (untold > 0) note(`And ${counted(untold, 'more problem')}, which --report writes to a file.`);
      for (const line of this.#warnings.lines(place)) note(line);
      for (const line of summaryOf(imported, this.#warnings.count, nounOf(this.#inputs), place)) print(line);
    }
    const codes = { done: EXIT.done, refused: EXIT.fault, stopped: isInterrupted ? EXIT.interrupted : EXIT.fault };
    process.exitCode = codes[imported.outcome];
  }

  close(): void {
    this.#progress.clear();
    if (this.#report !== null) closeSync(this.#report.file);
  }

  #write(entry: object): void {
    if (this.#report === null) return;
    const { file, path } = this.#report;
    try {
      writeFileSync(file, `${visibleJson(JSON.stringify(entry))}\n`);
    } catch (error) {
      throw fileFailure(path, 'written', error);
    }
  }
}

function openReport(path: string): number {
  try {
    return openSync(path, 'w');
  } catch (error) {
    throw fileFailure(path, 'written', error);
  }
}

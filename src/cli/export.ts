import { Command, Option } from 'commander';
import { COLLECTIONS, type Collection } from '../bundle/bundle.ts';
import { Basis } from '../bundle/enums.ts';
import type { RecordStream } from '../bundle/record-stream.ts';
import type { Basis as BasisName } from '../contract.ts';
import { FORMATS, type Format, type FormatName } from '../formats/output-formats.ts';
import { COUNTED } from '../rules/stances.ts';
import { recordsAt } from '../store/read-all-records.ts';
import { withDatabase } from './database.ts';
import { EXIT, usage } from './failure.ts';
import { newRecords } from './import-summary.ts';
import { onInterrupt } from './on-interrupt.ts';
import { openOutput } from './output.ts';
import { Progress } from './progress.ts';
import { isoOf, recordTime } from './record-time.ts';
import { note, print, printJson } from './terminal.ts';

interface Options {
  readonly format?: FormatName;
  readonly out?: string;
  readonly asOf?: string;
  readonly basis?: string;
  readonly bom?: boolean;
  readonly json?: boolean;
}

const NAMES = Object.keys(FORMATS) as FormatName[];

export function exportCommand(): Command {
  const list = NAMES.map((name) => `  ${name.padEnd(12)} ${FORMATS[name].description}`).join('\n');
  return new Command('export')
    .description('Writes all records to standard output, or to a file, which appears only when it is complete.')
    .addOption(
      new Option('--format <name>', 'the format; by default from the ending of --out, else ndjson').choices(NAMES),
    )
    .option('--out <file>', 'write to this file')
    .option('--as-of <time>', 'the graph as of this moment (2025-12-01T12:00:00Z)')
    .option('--basis <list>', 'the bases of the attributions (STATED,ANALYST,MODEL); by default STATED,ANALYST')
    .option('--bom', 'start CSV with a byte order mark, so that Excel reads it as UTF-8')
    .option('--json', 'with --out: print what was written as one JSON document')
    .addHelpText(
      'after',
      `
Formats:
${list}

Bundle and ndjson are the record itself: they always hold all of it, with the suggestions (RULE and MODEL), which other
formats leave out unless --basis names them.

Examples:
  claimgraph export > graph.ndjson
  claimgraph export --out graph.gexf
  claimgraph export --format csv --bom --out reports.csv
  claimgraph export --as-of 2025-12-01T12:00:00Z --format bundle --out december.json`,
    )
    .action(run);
}

async function run(options: Options): Promise<void> {
  const name = formatOf(options);
  if (options.json && options.out === undefined) throw usage('--json needs --out: standard output has the export.');
  if (options.bom && name !== 'csv') throw usage(`--bom is for csv, not for ${name}.`);
  const bases = basesOf(options, name);
  await withDatabase(async (engine) => {
    const at = await recordTime(engine, '--as-of', options.asOf);
    const counter = new RecordCounter(recordsAt(engine, at, bases));
    const { signal, release } = onInterrupt('Stopping.');
    const output = openOutput(options.out);
    try {
      if (options.bom) await output.write('\ufeff');
      const context = { recorded: isoOf(at), said: null };
      for await (const chunk of FORMATS[name].write(counter.records, context)) {
        if (signal.aborted) break;
        await output.write(chunk);
      }
      counter.end();
      if (signal.aborted) stop(options);
      else reportWritten(name, isoOf(at), counter, output.finish(), options);
    } finally {
      output.discard();
      release();
    }
  });
}

/** The bases of the attributions to write; null for all of them, in formats that are the record itself. */
function basesOf({ basis }: Options, name: FormatName): readonly BasisName[] | null {
  const { isWhole }: Format = FORMATS[name];
  if (basis === undefined) return isWhole ? null : COUNTED;
  if (isWhole) throw usage(`--basis is not for ${name}, which always holds all records.`);
  return basis.split(',').map((one) => {
    const found = Basis.options.find((known) => known === one.trim().toUpperCase());
    if (found === undefined) throw usage(`--basis: ${one} is none of ${Basis.options.join(', ')}.`);
    return found;
  });
}

function stop({ out }: Options): void {
  note(out === undefined ? 'Stopped before the end.' : `Stopped: nothing was written to ${out}.`);
  process.exitCode = EXIT.interrupted;
}

function reportWritten(
  format: FormatName,
  recorded: string,
  { counts }: RecordCounter,
  written: { readonly bytes: number; readonly sha256: string },
  { out, json }: Options,
): void {
  if (json) printJson({ format, out, recorded, ...written, counts });
  else if (out !== undefined) print(`Wrote ${newRecords(counts, 'no record')} to ${out}, as of ${recorded}.`);
}

/** The format that was asked for, else the one that the ending of the file stands for. */
function formatOf({ format, out }: Options): FormatName {
  if (format !== undefined) return format;
  if (out === undefined) return 'ndjson';
  const fitting = NAMES.filter((name) => out.toLowerCase().endsWith(endingOf(name)));
  const longest = Math.max(0, ...fitting.map((name) => endingOf(name).length));
  const [found, ...others] = fitting.filter((name) => endingOf(name).length === longest);
  if (found !== undefined && others.length === 0) return found;
  throw usage(`${out}: choose the format with --format (${NAMES.join(', ')}).`);
}

function endingOf(name: FormatName): string {
  const { ending }: Format = FORMATS[name];
  return ending;
}

/** Counts records as they are read. Formats may read them several times: each reading counts from 0. */
class RecordCounter {
  readonly records: RecordStream;
  readonly #progress = new Progress();
  #counts = zeroCounts();

  constructor(records: RecordStream) {
    this.records = async function* (this: RecordCounter) {
      const counts = zeroCounts();
      let done = 0;
      for await (const exported of records()) {
        counts[exported.collection] += 1;
        this.#progress.update('reading', ++done, null, 'piece');
        yield exported;
      }
      this.#counts = counts;
    }.bind(this);
  }

  get counts(): Readonly<Record<Collection, number>> {
    return this.#counts;
  }

  end(): void {
    this.#progress.clear();
  }
}

function zeroCounts(): Record<Collection, number> {
  return Object.fromEntries(COLLECTIONS.map((collection) => [collection, 0])) as Record<Collection, number>;
}

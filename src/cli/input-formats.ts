import { basename } from 'node:path';
import type { Command } from 'commander';
import { Language } from '../bundle/values.ts';
import { readJsonBundle, readNdjson } from '../formats/bundle/read.ts';
import { claimReviewReader } from '../formats/claim-review/read.ts';
import { readFtm } from '../formats/ftm/read.ts';
import { usage } from './failure.ts';
import type { FileReader, ReadingOptions } from './file-reader.ts';
import { openMapping } from './open-mapping.ts';

/** A format that can be imported. */
interface Format {
  readonly name: string;
  /** Endings of file names that stand for it. */
  readonly endings: readonly string[];
  readonly open: (reading: ReadingOptions, path: string) => FileReader;
}

const FORMATS: readonly Format[] = [
  {
    name: 'ftm',
    endings: ['.ftm.json', '.ftm.ndjson'],
    // An entity without data sets is said on the word of its file.
    open: (_, path) => ({ reader: readFtm, counts: 'line', setup: basename(path) }),
  },
  { name: 'json', endings: ['.json'], open: () => ({ reader: readJsonBundle, counts: 'item', setup: '' }) },
  { name: 'ndjson', endings: ['.ndjson', '.jsonl'], open: () => ({ reader: readNdjson, counts: 'line', setup: '' }) },
  {
    name: 'claimreview',
    endings: ['.jsonld', '.html', '.htm'],
    open: ({ language = 'und' }) => ({ reader: claimReviewReader(language), counts: 'item', setup: language }),
  },
  { name: 'mapping', endings: ['.csv', '.tsv'], open: openMapping },
];

const FORMAT_NAMES = FORMATS.map(({ name }) => name);

/** Formats whose texts may be in a language that they do not tell. */
const UNTOLD = ['claimreview', 'mapping'];

/** Adds the options that say how files are read. */
export function withReading(command: Command): Command {
  return command
    .option('--format <name>', `the format of the files (${FORMAT_NAMES.join(', ')}); else told by their endings`)
    .option('--mapping <file>', 'how the rows of CSV or JSON become records: see docs/formats.md')
    .option(
      '--language <tag>',
      'the language of texts that do not tell theirs, such as "es"; for claimreview and mapping',
    );
}

/** Sets up the reader of a file, by its ending or as it was asked for. Throws a Failure where that does not fit. */
export function openFormat(path: string, reading: ReadingOptions): FileReader {
  const { open, name } = formatOf(path, reading);
  const { language } = reading;
  if (language === undefined) return named(name, open(reading, path));
  if (!UNTOLD.includes(name)) throw usage(`--language is for ${UNTOLD.join(' and ')}: ${name} tells its languages.`);
  const tag = Language.safeParse(language);
  if (!tag.success) throw usage(`--language ${language} is not a language tag, such as "es" or "es-VE".`);
  return named(name, open({ ...reading, language: tag.data }, path));
}

function named(name: string, opened: FileReader): FileReader {
  return { ...opened, setup: [name, opened.setup].filter((part) => part !== '').join(' ') };
}

function formatOf(path: string, { format, mapping }: ReadingOptions): Format {
  if (mapping !== undefined && format !== undefined && format !== 'mapping') {
    throw usage(`--mapping is for tables in CSV and JSON, not for --format ${format}.`);
  }
  const asked = mapping === undefined ? format : 'mapping';
  const fits = ({ name, endings }: Format) =>
    asked === undefined ? endings.some((ending) => path.toLowerCase().endsWith(ending)) : name === asked;
  const found = FORMATS.find(fits);
  if (found) return found;
  const names = FORMAT_NAMES.join(', ');
  throw usage(`${path === '-' ? 'Standard input' : path}: say what format it is in, with --format (${names}).`);
}

import { basename } from 'node:path';
import type { Command } from 'commander';
import { Language } from '../bundle/value-schemas.ts';
import { readJsonBundle, readNdjson } from '../formats/bundle/read.ts';
import { claimReviewReader } from '../formats/claim-review/read.ts';
import { readFtm } from '../formats/ftm/read.ts';
import { usage } from './failure.ts';
import type { FileReader, ReadingOptions } from './file-reader.ts';
import { openMapping } from './open-mapping.ts';

/** A format that can be imported. */
interface Format {
  readonly name: string;
  /** The endings of file names that stand for it. */
  readonly endings: readonly string[];
  readonly open: (reading: ReadingOptions, path: string) => FileReader;
}

const FORMATS: readonly Format[] = [
  {
    name: 'ftm',
    endings: ['.ftm.json', '.ftm.ndjson'],
    // The name of the file is the data set of entities that state none.
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

/** The formats whose texts may not state their language. */
const LANGUAGE_FORMATS = ['claimreview', 'mapping'];

/** Adds the options for reading files. */
export function withReading(command: Command): Command {
  return command
    .option('--format <name>', `the format of the files (${FORMAT_NAMES.join(', ')}); by default from their endings`)
    .option('--mapping <file>', 'how the rows of CSV or JSON become records: see docs/formats.md')
    .option(
      '--language <tag>',
      'the language of texts that do not state theirs, such as "es"; for claimreview and mapping',
    );
}

/** The reader of a file, by its ending or by the options. Throws a Failure if the options do not match. */
export function openFormat(path: string, reading: ReadingOptions): FileReader {
  const { open, name } = formatOf(path, reading);
  const { language } = reading;
  if (language === undefined) return named(name, open(reading, path));
  if (!LANGUAGE_FORMATS.includes(name))
    throw usage(`--language is for ${LANGUAGE_FORMATS.join(' and ')}: ${name} states its languages.`);
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
  throw usage(`${path === '-' ? 'Standard input' : path}: state the format with --format (${names}).`);
}

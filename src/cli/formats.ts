import { extname } from 'node:path';
import { readJsonBundle, readNdjson } from '../ingest/formats/bundle.ts';
import type { Reader } from '../ingest/formats/format.ts';
import { usage } from './failure.ts';

/** A format that can be imported. */
export interface Format {
  readonly name: string;
  /** Endings of file names that stand for it. */
  readonly endings: readonly string[];
  /** What its pieces are counted in. */
  readonly counts: 'line' | 'item';
  readonly reader: Reader;
}

export const FORMATS: readonly Format[] = [
  { name: 'json', endings: ['.json'], counts: 'item', reader: readJsonBundle },
  { name: 'ndjson', endings: ['.ndjson', '.jsonl'], counts: 'line', reader: readNdjson },
];

export const FORMAT_NAMES = FORMATS.map(({ name }) => name);

/** The format of a file by its ending, or the one that was asked for. */
export function formatOf(path: string, asked: string | undefined): Format {
  const ending = extname(path).toLowerCase();
  const found = FORMATS.find(({ name, endings }) => (asked === undefined ? endings.includes(ending) : name === asked));
  if (found) return found;
  const names = FORMAT_NAMES.join(', ');
  throw usage(`${path === '-' ? 'Standard input' : path}: say what format it is in, with --format (${names}).`);
}

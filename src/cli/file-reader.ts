import type { Reader } from '../formats/reader.ts';

/** The options of the command line for reading files. */
export interface ReadingOptions {
  readonly format?: string;
  /** The path of a mapping file. */
  readonly mapping?: string;
  /** The language of texts that do not state theirs. */
  readonly language?: string;
}

/** A reader with the settings for one file. */
export interface FileReader {
  readonly reader: Reader;
  /** The unit of its pieces. */
  readonly counts: 'line' | 'item';
  /** What the records depend on besides the bytes of the file. */
  readonly setup: string;
}

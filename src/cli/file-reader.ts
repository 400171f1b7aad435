import type { Reader } from '../formats/reader.ts';

/** How a file is read, as the command line says it. */
export interface ReadingOptions {
  readonly format?: string;
  /** The path of a mapping file. */
  readonly mapping?: string;
  /** The language of texts that do not tell theirs. */
  readonly language?: string;
}

/** A reader that is set up for one file. */
export interface FileReader {
  readonly reader: Reader;
  /** What its pieces are counted in. */
  readonly counts: 'line' | 'item';
  /** What the records depend on besides the bytes of the file. */
  readonly setup: string;
}

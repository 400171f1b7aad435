import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { BundleError } from '../bundle/problem.ts';
import { parseMapping } from '../formats/table/mapping-file.ts';
import { mappingReader } from '../formats/table/read.ts';
import { parsedJson } from '../formats/whole-file.ts';
import { Failure, usage } from './failure.ts';
import type { FileReader, ReadingOptions } from './file-reader.ts';

/** The reader of a table. Throws a Failure that names the mapping file if something is wrong with it. */
export function openMapping({ mapping: path, language }: ReadingOptions, table: string): FileReader {
  if (path === undefined) throw usage(`${table}: a table needs a mapping: --mapping <file>.`);
  const read = readMapping(path);
  const mapping = language !== undefined && read.language === 'und' ? { ...read, language } : read;
  return {
    reader: mappingReader(mapping),
    counts: mapping.rows.format === 'csv' ? 'line' : 'item',
    setup: createHash('sha256').update(JSON.stringify(mapping)).digest('hex'),
  };
}

function readMapping(path: string): ReturnType<typeof parseMapping> {
  const parsed = parsedJson(textOf(path));
  if ('problem' in parsed) throw new Failure(`The mapping ${path} ${parsed.problem}.`);
  try {
    return parseMapping(parsed.value, path);
  } catch (error) {
    if (!(error instanceof BundleError)) throw error;
    const lines = error.problems.map(({ field, message }) => `  ${field === null ? '' : `${field}: `}${message}`);
    throw new Failure([`The mapping ${path} cannot be used:`, ...lines].join('\n'));
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new Failure(`The mapping ${path} cannot be read: ${(error as Error).message}.`);
  }
}
